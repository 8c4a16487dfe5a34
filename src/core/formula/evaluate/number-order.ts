/** The numbers of a matrix, and rows in the order of their numbers: where a bound such as `"<=45000"` falls is found by halving. */
import { BLANK, FIRST_ERROR, isNumeric } from '../../data/column.ts';
import { isError } from '../../data/value.ts';
import { compareNumbers } from '../compare.ts';
import type { Bound } from './criteria.ts';
import { distribute, type GroupRows, type KeyGroups } from './key-groups.ts';
import { columnBehind, type Matrix } from './matrix.ts';

export interface CellNumbers {
  readonly values: Float64Array;
  /** Absent where every cell is a number; 0 where one is, from `FIRST_ERROR` on where an error is. */
  readonly marks?: Uint8Array;
}

const numbers = new WeakMap<Matrix, CellNumbers>();

export function cellNumbers(matrix: Matrix): CellNumbers {
  let made = numbers.get(matrix);
  if (!made) numbers.set(matrix, (made = readNumbers(matrix)));
  return made;
}

function readNumbers(matrix: Matrix): CellNumbers {
  const column = columnBehind(matrix);
  if (column && isNumeric(column) && column.type !== 'boolean') {
    return column.state ? { values: column.values, marks: column.state } : { values: column.values };
  }
  const { cells } = matrix;
  const values = new Float64Array(cells.length);
  const marks = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    if (typeof cell === 'number') values[at] = cell;
    else marks[at] = isError(cell) ? FIRST_ERROR : BLANK;
  }
  return { values, marks };
}

/** Rows that hold numbers, by group and then by number; equal ones in row order. */
export interface NumberOrder extends GroupRows {
  readonly values: Float64Array;
}

const orders = new WeakMap<KeyGroups, WeakMap<Matrix, NumberOrder>>();
const plain = new WeakMap<Matrix, Int32Array>();

/** Made once for each matrix and grouping. */
export function numberOrder(groups: KeyGroups, matrix: Matrix): NumberOrder {
  let mine = orders.get(groups);
  if (!mine) orders.set(groups, (mine = new WeakMap<Matrix, NumberOrder>()));
  let made = mine.get(matrix);
  if (!made) {
    let sorted = plain.get(matrix);
    if (!sorted) plain.set(matrix, (sorted = sortedRows(cellNumbers(matrix))));
    const { rows, starts } =
      groups.count === 1
        ? { rows: sorted, starts: Int32Array.of(0, sorted.length) }
        : distribute(groups, groups.size, sorted);
    const { values } = cellNumbers(matrix);
    made = { rows, starts, values: Float64Array.from(rows, (row) => values[row] as number) };
    mine.set(matrix, made);
  }
  return made;
}

/** Sorted by rank among the sorted values, which arrays of doubles sort by themselves. */
function sortedRows({ values, marks }: CellNumbers): Int32Array {
  const places = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (!marks || marks[row] === 0) places[count++] = row;
  const held = places.subarray(0, count);
  let ascending = true;
  for (let at = 1; ascending && at < held.length; at++) {
    ascending = (values[held[at - 1] as number] as number) <= (values[held[at] as number] as number);
  }
  if (ascending) return held;
  // Adding 0 makes a negative zero the zero beside it.
  const sorted = Float64Array.from(held, (row) => (values[row] as number) + 0).sort();
  const rank = new Int32Array(values.length);
  for (const row of held) rank[row] = firstPast(sorted, 0, sorted.length, values[row] as number);
  return distribute({ of: rank, count: sorted.length }, values.length, held).rows;
}

/** The first place whose value is not below. */
function firstPast(sorted: Float64Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first place of a part of the order where comparison with `target` comes to `least` or more. Comparison is tolerant, and rises with the value. */
function edge({ values }: NumberOrder, from: number, to: number, target: number, least: 0 | 1): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNumbers(values[middle] as number, target) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Span {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Where all bounds hold in one group of an order. */
export function spanWithin(order: NumberOrder, group: number, bounds: readonly Bound[]): Span {
  const start = order.starts[group] ?? 0;
  const stop = order.starts[group + 1] ?? 0;
  let [from, to] = [start, stop];
  for (const { sign, target } of bounds) {
    if (sign === '<') to = Math.min(to, edge(order, start, stop, target, 0));
    else if (sign === '<=') to = Math.min(to, edge(order, start, stop, target, 1));
    else if (sign === '>') from = Math.max(from, edge(order, start, stop, target, 1));
    else from = Math.max(from, edge(order, start, stop, target, 0));
  }
  return { from, to: Math.max(from, to) };
}
