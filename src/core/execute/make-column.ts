/** Columns out of nothing, out of values, and out of rows of other columns. */
import {
  BLANK,
  isNumeric,
  isText,
  stateOf,
  type Column,
  type NumericColumn,
  type NumericType,
  type TextColumn,
} from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';

export type AnyType = ColumnInfo['type'];

const numericTypes: readonly string[] = ['number', 'boolean', 'date', 'time', 'datetime'];

export function isNumericType(type: string): type is NumericType {
  return numericTypes.includes(type);
}

export function blankColumn(type: AnyType, count: number): Column {
  const state = new Uint8Array(count).fill(BLANK);
  if (isNumericType(type)) return { type, values: new Float64Array(count), state };
  if (type === 'text') return { type, codes: new Int32Array(count), dictionary: [], state };
  return { type, cells: new Array<Value>(count).fill(null) };
}

/**
 * The column of `values`. Numbers become a column of `type` where that is numeric (a date stays a date); values that do not fit one storage make a
 * mixed column.
 */
export function columnOfValues(values: readonly Value[], type: AnyType): Column {
  let numbers = false;
  let booleans = false;
  let texts = false;
  for (const value of values) {
    if (typeof value === 'number') numbers = true;
    else if (typeof value === 'boolean') booleans = true;
    else if (typeof value === 'string') texts = true;
  }
  if (Number(numbers) + Number(booleans) + Number(texts) > 1) return { type: 'mixed', cells: values };
  if (numbers) return numericOf(values, isNumericType(type) && type !== 'boolean' ? type : 'number');
  if (booleans) return numericOf(values, 'boolean');
  if (texts || type === 'text') return textOf(values);
  return numericOf(values, isNumericType(type) ? type : 'number');
}

function numericOf(values: readonly Value[], type: NumericType): NumericColumn {
  const made = new Float64Array(values.length);
  let state: Uint8Array | undefined;
  values.forEach((value, i) => {
    if (typeof value === 'number' || typeof value === 'boolean') made[i] = Number(value);
    else (state ??= new Uint8Array(values.length))[i] = stateOf(value);
  });
  return { type, values: made, ...(state ? { state } : {}) };
}

function textOf(values: readonly Value[]): TextColumn {
  const codes = new Int32Array(values.length);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  let state: Uint8Array | undefined;
  values.forEach((value, i) => {
    if (typeof value !== 'string') {
      (state ??= new Uint8Array(values.length))[i] = stateOf(value);
      return;
    }
    let code = known.get(value);
    if (code === undefined) {
      code = dictionary.push(value) - 1;
      known.set(value, code);
    }
    codes[i] = code;
  });
  return { type: 'text', codes, dictionary, ...(state ? { state } : {}) };
}

/** Row `rows[i]` of the column at `i`; below 0 a blank. */
export function gather(column: Column, rows: Int32Array): Column {
  const count = rows.length;
  if (!isNumeric(column) && !isText(column)) {
    const cells = new Array<Value>(count);
    for (let i = 0; i < count; i++) cells[i] = column.cells[rows[i] as number] ?? null;
    return { type: column.type, cells };
  }
  const state = gatherStates(column.state, rows);
  const kept = state ? { state } : {};
  if (isText(column)) {
    const codes = new Int32Array(count);
    for (let i = 0; i < count; i++) codes[i] = column.codes[rows[i] as number] ?? 0;
    return { type: 'text', codes, dictionary: column.dictionary, ...kept };
  }
  const values = new Float64Array(count);
  const from = column.values;
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    values[i] = row < 0 ? 0 : (from[row] as number);
  }
  return { type: column.type, values, ...kept };
}

function gatherStates(state: Uint8Array | undefined, rows: Int32Array): Uint8Array | undefined {
  const made = new Uint8Array(rows.length);
  let any = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    any |= made[i] = row < 0 ? BLANK : state ? (state[row] as number) : 0;
  }
  return any === 0 ? undefined : made;
}

/** A number column under the type that its schema declares (a sum of a date and days is a date); anything else as it is. */
export function typedAs(column: Column, type: AnyType | undefined): Column {
  const numbers = isNumeric(column) && column.type !== 'boolean';
  if (!numbers || type === undefined || !isNumericType(type) || type === 'boolean' || type === column.type)
    return column;
  return { ...column, type };
}
