/** An expression for every row at once: compiled to lanes, run in batches. */
import type { Column } from '../../data/column.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { bind, bindLanes, type Naming, type Source } from './bindings.ts';
import { laneCompiler } from './compile-lanes.ts';
import type { Watch } from './inlined.ts';
import { columnOfLanes } from './run-lanes.ts';
import { typeOf } from './scalar-rows.ts';

/** `naming`: what bare names stand for, where not all are columns of `source`. `watch` hears where errors begin. */
export function* evaluateRows(
  expression: Expression,
  source: Source,
  count: number,
  naming?: Naming,
  watch?: Watch,
): Work<Column> {
  if (expression.node === 'column') return yield* source.column(expression.key);
  const bindings = naming ? yield* bindLanes(source, expression, naming) : yield* bind(source, expression);
  const compiler = laneCompiler(count, source.note);
  const root = yield* compiler.compile(expression, bindings);
  if (watch) yield* compiler.watch(root, bindings, watch);
  return yield* columnOfLanes(compiler.lanes, root, count, bindings.step, typeOf(expression));
}
