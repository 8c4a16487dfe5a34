/** Rows that hold exactly the same cells (not merely equal keys) in some columns. */
import { isNumeric, isText, type Column } from '../../data/column.ts';
import { isInlined, type Named } from './inlined.ts';

export interface DistinctRows {
  /** The combination of each row. */
  readonly of: Int32Array;
  /** The first row of each combination. */
  readonly first: Int32Array;
}

/** Codes of rows under construction. */
interface Codes {
  readonly of: Int32Array;
  readonly count: number;
}

/** Not worth it where more than a quarter of the rows differ. Answers undefined then, and for columns of mixed types. */
export function distinctRows(columns: readonly Column[], count: number): DistinctRows | undefined {
  const most = count >> 2;
  let all: Codes | undefined;
  for (const column of columns) {
    const one = codesOf(column, count, most);
    if (!one) return undefined;
    all = all ? combine(all, one, most) : one;
    if (!all) return undefined;
  }
  if (!all) return undefined;
  const first = new Int32Array(all.count).fill(-1);
  for (let row = count - 1; row >= 0; row--) first[all.of[row] as number] = row;
  return { of: all.of, first };
}

function codesOf(column: Column, count: number, most: number): Codes | undefined {
  const known = new Map<number, number>();
  const of = new Int32Array(count);
  if (!isNumeric(column) && !isText(column)) return undefined;
  const cells = isText(column) ? column.codes : column.values;
  const { state } = column;
  // Blank and error cells are told apart by their state; what stands in their place means nothing.
  const marks = new Map<number, number>();
  let next = 0;
  for (let row = 0; row < count; row++) {
    const mark = state ? (state[row] as number) : 0;
    const map = mark === 0 ? known : marks;
    const cell = mark === 0 ? (cells[row] as number) : mark;
    let code = map.get(cell);
    if (code === undefined) {
      if (next >= most) return undefined;
      code = next++;
      map.set(cell, code);
    }
    of[row] = code;
  }
  return { of, count: next };
}

function combine(a: Codes, b: Codes, most: number): Codes | undefined {
  const known = new Map<number, number>();
  const of = new Int32Array(a.of.length);
  for (let row = 0; row < of.length; row++) {
    const pair = (a.of[row] as number) * b.count + (b.of[row] as number);
    let code = known.get(pair);
    if (code === undefined) {
      if (known.size >= most) return undefined;
      code = known.size;
      known.set(pair, code);
    }
    of[row] = code;
  }
  return { of, count: known.size };
}

/** Rows looked at before it is tried. */
const SAMPLE = 1024;

/** Whether a sample of the rows holds few different combinations of cells, so that computing each of them once should pay. Names that are no columns: no. */
export function looksFew(named: readonly Named[], count: number): boolean {
  if (count < SAMPLE * 4 || named.length > 3) return false;
  const columns: { readonly cells: Float64Array | Int32Array; readonly state: Uint8Array | undefined }[] = [];
  for (const one of named) {
    if (isInlined(one) || 'cells' in one) return false;
    columns.push({ cells: isText(one) ? one.codes : one.values, state: one.state });
  }
  const stride = Math.floor(count / SAMPLE);
  const seen = new Set<string>();
  let looked = 0;
  for (let row = 0; row < SAMPLE * stride; row += stride) {
    // Blanks and errors are alike, and few: they say nothing of the others.
    if (columns.some(({ state }) => state && state[row] !== 0)) continue;
    seen.add(columns.map(({ cells }) => cells[row]).join());
    looked++;
  }
  // So many different ones a sample holds of as many combinations as a thirtieth of the rows.
  return looked > 0 && seen.size <= looked * Math.max(0.25, 1 - (16 * SAMPLE) / count);
}
