/** Ranks and medians of frames that move forwards: how often each different number is inside, in a tree that answers counts below in log time. */
import { BLANK, type NumericColumn } from '../../data/column.ts';
import { fifteenDigits } from '../../formula/round.ts';
import type { NumberCells } from '../number-cells.ts';
import type { Work } from '../operation.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { rowOrder } from '../row-order.ts';
import type { StepId } from '../../program/table-program.ts';
import { Answers, errorFinder, NUMBER, type ErrorFinder, type FrameCells } from './frame-cells.ts';
import type { FrameVisitor } from './frames.ts';

/** Rows sorted into slots between two signs of life, as a power of 2. */
const SLICE_BITS = 14;

/** A Fenwick tree over the different numbers of a column in ascending order. */
class Tally {
  readonly #tree: Int32Array;
  readonly #highest: number;
  size = 0;

  constructor(different: number) {
    this.#tree = new Int32Array(different + 1);
    let highest = 1;
    while (highest * 2 <= different) highest *= 2;
    this.#highest = highest;
  }

  add(slot: number, by: number): void {
    this.size += by;
    for (let at = slot + 1; at < this.#tree.length; at += at & -at) this.#tree[at] = (this.#tree[at] as number) + by;
  }
  /** How many numbers stand in the slots before `slot`. */
  before(slot: number): number {
    let count = 0;
    for (let at = slot; at > 0; at -= at & -at) count += this.#tree[at] as number;
    return count;
  }
  /** The slot of the number at a zero-based place among all that are inside. */
  slotAt(place: number): number {
    let at = 0;
    let rest = place;
    for (let step = this.#highest; step > 0; step >>= 1) {
      const next = at + step;
      if (next < this.#tree.length && (this.#tree[next] as number) <= rest) {
        at = next;
        rest -= this.#tree[next] as number;
      }
    }
    return at;
  }
}

export interface Slots {
  /** By row; -1 where the cell is no number. */
  readonly slotOf: Int32Array;
  /** The different numbers, ascending. */
  readonly numbers: Float64Array;
}

/** `by` key: numbers equal in 15 digits share a slot. */
export function* slotsOf(step: StepId, { values, marks }: FrameCells, by: 'value' | 'key'): Work<Slots> {
  const count = values.length;
  const state = marks?.map((mark) => (mark === NUMBER ? 0 : BLANK));
  const column: NumericColumn = { type: 'number', values, ...(state ? { state } : {}) };
  // In order of keys, what is no number last.
  const order = yield* rowOrder(step, [{ column, descending: false }], count);
  const slotOf = new Int32Array(count).fill(-1);
  const numbers = new Float64Array(count);
  let slots = 0;
  let first = 0;
  while (first < count && !state?.[order[first] as number]) {
    const key = fifteenDigits(values[order[first] as number] as number);
    let alike = true;
    let end = first + 1;
    for (; end < count; end++) {
      const row = order[end] as number;
      if (state?.[row] || fifteenDigits(values[row] as number) !== key) break;
      if (values[row] !== values[order[first] as number]) alike = false;
    }
    const equal = order.subarray(first, end);
    if (!alike && by === 'value') equal.sort((a, b) => (values[a] as number) - (values[b] as number));
    for (let at = 0; at < equal.length; at++) {
      const x = values[equal[at] as number] as number;
      if (at === 0 || (by === 'value' && x !== numbers[slots - 1])) numbers[slots++] = by === 'value' ? x : key;
      slotOf[equal[at] as number] = slots - 1;
    }
    if (first >> SLICE_BITS !== end >> SLICE_BITS) yield { step, rows: 1 << SLICE_BITS };
    first = end;
  }
  return { slotOf, numbers: numbers.subarray(0, slots) };
}

/** The slot of each of `wanted`; -1 where no such number is among `numbers`, which are keys. */
export function* slotsAmong(step: StepId, numbers: Float64Array, wanted: NumberCells): Work<Int32Array> {
  const slots = new Int32Array(wanted.values.length);
  for (let row = 0; row < slots.length; row++) {
    slots[row] = placeIn(numbers, fifteenDigits(wanted.values[row] as number));
    if (row % (1 << SLICE_BITS) === 0) yield { step, rows: 1 << SLICE_BITS };
  }
  return slots;
}

function placeIn(numbers: Float64Array, x: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = numbers[middle] as number;
    if (one === x) return middle;
    if (one < x) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

abstract class SlidingTally implements FrameVisitor {
  protected readonly sequence: Int32Array;
  protected readonly slots: Slots;
  protected readonly tally: Tally;
  protected readonly answers: Answers;
  protected readonly errors: ErrorFinder;

  constructor(cells: FrameCells, slots: Slots, rows: OrderedRows) {
    this.sequence = rows.sequence;
    this.slots = slots;
    this.tally = new Tally(this.slots.numbers.length);
    this.answers = new Answers(rows.sequence.length);
    this.errors = errorFinder(cells, rows);
  }

  enter(place: number): void {
    this.#count(place, 1);
  }
  leave(place: number): void {
    this.#count(place, -1);
  }
  abstract at(place: number, first: number, end: number): void;
  clear(first: number, end: number): void {
    for (let place = first; place < end; place++) this.#count(place, -1);
  }
  column(): NumericColumn {
    return this.answers.finish();
  }
  #count(place: number, by: number): void {
    const slot = this.slots.slotOf[this.sequence[place] as number] as number;
    if (slot >= 0) this.tally.add(slot, by);
  }
}

export class SlidingMedian extends SlidingTally {
  at(place: number, first: number, end: number): void {
    const row = this.sequence[place] as number;
    const error = this.errors.in(first, end);
    if (error !== 0) return this.answers.state(row, error);
    const { size } = this.tally;
    if (size === 0) return this.answers.error(row, '#NUM!');
    const middle = (size - 1) / 2;
    const low = this.#numberAt(Math.floor(middle));
    this.answers.number(row, Number.isInteger(middle) ? low : low + 0.5 * (this.#numberAt(Math.ceil(middle)) - low));
  }

  #numberAt(place: number): number {
    return this.slots.numbers[this.tally.slotAt(place)] as number;
  }
}

/** RANK.EQ and RANK.AVG of `wanted`, a number of each row, among the frame's numbers; numbers equal in 15 digits tie. */
export class SlidingRank extends SlidingTally {
  readonly #wanted: NumberCells;
  readonly #wantedSlots: Int32Array;
  readonly #ascending: boolean;
  readonly #mean: boolean;

  /** `wantedSlots`: those of `wanted` among the slots. */
  constructor(
    cells: FrameCells,
    slots: Slots,
    rows: OrderedRows,
    wanted: NumberCells,
    wantedSlots: Int32Array,
    manner: { readonly ascending: boolean; readonly mean: boolean },
  ) {
    super(cells, slots, rows);
    this.#wanted = wanted;
    this.#wantedSlots = wantedSlots;
    this.#ascending = manner.ascending;
    this.#mean = manner.mean;
  }

  at(place: number, first: number, end: number): void {
    const row = this.sequence[place] as number;
    const own = this.#wanted.state?.[row] ?? 0;
    if (own > BLANK) return this.answers.state(row, own);
    const error = this.errors.in(first, end);
    if (error !== 0) return this.answers.state(row, error);
    const slot = this.#wantedSlots[row] as number;
    const below = slot < 0 ? 0 : this.tally.before(slot);
    const upTo = slot < 0 ? 0 : this.tally.before(slot + 1);
    const equal = upTo - below;
    if (equal === 0) return this.answers.error(row, '#N/A');
    const before = this.#ascending ? below : this.tally.size - upTo;
    this.answers.number(row, this.#mean ? before + (equal + 1) / 2 : before + 1);
  }
}
