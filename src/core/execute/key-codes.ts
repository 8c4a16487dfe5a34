/** Dense codes of keys: equal `key(x)`, equal code, numbered in order of first appearance. What grouping, limiting and conditional sums run on. */
import { isNumeric, isText, cellAt, type Column } from '../data/column.ts';
import { key, numberKey, textKey, type Key } from '../formula/key.ts';
import { errors, errorTexts } from '../data/value.ts';

export interface KeyCodes {
  readonly codes: Int32Array;
  /** How many different codes there are. */
  readonly count: number;
  /** The key of a value → its code; what is not there appears in no row. Only for single columns. */
  readonly codeOf: ReadonlyMap<Key, number>;
}

const known = new WeakMap<Column, KeyCodes>();

/** Made once per column and kept as long as the column is. */
export function keyCodes(column: Column): KeyCodes {
  const kept = known.get(column);
  if (kept) return kept;
  const made = isText(column) ? textCodes(column) : cellCodes(column);
  known.set(column, made);
  return made;
}

/** Codes of blanks and errors by state byte. */
function stateCode(codeOf: Map<Key, number>, state: number): number {
  const error = errorTexts[state - 2];
  return codeIn(codeOf, key(error === undefined ? null : errors[error]));
}

function codeIn(codeOf: Map<Key, number>, name: Key): number {
  let code = codeOf.get(name);
  if (code === undefined) codeOf.set(name, (code = codeOf.size));
  return code;
}

function textCodes(column: Extract<Column, { type: 'text' }>): KeyCodes {
  const { codes: entries, dictionary, state } = column;
  const codeOf = new Map<Key, number>();
  if (!state && inOrder(entries, dictionary.length)) {
    for (const entry of dictionary) codeIn(codeOf, textKey(entry));
    // No two entries are one key: the column's own codes are what is wanted.
    if (codeOf.size === dictionary.length) return { codes: entries, count: codeOf.size, codeOf };
    codeOf.clear();
  }
  const ofEntry = new Int32Array(dictionary.length).fill(-1);
  const codes = new Int32Array(entries.length);
  let i = 0;
  for (let unseen = dictionary.length; i < codes.length && unseen > 0 && !state; i++) {
    const entry = entries[i] as number;
    let code = ofEntry[entry] as number;
    if (code < 0) {
      ofEntry[entry] = code = codeIn(codeOf, textKey(dictionary[entry] ?? ''));
      unseen--;
    }
    codes[i] = code;
  }
  // Once every entry has been seen there is nothing left to ask.
  if (!state) for (; i < codes.length; i++) codes[i] = ofEntry[entries[i] as number] as number;
  for (; i < codes.length; i++) {
    const mark = (state as Uint8Array)[i] as number;
    if (mark !== 0) {
      codes[i] = stateCode(codeOf, mark);
      continue;
    }
    const entry = entries[i] as number;
    let code = ofEntry[entry] as number;
    if (code < 0) ofEntry[entry] = code = codeIn(codeOf, textKey(dictionary[entry] ?? ''));
    codes[i] = code;
  }
  return { codes, count: codeOf.size, codeOf };
}

/** Whether codes appear for the first time in their own order, all of them: as a reader of rows makes them. */
function inOrder(codes: Int32Array, count: number): boolean {
  let next = 0;
  for (let i = 0; i < codes.length && next < count; i++) {
    const code = codes[i] as number;
    if (code > next) return false;
    if (code === next) next++;
  }
  return next === count;
}

function cellCodes(column: Column): KeyCodes {
  const codeOf = new Map<Key, number>();
  const numbers = isNumeric(column) && column.type !== 'boolean' ? column : undefined;
  const length = 'cells' in column ? column.cells.length : isNumeric(column) ? column.values.length : 0;
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const state = numbers?.state?.[i] ?? 0;
    codes[i] =
      numbers && state === 0
        ? codeIn(codeOf, numberKey(numbers.values[i] as number))
        : state !== 0
          ? stateCode(codeOf, state)
          : codeIn(codeOf, key(cellAt(column, i)));
  }
  return { codes, count: codeOf.size, codeOf };
}

/** Codes of rows by several columns at once, numbered in order of first appearance. No columns: every row has code 0. */
export function rowCodes(columns: readonly Column[], rowCount: number): { codes: Int32Array; count: number } {
  let all: { codes: Int32Array; count: number } | undefined;
  for (const column of columns) {
    const one = keyCodes(column);
    all = all === undefined ? one : pair(all, one);
  }
  return all ?? { codes: new Int32Array(rowCount), count: rowCount > 0 ? 1 : 0 };
}

/** Above this many pairs a table of all of them would cost more than hashing. */
const DENSE = 1 << 22;

function pair(a: { codes: Int32Array; count: number }, b: KeyCodes): { codes: Int32Array; count: number } {
  const codes = new Int32Array(a.codes.length);
  let count = 0;
  if (a.count * b.count <= DENSE) {
    const table = new Int32Array(a.count * b.count).fill(-1);
    for (let i = 0; i < codes.length; i++) {
      const at = (a.codes[i] as number) * b.count + (b.codes[i] as number);
      let code = table[at] as number;
      if (code < 0) table[at] = code = count++;
      codes[i] = code;
    }
    return { codes, count };
  }
  const table = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const at = (a.codes[i] as number) * b.count + (b.codes[i] as number);
    let code = table.get(at);
    if (code === undefined) table.set(at, (code = count++));
    codes[i] = code;
  }
  return { codes, count };
}
