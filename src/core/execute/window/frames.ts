/** Which rows each row's frame holds, and one walk over all frames: both ends only ever move forwards, so that each row enters and leaves once. */
import type { StepId, WindowStep } from '../../program/table-program.ts';
import type { Work } from '../operation.ts';
import { partitionAt, type OrderedRows } from '../ordered-rows.ts';

export type RowFrame = WindowStep['frame'];

/** Places walked between two signs of life. */
const SLICE = 1 << 15;

/** The first place of the frame at `place` of the partition [start, end). */
export function frameStart(place: number, start: number, end: number, { from }: RowFrame): number {
  if (from === null) return start;
  const at = place + from;
  return at < start ? start : at > end ? end : at;
}

/** The place after the last; never before `first`, so that a frame outside the partition is empty. */
export function frameEnd(place: number, first: number, end: number, { to }: RowFrame): number {
  if (to === null) return end;
  const at = place + to + 1;
  return at < first ? first : at > end ? end : at;
}

/** The rows that the frame of a row holds, in order. */
export function rowsOfFrame(rows: OrderedRows, frame: RowFrame, row: number): Int32Array {
  const place = rows.placeOf[row] as number;
  const partition = partitionAt(rows, place);
  const start = rows.starts[partition] as number;
  const end = rows.starts[partition + 1] as number;
  const first = frameStart(place, start, end, frame);
  return rows.sequence.subarray(first, frameEnd(place, first, end, frame));
}

/** What is told along the walk. Places enter and leave in order; `at` comes when exactly [first, end) are inside. */
export interface FrameVisitor {
  enter(place: number): void;
  leave(place: number): void;
  at(place: number, first: number, end: number): void;
  /** A partition is over; the places [first, end) are still inside. */
  clear(first: number, end: number): void;
}

export function* walkFrames(step: StepId, rows: OrderedRows, frame: RowFrame, visitor: FrameVisitor): Work<void> {
  const { starts } = rows;
  let slice = 0;
  for (let partition = 0; partition + 1 < starts.length; partition++) {
    const start = starts[partition] as number;
    const stop = starts[partition + 1] as number;
    let entered = start;
    let left = start;
    for (let place = start; place < stop; place++) {
      const first = frameStart(place, start, stop, frame);
      const end = frameEnd(place, first, stop, frame);
      while (entered < end) {
        visitor.enter(entered++);
        if (++slice % SLICE === 0) yield { step, rows: SLICE };
      }
      while (left < first) visitor.leave(left++);
      visitor.at(place, first, end);
      if (++slice % SLICE === 0) yield { step, rows: SLICE };
    }
    visitor.clear(left, entered);
  }
}
