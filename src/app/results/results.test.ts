import { describe, expect, test } from 'vitest';
import type { Trace } from '#core/execute/trace.ts';
import { readableFormula } from './readable-formula.ts';
import { columnsToShow } from './traced-rows.tsx';
import { statementLines, unexplained } from './statement-lines.ts';
import { payoutColumn } from './use-output.ts';

const trace = (
  value: number,
  lines: readonly { on: number; rate: number; amount: number; from: number; to: number | null }[],
): Trace => ({
  cell: { step: 'base', row: 0, column: 'base' },
  label: 'Base',
  origin: { design: 'd', node: 'base', kind: 'bands', label: 'Base' },
  value,
  type: 'number',
  how: {
    by: 'bands',
    mode: 'marginal',
    measure: 1,
    measured: 'ratio',
    lines: lines.map((line) => ({ ...line, label: '', retroactive: false })),
  },
  formula: '',
  substituted: '',
  inputs: [],
  rows: [],
  sentence: { en: '', 'zh-CN': '' },
});

describe('a statement', () => {
  test('parts of a component are shown to the cent and add up to it', () => {
    const lines = statementLines(
      trace(100.01, [
        { from: 0, to: 0.5, on: 1, rate: 0.01, amount: 33.336 },
        { from: 0.5, to: 1, on: 1, rate: 0.01, amount: 33.336 },
        { from: 1, to: null, on: 1, rate: 0.01, amount: 33.336 },
      ]),
      'en',
      'and above',
    );
    expect(lines.map((line) => line.amount)).toEqual([33.34, 33.34, 33.33]);
    expect(lines[2]?.on).toBe('100% and above · 1.00 × 1.0%');
  });

  test('what the components leave of the payout is told in cents, without binary dust', () => {
    expect(unexplained(0.3, [0.1, 0.2])).toBe(0);
    expect(unexplained(20302.44, [16894.25, 3408.19, 0])).toBe(0);
    expect(unexplained(10, [9.5, null, undefined])).toBe(0.5);
  });

  test('the payout is found by its role, else it is the last column of money', () => {
    expect(
      payoutColumn([
        { key: 'a', type: 'number', role: 'payout' },
        { key: 'b', type: 'number' },
      ])?.key,
    ).toBe('a');
    expect(
      payoutColumn([
        { key: 'm', type: 'number', format: { kind: 'currency', currency: 'USD' } },
        { key: 'n', type: 'number' },
      ])?.key,
    ).toBe('m');
    expect(payoutColumn([{ key: 'name', type: 'text' }])).toBeUndefined();
  });

  test('traced rows show what tells a deal apart, then the amount', () => {
    const columns = [
      { key: 'note', type: 'text' },
      { key: 'closed', type: 'date', role: 'date' },
      { key: 'deal', type: 'text', role: 'id' },
      { key: 'credited', type: 'number' },
    ] as const;
    expect(columnsToShow(columns, 'credited').map((column) => column.key)).toEqual([
      'deal',
      'closed',
      'note',
      'credited',
    ]);
  });

  test('numbers that are grouped already stay as they are', () => {
    expect(readableFormula('100,000.00 × 2% + 30,000.00 × 4%', 'en')).toBe('100,000.00 × 2% + 30,000.00 × 4%');
    expect(readableFormula('MIN(16198.54 + 1791.27, 20000)', 'en')).toBe('MIN(16,198.54 + 1,791.27, 20,000)');
  });

  test('formulas with values read as sums do', () => {
    expect(readableFormula('ROUND(MAX(0, 403650.83 - 332000) * 0.05 * (1.5 - 1), 2)', 'en')).toBe(
      'MAX(0, 403,650.83 − 332,000) × 0.05 × (1.5 − 1)',
    );
    expect(readableFormula('ROUND(a1234, 2) + ROUND(1234.50, 2)', 'en')).toBe('ROUND(a1234, 2) + ROUND(1,234.50, 2)');
    expect(readableFormula('IF(x = "10000 - 5", 1, 2)', 'en')).toBe('IF(x = "10000 - 5", 1, 2)');
  });
});
