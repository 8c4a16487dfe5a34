/** Aggregates of a lane of numbers for all groups at once, batch by batch in row order. Same results as `aggregate-column.ts`. */
import { BLANK, FIRST_ERROR, stateOf, type NumericColumn } from '../../data/column.ts';
import { errors } from '../../data/value.ts';
import type { Groups } from './groups.ts';
import type { NumberLane } from './lane.ts';

const names = ['SUM', 'AVERAGE', 'COUNT', 'MIN', 'MAX'] as const;
export type LaneAggregateName = (typeof names)[number];

export function isLaneAggregate(name: string): name is LaneAggregateName {
  return (names as readonly string[]).includes(name);
}

export interface LaneAggregate {
  /** After the lane has run for these rows. */
  readonly take: (from: number, size: number) => void;
  column(): NumericColumn;
}

/** The lane holds numbers or dates, no truths: aggregates skip those. */
export function laneAggregate(name: LaneAggregateName, lane: NumberLane, groups: Groups): LaneAggregate {
  switch (name) {
    case 'SUM':
      return sumOf(lane, groups, null);
    case 'AVERAGE':
      return sumOf(lane, groups, new Float64Array(groups.count));
    case 'COUNT':
      return countOf(lane, groups);
    case 'MIN':
    case 'MAX':
      return extremeOf(lane, groups, name === 'MAX');
  }
}

/** The first error of each group, which is the group's answer. */
function noteErrors(lane: NumberLane, { groupOf }: Groups, states: Uint8Array, from: number, size: number): void {
  if (!lane.faulty) return;
  for (let i = 0; i < size; i++) {
    const mark = lane.state[i] as number;
    if (mark < FIRST_ERROR) continue;
    const group = groupOf[from + i] as number;
    if (states[group] === 0) states[group] = mark;
  }
}

function sumOf(lane: NumberLane, groups: Groups, taken: Float64Array | null): LaneAggregate {
  const { groupOf, count } = groups;
  const totals = new Float64Array(count);
  const lost = new Float64Array(count);
  const states = new Uint8Array(count);
  return {
    take(from, size) {
      noteErrors(lane, groups, states, from, size);
      addAll(lane.values, groupOf, totals, lost, from, size);
      if (!taken) return;
      for (let i = 0; i < size; i++) {
        if (lane.marked && lane.state[i] !== 0) continue;
        const group = groupOf[from + i] as number;
        taken[group] = (taken[group] as number) + 1;
      }
    },
    column() {
      for (let group = 0; group < count; group++) {
        const exact = (totals[group] as number) + (lost[group] as number);
        const total = Number.isNaN(exact) ? (totals[group] as number) : exact;
        if (taken && taken[group] === 0 && states[group] === 0) states[group] = stateOf(errors['#DIV/0!']);
        totals[group] = taken ? total / (taken[group] as number) : total;
      }
      return settle(totals, states);
    },
  };
}

/** Compensated; marked places hold 0 and add nothing. */
function addAll(
  values: Float64Array,
  groupOf: Int32Array,
  totals: Float64Array,
  lost: Float64Array,
  from: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) {
    const x = values[i] as number;
    const group = groupOf[from + i] as number;
    const total = totals[group] as number;
    const next = total + x;
    // The exact error of the addition, whichever of the two is larger.
    const back = next - total;
    lost[group] = (lost[group] as number) + (total - (next - back) + (x - back));
    totals[group] = next;
  }
}

function countOf(lane: NumberLane, { groupOf, count }: Groups): LaneAggregate {
  const values = new Float64Array(count);
  return {
    take(from, size) {
      for (let i = 0; i < size; i++) {
        if (lane.marked && lane.state[i] !== 0) continue;
        const group = groupOf[from + i] as number;
        values[group] = (values[group] as number) + 1;
      }
    },
    column: () => ({ type: 'number', values }),
  };
}

function extremeOf(lane: NumberLane, groups: Groups, largest: boolean): LaneAggregate {
  const { groupOf, count } = groups;
  const best = new Float64Array(count).fill(NaN);
  const states = new Uint8Array(count);
  return {
    take(from, size) {
      noteErrors(lane, groups, states, from, size);
      for (let i = 0; i < size; i++) {
        if (lane.marked && (lane.state[i] as number) >= BLANK) continue;
        const x = lane.values[i] as number;
        const group = groupOf[from + i] as number;
        const held = best[group] as number;
        if (Number.isNaN(held) || (largest ? x > held : x < held)) best[group] = x;
      }
    },
    column() {
      for (let group = 0; group < count; group++) if (Number.isNaN(best[group])) best[group] = 0;
      return settle(best, states);
    },
  };
}

/** Marked groups hold 0; what left the numbers is `#NUM!`. */
export function settle(values: Float64Array, states: Uint8Array): NumericColumn {
  let any = 0;
  for (let i = 0; i < values.length; i++) {
    if (states[i] === 0 && !Number.isFinite(values[i])) states[i] = stateOf(errors['#NUM!']);
    if (states[i] !== 0) values[i] = 0;
    any |= states[i] as number;
  }
  return any === 0 ? { type: 'number', values } : { type: 'number', values, state: states };
}
