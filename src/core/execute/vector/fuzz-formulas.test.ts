import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, type Column } from '../../data/column.ts';
import { errors, isError, type Value } from '../../data/value.ts';
import { checkFormula } from '../../formula/check/check-formula.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import type { FormulaPlace, Scope } from '../../formula/scope.ts';
import { FUZZ_RUNS, FUZZ_TIME, readCounter } from '../../formula/testing/fuzz-runs.ts';
import { testScope } from '../../formula/testing/marked.ts';
import { rowsOf } from '../../formula/testing/random-cells.ts';
import { formulaOf } from '../../formula/testing/random-formula.ts';
import { columnOfValues } from '../make-column.ts';
import { drain } from '../run.ts';
import type { Source } from './bindings.ts';
import { evaluateGroups } from './evaluate-groups.ts';
import { evaluateRows } from './evaluate-rows.ts';

type Row = Readonly<Record<string, Value>>;
type Columns = ReadonlyMap<string, Column>;

const parameters: Readonly<Record<string, Value>> = { rate: 0.05 };
const asOf = 46_053;
const reads = readCounter();

function columnsOf(scope: Scope, rows: readonly Row[]): Columns {
  const made = scope.columns.map(({ key, type }) => {
    const cells = rows.map((row) => row[key] ?? null);
    return [key, columnOfValues(cells, type)] as const;
  });
  return new Map(made);
}

function sourceOf(columns: Columns, whole: Columns): Source {
  return {
    step: 's',
    // eslint-disable-next-line require-yield -- columns are at hand
    *column(key) {
      return columns.get(key) as Column;
    },
    // eslint-disable-next-line require-yield -- columns are at hand
    *whole(_table, key) {
      return whole.get(key) as Column;
    },
    keysOf: () => [...whole.keys()],
    parameter: (key) => parameters[key] ?? null,
    asOf,
  };
}

function environmentOf(column: (key: string) => Value, whole: Columns, rowCount: number): Environment {
  return {
    column(key) {
      reads.count();
      return column(key);
    },
    parameter: (key) => parameters[key] ?? null,
    prior: () => null,
    whole: (_table, key) => whole.get(key) ?? [],
    table: () => ({ rowCount, columns: whole }),
    asOf,
  };
}

function expressionOf(text: string, scope: Scope): Expression | undefined {
  return checkFormula(text, scope).expression;
}

/** Minus zero is zero to every formula. */
function plain(value: Value): Value {
  if (isError(value)) return value;
  return value === 0 ? 0 : value;
}

const often = { numRuns: FUZZ_RUNS };
const scopeAt = (place: FormulaPlace) => testScope(place);

describe('any formula over any columns', { timeout: Math.max(60_000, FUZZ_TIME) }, () => {
  test('a formula over columns is the scalar formula row by row', () => {
    const scope = scopeAt('row');
    fc.assert(
      fc.property(formulaOf(scope), rowsOf(scope, 6), rowsOf(scope, 4), (text, rows, others) => {
        const expression = expressionOf(text, scope);
        if (!expression) return;
        const columns = columnsOf(scope, rows);
        const whole = columnsOf(scope, others);
        const made = drain(evaluateRows(expression, sourceOf(columns, whole), rows.length));
        const compute = compileScalar(expression);
        const wanted = rows.map((_, row) => {
          reads.reset();
          return compute(environmentOf((key) => cellAt(columns.get(key) as Column, row), whole, others.length));
        });
        expect(rows.map((_, row) => plain(cellAt(made, row)))).toEqual(wanted.map(plain));
      }),
      often,
    );
  });

  test('a formula over groups is the scalar formula group by group', () => {
    const scope = scopeAt('group');
    fc.assert(
      fc.property(formulaOf(scope), rowsOf(scope, 8), rowsOf(scope, 3), fc.nat(3), (text, rows, others, salt) => {
        const expression = expressionOf(text, scope);
        if (!expression) return;
        const columns = columnsOf(scope, rows);
        const whole = columnsOf(scope, others);
        const groupOf = Int32Array.from(rows, (_, row) => (row === 0 ? 0 : (row * salt) % 2));
        const count = rows.length === 0 ? 0 : Math.max(...groupOf) + 1;
        const first = Int32Array.from({ length: count }, (_, group) => groupOf.indexOf(group));
        const groups = { count, groupOf, first };
        const made = drain(evaluateGroups(expression, sourceOf(columns, whole), groups, rows.length));
        const compute = compileScalar(expression);
        for (let group = 0; group < count; group++) {
          const own = columnsOf(
            scope,
            rows.filter((_, row) => groupOf[row] === group),
          );
          const environment = environmentOf((key) => cellAt(own.get(key) as Column, 0), whole, others.length);
          reads.reset();
          const wanted = compute({ ...environment, group: (key) => own.get(key) as Column });
          expect(plain(cellAt(made, group))).toEqual(plain(wanted));
        }
      }),
      often,
    );
  });
});

describe('names that LET and MAXIMIZE bind', () => {
  const rows: readonly Row[] = [
    { amount: 3, qty: 2, rep: 'ab' },
    { amount: 5, qty: null, rep: 'x' },
  ];

  function byColumns(text: string): readonly Value[] {
    const scope = scopeAt('row');
    const columns = columnsOf(scope, rows);
    const expression = expressionOf(text, scope);
    if (!expression) throw new Error(`${text} does not check`);
    const made = drain(evaluateRows(expression, sourceOf(columns, columns), rows.length));
    const compute = compileScalar(expression);
    const alone = (row: number) =>
      compute(environmentOf((key) => cellAt(columns.get(key) as Column, row), columns, rows.length));
    expect(rows.map((_, row) => cellAt(made, row))).toEqual(rows.map((_, row) => alone(row)));
    return rows.map((_, row) => cellAt(made, row));
  }

  function byGroups(text: string): Value {
    const scope = scopeAt('group');
    const expression = expressionOf(text, scope);
    if (!expression) throw new Error(`${text} does not check`);
    const groups = { count: 1, groupOf: Int32Array.of(0, 0), first: Int32Array.of(0) };
    return cellAt(drain(evaluateGroups(expression, sourceOf(columnsOf(scope, rows), new Map()), groups, 2)), 0);
  }

  const three: readonly Row[] = [
    { amount: 3, rep: '7' },
    { amount: 5, rep: '8' },
    { amount: 4, rep: '9' },
  ];

  /** Over a group of one row and a group of two, by columns and by the scalar kernel. */
  function both(text: string): readonly Value[] {
    const scope = scopeAt('group');
    const columns = columnsOf(scope, three);
    const groups = { count: 2, groupOf: Int32Array.of(0, 1, 1), first: Int32Array.of(0, 1) };
    const expression = expressionOf(text, scope);
    if (!expression) throw new Error(`${text} does not check`);
    const made = drain(evaluateGroups(expression, sourceOf(columns, new Map()), groups, three.length));
    const compute = compileScalar(expression);
    const alone = [three.slice(0, 1), three.slice(1)].map((members) => {
      const own = columnsOf(scope, members);
      const environment = environmentOf((key) => cellAt(own.get(key) as Column, 0), new Map(), 0);
      return compute({ ...environment, group: (key) => own.get(key) as Column });
    });
    expect([cellAt(made, 0), cellAt(made, 1)]).toEqual(alone);
    return alone;
  }

  test('a name of MAXIMIZE hides the one of LET around it', () => {
    expect(byColumns('LET(p, amount, MAXIMIZE(p, 0, 10, p))')).toEqual([10, 10]);
    expect(byColumns('LET(x, amount, p, qty, MAXIMIZE(p, 0, 10, 0 - ABS(p - x)) + p)')).toEqual([5, 5]);
  });

  test('the value of a LET name is not taken for a name that MAXIMIZE binds inside', () => {
    // Inlined carelessly, x would become the inner p and the product p * p.
    expect(byColumns('MAXIMIZE(p, 0, 10, LET(x, p, SUM(x, qty) - x * x))')[0]).toBeCloseTo(0.5, 6);
  });

  test('names that double each other stop at the text limit and do not blow up', () => {
    const steps = Array.from({ length: 60 }, (_, i) => `a${i + 1}, a${i} & a${i}`).join(', ');
    expect(byColumns(`LET(a0, rep, ${steps}, LEN(a60))`)).toEqual([errors['#VALUE!'], errors['#VALUE!']]);
    const sums = Array.from({ length: 60 }, (_, i) => `a${i + 1}, a${i} + a${i}`).join(', ');
    expect(byColumns(`LET(a0, amount, ${sums}, a60)`)).toEqual([3 * 2 ** 60, 5 * 2 ** 60]);
    expect(byGroups(`LET(a0, SUM(amount), ${sums}, a60)`)).toBe(8 * 2 ** 60);
  });

  test('a name bound around an aggregate holds inside it', () => {
    expect(byGroups('LET(x, 2, SUM(amount * x))')).toBe(16);
    expect(byGroups('LET(x, SUM(amount), SUM(amount / x))')).toBe(1);
    expect(byGroups('MAXIMIZE(p, 0, 10, 0 - ABS(SUM(amount * p) - 16))')).toBeCloseTo(2, 6);
    expect(byGroups('SUM(LET(x, amount, IF(x > 3, x, 0)))')).toBe(5);
  });

  test('what is computed over the rows of a group is a range of its cells, however many rows there are', () => {
    // Truths and texts found in a range do not count; given ones would.
    expect(both('SUM(amount + amount >= amount)')).toEqual([0, 0]);
    expect(both('SUM(LET(it, amount, it >= it), 1)')).toEqual([1, 1]);
    expect(both('SUM(UPPER(rep))')).toEqual([0, 0]);
    expect(both('SUM(IF(amount > 0, rep, ""), 1)')).toEqual([1, 1]);
    expect(both('SUM(IFS(amount > 0, rep), 1)')).toEqual([1, 1]);
    expect(both('SUM(-amount)')).toEqual([-3, -9]);
    expect(both('COUNT(rep & "")')).toEqual([0, 0]);
  });

  test('a group’s key that LET binds is one value inside aggregates too', () => {
    expect(both('LET(k, rep, COUNTA(k))')).toEqual([1, 1]);
    expect(both('LET(k, LET(j, 1, rep), CONCAT(k, amount))')).toEqual(['73', '854']);
    expect(both('LET(k, rep, SUM(amount) & k)')).toEqual(['37', '98']);
  });

  test('one value that is chosen for the whole group is given once, not once for each row', () => {
    expect(both('COUNT(IF(rate > 1, amount, 2))')).toEqual([1, 1]);
    expect(both('SUM(IF(rate > 1, amount, 2))')).toEqual([2, 2]);
    expect(both('COUNT(LET(amount, 1, it, IFERROR(amount + 1, amount), IF(amount = it, rep, it)))')).toEqual([1, 1]);
    expect(both('SUM(IF(amount > 3, 1, 2))')).toEqual([2, 2]);
    expect(both('SUM(IF(rate > 0, amount, 2))')).toEqual([3, 9]);
  });

  test('IFS inside an aggregate of a group is decided row by row', () => {
    expect(byGroups('SUM(IFS(amount > 4, amount, TRUE, 1))')).toBe(6);
    expect(byGroups('SUM(IFS(amount > 4, amount, TRUE, 1), 1)')).toBe(7);
    expect(byGroups('SUM(SWITCH(TRUE, amount > 4, amount, 1), 1)')).toBe(7);
    expect(byGroups('MEDIAN(IFS(amount > 4, amount, TRUE, 1), 100)')).toBe(5);
  });

  test('a single value that IFERROR lets through is counted once in a group, not once for each row', () => {
    expect(byGroups('COUNT(SIN(IFERROR(TRUE + 1, amount)))')).toBe(1);
    expect(byGroups('COUNT(SIN(IFERROR(amount, 1)))')).toBe(2);
  });

  test('many values that only show at run time are an error where they arise', () => {
    const value = errors['#VALUE!'];
    expect(byColumns('IFERROR(INDEX(deals[amount], amount - amount) + 1, qty)')).toEqual([2, null]);
    expect(byColumns('(#N/A & rep) + INDEX(deals[amount], amount - amount)')).toEqual([errors['#N/A'], errors['#N/A']]);
    expect(byColumns('INDEX(deals[amount], amount - amount)')).toEqual([value, value]);
    expect(byColumns('SUM(INDEX(deals[amount], amount - amount))')).toEqual([8, 8]);
    expect(byColumns('LET(x, INDEX(deals[amount], amount - amount), (#N/A & rep) & x)')).toEqual([value, value]);
    expect(byColumns('LET(x, INDEX(deals[amount], amount - amount), SUM(x))')).toEqual([8, 8]);
    // An error to the left of what LET answers comes first.
    const missing = errors['#N/A'];
    expect(byColumns('(#N/A & rep) + LET(x, INDEX(deals[amount], amount - amount), rep & x)')).toEqual([
      missing,
      missing,
    ]);
  });

  test('a whole column beside a row’s value is many values to the aggregate', () => {
    expect(byColumns('SUM(amount, deals[qty])')).toEqual([5, 7]);
    expect(byColumns('AND(deals[amount], amount)')).toEqual([true, true]);
    expect(byColumns('MAX(qty, {9, 1})')).toEqual([9, 9]);
  });
});
