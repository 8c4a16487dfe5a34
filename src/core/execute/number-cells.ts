/** Columns as plain numbers, for operations that compare dates and add amounts. */
import { cellAt, isNumeric, stateOf, type Column } from '../data/column.ts';
import { isError } from '../data/value.ts';
import { toNumber } from '../formula/evaluate/coerce.ts';

export interface NumberCells {
  readonly values: Float64Array;
  /** As in a column; blanks and errors keep the value 0. */
  readonly state?: Uint8Array;
}

/** Blank is 0, numeric text its number, other text `#VALUE!`, as in arithmetic. */
export function numberCells(column: Column, count: number): NumberCells {
  if (isNumeric(column)) return column;
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const cell = cellAt(column, i);
    const number = toNumber(cell);
    if (cell === null || isError(number)) state[i] = stateOf(cell === null ? null : number);
    else values[i] = number;
  }
  return { values, state };
}
