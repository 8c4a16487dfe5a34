/**
 * Rows grouped by the combination of what they hold in several ranges: composite indices for criteria. They are made once for each list of ranges, cost
 * some whole numbers for each row, and go with any of the ranges.
 */
import type { Value } from '../../data/value.ts';
import { key, type Key } from '../key.ts';
import { classesOf, type CellClasses } from './cell-classes.ts';
import { criterionKey, type Criterion } from './criteria.ts';
import type { Matrix } from './matrix.ts';

/** One range as whole numbers. */
export interface Axis {
  readonly of: ArrayLike<number>;
  readonly count: number;
}

/** Rows by group; a group for each combination that occurs. */
export interface KeyGroups extends Axis {
  readonly of: Int32Array;
  /** How many rows there are. */
  readonly size: number;
  /** The group that `code` of the last axis makes of `group` of those before it; -1: no row has both. */
  find(group: number, code: number): number;
  /** The rows of all groups, one group after another, each in row order. */
  rows(): GroupRows;
}

export interface GroupRows {
  readonly rows: Int32Array;
  /** Where each group begins, and the end. */
  readonly starts: Int32Array;
}

/** Rows by their group: `starts[group]` … `starts[group + 1]`, in the order in which `rows` names them (else of the rows themselves). */
export function distribute(groups: Axis, size: number, rows?: ArrayLike<number>): GroupRows {
  const starts = new Int32Array(groups.count + 1);
  const total = rows ? rows.length : size;
  for (let at = 0; at < total; at++) {
    const group = groups.of[rows ? (rows[at] as number) : at] as number;
    starts[group + 1] = (starts[group + 1] as number) + 1;
  }
  for (let group = 0; group < groups.count; group++) {
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  }
  const next = starts.slice();
  const sorted = new Int32Array(total);
  for (let at = 0; at < total; at++) {
    const row = rows ? (rows[at] as number) : at;
    const group = groups.of[row] as number;
    const place = next[group] as number;
    sorted[place] = row;
    next[group] = place + 1;
  }
  return { rows: sorted, starts };
}

function groupsOf(of: Int32Array, count: number, find: KeyGroups['find']): KeyGroups {
  let known: GroupRows | undefined;
  const groups = { of, count, size: of.length, find, rows: () => (known ??= distribute(groups, of.length)) };
  return groups;
}

const all = new WeakMap<Matrix, KeyGroups>();

/** Every row of a matrix in one group. */
export function oneGroup(matrix: Matrix): KeyGroups {
  let made = all.get(matrix);
  if (!made) all.set(matrix, (made = groupsOf(new Int32Array(matrix.cells.length), 1, () => 0)));
  return made;
}

const narrower = new WeakMap<KeyGroups, WeakMap<Axis, KeyGroups>>();

/** Groups told apart by one more axis. */
export function groupsWithin(groups: KeyGroups, axis: Axis): KeyGroups {
  let mine = narrower.get(groups);
  if (!mine) narrower.set(groups, (mine = new WeakMap<Axis, KeyGroups>()));
  let made = mine.get(axis);
  if (!made) mine.set(axis, (made = combine(groups, axis)));
  return made;
}

/** A table of all pairs is quicker than a map, as long as it is not much larger than the rows. */
const ROOM = 4;

function combine(groups: KeyGroups, axis: Axis): KeyGroups {
  const { size } = groups;
  const width = axis.count;
  if (groups.count === 1 && axis.of instanceof Int32Array) return groupsOf(axis.of, width, (_, code) => code);
  const of = new Int32Array(size);
  let count = 0;
  if (groups.count * width <= Math.max(1024, ROOM * size)) {
    const table = new Int32Array(groups.count * width).fill(-1);
    for (let row = 0; row < size; row++) {
      const pair = (groups.of[row] as number) * width + (axis.of[row] as number);
      let found = table[pair] as number;
      if (found < 0) table[pair] = found = count++;
      of[row] = found;
    }
    return groupsOf(of, count, (group, code) => table[group * width + code] ?? -1);
  }
  const pairs = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const pair = (groups.of[row] as number) * width + (axis.of[row] as number);
    let found = pairs.get(pair);
    if (found === undefined) pairs.set(pair, (found = count++));
    of[row] = found;
  }
  return groupsOf(of, count, (group, code) => pairs.get(group * width + code) ?? -1);
}

const axes = new WeakMap<CellClasses, Axis>();

/** The different values of a range as an axis. */
export function classAxis(matrix: Matrix): Axis {
  const classes = classesOf(matrix);
  let made = axes.get(classes);
  if (!made) axes.set(classes, (made = { of: classes.of, count: classes.samples.length }));
  return made;
}

const numericTexts = new WeakMap<CellClasses, ReadonlyMap<Key, readonly number[]>>();

/** The classes of texts that stand for numbers, by their number's key. */
function numericTextsOf(classes: CellClasses): ReadonlyMap<Key, readonly number[]> {
  const known = numericTexts.get(classes);
  if (known) return known;
  const made = new Map<Key, number[]>();
  classes.samples.forEach((cell, one) => {
    if (typeof cell !== 'string') return;
    const found = criterionKey(cell);
    if (typeof found !== 'number') return;
    const list = made.get(found);
    if (list) list.push(one);
    else made.set(found, [one]);
  });
  numericTexts.set(classes, made);
  return made;
}

const NONE: readonly number[] = [];

/** The classes that are equal to a criterion's value: its own, and texts that stand for the same number. */
export function classesEqual(matrix: Matrix, wanted: Key): readonly number[] {
  const classes = classesOf(matrix);
  const own = classes.byKey.get(wanted);
  if (typeof wanted !== 'number') {
    // Text that stands for a number is found by its number alone.
    return own === undefined || criterionKey(classes.samples[own] ?? null) !== wanted ? NONE : [own];
  }
  const others = numericTextsOf(classes).get(wanted) ?? NONE;
  return own === undefined ? others : [own, ...others];
}

/** The classes in which a criterion holds, each looked at once. */
export function classesThatMatch(matrix: Matrix, { matches }: Criterion): readonly number[] {
  const found: number[] = [];
  classesOf(matrix).samples.forEach((cell, one) => {
    if (matches(cell)) found.push(one);
  });
  return found;
}

/** Criteria of one range that are kept as truths of its rows. What varies from row to row of a formula soon goes beyond. */
const MOST_TRUTHS = 8;
const truths = new WeakMap<Matrix, Map<Key, Axis>>();

/** Where a criterion other than equality holds, as an axis of 0 and 1; undefined where too many others were asked of the range. */
export function truthAxis(matrix: Matrix, written: Value, criterion: Criterion): Axis | undefined {
  let mine = truths.get(matrix);
  if (!mine) truths.set(matrix, (mine = new Map<Key, Axis>()));
  const name = typeof written === 'string' ? `"${written}` : key(written);
  const known = mine.get(name);
  if (known) return known;
  if (mine.size >= MOST_TRUTHS) return undefined;
  const { of, samples } = classesOf(matrix);
  const holds = Uint8Array.from(samples, (cell) => Number(criterion.matches(cell)));
  const made = { of: Uint8Array.from(of, (one) => holds[one] as number), count: 2 };
  mine.set(name, made);
  return made;
}
