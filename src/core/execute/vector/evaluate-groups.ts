/**
 * Expressions of the group place: one value for each group of rows. Aggregates are taken out of the expression and computed for all groups at once
 * (the common ones in one pass over the rows, the others group by group); what remains is an expression over the groups as rows.
 */
import { cellAt, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../../formula/expression.ts';
import { parameterAt } from '../../formula/functions/arity.ts';
import { functionNamed } from '../../formula/functions/registry.ts';
import { columnOfValues, gather } from '../make-column.ts';
import type { Work } from '../operation.ts';
import { hasFreeLocals } from '../window/free-locals.ts';
import { aggregateColumn, type AggregateName, isAggregateName } from './aggregate-column.ts';
import { bind, bindLanes, type Naming, type Source } from './bindings.ts';
import { laneCompiler, type LaneCompiler } from './compile-lanes.ts';
import { evaluateRows } from './evaluate-rows.ts';
import { childrenOf, inlineLets, replaceParts } from './expression-parts.ts';
import { rowsOfGroup, type Groups } from './groups.ts';
import { isLaneAggregate, laneAggregate, type LaneAggregate } from './lane-aggregate.ts';
import { isPerRow, isRowWise } from './row-wise.ts';
import { runLanes } from './run-lanes.ts';
import { environmentOf } from './scalar-rows.ts';

type Call = Extract<Expression, { node: 'call' }>;

/** Groups computed one by one between two signs of life. */
const SLICE = 256;

/** `naming`: what bare names inside aggregates stand for, where not all are columns of `source`. */
export function* evaluateGroups(
  written: Expression,
  source: Source,
  groups: Groups,
  rowCount: number,
  naming: Naming = (key) => source.column(key),
): Work<Column> {
  const expression = bindsRowValue(written) ? written : inlineLets(written);
  const aggregates: Call[] = [];
  const remaining = replaceParts(expression, (part) => {
    if (part.node !== 'call' || !takesRows(part)) return undefined;
    const at = aggregates.push(part) - 1;
    const taken: Expression = { node: 'column', key: aggregateKey(at), type: part.type };
    return { node: 'unary', operator: '+', type: part.type, operand: taken };
  });
  // A name bound round an aggregate means nothing in the aggregate alone.
  if (aggregates.some((call) => hasFreeLocals(call))) {
    return yield* groupByGroup(expression, source, groups);
  }
  const columns = new Map<string, Column>();
  const compiler = laneCompiler(rowCount, source.note);
  const takers: { readonly at: number; readonly taker: LaneAggregate }[] = [];
  for (const [at, call] of aggregates.entries()) {
    const taker = yield* laneTaker(call, source, groups, naming, compiler);
    if (taker) takers.push({ at, taker });
    else columns.set(aggregateKey(at), yield* aggregate(call, source, groups, rowCount));
  }
  if (takers.length > 0) {
    // All of them in one pass over the rows.
    yield* runLanes(compiler.lanes, rowCount, source.step, (from, size) => {
      for (const { taker } of takers) taker.take(from, size);
    });
    for (const { at, taker } of takers) columns.set(aggregateKey(at), taker.column());
  }
  const alone = columns.get(aggregateKey(0));
  if (alone && expression === aggregates[0]) return alone;
  const overGroups: Source = {
    ...source,
    *column(key) {
      return columns.get(key) ?? gather(yield* source.column(key), groups.first);
    },
    get asOf() {
      return source.asOf;
    },
  };
  return yield* evaluateRows(remaining, overGroups, groups.count);
}

const aggregateKey = (at: number) => `\u0000aggregate ${at}`;

function rangeArguments(call: Call): readonly Expression[] {
  const spec = functionNamed(call.name);
  return spec ? call.args.filter((_, i) => parameterAt(spec, i)?.kind === 'range') : [];
}

/** Whether a call reads the rows of a group: a column stands in a range argument, not inside another such call. */
export function takesRows(call: Call): boolean {
  return rangeArguments(call).some(namesColumn);
}

/** Whether an expression reads the cells of one row: a column stands in it outside the range arguments of calls. */
export function namesColumn(expression: Expression): boolean {
  if (expression.node === 'column') return true;
  if (expression.node !== 'call') return childrenOf(expression).some(namesColumn);
  const ranges = rangeArguments(expression);
  return expression.args.some((arg) => !ranges.includes(arg) && namesColumn(arg));
}

/** Whether LET binds a group's key outside aggregates: that is one value in them too, where the key's column would be all rows. */
function bindsRowValue(expression: Expression): boolean {
  if (expression.node === 'let' && namesColumn(expression.value)) return true;
  if (expression.node !== 'call') return childrenOf(expression).some(bindsRowValue);
  const ranges = rangeArguments(expression);
  return expression.args.some((arg) => !ranges.includes(arg) && bindsRowValue(arg));
}

/** The aggregate over the lane of its argument; null where the argument is not a lane of plain numbers. */
function* laneTaker(
  call: Call,
  source: Source,
  groups: Groups,
  naming: Naming,
  compiler: LaneCompiler,
): Work<LaneAggregate | null> {
  const [arg] = call.args;
  if (call.args.length !== 1 || !arg || !isLaneAggregate(call.name) || !isRowWise(arg) || !isPerRow(arg)) return null;
  const lane = yield* compiler.compile(arg, yield* bindLanes(source, arg, naming));
  return lane.kind === 'number' && lane.type !== 'boolean' ? laneAggregate(call.name, lane, groups) : null;
}

function* aggregate(call: Call, source: Source, groups: Groups, rowCount: number): Work<Column> {
  const [arg] = call.args;
  if (call.args.length === 1 && arg && isAggregateName(call.name) && isRowWise(arg) && isPerRow(arg)) {
    const column = arg.node === 'column' ? yield* source.column(arg.key) : yield* evaluateRows(arg, source, rowCount);
    return aggregateColumn(call.name satisfies AggregateName, column, groups);
  }
  return yield* groupByGroup(call, source, groups);
}

function* groupByGroup(expression: Expression, source: Source, groups: Groups): Work<Column> {
  const bindings = yield* bind(source, expression);
  const compute = compileScalar(expression);
  const values: Value[] = [];
  for (let group = 0; group < groups.count; group++) {
    const rows = rowsOfGroup(groups, group);
    const columns = new Map<string, Column>();
    const columnOf = (key: string): Column => {
      let column = columns.get(key);
      if (!column) columns.set(key, (column = gather(bindings.columns.get(key) as Column, rows)));
      return column;
    };
    const environment = environmentOf(bindings, (key) => (rows.length > 0 ? cellAt(columnOf(key), 0) : null));
    values.push(compute({ ...environment, group: columnOf }));
    if (group % SLICE === SLICE - 1) yield { step: bindings.step, rows: 0 };
  }
  const { type } = expression;
  return columnOfValues(values, type === 'any' || type === 'blank' || type === 'array' ? 'number' : type);
}
