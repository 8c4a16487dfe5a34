/** Looks at neighbouring rows: running totals, rolling means, ranks, the row before. Rows stay as they are, and in the input's order. */
import { isNumeric, isText, type Column } from '../../data/column.ts';
import { problem } from '../../problem/problem.ts';
import type { WindowStep } from '../../program/table-program.ts';
import { errorAt, holdsErrors, reportBegun } from '../begun-errors.ts';
import { sourceOf } from '../context.ts';
import { explainFormula } from '../explain-formula.ts';
import { explainRows } from '../explain-group.ts';
import { keptValue } from '../kept-value.ts';
import { madeIndex } from '../made-key.ts';
import { blankColumn, typedAs } from '../make-column.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';
import { orderedRows, type OrderedRows } from '../ordered-rows.ts';
import { takesRows } from '../vector/evaluate-groups.ts';
import { columnKeysOf, partsOf } from '../vector/expression-parts.ts';
import { evaluateWindow } from '../window/evaluate-window.ts';
import { errorFinder, OTHER } from '../window/frame-cells.ts';
import { MOST_CELLS } from '../window/frame-by-frame.ts';
import { rowsOfFrame, walkFrames } from '../window/frames.ts';

export const window: Operation<WindowStep, OrderedRows> = {
  *rows(step, context) {
    const fault = faultOf(step);
    if (fault) {
      const { from, to } = step.frame;
      const at = { design: step.origin.design, node: step.origin.node };
      context.report(problem('execute.bad-frame', { from: Number(from), to: Number(to), fault }, at));
    }
    const state = yield* orderedRows(step, context);
    return { count: state.sequence.length, state };
  },
  *column(step, key, rows, context) {
    const made = step.made[madeIndex(step.made, key)];
    if (!made) return yield* context.column(step.input, key);
    const type = step.columns.find((one) => one.key === made.key)?.type;
    if (faultOf(step)) return blankColumn(type ?? 'mixed', rows.count);
    const source = sourceOf(context, step, step.input);
    const window = { step: step.id, source, rows: rows.state, frame: step.frame };
    const column = yield* evaluateWindow(made.expression, window);
    if (!column) {
      const label = step.columns.find((one) => one.key === made.key)?.label ?? made.key;
      const at = { design: step.origin.design, node: step.origin.node };
      context.report(problem('execute.frames-too-large', { column: label, limit: MOST_CELLS }, at));
      return blankColumn(type ?? 'mixed', rows.count);
    }
    if (holdsErrors(column)) {
      const inherited = yield* errorsInReach(step, columnKeysOf(made.expression), rows.state, context);
      reportBegun(step, made.key, column, rows.count, (row) => inherited[row] === 1, context);
    }
    return typedAs(column, type);
  },
  // eslint-disable-next-line require-yield -- a name is all it takes
  *inline(step, key) {
    return madeIndex(step.made, key) < 0 ? { by: 'same', step: step.input, key } : null;
  },
  // eslint-disable-next-line require-yield -- the order is at hand
  *lineage(step, row, rows) {
    if (faultOf(step)) return [{ step: step.input, rows: [row] }];
    const inside = rowsOfFrame(rows.state, step.frame, row);
    return [{ step: step.input, rows: inside.includes(row) ? inside : Int32Array.of(row, ...inside) }];
  },
  *explain(step, key, row, rows, context) {
    const made = step.made[madeIndex(step.made, key)];
    if (!made) return yield* keptValue(context, step.input, key, row);
    const looks = [...partsOf(made.expression)].some((part) => part.node === 'call' && takesRows(part));
    if (!looks || faultOf(step)) return yield* explainFormula(context, step, made, step.input, row);
    return yield* explainRows(context, step, made, rowsOfFrame(rows.state, step.frame, row), row);
  },
};

function faultOf({ frame: { from, to } }: WindowStep): 'reversed' | 'fraction' | undefined {
  const whole = (edge: number | null) => edge === null || Number.isSafeInteger(edge);
  if (!whole(from) || !whole(to)) return 'fraction';
  return from !== null && to !== null && from > to ? 'reversed' : undefined;
}

/** 1 for each row whose own cells or frame hold an error in one of the columns. */
function* errorsInReach(
  step: WindowStep,
  keys: readonly string[],
  rows: OrderedRows,
  context: OperationContext,
): Work<Uint8Array> {
  const found = new Uint8Array(rows.sequence.length);
  for (const key of keys) {
    const column = yield* context.column(step.input, key);
    if (!holdsErrors(column)) continue;
    const finder = errorFinder({ marks: marksOf(column, found.length) }, rows);
    yield* walkFrames(step.id, rows, step.frame, {
      enter: () => undefined,
      leave: () => undefined,
      at(place, first, end) {
        const row = rows.sequence[place] as number;
        if (finder.in(first, end) !== 0 || errorAt(column, row) !== '') found[row] = 1;
      },
      clear: () => undefined,
    });
  }
  return found;
}

function marksOf(column: Column, count: number): Uint8Array | undefined {
  if (isNumeric(column) || isText(column)) return column.state;
  return Uint8Array.from({ length: count }, (_, row) => (errorAt(column, row) === '' ? OTHER : 2));
}
