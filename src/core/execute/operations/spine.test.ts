import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialOf } from '../../calendar/civil.ts';
import type { Value } from '../../data/value.ts';
import type { PeriodGrain, SpineStep } from '../../program/table-program.ts';
import { entityRows, periodStarts } from '../reference/spine.ts';
import { ask } from '../testing/ask.ts';
import { literal } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

const read = (id: string, columns: readonly string[]) =>
  step({ op: 'read', id, source: { from: 'table', table: id } }, columns);
const period = { name: 'period', from: 'from', to: 'to' };

function spread(people: readonly Value[], grain: PeriodGrain, from: Value, to: Value, firstMonth?: number) {
  const periods: SpineStep['periods'] = {
    of: 'calendar',
    calendar: 'c',
    grain,
    from: literal(from),
    to: literal(to),
    ...(firstMonth === undefined ? {} : { firstMonth }),
  };
  const spine = step({ op: 'spine', id: 'spine', entities: 'people', by: ['rep'], periods, period }, [
    'rep:text',
    'period:text',
    'from:date',
    'to:date',
  ]);
  return ask([read('people', ['rep:text']), spine], { people: frame({ 'rep:text': people }) });
}

describe('spine', () => {
  test('every person has every month, in order', () => {
    const run = spread(['Ann', 'Bob', 'ann'], 'month', serialOf(2026, 1, 15), serialOf(2026, 4, 1));
    expect(run.cells('spine', 'rep')).toEqual(['Ann', 'Ann', 'Ann', 'Bob', 'Bob', 'Bob']);
    expect(run.cells('spine', 'period')).toEqual(['2026-01', '2026-02', '2026-03', '2026-01', '2026-02', '2026-03']);
    expect(run.cells('spine', 'to').slice(0, 3)).toEqual([
      serialOf(2026, 2, 1),
      serialOf(2026, 3, 1),
      serialOf(2026, 4, 1),
    ]);
    expect(run.trace('spine', 4, 'period').sentence.en).toBe(
      'one row for rep “Bob” in 2026-02, whether anything happened then or not',
    );
  });

  test('fiscal quarters begin where the calendar says', () => {
    const run = spread(['Ann'], 'quarter', serialOf(2026, 4, 1), serialOf(2026, 10, 1), 4);
    expect(run.cells('spine', 'period')).toEqual(['FY2027-Q1', 'FY2027-Q2']);
  });

  test('periods may be the rows of another step', () => {
    const spine = step(
      {
        op: 'spine',
        id: 'spine',
        entities: 'people',
        by: ['rep'],
        periods: { of: 'step', step: 'weeks', take: [{ key: 'week', from: 'no' }] },
      },
      ['rep:text', 'week'],
    );
    const run = ask([read('people', ['rep:text']), read('weeks', ['no']), spine], {
      people: frame({ 'rep:text': ['Ann', 'Bob'] }),
      weeks: frame({ no: [1, 2] }),
    });
    expect(run.cells('spine', 'week')).toEqual([1, 2, 1, 2]);
    expect(run.lineage('spine', 3)).toEqual([
      { step: 'people', rows: [1] },
      { step: 'weeks', rows: [1] },
    ]);
  });

  test('dates that leave no periods, or far too many, are problems and make no rows', () => {
    for (const [from, to] of [
      [46_000, 46_000],
      [null, 46_000],
      [0, 2_000_000],
    ] as const) {
      const run = spread(['Ann'], 'day', from, to);
      expect(run.count('spine')).toBe(0);
      expect(run.problems().map((one) => one.code)).toEqual(['execute.bad-periods']);
    }
    const many = spread(
      Array.from({ length: 60 }, (_, i) => i),
      'day',
      0,
      399_999,
    );
    expect(many.count('spine')).toBe(0);
    expect(many.problems().map((one) => one.code)).toEqual(['execute.too-many-periods']);
  });

  test('makes what the reference does, for every grain', () => {
    const grains = fc.constantFrom<PeriodGrain[]>('day', 'week', 'month', 'quarter', 'half', 'year');
    const names = fc.array(fc.constantFrom<Value[]>('a', 'A', 'b', null, 'c'), { maxLength: 5 });
    const property = fc.property(
      names,
      grains,
      fc.integer({ min: 44_000, max: 47_000 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 12 }),
      (people, grain, from, days, firstMonth) => {
        const run = spread(people, grain, from, from + days, firstMonth);
        const rows = people.map((rep) => ({ rep }));
        const starts = periodStarts(from, from + days, grain, firstMonth);
        const expected = entityRows(rows, ['rep']).flatMap((row) =>
          starts.map((start) => [people[row] ?? null, start]),
        );
        const reps = run.cells('spine', 'rep');
        expect(run.cells('spine', 'from').map((start, i) => [reps[i], start])).toEqual(expected);
      },
    );
    fc.assert(property, { numRuns: 80 });
  });
});
