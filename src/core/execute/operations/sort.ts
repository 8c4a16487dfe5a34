/** Rows in another order. */
import type { SortStep } from '../../program/table-program.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import type { Operation } from '../operation.ts';
import { rowOrder, type OrderColumn } from '../row-order.ts';

export const sort: Operation<SortStep, { readonly order: Int32Array }> = {
  *rows(step, context) {
    const { count } = yield* context.rows(step.input);
    const keys: OrderColumn[] = [];
    for (const one of step.order) {
      keys.push({ column: yield* context.column(step.input, one.key), descending: one.descending });
    }
    return { count, state: { order: yield* rowOrder(step.id, keys, count) } };
  },
  *column(step, key, rows, context) {
    return gather(yield* context.column(step.input, key), rows.state.order);
  },
  // eslint-disable-next-line require-yield -- the order is at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: [rows.state.order[row] ?? row] }];
  },
  *explain(step, key, row, rows, context) {
    return yield* keptValue(context, step.input, key, rows.state.order[row] ?? row);
  },
};
