import { describe, expect, test } from 'vitest';
import { cellAt } from '../data/column.ts';
import { roll } from './dice.ts';
import { generateRows } from './generator.ts';
import type { TableDefinition } from './project.ts';

const column = (key: string, type: TableDefinition['columns'][number]['type']) => ({ id: key, key, label: key, type });
const table = (generator?: Record<string, unknown>): TableDefinition => ({
  id: 't',
  key: 't',
  label: 'T',
  columns: [
    column('id', 'text'),
    column('stage', 'text'),
    column('amount', 'number'),
    column('day', 'date'),
    column('hot', 'boolean'),
  ],
  ...(generator ? { generator } : {}),
});
const rules = {
  rows: 2000,
  seed: 3,
  columns: {
    id: { rule: 'sequence', prefix: 'D-', start: 8, width: 3 },
    stage: { rule: 'pick', from: ['won', 'lost'], weights: [3, 1] },
    amount: { rule: 'number', min: 10, max: 20, decimals: 1, blank: 0.25 },
    day: { rule: 'date', from: '2026-02-27', to: '2026-03-01' },
    hot: { rule: 'chance', of: 0.1 },
  },
};
const cells = (key: string, asked = {}, generator: Record<string, unknown> = rules) => {
  const { frame } = generateRows(table(generator), asked);
  const found = frame?.columns.get(key);
  return Array.from({ length: frame?.rowCount ?? 0 }, (_, row) => (found ? cellAt(found, row) : undefined));
};
const share = (list: readonly unknown[], value: unknown) => list.filter((one) => one === value).length / list.length;

describe('rows by rules', () => {
  test('each rule keeps its promise', () => {
    expect(cells('id').slice(0, 3)).toEqual(['D-008', 'D-009', 'D-010']);
    expect(share(cells('stage'), 'won')).toBeCloseTo(0.75, 1);
    expect(share(cells('amount'), null)).toBeCloseTo(0.25, 1);
    const amounts = cells('amount').filter((one) => one !== null);
    expect(
      amounts.every((one) => Number(one) >= 10 && Number(one) <= 20 && Number(Number(one).toFixed(1)) === one),
    ).toBe(true);
    expect(new Set(cells('day'))).toEqual(new Set([46_080, 46_081, 46_082]));
    expect(share(cells('hot'), true)).toBeCloseTo(0.1, 1);
  });

  test('the same seed gives the same rows, another seed others; more rows and other columns change none', () => {
    expect(cells('stage')).toEqual(cells('stage'));
    expect(cells('stage', { seed: 4 })).not.toEqual(cells('stage'));
    expect(cells('stage', { rows: 10 })).toEqual(cells('stage').slice(0, 10));
    expect(cells('stage', {}, { ...rules, columns: { stage: rules.columns.stage } })).toEqual(cells('stage'));
  });

  test('columns without a rule are blank; rules that do not fit are problems with their place', () => {
    expect(cells('stage', { rows: 2 }, { columns: {} })).toEqual([null, null]);
    const bad = generateRows(table({ columns: { id: { rule: 'pick', from: [] } } }));
    expect(bad.frame).toBeUndefined();
    expect(bad.problems).toMatchObject([
      { code: 'project.bad-shape', at: { table: 't', path: 'generator.columns.id.from' } },
    ]);
  });
});

test('dice are spread evenly and depend on every part', () => {
  const rolls = Array.from({ length: 10_000 }, (_, at) => roll(1, 'x', at));
  const counts = Array.from({ length: 10 }, (_, bin) => rolls.filter((one) => Math.floor(one * 10) === bin).length);
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1100);
  expect(new Set([roll(1, 'a', 'b'), roll(1, 'ab', ''), roll(1, 'b', 'a'), roll(2, 'a', 'b')]).size).toBe(4);
});
