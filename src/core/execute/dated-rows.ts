/** Dated rows of equal keys, in order of their start: those that hold on a date are found without walking them all. */
import type { RowsByCode } from './match-keys.ts';

export interface DatedRows {
  /** The rows of code `c`: places `starts[c] … starts[c + 1] - 1`, by first day, equal days in row order. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** By place: the row's first day; the day after its last, and the latest such day of the code's places up to here. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly latest: Float64Array;
}

/** First days and days after the last by row, infinite where there is none; `to` null: all hold for ever. */
export function datedRows({ starts, rows: given }: RowsByCode, from: Float64Array, to: Float64Array | null): DatedRows {
  const rows = given.slice();
  for (let code = 0; code + 1 < starts.length; code++) {
    const own = rows.subarray(starts[code], starts[code + 1]);
    // Rows come in row order; dated tables mostly in order of their days as well.
    if (!isAscending(own, from)) own.sort((a, b) => compare(from[a] as number, from[b] as number) || a - b);
  }
  const latest = new Float64Array(rows.length);
  const ends = new Float64Array(rows.length);
  for (let code = 0; code + 1 < starts.length; code++) {
    let most = -Infinity;
    for (let place = starts[code] as number; place < (starts[code + 1] as number); place++) {
      const end = to === null ? Infinity : (to[rows[place] as number] as number);
      ends[place] = end;
      latest[place] = most = end > most ? end : most;
    }
  }
  return { starts, rows, from: Float64Array.from(rows, (row) => from[row] as number), to: ends, latest };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isAscending(rows: Int32Array, from: Float64Array): boolean {
  for (let i = 1; i < rows.length; i++) {
    if ((from[rows[i] as number] as number) < (from[rows[i - 1] as number] as number)) return false;
  }
  return true;
}

/** The last place of a code that has begun on the date; -1: none has. */
export function lastBegun({ starts, from }: DatedRows, code: number, date: number): number {
  const first = starts[code] as number;
  let low = first;
  let high = starts[code + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[middle] as number) <= date) low = middle + 1;
    else high = middle;
  }
  return low > first ? low - 1 : -1;
}

/** Puts the rows of a code that hold on the date into `found`, in row order; answers how many. Places before which nothing reaches so far are not visited. */
export function holdingOn(dated: DatedRows, code: number, date: number, found: number[]): number {
  const { starts, rows, to, latest } = dated;
  found.length = 0;
  const first = starts[code] as number;
  for (let place = lastBegun(dated, code, date); place >= first && (latest[place] as number) > date; place--) {
    if ((to[place] as number) > date) found.push(rows[place] as number);
  }
  if (found.length > 1) found.sort((a, b) => a - b);
  return found.length;
}
