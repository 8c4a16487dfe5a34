/** Rows changed by hand: cells set, rows taken out, rows put in. Columns are never changed in place. */
import { BLANK, isText, stateOf, type Column, type Frame, type MixedColumn } from './column.ts';
import { cellAt } from './column.ts';
import type { Value } from './value.ts';

export interface CellsSet {
  readonly column: string;
  /** Row numbers, each with the value that it gets. */
  readonly rows: ArrayLike<number>;
  readonly values: readonly Value[];
}

/** Row numbers are those of the rows before: cells are set first, then rows taken out, then rows put in before row `at`. */
export interface RowsChange {
  readonly set?: readonly CellsSet[];
  /** Ascending, each once. */
  readonly remove?: readonly number[];
  readonly insert?: { readonly at: number; readonly rows: Frame };
}

export function changeRows(frame: Frame, change: RowsChange): Frame {
  const remove = change.remove ?? [];
  const at = change.insert?.at ?? frame.rowCount;
  const kept = remove.length === 0 ? undefined : keptRows(frame.rowCount, remove);
  const before = kept ? kept.filter((row) => row < at).length : at;
  const rowCount = frame.rowCount - remove.length + (change.insert?.rows.rowCount ?? 0);
  const columns = new Map<string, Column>();
  for (const [key, old] of frame.columns) {
    let column = old;
    for (const one of change.set ?? []) if (one.column === key) column = setCells(column, one.rows, one.values);
    if (kept) column = takeRows(column, kept);
    if (change.insert) {
      const { rows } = change.insert;
      const left = frame.rowCount - remove.length;
      const added = rows.columns.get(key) ?? blankLike(column, rows.rowCount);
      column = joinColumns([sliceColumn(column, 0, before), added, sliceColumn(column, before, left)]);
    }
    columns.set(key, column);
  }
  return { rowCount, columns };
}

function keptRows(count: number, remove: readonly number[]): Int32Array {
  const gone = new Uint8Array(count);
  for (const row of remove) gone[row] = 1;
  const kept = new Int32Array(count - remove.length);
  let at = 0;
  for (let row = 0; row < count; row++) if (gone[row] === 0) kept[at++] = row;
  return kept;
}

/** Values that the column's storage cannot hold (a text among numbers) become `#VALUE!`: who sets cells has read them as the column's type. */
export function setCells(column: Column, rows: ArrayLike<number>, values: readonly Value[]): Column {
  if ('cells' in column) {
    const cells = [...column.cells];
    for (let i = 0; i < rows.length; i++) cells[rows[i] as number] = values[i] ?? null;
    return { ...column, cells };
  }
  const length = isText(column) ? column.codes.length : column.values.length;
  const state = column.state ? column.state.slice() : new Uint8Array(length);
  const mark = (row: number, value: Value, fits: boolean) => {
    state[row] = fits ? 0 : typeof value === 'object' ? stateOf(value) : wrongState;
  };
  if (isText(column)) {
    const codes = column.codes.slice();
    const dictionary = [...column.dictionary];
    const known = new Map(dictionary.map((text, code) => [text, code]));
    for (let i = 0; i < rows.length; i++) {
      const [row, value] = [rows[i] as number, values[i] ?? null];
      mark(row, value, typeof value === 'string');
      let code = typeof value === 'string' ? known.get(value) : 0;
      if (code === undefined) known.set(value as string, (code = dictionary.push(value as string) - 1));
      codes[row] = code;
    }
    return { type: 'text', codes, dictionary, ...withState(state) };
  }
  const made = column.values.slice();
  for (let i = 0; i < rows.length; i++) {
    const [row, value] = [rows[i] as number, values[i] ?? null];
    const fits = typeof value === 'number' || typeof value === 'boolean';
    mark(row, value, fits);
    made[row] = fits ? Number(value) : 0;
  }
  return { type: column.type, values: made, ...withState(state) };
}

const wrongState = stateOf({ error: '#VALUE!' });

function withState(state: Uint8Array): { readonly state?: Uint8Array } {
  return state.some((one) => one !== 0) ? { state } : {};
}

/** The rows of these numbers, in this order. */
export function takeRows(column: Column, rows: Int32Array): Column {
  if ('cells' in column) return { ...column, cells: Array.from(rows, (row) => column.cells[row] ?? null) };
  const old = column.state;
  const states = old && new Uint8Array(rows.length);
  if (states) for (let i = 0; i < rows.length; i++) states[i] = old[rows[i] as number] ?? 0;
  const state = states ? withState(states) : {};
  if (isText(column)) {
    const { codes, dictionary } = column;
    const taken = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = codes[rows[i] as number] ?? 0;
    return { type: 'text', codes: taken, dictionary, ...state };
  }
  const { values, type } = column;
  const made = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) made[i] = values[rows[i] as number] ?? 0;
  return { type, values: made, ...state };
}

export function sliceColumn(column: Column, from: number, to: number): Column {
  if ('cells' in column) return { ...column, cells: column.cells.slice(from, to) };
  const state = column.state ? { state: column.state.slice(from, to) } : {};
  if (isText(column)) return { ...column, codes: column.codes.slice(from, to), ...state };
  return { ...column, values: column.values.slice(from, to), ...state };
}

export function lengthOf(column: Column): number {
  return 'cells' in column ? column.cells.length : isText(column) ? column.codes.length : column.values.length;
}

/** Rows of several columns under each other. Where their storage differs the cells are kept one by one. */
export function joinColumns(parts: readonly Column[]): Column {
  const [first] = parts;
  if (!first) throw new Error('no columns to join');
  const count = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  if ('cells' in first || parts.some((part) => part.type !== first.type)) {
    const cells = parts.flatMap((part) => Array.from({ length: lengthOf(part) }, (_, row) => cellAt(part, row)));
    const type: MixedColumn['type'] = 'cells' in first ? first.type : 'mixed';
    return { type, cells };
  }
  const state = new Uint8Array(count);
  let at = 0;
  const numbers = isText(first) ? null : new Float64Array(count);
  const codes = isText(first) ? new Int32Array(count) : null;
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  for (const part of parts) {
    if ('cells' in part) continue;
    if (part.state) state.set(part.state, at);
    if (isText(part) && codes) {
      const places = part.dictionary.map((text) => {
        const code = known.get(text) ?? dictionary.push(text) - 1;
        known.set(text, code);
        return code;
      });
      for (let row = 0; row < part.codes.length; row++) codes[at + row] = places[part.codes[row] ?? 0] ?? 0;
    } else if (!isText(part)) numbers?.set(part.values, at);
    at += lengthOf(part);
  }
  if (codes) return { type: 'text', codes, dictionary, ...withState(state) };
  return { type: first.type as 'number', values: numbers as Float64Array, ...withState(state) };
}

function blankLike(column: Column, count: number): Column {
  if ('cells' in column) return { ...column, cells: new Array<Value>(count).fill(null) };
  const state = new Uint8Array(count).fill(BLANK);
  if (isText(column)) return { type: 'text', codes: new Int32Array(count), dictionary: [], state };
  return { type: column.type, values: new Float64Array(count), state };
}
