/** The rows of a step partition by partition, each partition in the step's order: what windows and folds walk along. */
import type { Column } from '../data/column.ts';
import type { SortKey, StepId } from '../program/table-program.ts';
import { rowCodes } from './key-codes.ts';
import type { OperationContext, Work } from './operation.ts';
import { rowOrder, type OrderColumn } from './row-order.ts';

/** A place is where a row stands in `sequence`. */
export interface OrderedRows {
  /** The row at each place. Partitions in order of first appearance; inside one by the order's keys, ties in the order of the table. */
  readonly sequence: Int32Array;
  /** Partition p takes the places from `starts[p]` to before `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** The place of each row. */
  readonly placeOf: Int32Array;
}

interface Ordered {
  readonly id: StepId;
  readonly input: StepId;
  readonly partition: readonly string[];
  readonly order: readonly SortKey[];
}

export function* orderedRows(step: Ordered, context: OperationContext): Work<OrderedRows> {
  const { count } = yield* context.rows(step.input);
  const by: Column[] = [];
  for (const key of step.partition) by.push(yield* context.column(step.input, key));
  const keys: OrderColumn[] = [];
  for (const one of step.order) {
    keys.push({ column: yield* context.column(step.input, one.key), descending: one.descending });
  }
  const { codes, count: partitions } = rowCodes(by, count);
  const order = keys.length > 0 ? yield* rowOrder(step.id, keys, count) : undefined;
  const starts = new Int32Array(partitions + 1);
  for (let row = 0; row < count; row++) {
    const next = (codes[row] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 0; at < partitions; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  yield { step: step.id, rows: count };
  const sequence = new Int32Array(count);
  const placeOf = new Int32Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) {
    const row = order ? (order[at] as number) : at;
    const partition = codes[row] as number;
    const place = next[partition] as number;
    next[partition] = place + 1;
    sequence[place] = row;
    placeOf[row] = place;
  }
  yield { step: step.id, rows: count };
  return { sequence, starts, placeOf };
}

/** The partition that holds a place. */
export function partitionAt({ starts }: OrderedRows, place: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
