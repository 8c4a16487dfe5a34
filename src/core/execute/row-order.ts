/** Rows in the order of sort keys: by `key(x)`, stable, blanks last and errors after them in either direction. */
import { BLANK, cellAt, FIRST_ERROR, isNumeric, isText, type Column } from '../data/column.ts';
import { isError } from '../data/value.ts';
import { compareByKey, numberKey, textKey } from '../formula/key.ts';
import type { StepId } from '../program/table-program.ts';
import type { Work } from './operation.ts';

export interface OrderColumn {
  readonly column: Column;
  readonly descending: boolean;
}

/** Numbers that order as the cells do, and what has no place among them: 1 blank, 2 error. */
interface Ranked {
  readonly ranks: Float64Array;
  readonly aside: Uint8Array | undefined;
}

/** How many rows are merged between two signs of life. */
const SLICE = 1 << 16;

/** `from` gives the rows to order; all rows where it is absent. */
export function* rowOrder(
  step: StepId,
  order: readonly OrderColumn[],
  count: number,
  from?: Int32Array,
): Work<Int32Array> {
  const keys: (Ranked & { readonly descending: boolean })[] = [];
  for (const one of order) keys.push({ ...(yield* ranked(step, one.column)), descending: one.descending });
  const compare = (a: number, b: number): number => {
    for (const key of keys) {
      const asideA = key.aside ? (key.aside[a] as number) : 0;
      const asideB = key.aside ? (key.aside[b] as number) : 0;
      if (asideA !== asideB) return asideA - asideB;
      const left = key.ranks[a] as number;
      const right = key.ranks[b] as number;
      if (left !== right) return left < right === key.descending ? 1 : -1;
    }
    return 0;
  };
  const rows = from ? from.slice() : Int32Array.from({ length: count }, (_, i) => i);
  return yield* mergeSort(step, rows, compare);
}

function* mergeSort(step: StepId, rows: Int32Array, compare: (a: number, b: number) => number): Work<Int32Array> {
  let source: Int32Array = rows;
  let target: Int32Array = new Int32Array(rows.length);
  let slice = 0;
  for (let width = 1; width < rows.length; width *= 2) {
    for (let low = 0; low < rows.length; low += width * 2) {
      const middle = Math.min(low + width, rows.length);
      const high = Math.min(low + width * 2, rows.length);
      let left = low;
      let right = middle;
      for (let at = low; at < high; at++) {
        const fromLeft =
          left < middle && (right >= high || compare(source[left] as number, source[right] as number) <= 0);
        target[at] = source[fromLeft ? left++ : right++] as number;
        if (++slice % SLICE === 0) yield { step, rows: 0 };
      }
    }
    [source, target] = [target, source];
  }
  return source;
}

function* ranked(step: StepId, column: Column): Work<Ranked> {
  if (isNumeric(column)) {
    const ranks = new Float64Array(column.values.length);
    for (let row = 0; row < ranks.length; row++) {
      ranks[row] = numberKey(column.values[row] as number);
      if ((row + 1) % SLICE === 0) yield { step, rows: 0 };
    }
    return { ranks, aside: asideOf(column.state) };
  }
  if (isText(column)) {
    const ofEntry = denseRanks(column.dictionary.map(textKey), (a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const ranks = Float64Array.from(column.codes, (code) => ofEntry[code] ?? 0);
    return { ranks, aside: asideOf(column.state) };
  }
  const cells = column.cells.map((_, row) => cellAt(column, row));
  const aside = Uint8Array.from(cells, (cell) => (cell === null ? 1 : typeof cell === 'object' ? 2 : 0));
  // Errors are equal to one another: among themselves they keep their order.
  const orderly = cells.map((cell) => (isError(cell) ? null : cell));
  return { ranks: denseRanks(orderly, compareByKey), aside };
}

function asideOf(state: Uint8Array | undefined): Uint8Array | undefined {
  return state?.map((one) => (one >= FIRST_ERROR ? 2 : one === BLANK ? 1 : 0));
}

function denseRanks<T>(items: readonly T[], compare: (a: T, b: T) => number): Float64Array {
  const ranks = new Float64Array(items.length);
  const order = items.map((_, i) => i).sort((a, b) => compare(items[a] as T, items[b] as T));
  let rank = 0;
  order.forEach((item, at) => {
    const before = order[at - 1];
    if (before !== undefined && compare(items[before] as T, items[item] as T) !== 0) rank++;
    ranks[item] = rank;
  });
  return ranks;
}
