import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import type { Row } from '../reference/row-operations.ts';
import { unpivotRows } from '../reference/unpivot.ts';
import { ask } from '../testing/ask.ts';
import { runs } from '../testing/runs.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['rep:text', 'q1:number', 'q2:number', 'grade:text', 'note:mixed'];
const keys = ['rep', 'q1', 'q2', 'grade', 'note'];

function unpivoted(rows: readonly Row[], from: readonly string[], value = 'value:number') {
  const read = step({ op: 'read', id: 'in', source: { from: 'table', table: 'in' } }, columns);
  const own = step(
    { op: 'unpivot', id: 'out', input: 'in', keys: ['rep', 'q2'], from, out: { name: 'metric', value: 'value' } },
    ['rep:text', 'q2:number', 'metric:text', value],
  );
  const cells = columns.map((name, at) => [name, rows.map((row) => row[keys[at] ?? ''] ?? null)] as const);
  return ask([read, own], { in: frame(Object.fromEntries(cells)) });
}

test('columns become rows as in the row-at-a-time reference, of one type or of several', () => {
  const holed = <T extends Value>(values: fc.Arbitrary<T>): fc.Arbitrary<Value> =>
    fc.oneof({ weight: 5, arbitrary: values }, { weight: 2, arbitrary: fc.constantFrom(null, errors['#N/A']) });
  const numbers = fc.constantFrom(1, 2.5, -3);
  const texts = fc.constantFrom('A', 'B', '');
  const rows = fc.array(
    fc.record({
      rep: holed(texts),
      q1: holed(numbers),
      q2: holed(numbers),
      grade: holed(texts),
      note: holed(fc.boolean()),
    }),
    { maxLength: 8 },
  );
  const from = fc.constantFrom(['q1', 'q2'], ['q2'], ['rep', 'grade'], ['grade', 'q1', 'note'], ['note', 'note']);
  fc.assert(
    fc.property(rows, from, (table, taken) => {
      const run = unpivoted(table, taken, 'value:mixed');
      const wanted = unpivotRows(table, ['rep', 'q2'], taken, { name: 'metric', value: 'value' });
      expect(run.count('out')).toBe(wanted.length);
      for (const key of ['rep', 'q2', 'metric', 'value']) {
        expect(run.cells('out', key), key).toEqual(wanted.map((row) => row[key]));
      }
    }),
    { numRuns: runs(100) },
  );
});

test('a value leads to the column it came from', () => {
  const run = unpivoted([{ rep: 'Ann', q1: 10, q2: 20 }], ['q1', 'q2']);
  expect(run.cells('out', 'metric')).toEqual(['q1', 'q2']);
  expect(run.trace('out', 1, 'value').cell).toEqual({ step: 'in', row: 0, column: 'q2' });
  expect(run.trace('out', 1, 'rep').cell).toEqual({ step: 'in', row: 0, column: 'rep' });
  expect(run.trace('out', 1, 'metric').sentence['zh-CN']).toBe('该值来自的列的键');
  expect(run.lineage('out', 1)).toEqual([{ step: 'in', rows: [0] }]);
});
