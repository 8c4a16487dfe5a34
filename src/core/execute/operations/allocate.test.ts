import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import type { AllocateStep } from '../../program/table-program.ts';
import { allocateUnits } from '../reference/allocate.ts';
import { ask } from '../testing/ask.ts';
import { column } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

interface Row {
  readonly deal: Value;
  readonly person: Value;
  readonly amount: Value;
  readonly share: Value;
}

function split(rows: readonly Row[], of: AllocateStep['of'] = 'weights') {
  const names = ['deal:text', 'person:text', 'amount', 'share'];
  const cells = Object.fromEntries(
    names.map((name) => [name, rows.map((row) => row[name.split(':')[0] as keyof Row])]),
  );
  const allocate = step(
    {
      op: 'allocate',
      id: 'split',
      input: 'rows',
      by: ['deal'],
      amount: column('amount'),
      weight: column('share'),
      of,
      tie: ['person'],
      decimals: 2,
      out: 'part',
    },
    [...names, 'part'],
  );
  return ask([step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, names), allocate], {
    rows: frame(cells),
  });
}
const rowsOf = (deal: string, amount: Value, ...shares: readonly (readonly [person: string, share: Value])[]): Row[] =>
  shares.map(([person, share]) => ({ deal, person, amount, share }));

describe('allocate', () => {
  test('each deal is split among its people; the odd cent goes to the smaller id', () => {
    const run = split([
      ...rowsOf('d1', 100, ['c', 1], ['a', 1], ['b', 1]),
      ...rowsOf('d2', 1_000.01, ['a', 50], ['b', 30], ['c', 20]),
      ...rowsOf('d3', 0.05, ['b', 70], ['a', 30]),
    ]);
    expect(run.cells('split', 'part')).toEqual([33.33, 33.34, 33.33, 500.01, 300, 200, 0.03, 0.02]);
    expect(run.problems()).toEqual([]);
  });

  test('overlay credit may add to more than the whole', () => {
    expect(split(rowsOf('d', 100.01, ['a', 1], ['b', 0.5]), 'whole').cells('split', 'part')).toEqual([100.01, 50.01]);
  });

  test('a bad deal is an error in its rows, reported once, and leaves the others be', () => {
    const run = split([
      ...rowsOf('differs', 10, ['a', 1]),
      ...rowsOf('differs', 11, ['b', 1]),
      ...rowsOf('weightless', 10, ['a', 0], ['b', null]),
      ...rowsOf('wrong', errors['#N/A'], ['a', 1], ['b', 1]),
      ...rowsOf('fine', 10, ['a', 1], ['b', 1]),
    ]);
    const [value, division, missing] = [errors['#VALUE!'], errors['#DIV/0!'], errors['#N/A']];
    expect(run.cells('split', 'part')).toEqual([value, value, division, division, missing, missing, 5, 5]);
    expect(run.problems().map((one) => [one.code, one.params])).toEqual([
      ['execute.split-differs', { by: 'deal', count: 1, keys: ['differs'] }],
      ['execute.split-nothing', { by: 'deal', count: 1, keys: ['weightless'] }],
    ]);
  });

  test('the trace names the whole, the share and the cent that rounding left over', () => {
    const run = split(rowsOf('d1', 100, ['a', 1], ['b', 1], ['c', 1]));
    const trace = run.trace('split', 0, 'part');
    expect(trace.how).toEqual({ by: 'allocate', whole: 100, weight: 1, parts: 3 });
    expect(trace.sentence).toEqual({
      en: '100.00 × 33.33% = 33.34, one of 3 parts; 0.01 more than rounding alone, so that the parts add to the whole.',
      'zh-CN': '100.00 × 33.33% = 33.34，共分为 3 份；比单独四舍五入多 0.01，使各份之和等于总额。',
    });
    expect(trace.rows).toEqual([{ step: 'rows', rows: [0, 1, 2], total: 3 }]);
    expect(run.trace('split', 1, 'part').sentence.en).toBe('100.00 × 33.33% = 33.33, one of 3 parts.');
  });

  test('splits as exact fractions do, and the parts add to the whole', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 100);
    const share = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.25, 0.3333, 1 / 3, 0.1, 70, 30));
    const deal = fc.tuple(amount, fc.array(share, { minLength: 1, maxLength: 5 }));
    const of = fc.constantFrom('weights' as const, 'whole' as const);
    const property = fc.property(fc.array(deal, { minLength: 1, maxLength: 5 }), of, (deals, manner) => {
      const rows = deals.flatMap(([whole, shares], d) =>
        rowsOf(`d${d}`, whole, ...shares.map((one, i) => [`p${(i * 3) % 7}`, one] as const)),
      );
      const expected = deals.flatMap(([whole, shares]) => {
        const parts = allocateUnits(
          whole,
          shares.map((weight, i) => ({ weight, tie: `p${(i * 3) % 7}` })),
          manner,
          2,
        );
        if (parts && manner === 'weights') {
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(Math.round(whole * 100)));
        }
        return shares.map((_, i) => (parts ? Number(parts[i]) / 100 : errors['#DIV/0!']));
      });
      expect(split(rows, manner).cells('split', 'part')).toEqual(expected);
    });
    fc.assert(property, { numRuns: 150 });
  });
});
