import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { LookupStep } from '../../program/table-program.ts';
import { lookupRows } from '../reference/lookup.ts';
import type { Row } from '../reference/join.ts';
import { ask } from '../testing/ask.ts';
import { frame, step, type Cells } from '../testing/programs.ts';

const read = (id: string, columns: readonly string[]) =>
  step({ op: 'read', id, source: { from: 'table', table: id } }, columns);

function looked(rows: Cells, table: Cells, match: LookupStep['match'], missing: LookupStep['missing'] = 'blank') {
  const found = step(
    {
      op: 'lookup',
      id: 'found',
      input: 'rows',
      table: 'table',
      on: [{ left: 'rep', right: 'rep' }],
      match,
      take: [{ key: 'got', from: 'quota' }],
      missing,
    },
    [...Object.keys(rows), 'got'],
  );
  return ask([read('rows', Object.keys(rows)), read('table', Object.keys(table)), found], {
    rows: frame(rows),
    table: frame(table),
  });
}
const exact = { by: 'exact' } as const;
const asOf = { by: 'as-of', at: 'day', date: 'from' } as const;
const effective = { by: 'effective', at: 'day', from: 'from', to: 'to' } as const;

describe('lookup', () => {
  const rows = { 'rep:text': ['Ann', 'BOB', 'Zoe', null] };
  const table = { 'rep:text': ['ann', 'Bob', 'Bob'], quota: [100, 200, 300] };

  test('the first row of a key is taken; repeats and misses are reported and the rows stay', () => {
    const run = looked(rows, table, exact);
    expect(run.cells('found', 'got')).toEqual([100, 200, null, null]);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      '1 key has several rows by rep: BOB. The first one is taken. Remove the duplicates.',
      '2 of 4 rows (50 %) found nothing by rep: Zoe, blank. Add these to the table, or check how they are written.',
    ]);
    expect(looked(rows, table, exact, 'error').cells('found', 'got')).toEqual([
      100,
      200,
      errors['#N/A'],
      errors['#N/A'],
    ]);
  });

  test('a dated table answers with the row that holds on the day', () => {
    const dated = {
      'rep:text': ['Ann', 'Ann', 'Ann'],
      'from:date': [10, 20, 30],
      'to:date': [20, 25, null],
      quota: [1, 2, 3],
    };
    const days = { 'rep:text': ['Ann', 'Ann', 'Ann', 'Ann', 'Ann'], 'day:date': [9, 10, 20, 27, 99] };
    expect(looked(days, dated, asOf).cells('found', 'got')).toEqual([null, 1, 2, 2, 3]);
    expect(looked(days, dated, effective).cells('found', 'got')).toEqual([null, 1, 2, null, 3]);
    const overlapping = { ...dated, 'to:date': [21, 25, null] };
    const run = looked(days, overlapping, effective);
    expect(run.cells('found', 'got')).toEqual([null, 1, 1, null, 3]);
    expect(run.problems().map((one) => one.code)).toEqual(['execute.lookup-repeats', 'execute.lookup-missing']);
  });

  test('the trace says what was looked up, for whom, and links to the row', () => {
    const run = looked(rows, table, exact);
    const trace = run.trace('found', 1, 'got');
    expect(trace.how).toEqual({ by: 'lookup', found: true });
    expect(trace.sentence).toEqual({
      en: 'looked up for rep “BOB”: quota 200',
      'zh-CN': '按 rep “BOB” 查得：quota 200',
    });
    expect(trace.rows).toEqual([{ step: 'table', rows: [1], total: 1, column: 'quota' }]);
    expect(trace.inputs[0]?.cell).toEqual({ step: 'table', row: 1, column: 'quota' });
    expect(run.trace('found', 2, 'got').how).toEqual({ by: 'lookup', found: false });
  });

  test('the trace of a dated look-up says which dates the row has', () => {
    const dated = {
      'rep:text': ['Ann', 'Ann'],
      'from:date': [46_023, 46_054],
      'to:date': [46_054, null],
      quota: [1, 2],
    };
    const days = { 'rep:text': ['Ann'], 'day:date': [46_060] };
    const trace = looked(days, dated, effective).trace('found', 0, 'got');
    expect(trace.sentence).toEqual({
      en: 'looked up for rep “Ann”, day 2026-02-07: quota 2 (from 2026-02-01, to blank)',
      'zh-CN': '按 rep “Ann”，day 2026-02-07 查得：quota 2（from 2026-02-01，to 空）',
    });
    expect(looked(days, dated, asOf).trace('found', 0, 'got').sentence.en).toBe(
      'looked up for rep “Ann”, day 2026-02-07: quota 2 (from 2026-02-01)',
    );
  });

  test('several rows that hold on one day, or begin on it, are told by their key', () => {
    const dated = {
      'rep:text': ['Ann', 'Ann', 'Bob'],
      'from:date': [10, 10, 10],
      'to:date': [20, 30, 20],
      quota: [1, 2, 3],
    };
    const days = { 'rep:text': ['ann', 'Bob', 'Ann'], 'day:date': [12, 12, 25] };
    const held = looked(days, dated, effective);
    expect(held.cells('found', 'got')).toEqual([1, 3, 2]);
    expect(held.problems()).toMatchObject([{ code: 'execute.lookup-repeats', params: { count: 1, keys: ['ann'] } }]);
    const begun = looked(days, dated, asOf);
    expect(begun.cells('found', 'got')).toEqual([2, 3, 2]);
    expect(begun.problems()).toMatchObject([{ code: 'execute.lookup-repeats', params: { count: 1, match: 'as-of' } }]);
  });

  test('finds as the reference does', () => {
    const name = fc.constantFrom<Value[]>('a', 'A', 'a', 'b', null, errors['#N/A']);
    const day = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom<Value[]>(null, errors['#VALUE!']) },
    );
    const open = { by: 'effective', at: 'day', from: 'from' } as const;
    const property = fc.property(
      fc.array(fc.record({ rep: name, day }), { maxLength: 8 }),
      fc.array(fc.record({ rep: name, from: day, to: day }), { maxLength: 14 }),
      fc.constantFrom<LookupStep['match'][]>(exact, asOf, effective, open),
      (left, right, match) => {
        const cells = (list: readonly Row[], key: string) => list.map((row) => row[key] ?? null);
        const run = looked(
          { 'rep:text': cells(left, 'rep'), 'day:date': cells(left, 'day') },
          {
            'rep:text': cells(right, 'rep'),
            'from:date': cells(right, 'from'),
            'to:date': cells(right, 'to'),
            quota: right.map((_, at) => at),
          },
          match,
        );
        const on = [{ left: 'rep', right: 'rep' }];
        expect(run.cells('found', 'got')).toEqual(lookupRows(left, right, { on, match }));
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});
