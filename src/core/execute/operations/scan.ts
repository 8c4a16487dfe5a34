/** An ordered fold per entity: each row may name what the row before it came to. Rows stay as they are, and in the input's order. */
import type { Column } from '../../data/column.ts';
import type { ScanStep } from '../../program/table-program.ts';
import { errorAt, holdsErrors, reportBegun } from '../begun-errors.ts';
import { explainFold } from '../explain-fold.ts';
import { foldColumn } from '../fold/fold-columns.ts';
import { madeBefore, remembered } from '../fold/fold-parts.ts';
import { keptValue } from '../kept-value.ts';
import { madeIndex, resultKey } from '../made-key.ts';
import { typedAs } from '../make-column.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';
import { orderedRows, partitionAt, type OrderedRows } from '../ordered-rows.ts';
import { partsOf } from '../vector/expression-parts.ts';

export const scan: Operation<ScanStep, OrderedRows> = {
  *rows(step, context) {
    const state = yield* orderedRows(step, context);
    return { count: state.sequence.length, state };
  },
  *column(step, key, rows, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return yield* context.column(step.input, key);
    const column = yield* foldColumn(step, at, rows.state, context);
    if (holdsErrors(column)) yield* reportErrors(step, at, column, rows.state, context);
    return typedAs(column, step.columns.find((one) => one.key === made.key)?.type);
  },
  // eslint-disable-next-line require-yield -- a name is all it takes
  *inline(step, key) {
    return madeIndex(step.made, key) < 0 ? { by: 'same', step: step.input, key } : null;
  },
  // eslint-disable-next-line require-yield -- the order is at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: rowsUpTo(rows.state, row) }];
  },
  *explain(step, key, row, rows, context) {
    const at = madeIndex(step.made, key);
    if (at < 0) return yield* keptValue(context, step.input, key, row);
    return yield* explainFold(context, step, at, row, rows.state);
  },
};

/** The rows of a row's partition up to itself: what its state is made of. */
function rowsUpTo(rows: OrderedRows, row: number): Int32Array {
  const place = rows.placeOf[row] as number;
  return rows.sequence.subarray(rows.starts[partitionAt(rows, place)], place + 1);
}

/** An error in the state before a row, or in a cell that it reads, has been reported where it began. */
function* reportErrors(
  step: ScanStep,
  at: number,
  column: Column,
  rows: OrderedRows,
  context: OperationContext,
): Work<void> {
  const made = step.made[at];
  if (!made) return;
  const here: Column[] = [];
  const state: Column[] = [];
  for (const part of partsOf(made.expression)) {
    if (part.node === 'column') {
      const before = madeBefore(step.made, at, part.key);
      here.push(
        before < 0
          ? yield* context.column(step.input, part.key)
          : yield* context.column(step.id, resultKey(step.made, before)),
      );
    }
    const last = part.node === 'prior' ? remembered(step.made, part.key) : -1;
    if (last === at) state.push(column);
    // Another column's errors are looked up only where asking for it does not ask for this one again.
    else if (last >= 0) state.push(yield* foldColumn(step, last, rows, context));
  }
  const inherited = (row: number): boolean => {
    if (here.some((one) => errorAt(one, row) !== '')) return true;
    const place = rows.placeOf[row] as number;
    if (place === rows.starts[partitionAt(rows, place)]) return false;
    const previous = rows.sequence[place - 1] as number;
    return state.some((one) => errorAt(one, previous) !== '');
  };
  reportBegun(step, made.key, column, rows.sequence.length, inherited, context);
}
