/**
 * Expressions of the window place: aggregates see the rows of the frame, bare names outside them this row. Aggregates are taken out of the expression
 * and computed along one walk over all frames where there is a way that never looks at a frame twice; the others frame by frame by the scalar kernel,
 * which defines what they mean. What remains is an expression over rows.
 */
import { stateOf, type Column } from '../../data/column.ts';
import { errors } from '../../data/value.ts';
import type { Expression } from '../../formula/expression.ts';
import { gather } from '../make-column.ts';
import { numberCells } from '../number-cells.ts';
import type { Work } from '../operation.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import type { StepId } from '../../program/table-program.ts';
import { isAggregateName } from '../vector/aggregate-column.ts';
import type { Source } from '../vector/bindings.ts';
import { takesRows } from '../vector/evaluate-groups.ts';
import { evaluateRows } from '../vector/evaluate-rows.ts';
import { replaceParts, signature } from '../vector/expression-parts.ts';
import { isPerRow, isRowWise } from '../vector/row-wise.ts';
import { frameCells } from './frame-cells.ts';
import { frameByFrame } from './frame-by-frame.ts';
import { frameEnd, frameStart, walkFrames, type FrameVisitor, type RowFrame } from './frames.ts';
import { hasFreeLocals } from './free-locals.ts';
import { SlidingCount, SlidingUnique } from './sliding-count.ts';
import { SlidingExtreme } from './sliding-extreme.ts';
import { SlidingMedian, SlidingRank, slotsAmong, slotsOf } from './sliding-rank.ts';
import { SlidingSum } from './sliding-sum.ts';

type Call = Extract<Expression, { node: 'call' }>;

/** Where an expression of the window place stands. */
export interface Window {
  readonly step: StepId;
  /** Names lead to the columns of the input. */
  readonly source: Source;
  readonly rows: OrderedRows;
  readonly frame: RowFrame;
}

/** Null: frames hold so many cells that it is not computed. */
export function* evaluateWindow(expression: Expression, window: Window): Work<Column | null> {
  const calls: Call[] = [];
  const remaining = replaceParts(expression, (part) => {
    if (part.node !== 'call' || !takesRows(part)) return undefined;
    const at = calls.push(part) - 1;
    // An operator makes it a computed value: aggregates around it take it for one.
    const taken: Expression = { node: 'column', key: callKey(at), type: part.type };
    return { node: 'unary', operator: '+', type: part.type, operand: taken };
  });
  if (calls.some((call) => hasFreeLocals(call))) return yield* frameByFrame(expression, window);
  const made = new Map<string, Column>();
  for (const [at, call] of calls.entries()) {
    const column = yield* overFrames(call, window);
    if (!column) return null;
    made.set(callKey(at), column);
  }
  const alone = made.get(callKey(0));
  if (alone && expression === calls[0]) return alone;
  const { source } = window;
  const names: Source = {
    step: source.step,
    *column(key) {
      return made.get(key) ?? (yield* source.column(key));
    },
    whole: (table, key) => source.whole(table, key),
    keysOf: (table) => source.keysOf(table),
    parameter: (key) => source.parameter(key),
    get asOf() {
      return source.asOf;
    },
  };
  return yield* evaluateRows(remaining, names, window.rows.sequence.length);
}

const callKey = (at: number) => `\u0000over frames ${at}`;

type Answering = FrameVisitor & { column(): Column };

function* overFrames(call: Call, window: Window): Work<Column | null> {
  const picked = yield* picksRow(call, window);
  if (picked) return picked;
  const visitor = yield* visitorFor(call, window);
  if (!visitor) return yield* frameByFrame(call, window);
  yield* walkFrames(window.step, window.rows, window.frame, visitor);
  return visitor.column();
}

function* visitorFor(call: Call, window: Window): Work<Answering | undefined> {
  const { rows } = window;
  const { name, args } = call;
  const [first, second, third] = args;
  if (!first || !args.every(isRowWise)) return undefined;
  if (args.length === 1 && isPerRow(first) && (isAggregateName(name) || name === 'MEDIAN')) {
    const column = yield* perRow(first, window);
    switch (name) {
      case 'SUM':
      case 'AVERAGE':
        return new SlidingSum(frameCells(column), rows, name === 'AVERAGE');
      case 'MIN':
      case 'MAX':
        return new SlidingExtreme(frameCells(column), rows, name === 'MAX');
      case 'MEDIAN':
        return yield* slidingMedian(column, window);
      case 'COUNTUNIQUE':
        return new SlidingUnique(column, rows);
      default:
        return new SlidingCount(name, column, rows);
    }
  }
  if ((name === 'RANK.EQ' || name === 'RANK.AVG') && second && isPerRow(second)) {
    const order = third === undefined ? 0 : third.node === 'literal' ? third.value : undefined;
    if (typeof order !== 'number' || args.length > 3) return undefined;
    const wanted = numberCells(yield* perRow(first, window), rows.sequence.length);
    const cells = frameCells(yield* perRow(second, window));
    const slots = yield* slotsOf(window.step, cells, 'key');
    const own = signature(first) === signature(second) && !cells.marks;
    const wantedSlots = own ? slots.slotOf : yield* slotsAmong(window.step, slots.numbers, wanted);
    const manner = { ascending: order !== 0, mean: name === 'RANK.AVG' };
    return new SlidingRank(cells, slots, rows, wanted, wantedSlots, manner);
  }
  return undefined;
}

function* slidingMedian(column: Column, { step, rows }: Window): Work<SlidingMedian> {
  const cells = frameCells(column);
  return new SlidingMedian(cells, yield* slotsOf(step, cells, 'value'), rows);
}

function* perRow(expression: Expression, { source, rows }: Window): Work<Column> {
  if (expression.node === 'column') return yield* source.column(expression.key);
  return yield* evaluateRows(expression, source, rows.sequence.length);
}

/** `INDEX(column, 2)`: the cell of the frame's second row, whatever its type. A frame of one row looks back or ahead with it. */
function* picksRow(call: Call, window: Window): Work<Column | undefined> {
  const [range, nth] = call.args;
  if (call.name !== 'INDEX' || call.args.length !== 2 || range?.node !== 'column' || nth?.node !== 'literal')
    return undefined;
  const { value } = nth;
  if (typeof value !== 'number' || value < 1) return undefined;
  const { sequence, starts } = window.rows;
  const from = new Int32Array(sequence.length).fill(-1);
  for (let partition = 0; partition + 1 < starts.length; partition++) {
    const start = starts[partition] as number;
    const stop = starts[partition + 1] as number;
    for (let place = start; place < stop; place++) {
      const first = frameStart(place, start, stop, window.frame);
      const wanted = first + Math.trunc(value) - 1;
      if (wanted < frameEnd(place, first, stop, window.frame)) {
        from[sequence[place] as number] = sequence[wanted] as number;
      }
    }
  }
  return missingAsReference(gather(yield* window.source.column(range.key), from), from);
}

/** Rows that a frame does not have are `#REF!`, as beyond the end of any list. */
function missingAsReference(column: Column, from: Int32Array): Column {
  if (!from.includes(-1)) return column;
  if ('cells' in column)
    return { ...column, cells: column.cells.map((cell, row) => (from[row] === -1 ? errors['#REF!'] : cell)) };
  const state = column.state ? column.state.slice() : new Uint8Array(from.length);
  const reference = stateOf(errors['#REF!']);
  from.forEach((row, at) => {
    if (row === -1) state[at] = reference;
  });
  return { ...column, state };
}
