/** Lanes run over all rows, batch by batch, into a column. */
import type { Column, NumericColumn, TextColumn } from '../../data/column.ts';
import type { StepId } from '../../program/table-program.ts';
import type { Value } from '../../data/value.ts';
import { columnOfValues, type AnyType } from '../make-column.ts';
import type { Work } from '../operation.ts';
import { BATCH, type Lane, type NumberLane, type TextLane } from './lane.ts';

/** Rows between two signs of life. */
const SLICE = 1 << 16;

/** Runs `each` after the lanes of every batch. `step` is told in signs of life. */
export function* runLanes(
  lanes: readonly Lane[],
  count: number,
  step: StepId,
  each: (from: number, size: number) => void,
): Work<void> {
  const busy = lanes.filter((lane) => lane.constant === undefined);
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    for (const lane of busy) lane.run(from, size);
    each(from, size);
    if ((from + BATCH) % SLICE === 0) yield { step, rows: SLICE };
  }
}

/** `type`: of cells that only show their own when they are all there. */
export function* columnOfLanes(
  lanes: readonly Lane[],
  root: Lane,
  count: number,
  step: StepId,
  type: AnyType = 'mixed',
): Work<Column> {
  if (root.kind === 'cells' && root.batch) {
    const values: Value[] = new Array<Value>(count).fill(null);
    yield* runLanes(lanes, count, step, (from, size) => {
      for (let i = 0; i < size; i++) values[from + i] = root.cells[i] ?? null;
    });
    return columnOfValues(values, type);
  }
  if (root.kind === 'cells') {
    // Cells were computed whole; lanes that watch them still have to look.
    yield* runLanes(lanes, count, step, () => undefined);
    return { type: 'mixed', cells: root.cells };
  }
  if (root.kind === 'text' && root.column) {
    if (lanes.length > 1) yield* runLanes(lanes, count, step, () => undefined);
    return root.column;
  }
  const writer = columnWriter(root, count);
  yield* runLanes(lanes, count, step, writer.write);
  return writer.column();
}

export interface ColumnWriter {
  readonly write: (from: number, size: number) => void;
  column(): NumericColumn | TextColumn;
}

/** Writes a lane's batches down. */
export function columnWriter(root: NumberLane | TextLane, count: number): ColumnWriter {
  let state: Uint8Array | undefined;
  const mark = (from: number, size: number) => {
    if (root.marked) (state ??= new Uint8Array(count)).set(root.state.subarray(0, size), from);
  };
  const marks = () => (state ? { state } : {});
  if (root.kind === 'text') {
    const codes = new Int32Array(count);
    return {
      write(from, size) {
        codes.set(root.codes.subarray(0, size), from);
        mark(from, size);
      },
      column: () => ({ type: 'text', codes, dictionary: root.dictionary, ...marks() }),
    };
  }
  const values = new Float64Array(count);
  return {
    write(from, size) {
      const made = root.values;
      // Adding 0 makes a negative zero the zero that formulas know.
      for (let i = 0; i < size; i++) values[from + i] = (made[i] as number) + 0;
      mark(from, size);
    },
    column: () => ({ type: root.type, values, ...marks() }),
  };
}
