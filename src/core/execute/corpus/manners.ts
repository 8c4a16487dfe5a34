/** The manners of numbers and of blank and broken cells, as somebody writes them who writes a loop for one formula. */
import { FIRST_ERROR, type Column, type NumericColumn, type NumericType, type TextColumn } from '../../data/column.ts';
import { errorTexts, type ErrorText } from '../../data/value.ts';
import { floor15, round, roundUp } from '../../formula/round.ts';
import type { CorpusData } from './corpus-data.ts';

/** One formula of the corpus, and the loop that computes the same. */
export interface Shape {
  readonly group: string;
  /** Over the columns of deals; the other tables by name. */
  readonly formula: string;
  readonly loop: (data: CorpusData) => Column;
}

/** Numbers this near, relative to the larger, are equal. */
const NEAR = 2 ** -48;

export function plus(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < Math.max(Math.abs(a), Math.abs(b)) * NEAR ? 0 : sum;
}
export function minus(a: number, b: number): number {
  const rest = a - b;
  return Math.abs(rest) < Math.max(Math.abs(a), Math.abs(b)) * NEAR ? 0 : rest;
}

/** a ≥ b, a > b, a = b, within the tolerance. */
export function reaches(a: number, b: number): boolean {
  return a - b >= -Math.max(Math.abs(a), Math.abs(b)) * NEAR;
}
export function exceeds(a: number, b: number): boolean {
  return a - b > Math.max(Math.abs(a), Math.abs(b)) * NEAR;
}
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * NEAR;
}

/** ROUND(x, 2): by 15 digits near a tie, quickly away from it. */
export function cents(x: number): number {
  const scaled = Math.abs(x) * 100;
  const floor = Math.floor(scaled);
  const part = scaled - floor;
  if (Math.abs(part - 0.5) <= 1e-6 + scaled * 1e-14) return round(x, 2);
  const whole = (floor + +(part > 0.5)) / 100;
  return x < 0 ? -whole : whole;
}

/** ROUNDUP(x, 2). */
export function centsUp(x: number): number {
  const scaled = Math.abs(x) * 100;
  if (Math.abs(scaled - Math.round(scaled)) <= 1e-6 + scaled * 1e-14) return roundUp(x, 2);
  const whole = Math.ceil(scaled) / 100;
  return x < 0 ? -whole : whole;
}

/** INT(x): by 15 digits near a whole number. */
export function whole(x: number): number {
  return Math.abs(x - Math.round(x)) <= 1e-6 + Math.abs(x) * 1e-14 ? floor15(x) : Math.floor(x);
}

export const errorState = (error: ErrorText): number => FIRST_ERROR + errorTexts.indexOf(error);

type Cells = NumericColumn | TextColumn;

/** For each row the first error of the columns in this order; blanks count as values. Nothing where no column has states. */
export function errorsOf(...columns: readonly Cells[]): Uint8Array | undefined {
  const marked = columns.flatMap(({ state }) => (state ? [state] : []));
  const first = marked[0];
  if (!first) return undefined;
  const made = new Uint8Array(first.length);
  for (const state of marked) {
    for (let i = 0; i < made.length; i++) if (made[i] === 0 && state[i]! >= FIRST_ERROR) made[i] = state[i]!;
  }
  return made;
}

/** Marks what is not finite: `#DIV/0!` where the divisor is 0, else `#NUM!`. */
export function markOdd(values: Float64Array, state: Uint8Array | undefined, divisor?: Float64Array): Uint8Array {
  const made = state ?? new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    if (made[i] === 0) made[i] = errorState(divisor?.[i] === 0 ? '#DIV/0!' : '#NUM!');
    values[i] = 0;
  }
  return made;
}

export function numbers(values: Float64Array, state?: Uint8Array, type: NumericType = 'number'): NumericColumn {
  return { type, values, ...(state ? { state } : {}) };
}
export function truths(values: Float64Array, state?: Uint8Array): NumericColumn {
  return numbers(values, state, 'boolean');
}
export function texts(codes: Int32Array, dictionary: readonly string[], state?: Uint8Array): TextColumn {
  return { type: 'text', codes, dictionary, ...(state ? { state } : {}) };
}

/** The column with "" where it is blank or broken, under a code of its own: tables by code then need no other case. */
export function spelled(column: TextColumn): { codes: Int32Array; dictionary: readonly string[] } {
  const { codes, dictionary, state } = column;
  if (!state) return column;
  const made = codes.slice();
  for (let i = 0; i < made.length; i++) if (state[i] !== 0) made[i] = dictionary.length;
  return { codes: made, dictionary: [...dictionary, ''] };
}
