import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, type Column } from '../../data/column.ts';
import { errors, type Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import { columnOfValues } from '../make-column.ts';
import { aggregateOf, groupsOf, type Aggregate } from '../reference/group.ts';
import type { Row } from '../reference/row-operations.ts';
import { ask } from '../testing/ask.ts';
import { binary, call, column, literal, parameter } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

const keys = ['rep', 'month', 'amount', 'quota', 'x'] as const;
const columns = ['rep:text', 'month:date', 'amount:number', 'quota:number', 'x:mixed'];
const anyError = fc.constantFrom(errors['#N/A'], errors['#VALUE!']);
function holed<T extends Value>(values: fc.Arbitrary<T>, faults = 1): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 12, arbitrary: values },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: faults, arbitrary: anyError },
  );
}
const money = fc.oneof(
  fc.integer({ min: -9999, max: 99999 }).map((cents) => cents / 100),
  fc.constantFrom(0.1, 0.2, 0.3),
);
const rowsOf = fc.array(
  fc.record({
    rep: holed(fc.constantFrom('Ann', 'ann', 'Bo', 'Cy', '')),
    month: holed(fc.constantFrom(46023, 46054)),
    amount: holed(money),
    quota: money,
    x: holed(
      fc.oneof<[fc.Arbitrary<number>, fc.Arbitrary<string>, fc.Arbitrary<boolean>]>(
        money,
        fc.constantFrom('a', '5', ''),
        fc.boolean(),
      ),
    ),
  }),
  { maxLength: 14 },
);

function run(rows: readonly Row[], by: readonly string[], made: readonly { key: string; expression: Expression }[]) {
  const read = step({ op: 'read', id: 'in', source: { from: 'table', table: 'in' } }, columns);
  const own = step({ op: 'group', id: 'out', input: 'in', by, made }, [
    ...columns.filter((name) => by.includes(name.split(':')[0] as string)),
    ...made.map((one) => `${one.key}:mixed`),
  ]);
  const cells = Object.fromEntries(
    columns.map((name, at) => [name, rows.map((row) => row[keys[at] as string] ?? null)]),
  );
  return ask([read, own], { in: frame(cells) }, { bonus: 5 });
}

const aggregates: readonly Aggregate[] = [
  'SUM',
  'AVERAGE',
  'COUNT',
  'COUNTA',
  'COUNTBLANK',
  'COUNTUNIQUE',
  'MIN',
  'MAX',
];

describe('group', () => {
  test('aggregates agree with exact fractions, groups stand in order of first appearance', () => {
    const by = fc.subarray(['rep', 'month']);
    fc.assert(
      fc.property(rowsOf, by, fc.constantFrom('amount', 'quota', 'rep', 'x'), (rows, names, over) => {
        const made = aggregates.map((name) => ({ key: name, expression: call(name, column(over)) }));
        const asked = run(rows, names, made);
        const groups = groupsOf(rows, names);
        expect(asked.count('out')).toBe(groups.length);
        for (const name of names)
          expect(asked.cells('out', name)).toEqual(groups.map((group) => group[0]?.[name] ?? null));
        for (const name of aggregates) {
          const found = asked.cells('out', name);
          groups.forEach((group, at) => {
            const wanted = aggregateOf(name, group, over);
            if (typeof wanted === 'number') expect(found[at]).toBeCloseTo(wanted, 9);
            else expect(found[at]).toEqual(wanted);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('any expression of the group place is the scalar one, group by group', () => {
    const expressions: readonly Expression[] = [
      binary(call('SUM', column('amount')), '/', call('SUM', column('quota'))),
      call('MIN', call('SUM', column('amount')), literal(50)),
      call(
        'IF',
        binary(call('COUNT', column('amount')), '>', literal(1)),
        call('MAX', column('amount')),
        column('rep'),
      ),
      call('SUM', binary(column('amount'), '*', parameter('bonus'))),
      call('SUM', call('IF', binary(column('amount'), '>', literal(0)), column('amount'), literal(0))),
      call('MEDIAN', column('amount')),
      call('MAX', column('amount'), literal(10)),
      call('IFERROR', binary(call('SUM', column('amount')), '/', call('COUNTA', column('x'))), literal(0)),
      binary(column('rep'), '&', call('COUNT', column('quota'))),
      call('SUM', call('MAX', column('quota'), literal(0))),
      call('SUMPRODUCT', column('quota'), column('quota')),
      call('AVERAGE', column('x')),
    ];
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(...expressions), (rows, expression) => {
        const asked = run(rows, ['rep'], [{ key: 'made', expression }]);
        const wanted = groupsOf(rows, ['rep']).map((group) => scalar(expression, group));
        expect(asked.cells('out', 'made')).toEqual(wanted);
      }),
      { numRuns: 120 },
    );
  });

  test('a total without keys has one row, even of an empty table', () => {
    const asked = run([], [], [{ key: 'total', expression: call('SUM', column('amount')) }]);
    expect(asked.count('out')).toBe(1);
    expect(asked.cells('out', 'total')).toEqual([0]);
  });

  test('ten times 0.1 is 1', () => {
    const rows = Array.from({ length: 10 }, (): Row => ({ rep: 'Ann', month: null, amount: 0.1, quota: 1, x: null }));
    expect(
      run(rows, ['rep'], [{ key: 'total', expression: call('SUM', column('amount')) }]).cells('out', 'total'),
    ).toEqual([1]);
  });

  test('the rows of a group are its lineage', () => {
    const rows = ['Ann', 'Bo', 'ann'].map((rep): Row => ({ rep, month: null, amount: 1, quota: 1, x: null }));
    const asked = run(rows, ['rep'], []);
    expect(asked.lineage('out', 0).map((one) => [one.step, [...(one.rows as Int32Array)]])).toEqual([['in', [0, 2]]]);
  });
});

function scalar(expression: Expression, rows: readonly Row[]): Value {
  const held = new Map<string, Column>();
  const group = (key: string): Column => {
    let made = held.get(key);
    if (!made)
      held.set(
        key,
        (made = columnOfValues(
          rows.map((row) => row[key] ?? null),
          'number',
        )),
      );
    return made;
  };
  const environment = {
    ...emptyEnvironment(0),
    column: (key: string) => cellAt(group(key), 0),
    parameter: () => 5,
    group,
  };
  const value = compileScalar(expression)(environment);
  return value === 0 ? 0 : value;
}
