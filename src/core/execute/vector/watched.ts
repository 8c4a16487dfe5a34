/** Notices when an error begins in an inlined column: it is made as a column then, and reports what it must. */
import { FIRST_ERROR } from '../../data/column.ts';
import type { Add } from './coerce-lanes.ts';
import type { Watch } from './inlined.ts';
import { laneValue, type CellLane, type Lane } from './lane.ts';

/** A lane that runs after `lane` and looks at batches with errors only. The answer is `lane` itself. */
export function watched(lane: Lane, inputs: readonly Lane[], watch: Watch, add: Add): Lane {
  add(lane);
  const eye: CellLane = { kind: 'cells', cells: [], batch: true, from: 0, constant: undefined, run: () => undefined };
  eye.run = (_from, count) => {
    if (watch.broken || (lane.kind !== 'cells' && !lane.faulty)) return;
    for (let i = 0; i < count; i++) {
      if (!errorAt(lane, i) || inputs.some((input) => errorAt(input, i))) continue;
      watch.broken = true;
      return;
    }
  };
  add(eye);
  return lane;
}

function errorAt(lane: Lane, i: number): boolean {
  if (lane.kind !== 'cells') return lane.faulty && (lane.state[i] as number) >= FIRST_ERROR;
  const value = laneValue(lane, i);
  return typeof value === 'object' && value !== null;
}
