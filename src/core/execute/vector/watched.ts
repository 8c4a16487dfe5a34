/** Notices where errors begin: in a lane, and in none of the lanes that it reads. */
import { FIRST_ERROR, stateOf } from '../../data/column.ts';
import type { Add } from './coerce-lanes.ts';
import type { Watch } from './inlined.ts';
import { laneValue, nextMark, type CellLane, type Lane } from './lane.ts';

/** A lane that runs after `lane` and looks at batches with errors only. The answer is `lane` itself. */
export function watched(lane: Lane, inputs: readonly Lane[], watch: Watch, add: Add): Lane {
  add(lane);
  const eye: CellLane = { kind: 'cells', cells: [], batch: true, from: 0, constant: undefined, run: () => undefined };
  eye.run = (_from, count) => {
    if (watch.begun > 0 && !watch.counts) return;
    if (lane.kind === 'cells') lookAtCells(lane, inputs, watch, count);
    else if (lane.faulty) lookAtStates(lane.state, inputs, watch, count);
  };
  add(eye);
  return lane;
}

function lookAtStates(state: Uint8Array, inputs: readonly Lane[], watch: Watch, count: number): void {
  const others = inputs.filter((input) => input.kind === 'cells' || input.faulty);
  for (let from = 0; from < count;) {
    const i = nextMark(state, from, count);
    if (i < 0) return;
    from = i + 1;
    const mark = state[i] as number;
    if (mark < FIRST_ERROR || anyError(others, i)) continue;
    notice(watch, mark);
    if (!watch.counts) return;
  }
}

function anyError(lanes: readonly Lane[], i: number): boolean {
  for (const lane of lanes) if (errorAt(lane, i) !== 0) return true;
  return false;
}

function lookAtCells(lane: CellLane, inputs: readonly Lane[], watch: Watch, count: number): void {
  for (let i = 0; i < count; i++) {
    const mark = errorAt(lane, i);
    if (mark === 0 || anyError(inputs, i)) continue;
    notice(watch, mark);
    if (!watch.counts) return;
  }
}

function notice(watch: Watch, mark: number): void {
  if (watch.begun++ === 0) watch.first = mark;
}

/** The state of an error; 0: there is none. */
function errorAt(lane: Lane, i: number): number {
  if (lane.kind !== 'cells') {
    const mark = lane.faulty ? (lane.state[i] as number) : 0;
    return mark >= FIRST_ERROR ? mark : 0;
  }
  const mark = stateOf(laneValue(lane, i));
  return mark >= FIRST_ERROR ? mark : 0;
}
