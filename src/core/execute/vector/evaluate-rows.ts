/** An expression for every row at once: compiled to lanes, run in batches. */
import type { Column } from '../../data/column.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { bind, bindLanes, type Naming, type Source } from './bindings.ts';
import { compileLanes } from './compile-lanes.ts';
import { columnOfLanes } from './run-lanes.ts';
import { typeOf } from './scalar-rows.ts';

/** `naming`: what bare names stand for, where not all are columns of `source`. */
export function* evaluateRows(expression: Expression, source: Source, count: number, naming?: Naming): Work<Column> {
  if (expression.node === 'column') return yield* source.column(expression.key);
  const bindings = naming ? yield* bindLanes(source, expression, naming) : yield* bind(source, expression);
  const { lanes, root } = yield* compileLanes(expression, bindings, count, source.note);
  return yield* columnOfLanes(lanes, root, count, bindings.step, typeOf(expression));
}
