/** Finding a value in a column: exact by key, by pattern, or the nearest below or above. Indices are made once for each matrix. */
import { isError, type Value } from '../../data/value.ts';
import { key, numberKey, textKey } from '../key.ts';
import { classesOf, classOrder } from './cell-classes.ts';
import type { Matrix } from './matrix.ts';
import { hasWildcard, matchesWhole, readPattern } from './wildcard.ts';

/** The place of an equal value, the first or the last; -1 where there is none. Errors are found by nothing. */
export function findExact(matrix: Matrix, wanted: Value, last = false): number {
  if (isError(wanted)) return -1;
  const classes = classesOf(matrix);
  const found = classes.byKey.get(key(wanted));
  if (found === undefined) return -1;
  return (last ? classes.last : classes.first)[found] ?? -1;
}

/** The place of text that fits a pattern, or of an equal value where there is none to fit. Each different text is tried once. */
export function findPattern(matrix: Matrix, wanted: Value, last = false): number {
  if (typeof wanted !== 'string' || !hasWildcard(wanted)) return findExact(matrix, wanted, last);
  const pattern = readPattern(wanted);
  const { samples, ...places } = classesOf(matrix);
  if (!last) {
    // Classes stand in order of appearance.
    const found = samples.findIndex((cell) => typeof cell === 'string' && matchesWhole(pattern, cell));
    return found < 0 ? -1 : (places.first[found] ?? -1);
  }
  let found = -1;
  samples.forEach((cell, one) => {
    const at = places.last[one] ?? -1;
    if (at > found && typeof cell === 'string' && matchesWhole(pattern, cell)) found = at;
  });
  return found;
}

/** What a value is compared by among its own type. */
function orderKey(value: Value): string | number {
  if (typeof value === 'number') return numberKey(value);
  return typeof value === 'string' ? textKey(value) : Number(value);
}

/** The place of the largest value not above (`below`) or the smallest not below (`above`); of equal ones the first or the last. */
export function findNearest(matrix: Matrix, wanted: Value, side: 'below' | 'above', last = false): number {
  if (wanted === null || isError(wanted)) return -1;
  const { keys, classes } = classOrder(matrix, typeof wanted);
  const own = orderKey(wanted);
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = keys[middle] as string | number;
    if (side === 'below' ? at > own : at >= own) high = middle;
    else low = middle + 1;
  }
  const edge = classes[side === 'below' ? low - 1 : low];
  if (edge === undefined) return -1;
  const places = classesOf(matrix);
  return (last ? places.last : places.first)[edge] ?? -1;
}

/** MATCH of type 1 and LOOKUP: in a column sorted upwards, the last value not above. */
export function findAscending(matrix: Matrix, wanted: Value): number {
  return findNearest(matrix, wanted, 'below', true);
}

/** The cells of one type, and those below all before them. */
interface Descent {
  readonly places: readonly number[];
  /** Which of `places` are a new least, and their keys, each below the one before. */
  readonly records: readonly number[];
  readonly keys: readonly (string | number)[];
}

const descents = new WeakMap<Matrix, Map<string, Descent>>();

function descentOf(matrix: Matrix, type: string): Descent {
  let mine = descents.get(matrix);
  if (!mine) descents.set(matrix, (mine = new Map<string, Descent>()));
  const known = mine.get(type);
  if (known) return known;
  const { of, samples } = classesOf(matrix);
  const order = classOrder(matrix, type);
  const rank = new Int32Array(samples.length).fill(-1);
  order.classes.forEach((one, at) => (rank[one] = at));
  const [places, records, keys]: [number[], number[], (string | number)[]] = [[], [], []];
  let least = order.classes.length;
  for (let at = 0; at < of.length; at++) {
    const here = rank[of[at] as number] as number;
    if (here < 0) continue;
    const nth = places.push(at) - 1;
    if (here >= least) continue;
    least = here;
    records.push(nth);
    keys.push(order.keys[here] as string | number);
  }
  const made = { places, records, keys };
  mine.set(type, made);
  return made;
}

/** MATCH of type -1: in a column sorted downwards, the last value before the first that is below. */
export function findDescending(matrix: Matrix, wanted: Value): number {
  if (wanted === null || isError(wanted)) return -1;
  const { places, records, keys } = descentOf(matrix, typeof wanted);
  const own = orderKey(wanted);
  // The first cell that is not above stands where the least of all so far comes down to the value.
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as string | number) <= own) high = middle;
    else low = middle + 1;
  }
  const met = records[low];
  if (met === undefined) return places.at(-1) ?? -1;
  if (keys[low] === own) return places[met] ?? -1;
  return places[met - 1] ?? -1;
}
