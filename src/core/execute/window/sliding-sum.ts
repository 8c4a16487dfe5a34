/**
 * Sums and means of frames that move forwards, as exact as a compensated sum of each frame alone: nothing is ever subtracted. What is inside is two
 * parts, as in a queue made of two stacks: sums from each place up to a middle, made backwards once, and one sum from the middle on. When the
 * frame's start passes the middle, the middle moves to the frame's end. Each place is added at most twice.
 */
import type { NumericColumn } from '../../data/column.ts';
import { addTo, newSum, sumOf } from '../../formula/sum.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { Answers, errorFinder, NUMBER, type ErrorFinder, type FrameCells } from './frame-cells.ts';
import type { FrameVisitor } from './frames.ts';

export class SlidingSum implements FrameVisitor {
  readonly #cells: FrameCells;
  readonly #sequence: Int32Array;
  readonly #mean: boolean;
  readonly #errors: ErrorFinder;
  readonly #answers: Answers;
  readonly #recent = newSum();
  readonly #whole = newSum();
  /** By place, for those before the middle: the sum from there to the middle, and what it lost. */
  #totals: Float64Array | undefined;
  #losses: Float64Array | undefined;
  #middle = 0;
  #entered = 0;
  #numbers = 0;

  constructor(cells: FrameCells, rows: OrderedRows, mean: boolean) {
    this.#cells = cells;
    this.#sequence = rows.sequence;
    this.#mean = mean;
    this.#errors = errorFinder(cells, rows);
    this.#answers = new Answers(rows.sequence.length);
  }

  enter(place: number): void {
    this.#entered = place + 1;
    const row = this.#sequence[place] as number;
    if (this.#skips(row)) return;
    this.#numbers++;
    addTo(this.#recent, this.#cells.values[row] as number);
  }

  leave(place: number): void {
    if (place >= this.#middle) this.#turn(place);
    if (!this.#skips(this.#sequence[place] as number)) this.#numbers--;
  }

  at(place: number, first: number, end: number): void {
    const row = this.#sequence[place] as number;
    const error = this.#errors.in(first, end);
    if (error !== 0) return this.#answers.state(row, error);
    if (this.#mean && this.#numbers === 0) return this.#answers.error(row, '#DIV/0!');
    const total = this.#total(first);
    this.#answers.number(row, this.#mean ? total / this.#numbers : total);
  }

  clear(_first: number, end: number): void {
    this.#recent.total = 0;
    this.#recent.lost = 0;
    this.#middle = end;
    this.#numbers = 0;
  }

  column(): NumericColumn {
    return this.#answers.finish();
  }

  #skips(row: number): boolean {
    const { marks } = this.#cells;
    return marks !== undefined && marks[row] !== NUMBER;
  }

  #total(first: number): number {
    if (first >= this.#middle || !this.#totals || !this.#losses) return sumOf(this.#recent);
    const whole = this.#whole;
    whole.total = this.#totals[first] as number;
    whole.lost = this.#losses[first] as number;
    addTo(whole, this.#recent.total);
    whole.lost += this.#recent.lost;
    return sumOf(whole);
  }

  #turn(first: number): void {
    const totals = (this.#totals ??= new Float64Array(this.#sequence.length));
    const losses = (this.#losses ??= new Float64Array(this.#sequence.length));
    const recent = this.#recent;
    recent.total = 0;
    recent.lost = 0;
    for (let place = this.#entered - 1; place >= first; place--) {
      const row = this.#sequence[place] as number;
      if (!this.#skips(row)) addTo(recent, this.#cells.values[row] as number);
      totals[place] = recent.total;
      losses[place] = recent.lost;
    }
    recent.total = 0;
    recent.lost = 0;
    this.#middle = this.#entered;
  }
}
