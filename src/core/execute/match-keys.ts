/** Rows of two sides with equal keys get equal codes: what joins and look-ups run on. */
import { cellAt, type Column } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import { isError } from '../data/value.ts';
import { keyCodes } from './key-codes.ts';
import { sayValue } from './say-value.ts';

/** The code of a row that matches nothing: a key of it is blank or an error, or (on the right) no left row has it. */
export const NO_KEY = -1;

export interface MatchedKeys {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Codes are below this. */
  readonly count: number;
  /** No left row is without a code. */
  readonly complete: boolean;
}

/** Column by column in pairs; there is at least one pair. */
export function matchKeys(left: readonly Column[], right: readonly Column[]): MatchedKeys {
  let all: MatchedKeys | undefined;
  left.forEach((column, i) => {
    const one = matchColumn(column, right[i] as Column);
    all = all === undefined ? one : combine(all, one);
  });
  if (!all) throw new Error('a join compares at least one pair of columns');
  return all;
}

function matchColumn(left: Column, right: Column): MatchedKeys {
  const ours = keyCodes(left);
  const theirs = keyCodes(right);
  const translated = new Int32Array(theirs.count).fill(NO_KEY);
  for (const [key, code] of theirs.codeOf) translated[code] = ours.codeOf.get(key) ?? NO_KEY;
  return {
    left: withoutAbsent(left, ours.codes, null),
    right: withoutAbsent(right, theirs.codes, translated),
    count: ours.count,
    complete: !('cells' in left) && !left.state,
  };
}

function withoutAbsent(column: Column, codes: Int32Array, translated: Int32Array | null): Int32Array {
  const made = translated ? codes.map((code) => translated[code] as number) : codes;
  if (!('cells' in column) && !column.state) return made;
  return made.map((code, row) => {
    if (!('cells' in column)) return (column.state?.[row] ?? 0) === 0 ? code : NO_KEY;
    const value = cellAt(column, row);
    return value === null || isError(value) ? NO_KEY : code;
  });
}

function combine(a: MatchedKeys, b: MatchedKeys): MatchedKeys {
  const known = new Map<number, number>();
  const left = a.left.map((code, row) => {
    const other = b.left[row] as number;
    if (code < 0 || other < 0) return NO_KEY;
    const pair = code * b.count + other;
    let made = known.get(pair);
    if (made === undefined) known.set(pair, (made = known.size));
    return made;
  });
  const right = a.right.map((code, row) => {
    const other = b.right[row] as number;
    return code < 0 || other < 0 ? NO_KEY : (known.get(code * b.count + other) ?? NO_KEY);
  });
  return { left, right, count: known.size, complete: a.complete && b.complete };
}

/** Rows by code: those of code `c` are `rows[starts[c]] … rows[starts[c + 1] - 1]`, in row order. */
export interface RowsByCode {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

export function rowsByCode(codes: Int32Array, count: number): RowsByCode {
  const starts = new Int32Array(count + 1);
  let coded = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code < 0) continue;
    starts[code + 1] = (starts[code + 1] as number) + 1;
    coded++;
  }
  for (let c = 0; c < count; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  const next = starts.slice();
  const rows = new Int32Array(coded);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code < 0) continue;
    rows[next[code] as number] = i;
    next[code] = (next[code] as number) + 1;
  }
  return { starts, rows };
}

/** The names of rows by their keys, for problems: the first five different ones. */
export function namesOfRows(columns: readonly Column[], rows: Iterable<number>): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) {
    names.add(columns.map((column) => nameOf(cellAt(column, row), column)).join(' / '));
    if (names.size === 5) break;
  }
  return [...names];
}

function nameOf(value: Value, column: Column): string {
  return typeof value === 'string' ? value : sayValue(value, { type: column.type }, 'en');
}
