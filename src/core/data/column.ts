/** Typed columns: what the engine computes on and what crosses to the worker. */
import { errors, errorTexts, isError, type Value } from './value.ts';

export type ColumnType = 'number' | 'text' | 'boolean' | 'date' | 'time' | 'datetime' | 'list' | 'attachment' | 'geo';

/** Types whose cells are doubles: booleans are 0 and 1, dates serial days (Excel's from 1900-03-01 on), times fractions of a day. */
export type NumericType = 'number' | 'boolean' | 'date' | 'time' | 'datetime';

/** How a number is shown; it never changes what is computed. */
export type Format =
  | { readonly kind: 'number'; readonly decimals?: number }
  | { readonly kind: 'currency'; readonly currency: string; readonly decimals?: number }
  | { readonly kind: 'percent'; readonly decimals?: number }
  | { readonly kind: 'unit'; readonly unit: string; readonly decimals?: number };

/**
 * `state[i]`: 0 the cell holds a value, 1 it is blank, 2 + n it is `errorTexts[n]`. Absent where every cell holds a value:
 * kernels test for absence once and then never look.
 */
export type CellStates = Uint8Array;
export const BLANK = 1;
export const FIRST_ERROR = 2;

export interface NumericColumn {
  readonly type: NumericType;
  readonly values: Float64Array;
  readonly state?: CellStates;
}

/** Text is dictionary-coded: `dictionary[codes[i]]`. Codes of blank or error cells are 0 and mean nothing. */
export interface TextColumn {
  readonly type: 'text';
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  readonly state?: CellStates;
}

/** Cells whose type is only known one by one (`IF(a, 1, "x")`, lists). Slow and complete; the checker warns where it costs. */
export interface MixedColumn {
  readonly type: 'list' | 'attachment' | 'geo' | 'mixed';
  readonly cells: readonly Value[];
}

export type Column = NumericColumn | TextColumn | MixedColumn;

/** Columns of one length, by key, in display order. */
export interface Frame {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, Column>;
}

export function isNumeric(column: Column): column is NumericColumn {
  return 'values' in column;
}
export function isText(column: Column): column is TextColumn {
  return 'codes' in column;
}

/** The cell as a value; booleans come back as booleans. */
export function cellAt(column: Column, row: number): Value {
  if ('cells' in column) return column.cells[row] ?? null;
  const state = column.state?.[row] ?? 0;
  if (state === BLANK) return null;
  if (state >= FIRST_ERROR) return errors[errorTexts[state - FIRST_ERROR] ?? '#VALUE!'];
  if (isText(column)) return column.dictionary[column.codes[row] ?? 0] ?? '';
  const value = column.values[row] ?? 0;
  return column.type === 'boolean' ? value !== 0 : value;
}

/** The state byte that stands for a value: 0, blank, or an error's code. */
export function stateOf(value: Value): number {
  if (value === null) return BLANK;
  return isError(value) ? FIRST_ERROR + errorTexts.indexOf(value.error) : 0;
}
