/** Ranks and medians of frames that move forwards: how often each different number is inside, in a tree that answers counts below in log time. */
import { BLANK, type NumericColumn } from '../../data/column.ts';
import { fifteenDigits } from '../../formula/round.ts';
import type { NumberCells } from '../number-cells.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { Answers, errorFinder, NUMBER, type ErrorFinder, type FrameCells } from './frame-cells.ts';
import type { FrameVisitor } from './frames.ts';

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

interface Slots {
  /** By row; -1 where the cell is no number. */
  readonly slotOf: Int32Array;
  /** The different numbers, ascending. */
  readonly numbers: Float64Array;
}

function slotsOf({ values, marks }: FrameCells, toKey: (x: number) => number): Slots {
  const isNumber = (row: number) => !marks || marks[row] === NUMBER;
  const keys = values.map((x, row) => (isNumber(row) ? toKey(x) : 0));
  const numbers = Float64Array.from(new Set(keys)).sort();
  const places = new Map<number, number>();
  numbers.forEach((x, slot) => places.set(x, slot));
  return { numbers, slotOf: Int32Array.from(keys, (x, row) => (isNumber(row) ? (places.get(x) ?? -1) : -1)) };
}

abstract class SlidingTally implements FrameVisitor {
  protected readonly sequence: Int32Array;
  protected readonly slots: Slots;
  protected readonly tally: Tally;
  protected readonly answers: Answers;
  protected readonly errors: ErrorFinder;

  constructor(cells: FrameCells, rows: OrderedRows, toKey: (x: number) => number) {
    this.sequence = rows.sequence;
    this.slots = slotsOf(cells, toKey);
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
  constructor(cells: FrameCells, rows: OrderedRows) {
    super(cells, rows, (x) => x);
  }

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

  constructor(
    cells: FrameCells,
    rows: OrderedRows,
    wanted: NumberCells,
    manner: { readonly ascending: boolean; readonly mean: boolean },
  ) {
    super(cells, rows, fifteenDigits);
    const places = new Map<number, number>();
    this.slots.numbers.forEach((x, slot) => places.set(x, slot));
    this.#wanted = wanted;
    this.#wantedSlots = Int32Array.from(wanted.values, (x) => places.get(fifteenDigits(x)) ?? -1);
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
