import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import type { TableStep } from '../../program/table-program.ts';
import {
  extendRows,
  filterRows,
  limitRows,
  selectRows,
  sortRows,
  unionRows,
  type Row,
} from '../reference/row-operations.ts';
import { ask } from '../testing/ask.ts';
import { binary, call, column, literal } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

const columns = ['rep:text', 'amount:number', 'won:boolean', 'note:mixed'] as const;
const keys = ['rep', 'amount', 'won', 'note'] as const;
const read = (id: string) => step({ op: 'read', id, source: { from: 'table', table: id } }, [...columns]);

const anyError = fc.constantFrom(errors['#N/A'], errors['#DIV/0!']);
function holed<T extends Value>(values: fc.Arbitrary<T>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 6, arbitrary: values },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyError },
  );
}
const amount = fc.constantFrom(0, 1, -1, 0.3, 0.1 + 0.2, 100, 7);
const someText = fc.constantFrom('Ann', 'ann', 'Bo', '', 'é', 'É');
const rowsOf = fc.array(
  fc.record({
    rep: holed(someText),
    amount: holed(amount),
    won: holed(fc.boolean()),
    note: holed(
      fc.oneof<[fc.Arbitrary<number>, fc.Arbitrary<string>, fc.Arbitrary<boolean>]>(amount, someText, fc.boolean()),
    ),
  }),
  { maxLength: 12 },
);

function frameOf(rows: readonly Row[]) {
  return frame(
    Object.fromEntries(columns.map((name, at) => [name, rows.map((row) => row[keys[at] as string] ?? null)])),
  );
}

/** The rows that the last of some steps makes of the table `in`. */
function run(
  rows: readonly Row[],
  own: TableStep,
  wanted: readonly string[] = keys,
  more: Readonly<Record<string, readonly Row[]>> = {},
): Row[] {
  const names = Object.keys(more);
  const frames = Object.fromEntries([['in', frameOf(rows)], ...names.map((name) => [name, frameOf(more[name] ?? [])])]);
  const asked = ask([read('in'), ...names.map(read), own], frames);
  const cells = wanted.map((key) => asked.cells('out', key));
  return Array.from({ length: asked.count('out') }, (_, row) =>
    Object.fromEntries(wanted.map((key, at) => [key, cells[at]?.[row] ?? null])),
  );
}

describe('operations agree with their row-at-a-time references', () => {
  test('filter', () => {
    const where = fc.constantFrom(
      column('won'),
      binary(column('amount'), '>', literal(0.3)),
      binary(column('rep'), '=', literal('ann')),
      column('amount'),
      column('note'),
      call('AND', column('won'), binary(column('amount'), '<>', literal(7))),
    );
    fc.assert(
      fc.property(rowsOf, where, (rows, condition) => {
        const own = step({ op: 'filter', id: 'out', input: 'in', where: condition }, [...columns]);
        expect(run(rows, own)).toEqual(filterRows(rows, condition));
      }),
      { numRuns: 60 },
    );
  });

  test('extend, with columns that name those before them and one made twice', () => {
    const made = [
      { key: 'double', expression: binary(column('amount'), '*', literal(2)) },
      { key: 'amount', expression: binary(column('double'), '+', literal(1)) },
      { key: 'amount', expression: binary(column('amount'), '-', literal(0.5)) },
      { key: 'label', expression: call('IF', column('won'), column('rep'), literal('lost')) },
      { key: 'safe', expression: call('IFERROR', binary(column('amount'), '/', column('double')), literal(0)) },
    ];
    const wanted = [...keys, 'double', 'label', 'safe'];
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const own = step({ op: 'extend', id: 'out', input: 'in', made }, [...columns, 'double', 'label:mixed', 'safe']);
        expect(run(rows, own, wanted)).toEqual(extendRows(rows, made));
      }),
      { numRuns: 50 },
    );
  });

  test('select', () => {
    const take = [
      { key: 'who', from: 'rep' },
      { key: 'amount', from: 'amount' },
    ];
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const own = step({ op: 'select', id: 'out', input: 'in', take }, ['who:text', 'amount']);
        expect(run(rows, own, ['who', 'amount'])).toEqual(selectRows(rows, take));
      }),
      { numRuns: 30 },
    );
  });

  test('sort: by key, stable, blanks last and errors after them in both directions', () => {
    const order = fc.array(fc.record({ key: fc.constantFrom(...keys), descending: fc.boolean() }), { maxLength: 3 });
    fc.assert(
      fc.property(rowsOf, order, (rows, by) => {
        const own = step({ op: 'sort', id: 'out', input: 'in', order: by }, [...columns]);
        expect(run(rows, own)).toEqual(sortRows(rows, by));
      }),
      { numRuns: 80 },
    );
  });

  test('limit, of all rows and of each partition', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 0, max: 4 }), fc.subarray(['rep', 'won', 'amount']), (rows, count, by) => {
        const own = step({ op: 'limit', id: 'out', input: 'in', count: literal(count), by }, [...columns]);
        expect(run(rows, own)).toEqual(limitRows(rows, count, by));
      }),
      { numRuns: 60 },
    );
  });

  test('union, with a tag and columns that some inputs do not have', () => {
    fc.assert(
      fc.property(rowsOf, rowsOf, (rows, others) => {
        const tag = { key: 'from', names: ['first', 'second'] };
        const own = step({ op: 'union', id: 'out', inputs: ['in', 'more'], tag }, [...columns, 'from:text', 'missing']);
        const wanted = [...keys, 'from', 'missing'];
        expect(run(rows, own, wanted, { more: others })).toEqual(unionRows([rows, others], [...keys, 'missing'], tag));
      }),
      { numRuns: 50 },
    );
  });
});

describe('rows keep where they come from', () => {
  test('every value of a moved row is traced to its cell in the table, and the row to its row', () => {
    const named = (key: string) => ({ key, from: key });
    const steps: readonly TableStep[] = [
      step({ op: 'filter', id: 'out', input: 'in', where: column('won') }, [...columns]),
      step({ op: 'select', id: 'out', input: 'in', take: keys.map(named) }, [...columns]),
      step({ op: 'sort', id: 'out', input: 'in', order: [{ key: 'amount', descending: true }] }, [...columns]),
      step({ op: 'limit', id: 'out', input: 'in', count: literal(1), by: ['rep'] }, [...columns]),
      step({ op: 'union', id: 'out', inputs: ['in', 'more', 'in'] }, [...columns]),
    ];
    fc.assert(
      fc.property(rowsOf, rowsOf, fc.constantFrom(...steps), (rows, others, own) => {
        const asked = ask([read('in'), read('more'), own], { in: frameOf(rows), more: frameOf(others) });
        const tables = { in: rows, more: others };
        for (let row = 0; row < asked.count('out'); row++) {
          const [from, ...none] = asked.lineage('out', row);
          if (!from || none.length > 0) throw new Error('a moved row comes from one row');
          for (const key of keys) {
            const trace = asked.trace('out', row, key);
            expect(trace.cell).toEqual({ step: from.step, row: from.rows[0], column: key });
            expect(trace.how).toEqual({ by: 'source', table: from.step, row: from.rows[0] });
            expect(trace.value).toEqual(asked.cells('out', key)[row]);
            expect(trace.value).toEqual(tables[from.step as 'in' | 'more'][from.rows[0] as number]?.[key]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what a union adds says so: the name of its table, and blanks for columns that a table does not have', () => {
    const tag = { key: 'from', names: ['first', 'second'] };
    const own = step({ op: 'union', id: 'out', inputs: ['in', 'less'], tag }, [...columns, 'from:text']);
    const less = step({ op: 'read', id: 'less', source: { from: 'table', table: 'less' } }, ['rep:text']);
    const asked = ask([read('in'), less, own], {
      in: frameOf([{ rep: 'Ann', amount: 1, won: true, note: null }]),
      less: frame({ 'rep:text': ['Bo'] }),
    });
    expect(asked.trace('out', 1, 'from')).toMatchObject({ value: 'second', rows: [{ step: 'less', rows: [0] }] });
    expect(asked.trace('out', 1, 'from').sentence['zh-CN']).toBe('该行来自的表的名称');
    expect(asked.trace('out', 1, 'amount')).toMatchObject({ value: null, how: { by: 'lookup', found: false } });
  });
});

describe('what can go wrong', () => {
  const rows: Row[] = [
    { rep: 'Ann', amount: 1, won: true, note: null },
    { rep: 'Bo', amount: errors['#N/A'], won: errors['#N/A'], note: null },
  ];

  test('errors of a condition are counted and their rows left out', () => {
    const own = step({ op: 'filter', id: 'out', input: 'in', where: column('won') }, [...columns]);
    const asked = ask([read('in'), own], { in: frameOf(rows) });
    expect(asked.cells('out', 'rep')).toEqual(['Ann']);
    expect(asked.problems()).toMatchObject([
      {
        code: 'execute.condition-errors',
        severity: 'warning',
        params: { count: 1, error: '#N/A' },
        at: { node: 'out' },
      },
    ]);
  });

  test('errors of a formula are reported where they begin, not again where they arrive', () => {
    const made = [
      { key: 'half', expression: binary(literal(1), '/', binary(column('amount'), '-', literal(1))) },
      { key: 'more', expression: binary(column('half'), '+', literal(1)) },
    ];
    const own = step({ op: 'extend', id: 'out', input: 'in', made }, [
      ...columns,
      { key: 'half', type: 'number', label: 'Half' },
      'more',
    ]);
    const asked = ask([read('in'), own], { in: frameOf(rows) });
    expect(asked.cells('out', 'more')).toEqual([errors['#DIV/0!'], errors['#N/A']]);
    expect(asked.problems().map((one) => one.params)).toEqual([{ column: 'Half', count: 1, error: '#DIV/0!' }]);
  });

  test('a table or a column that is not there is a problem, and its cells are blank', () => {
    const gone = ask([read('in')], {});
    expect(gone.count('in')).toBe(0);
    expect(gone.problems()).toMatchObject([{ code: 'execute.missing-table', params: { table: 'in' } }]);
    const less = ask([read('in')], { in: frame({ 'rep:text': ['Ann'] }) });
    expect(less.cells('in', 'amount')).toEqual([null]);
    expect(less.problems().map((one) => one.params)).toContainEqual({ table: 'in', column: 'amount' });
  });

  test('a count of rows that is no count keeps nothing and says so', () => {
    const own = step({ op: 'limit', id: 'out', input: 'in', count: literal('many'), by: [] }, [...columns]);
    const asked = ask([read('in'), own], { in: frameOf(rows) });
    expect(asked.count('out')).toBe(0);
    expect(asked.problems()).toMatchObject([{ code: 'execute.bad-count', params: { value: 'many' } }]);
  });
});
