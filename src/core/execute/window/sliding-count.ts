/** Counts of frames that move forwards: of cells that count, and of different keys. */
import { BLANK, isText, type Column, type NumericColumn } from '../../data/column.ts';
import { keyCodes } from '../key-codes.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { Answers, errorFinder, frameCells, NUMBER, type ErrorFinder } from './frame-cells.ts';
import type { FrameVisitor } from './frames.ts';

export type CountName = 'COUNT' | 'COUNTA' | 'COUNTBLANK';

/** 1 for each row that counts. */
function counted(name: CountName, column: Column): Uint8Array {
  const { values, marks } = frameCells(column);
  const flags = new Uint8Array(values.length);
  for (let row = 0; row < flags.length; row++) {
    const mark = marks ? (marks[row] as number) : NUMBER;
    const counts = name === 'COUNT' ? mark === NUMBER : (mark === BLANK) === (name === 'COUNTBLANK');
    // COUNTBLANK takes empty text for blank, as spreadsheets do.
    flags[row] = counts || (name === 'COUNTBLANK' && isEmptyText(column, row, mark)) ? 1 : 0;
  }
  return flags;
}

function isEmptyText(column: Column, row: number, mark: number): boolean {
  if ('cells' in column) return column.cells[row] === '';
  return isText(column) && mark !== BLANK && !column.state?.[row] && column.dictionary[column.codes[row] ?? 0] === '';
}

export class SlidingCount implements FrameVisitor {
  readonly #sequence: Int32Array;
  readonly #flags: Uint8Array;
  readonly #answers: Answers;
  #count = 0;

  constructor(name: CountName, column: Column, rows: OrderedRows) {
    this.#sequence = rows.sequence;
    this.#flags = counted(name, column);
    this.#answers = new Answers(rows.sequence.length);
  }

  enter(place: number): void {
    this.#count += this.#flags[this.#sequence[place] as number] as number;
  }
  leave(place: number): void {
    this.#count -= this.#flags[this.#sequence[place] as number] as number;
  }
  at(place: number): void {
    this.#answers.number(this.#sequence[place] as number, this.#count);
  }
  clear(): void {
    this.#count = 0;
  }
  column(): NumericColumn {
    return this.#answers.finish();
  }
}

/** COUNTUNIQUE: different keys, blanks aside; a frame's first error is its answer. */
export class SlidingUnique implements FrameVisitor {
  readonly #sequence: Int32Array;
  readonly #codes: Int32Array;
  readonly #blank: Uint8Array;
  readonly #times: Int32Array;
  readonly #errors: ErrorFinder;
  readonly #answers: Answers;
  #different = 0;

  constructor(column: Column, rows: OrderedRows) {
    const { codes, count } = keyCodes(column);
    const cells = frameCells(column);
    this.#sequence = rows.sequence;
    this.#codes = codes;
    this.#times = new Int32Array(count);
    this.#blank = Uint8Array.from(codes, (_, row) => (cells.marks?.[row] === BLANK ? 1 : 0));
    this.#errors = errorFinder(cells, rows);
    this.#answers = new Answers(rows.sequence.length);
  }

  enter(place: number): void {
    const row = this.#sequence[place] as number;
    if (this.#blank[row] === 1) return;
    const code = this.#codes[row] as number;
    const times = this.#times[code] as number;
    if (times === 0) this.#different++;
    this.#times[code] = times + 1;
  }
  leave(place: number): void {
    const row = this.#sequence[place] as number;
    if (this.#blank[row] === 1) return;
    const code = this.#codes[row] as number;
    const times = (this.#times[code] as number) - 1;
    if (times === 0) this.#different--;
    this.#times[code] = times;
  }
  at(place: number, first: number, end: number): void {
    const row = this.#sequence[place] as number;
    const error = this.#errors.in(first, end);
    if (error !== 0) this.#answers.state(row, error);
    else this.#answers.number(row, this.#different);
  }
  clear(first: number, end: number): void {
    for (let place = first; place < end; place++) this.leave(place);
  }
  column(): NumericColumn {
    return this.#answers.finish();
  }
}
