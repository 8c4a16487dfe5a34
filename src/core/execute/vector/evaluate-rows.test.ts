import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAt, type Column } from '../../data/column.ts';
import { errors, type Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../../formula/expression.ts';
import { columnOfValues, type AnyType } from '../make-column.ts';
import { drain } from '../run.ts';
import { binary, call, column, literal, parameter, unary, whole } from '../testing/expressions.ts';
import type { Bindings, Source } from './bindings.ts';
import { evaluateRows } from './evaluate-rows.ts';
import { environmentOf } from './scalar-rows.ts';

const parameters: Readonly<Record<string, Value>> = { rate: 0.05, none: null };
const people = { rep: ['ann', 'Bo', 'cy', 'Ann'], quota: [100, 250, 0.3, 7] } as const;

function sourceOf(columns: Readonly<Record<string, Column>>): Source {
  const wholes = Object.fromEntries(
    Object.entries(people).map(([key, cells]) => [key, columnOfValues(cells, 'number')]),
  );
  return {
    step: 's',
    // eslint-disable-next-line require-yield -- columns are at hand
    *column(key) {
      return columns[key] as Column;
    },
    // eslint-disable-next-line require-yield -- columns are at hand
    *whole(_table, key) {
      return wholes[key] as Column;
    },
    keysOf: () => Object.keys(people),
    parameter: (key) => parameters[key] ?? null,
    asOf: 46053,
  };
}

/** What the formula means: the scalar kernel, row by row. */
function byRow(expression: Expression, columns: Readonly<Record<string, Column>>, count: number): Value[] {
  const bindings: Bindings = {
    step: 's',
    columns: new Map(Object.entries(columns)),
    wholes: new Map(
      Object.entries(people).map(([key, cells]) => [JSON.stringify(['people', key]), columnOfValues(cells, 'number')]),
    ),
    tables: new Map(),
    parameters: new Map(Object.entries(parameters)),
    asOf: 46053,
  };
  const compute = compileScalar(expression);
  return Array.from({ length: count }, (_, row) =>
    compute(environmentOf(bindings, (key) => cellAt(columns[key] as Column, row))),
  );
}

function cells(made: Column, count: number): Value[] {
  return Array.from({ length: count }, (_, row) => cellAt(made, row));
}

const anyError = fc.constantFrom(errors['#N/A'], errors['#DIV/0!'], errors['#VALUE!']);
const nice = fc.constantFrom(0, 1, 2, -1, 0.1, 0.2, 0.3, 1.005, 2.5, 100, -2.675, 1e-9, 46053, 1.1999999999999997, 1.2);
const anyNumber = fc.oneof(
  nice,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -99, max: 99 }),
);
const anyText = fc.constantFrom('ann', 'Ann', 'Bo', 'cy', '', '5', '1.5', 'TRUE', 'x', '2026-01-31');

function holed<T extends Value>(values: fc.Arbitrary<T>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 8, arbitrary: values },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyError },
  );
}

/** Columns of every storage: clean, with blanks and errors, and mixed. */
const row = fc.record({
  a: anyNumber,
  n: holed(anyNumber),
  b: holed(fc.boolean()),
  t: holed(anyText),
  u: anyText,
  d: holed(fc.integer({ min: 40000, max: 47000 })),
  x: holed(
    fc.oneof<[fc.Arbitrary<number>, fc.Arbitrary<string>, fc.Arbitrary<boolean>]>(anyNumber, anyText, fc.boolean()),
  ),
});
const types: Readonly<Record<string, AnyType>> = {
  a: 'number',
  n: 'number',
  b: 'boolean',
  t: 'text',
  u: 'text',
  d: 'date',
  x: 'mixed',
};

const rows = fc.oneof(
  { weight: 4, arbitrary: fc.array(row, { minLength: 1, maxLength: 12 }) },
  // Long enough, and few enough different cells, for dictionaries and combinations to be used.
  {
    weight: 1,
    arbitrary: fc
      .array(row, { minLength: 2, maxLength: 4 })
      .map((few) => Array.from({ length: 64 }, (_, i) => few[i % few.length] as (typeof few)[0])),
  },
);

function columnsOf(given: readonly Record<string, Value>[]): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(types).map(([key, type]) => {
      const values = given.map((one) => one[key] ?? null);
      return [key, type === 'mixed' ? { type: 'mixed', cells: values } : columnOfValues(values, type)];
    }),
  );
}

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(types)).map(column) },
  { weight: 2, arbitrary: nice.map(literal) },
  { weight: 1, arbitrary: fc.oneof(anyText, fc.boolean(), fc.constant(null), anyError).map(literal) },
  { weight: 1, arbitrary: fc.constantFrom('rate', 'none').map(parameter) },
);

const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
  const one = tie('tree');
  const some = fc.array(one, { minLength: 1, maxLength: 3 });
  const arithmetic = fc.constantFrom('+', '-', '*', '/', '^', '&' as const);
  const comparison = fc.constantFrom('=', '<>', '<', '<=', '>', '>=' as const);
  return {
    tree: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      leaf,
      fc.tuple(one, fc.oneof(arithmetic, comparison), one).map(([a, sign, b]) => binary(a, sign, b)),
      fc.tuple(fc.constantFrom('-', '+', '%' as const), one).map(([sign, a]) => unary(sign, a)),
      fc.tuple(one, one, one).map((args) => call('IF', ...args)),
      fc.tuple(one, one).map((args) => call('IF', ...args)),
      fc.tuple(one, one, one, one).map((args) => call('IFS', ...args)),
      fc.array(one, { minLength: 3, maxLength: 6 }).map((args) => call('SWITCH', ...args)),
      fc.tuple(fc.constantFrom('IFERROR', 'IFNA'), one, one).map(([name, ...args]) => call(name, ...args)),
      fc
        .tuple(fc.constantFrom('AND', 'OR', 'MIN', 'MAX', 'SUM', 'AVERAGE'), some)
        .map(([name, args]) => call(name, ...args)),
      fc
        .tuple(
          fc.constantFrom('NOT', 'ABS', 'SIGN', 'INT', 'ISBLANK', 'ISERROR', 'YEAR', 'MONTH', 'DAY', 'LEN', 'UPPER'),
          one,
        )
        .map(([name, arg]) => call(name, arg)),
      fc.tuple(one, fc.integer({ min: -2, max: 8 })).map(([arg, digits]) => call('ROUND', arg, literal(digits))),
      one.map((arg) => call('SUMIFS', whole('people', 'quota'), whole('people', 'rep'), arg)),
      one.map((arg) => call('XLOOKUP', arg, whole('people', 'rep'), whole('people', 'quota'), literal(0))),
      fc.tuple(one, one).map(([value, body]): Expression => {
        const local: Expression = { node: 'local', name: 'v', type: 'any' };
        return {
          node: 'let',
          name: 'v',
          value,
          body: call('MAX', binary(local, '+', body), unary('+', local)),
          type: 'any',
        };
      }),
    ),
  };
});

/** Minus zero is zero to every formula. */
function plain(values: readonly Value[]): Value[] {
  return values.map((value) => (value === 0 ? 0 : value));
}

test('an expression over columns is the scalar expression row by row, with blanks and errors', () => {
  fc.assert(
    fc.property(tree, rows, (expression, given) => {
      const columns = columnsOf(given);
      const made = drain(evaluateRows(expression, sourceOf(columns), given.length));
      expect(plain(cells(made, given.length))).toEqual(plain(byRow(expression, columns, given.length)));
    }),
    { numRuns: 250 },
  );
});

test('many batches are one column, and long work says that it lives', () => {
  const count = 200_000;
  const values = Float64Array.from({ length: count }, (_, i) => i % 1000);
  const state = Uint8Array.from({ length: count }, (_, i) => (i % 50 === 0 ? 1 : 0));
  const columns: Record<string, Column> = { n: { type: 'number', values, state }, a: { type: 'number', values } };
  const expression = call(
    'IF',
    binary(column('n'), '>', literal(500)),
    binary(column('a'), '*', literal(2)),
    column('n'),
  );
  const work = evaluateRows(expression, sourceOf(columns), count);
  let steps = 0;
  let next = work.next();
  for (; !next.done; next = work.next()) steps++;
  expect(steps).toBeGreaterThanOrEqual(3);
  expect(cells(next.value, count)).toEqual(
    Array.from({ length: count }, (_, i) => {
      if (i % 50 === 0) return null;
      return i % 1000 > 500 ? (i % 1000) * 2 : i % 1000;
    }),
  );
});

test('a look-up into another table is computed once for each different key', () => {
  const count = 100_000;
  const names = Array.from({ length: count }, (_, i) => ['ann', 'Bo', 'cy', 'nobody'][i % 4] as string);
  const columns = { t: columnOfValues(names, 'text') };
  const expression = call('SUMIFS', whole('people', 'quota'), whole('people', 'rep'), column('t'));
  const made = drain(evaluateRows(expression, sourceOf(columns), count));
  expect(cells(made, 4)).toEqual([107, 250, 0.3, 0]);
  expect(cellAt(made, count - 3)).toBe(250);
});

test('the largest doubles stay numbers or become #NUM!, in batches as alone', () => {
  const columns = { a: columnOfValues([Number.MAX_VALUE, -Number.MAX_VALUE, 1], 'number') };
  for (const expression of [
    call('ROUND', column('a'), literal(0)),
    call('ROUND', column('a'), literal(-1)),
    call('INT', column('a')),
    binary(column('a'), '*', literal(2)),
    binary(column('a'), '/', literal(0.1)),
    binary(column('a'), '+', column('a')),
    call('AND', call('ROUND', column('a'), literal(2)), literal(true)),
  ]) {
    const made = drain(evaluateRows(expression, sourceOf(columns), 3));
    expect(plain(cells(made, 3))).toEqual(plain(byRow(expression, columns, 3)));
  }
});

test('decimal manners hold in batches: 0.1 + 0.2 - 0.3 is 0, 1.005 rounds to 1.01, 120 % reaches 120 %', () => {
  const columns = { a: columnOfValues([0.3, 1.005, 1.1999999999999997], 'number') };
  const source = sourceOf(columns);
  const rest = binary(binary(literal(0.1), '+', literal(0.2)), '-', column('a'));
  expect(cellAt(drain(evaluateRows(rest, source, 3)), 0)).toBe(0);
  expect(cellAt(drain(evaluateRows(call('ROUND', column('a'), literal(2)), source, 3)), 1)).toBe(1.01);
  expect(cellAt(drain(evaluateRows(binary(column('a'), '>=', literal(1.2)), source, 3)), 2)).toBe(true);
});
