/** Evaluation by the scalar kernel: row by row, or once per combination of cells. Slow, complete, and what a formula means by definition. */
import { cellAt, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import { columnOfValues, gather, type AnyType } from '../make-column.ts';
import type { Work } from '../operation.ts';
import { bind, wholeName, type Bindings, type Source } from './bindings.ts';
import { distinctRows } from './distinct-rows.ts';

/** Rows between two signs of life: some milliseconds of slow work. */
const SLICE = 4096;

/** The bindings as the scalar kernel reads them; `column` answers bare names. */
export function environmentOf(bindings: Bindings, column: (key: string) => Value): Environment {
  return {
    column,
    parameter: (key) => bindings.parameters.get(key) ?? null,
    prior: () => null,
    whole: (table, key) => bindings.wholes.get(wholeName(table, key)) ?? [],
    table: (table) => bindings.tables.get(table) ?? { rowCount: 0, columns: new Map() },
    asOf: bindings.asOf,
  };
}

/** The expression once, where no row is. */
export function* evaluateScalar(expression: Expression, source: Source): Work<Value> {
  const bindings = yield* bind(source, expression);
  return constantOf(expression, bindings);
}

/** The expression's value where it names no column. */
export function constantOf(expression: Expression, bindings: Bindings): Value {
  return compileScalar(expression)(environmentOf(bindings, () => null));
}

/** The expression for each of `count` rows. */
export function* scalarColumn(expression: Expression, bindings: Bindings, count: number): Work<Column> {
  let row = 0;
  const compute = compileScalar(expression);
  const environment = environmentOf(bindings, (key) => {
    const column = bindings.columns.get(key);
    return column ? cellAt(column, row) : null;
  });
  const values: Value[] = new Array<Value>(count);
  for (; row < count; row++) {
    values[row] = compute(environment);
    if (row % SLICE === SLICE - 1) yield { step: bindings.step, rows: SLICE };
  }
  return columnOfValues(values, typeOf(expression));
}

/**
 * The expression computed once for each different combination of the cells it names, then spread over the rows: what `SUMIFS(…, rep)` over a hundred
 * thousand rows of five hundred reps needs. Null where combinations are too many to gain anything.
 */
export function* distinctColumn(expression: Expression, bindings: Bindings, count: number): Work<Column | null> {
  const codes = distinctRows([...bindings.columns.values()], count);
  if (!codes) return null;
  const representatives = new Map<string, Column>();
  for (const [key, column] of bindings.columns) representatives.set(key, gather(column, codes.first));
  const few: Bindings = { ...bindings, columns: representatives };
  return gather(yield* scalarColumn(expression, few, codes.first.length), codes.of);
}

export function typeOf(expression: Expression): AnyType {
  const { type } = expression;
  return type === 'any' || type === 'blank' || type === 'array' ? 'mixed' : type;
}
