/** Expressions of the window place by the scalar kernel: complete, and as slow as the frames are long. A frame is gathered once as long as it stays the same. */
import { cellAt, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../../formula/expression.ts';
import { columnOfValues, gather } from '../make-column.ts';
import type { Work } from '../operation.ts';
import { bind } from '../vector/bindings.ts';
import { namesColumn } from '../vector/evaluate-groups.ts';
import { environmentOf } from '../vector/scalar-rows.ts';
import type { Window } from './evaluate-window.ts';
import { frameEnd, frameStart } from './frames.ts';

/** At most so many cells of frames are looked at for one expression: some seconds. */
export const MOST_CELLS = 100_000_000;

/** Cells of frames looked at between two signs of life. */
const SLICE = 1 << 14;

/** Null where the frames hold more than `MOST_CELLS`. */
export function* frameByFrame(expression: Expression, window: Window): Work<Column | null> {
  const { source, rows, frame, step } = window;
  const { sequence, starts } = rows;
  const perRow = namesColumn(expression);
  if (cellsLookedAt(window, perRow) > MOST_CELLS) return null;
  const bindings = yield* bind(source, expression);
  const compute = compileScalar(expression);
  let row = 0;
  let inside: Int32Array = sequence.subarray(0, 0);
  let gathered = new Map<string, Column>();
  const environment = {
    ...environmentOf(bindings, (key) => cellAt(bindings.columns.get(key) as Column, row)),
    group(key: string): Column {
      let column = gathered.get(key);
      if (!column) gathered.set(key, (column = gather(bindings.columns.get(key) as Column, inside)));
      return column;
    },
  };
  const values = new Array<Value>(sequence.length);
  let looked = 0;
  for (let partition = 0; partition + 1 < starts.length; partition++) {
    const start = starts[partition] as number;
    const stop = starts[partition + 1] as number;
    let first = -1;
    let end = -1;
    let value: Value = null;
    for (let place = start; place < stop; place++) {
      const nextFirst = frameStart(place, start, stop, frame);
      const nextEnd = frameEnd(place, nextFirst, stop, frame);
      const moved = nextFirst !== first || nextEnd !== end;
      [first, end] = [nextFirst, nextEnd];
      if (moved) {
        inside = sequence.subarray(first, end);
        gathered = new Map();
      }
      row = sequence[place] as number;
      if (moved || perRow) {
        value = compute(environment);
        looked += end - first;
      }
      values[row] = value;
      if (++looked >= SLICE) {
        looked = 0;
        yield { step, rows: 0 };
      }
    }
  }
  const { type } = expression;
  return columnOfValues(values, type === 'any' || type === 'blank' || type === 'array' ? 'mixed' : type);
}

/** Cells inside all frames that are computed: each row's where its own cells count, else each different frame's. */
function cellsLookedAt({ rows: { starts }, frame }: Window, perRow: boolean): number {
  let cells = 0;
  for (let partition = 0; partition + 1 < starts.length; partition++) {
    const length = (starts[partition + 1] as number) - (starts[partition] as number);
    const whole = frame.from === null && frame.to === null;
    const longest =
      frame.from !== null && frame.to !== null
        ? Math.min(length, Math.max(0, frame.to - frame.from + 1))
        : whole
          ? length
          : length / 2;
    cells += whole && !perRow ? length : length * longest;
  }
  return cells;
}
