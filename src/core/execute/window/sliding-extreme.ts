/** The smallest or largest number of frames that move forwards: a queue of the places that can still win. */
import type { NumericColumn } from '../../data/column.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { Answers, errorFinder, NUMBER, type ErrorFinder, type FrameCells } from './frame-cells.ts';
import type { FrameVisitor } from './frames.ts';

export class SlidingExtreme implements FrameVisitor {
  readonly #cells: FrameCells;
  readonly #sequence: Int32Array;
  readonly #largest: boolean;
  readonly #errors: ErrorFinder;
  readonly #answers: Answers;
  /** Places whose numbers get worse from front to back. */
  readonly #queue: Int32Array;
  #front = 0;
  #back = 0;

  constructor(cells: FrameCells, rows: OrderedRows, largest: boolean) {
    this.#cells = cells;
    this.#sequence = rows.sequence;
    this.#largest = largest;
    this.#errors = errorFinder(cells, rows);
    this.#answers = new Answers(rows.sequence.length);
    this.#queue = new Int32Array(rows.sequence.length);
  }

  enter(place: number): void {
    const row = this.#sequence[place] as number;
    if (this.#cells.marks && this.#cells.marks[row] !== NUMBER) return;
    const x = this.#cells.values[row] as number;
    while (this.#back > this.#front) {
      const last = this.#numberAt(this.#back - 1);
      if (this.#largest ? last > x : last < x) break;
      this.#back--;
    }
    this.#queue[this.#back++] = place;
  }

  leave(place: number): void {
    if (this.#front < this.#back && this.#queue[this.#front] === place) this.#front++;
  }

  at(place: number, first: number, end: number): void {
    const row = this.#sequence[place] as number;
    const error = this.#errors.in(first, end);
    if (error !== 0) this.#answers.state(row, error);
    else this.#answers.number(row, this.#front < this.#back ? this.#numberAt(this.#front) : 0);
  }

  clear(): void {
    this.#front = 0;
    this.#back = 0;
  }

  column(): NumericColumn {
    return this.#answers.finish();
  }

  #numberAt(at: number): number {
    return this.#cells.values[this.#sequence[this.#queue[at] as number] as number] as number;
  }
}
