/** Finding a value in a column: exact by key, by pattern, or the nearest below or above. Indices are made once for each matrix. */
import { isError, type Value } from '../../data/value.ts';
import { compareByKey, key, numberKey, type Key } from '../key.ts';
import type { Matrix } from './matrix.ts';
import { hasWildcard, matchesWhole, readPattern } from './wildcard.ts';

interface Places {
  readonly first: ReadonlyMap<Key, number>;
  readonly last: ReadonlyMap<Key, number>;
}

const places = new WeakMap<Matrix, Places>();
const orders = new WeakMap<Matrix, ReadonlyMap<string, readonly number[]>>();

function placesOf(matrix: Matrix): Places {
  const known = places.get(matrix);
  if (known) return known;
  const [first, last] = [new Map<Key, number>(), new Map<Key, number>()];
  matrix.cells.forEach((cell, at) => {
    if (isError(cell)) return;
    const found = key(cell);
    if (!first.has(found)) first.set(found, at);
    last.set(found, at);
  });
  const made = { first, last };
  places.set(matrix, made);
  return made;
}

/** The places of each type's values, sorted by key; equal ones in order of appearance. */
function orderOf(matrix: Matrix, type: string): readonly number[] {
  let known = orders.get(matrix);
  if (!known) {
    const made = new Map<string, number[]>();
    matrix.cells.forEach((cell, at) => {
      if (cell === null || isError(cell)) return;
      const list = made.get(typeof cell);
      if (list) list.push(at);
      else made.set(typeof cell, [at]);
    });
    for (const list of made.values()) {
      list.sort((a, b) => compareByKey(matrix.cells[a] ?? null, matrix.cells[b] ?? null) || a - b);
    }
    orders.set(matrix, made);
    known = made;
  }
  return known.get(type) ?? [];
}

/** The place of an equal value, the first or the last; -1 where there is none. */
export function findExact(matrix: Matrix, wanted: Value, last = false): number {
  const { first, last: lasts } = placesOf(matrix);
  return (last ? lasts : first).get(key(wanted)) ?? -1;
}

/** The place of text that fits a pattern, or of an equal value where there is none to fit. */
export function findPattern(matrix: Matrix, wanted: Value, last = false): number {
  if (typeof wanted !== 'string' || !hasWildcard(wanted)) return findExact(matrix, wanted, last);
  const pattern = readPattern(wanted);
  const fits = (cell: Value) => typeof cell === 'string' && matchesWhole(pattern, cell);
  return last ? matrix.cells.findLastIndex(fits) : matrix.cells.findIndex(fits);
}

/** How many of `order` stand before the first that `isPast`. */
function boundary(order: readonly number[], isPast: (place: number) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(order[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the largest value not above (`below`) or the smallest not below (`above`); of equal ones the first or the last. */
export function findNearest(matrix: Matrix, wanted: Value, side: 'below' | 'above', last = false): number {
  const order = orderOf(matrix, typeof wanted);
  if (typeof wanted === 'number') return nearestNumber(matrix, order, wanted, side, last);
  const cell = (place: number) => matrix.cells[place] ?? null;
  const edge =
    side === 'below'
      ? order[boundary(order, (place) => compareByKey(cell(place), wanted) > 0) - 1]
      : order[boundary(order, (place) => compareByKey(cell(place), wanted) >= 0)];
  if (edge === undefined) return -1;
  return findExact(matrix, cell(edge), last);
}

/** MATCH of type 1 and LOOKUP: in a column sorted upwards, the last value not above. */
export function findAscending(matrix: Matrix, wanted: Value): number {
  return findNearest(matrix, wanted, 'below', true);
}

/** MATCH of type -1: in a column sorted downwards, the last value before the first that is below. */
export function findDescending(matrix: Matrix, wanted: Value): number {
  let found = -1;
  for (let at = 0; at < matrix.cells.length; at++) {
    const cell = matrix.cells[at] ?? null;
    if (typeof cell !== typeof wanted || isError(cell)) continue;
    const order = compareByKey(cell, wanted);
    if (order < 0) break;
    if (order === 0) return at;
    found = at;
  }
  return found;
}

const sorted = new WeakMap<Matrix, Float64Array>();

/** The same among numbers, by their keys. */
function nearestNumber(
  matrix: Matrix,
  order: readonly number[],
  wanted: number,
  side: 'below' | 'above',
  last: boolean,
): number {
  let keys = sorted.get(matrix);
  if (!keys) {
    keys = Float64Array.from(order, (place) => numberKey(matrix.cells[place] as number));
    sorted.set(matrix, keys);
  }
  const own = numberKey(wanted);
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = keys[middle] as number;
    if (side === 'below' ? at > own : at >= own) high = middle;
    else low = middle + 1;
  }
  const edge = order[side === 'below' ? low - 1 : low];
  return edge === undefined ? -1 : findExact(matrix, matrix.cells[edge] ?? null, last);
}
