/** Lanes as numbers and as truths, by the one coercion of `formula/evaluate/coerce.ts`. Texts are coerced once per dictionary entry. */
import { FIRST_ERROR, stateOf } from '../../data/column.ts';
import { isError, type Value } from '../../data/value.ts';
import { toBoolean, toNumber } from '../../formula/evaluate/coerce.ts';
import { laneValue, numberLane, putValue, type Lane, type NumberLane, type TextLane } from './lane.ts';

/** Adds a lane to the plan, after the lanes it reads. */
export type Add = <L extends Lane>(lane: L) => L;

/** Blanks stay blank (with the value 0), errors stay errors. */
export function asNumber(lane: Lane, add: Add): NumberLane {
  if (lane.kind === 'number') return lane;
  if (lane.kind === 'text') return add(byEntry(lane, toNumber, 'number'));
  return add(
    numberLane('number', (out) => (_from, count) => {
      out.marked = out.faulty = false;
      for (let i = 0; i < count; i++) {
        const value = laneValue(lane, i);
        putValue(out, i, value === null ? null : toNumber(value));
      }
    }),
  );
}

/** 1 and 0; a blank is FALSE; errors stay errors. */
export function asTruth(lane: Lane, add: Add): NumberLane {
  if (lane.kind === 'text') return add(byEntry(lane, toBoolean, 'boolean'));
  if (lane.kind === 'number') {
    if (lane.type === 'boolean') return lane;
    return add(
      numberLane('boolean', (out) => (_from, count) => {
        const from = lane.values;
        for (let i = 0; i < count; i++) out.values[i] = +(from[i] !== 0);
        out.marked = lane.marked;
        out.faulty = lane.faulty;
        if (lane.marked) out.state.set(lane.state.subarray(0, count));
      }),
    );
  }
  return add(
    numberLane('boolean', (out) => (_from, count) => {
      out.marked = out.faulty = false;
      for (let i = 0; i < count; i++) putValue(out, i, toBoolean(laneValue(lane, i)));
    }),
  );
}

function byEntry(lane: TextLane, coerce: (value: Value) => Value, type: 'number' | 'boolean'): NumberLane {
  const size = lane.dictionary.length;
  const values = new Float64Array(size);
  const states = new Uint8Array(size);
  lane.dictionary.forEach((entry, code) => {
    const value = coerce(entry);
    if (isError(value)) states[code] = stateOf(value);
    else values[code] = Number(value);
  });
  const faulty = states.some((state) => state >= FIRST_ERROR);
  return numberLane(type, (out) => (_from, count) => {
    const { codes, state, marked } = lane;
    out.marked = false;
    out.faulty = false;
    if (!marked && !faulty) {
      for (let i = 0; i < count; i++) out.values[i] = values[codes[i] as number] as number;
      return;
    }
    let most = 0;
    for (let i = 0; i < count; i++) {
      const code = codes[i] as number;
      const here = marked && state[i] !== 0 ? (state[i] as number) : (states[code] as number);
      out.state[i] = here;
      if (here > most) most = here;
      out.values[i] = here === 0 ? (values[code] as number) : 0;
    }
    out.marked = most !== 0;
    out.faulty = most >= FIRST_ERROR;
  });
}
