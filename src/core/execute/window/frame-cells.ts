/** A column as aggregates over frames read it, and a column of answers as they write it. */
import { cellAt, FIRST_ERROR, isNumeric, stateOf, type Column, type NumericColumn } from '../../data/column.ts';
import { errors, type ErrorText } from '../../data/value.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { lengthOf } from '../vector/bindings.ts';

/** Marks beside a cell: it holds a number, or something that number aggregates skip; else the state of a column. */
export const NUMBER = 0;
export const OTHER = 255;

export interface FrameCells {
  /** By row; 0 where the cell is no number. */
  readonly values: Float64Array;
  /** By row; absent where every cell is a number. */
  readonly marks: Uint8Array | undefined;
}

export function frameCells(column: Column): FrameCells {
  if (isNumeric(column) && column.type !== 'boolean') return { values: column.values, marks: column.state };
  const count = lengthOf(column);
  const values = new Float64Array(count);
  const marks = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    if ('cells' in column) {
      const value = cellAt(column, row);
      if (typeof value === 'number') values[row] = value;
      else marks[row] = stateOf(value) || OTHER;
    } else marks[row] = column.state?.[row] || OTHER;
  }
  return { values, marks };
}

export const isErrorMark = (mark: number): boolean => mark >= FIRST_ERROR && mark !== OTHER;

/** Finds the first error of a frame in constant time. */
export interface ErrorFinder {
  /** The state of the first error at the places [first, end); 0 where there is none. */
  in(first: number, end: number): number;
}

const noErrors: ErrorFinder = { in: () => 0 };

export function errorFinder({ marks }: Pick<FrameCells, 'marks'>, { sequence }: OrderedRows): ErrorFinder {
  if (!marks?.some(isErrorMark)) return noErrors;
  const count = sequence.length;
  const next = new Int32Array(count + 1).fill(count);
  for (let place = count - 1; place >= 0; place--) {
    next[place] = isErrorMark(marks[sequence[place] as number] as number) ? place : (next[place + 1] as number);
  }
  return {
    in(first, end) {
      const place = next[first] as number;
      return place < end ? (marks[sequence[place] as number] as number) : 0;
    },
  };
}

/** Answers by row; a state array comes into being with the first cell that needs one. */
export class Answers {
  readonly #values: Float64Array;
  #state: Uint8Array | undefined;

  constructor(count: number) {
    this.#values = new Float64Array(count);
  }

  number(row: number, x: number): void {
    if (Number.isFinite(x)) this.#values[row] = x + 0;
    else this.error(row, '#NUM!');
  }
  state(row: number, state: number): void {
    (this.#state ??= new Uint8Array(this.#values.length))[row] = state;
  }
  error(row: number, error: ErrorText): void {
    this.state(row, stateOf(errors[error]));
  }
  finish(): NumericColumn {
    return { type: 'number', values: this.#values, ...(this.#state ? { state: this.#state } : {}) };
  }
}
