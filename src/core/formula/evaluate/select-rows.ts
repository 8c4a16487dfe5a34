/**
 * Which rows criteria choose, without looking at rows where an index can tell: equality by the combination of keys, bounds on one range by halving its
 * sorted numbers within the combination, other criteria once for each different value. `rowsThatMatch` says what it must come to.
 */
import type { Value } from '../../data/value.ts';
import { classesOf } from './cell-classes.ts';
import { readCriterion, rowsThatMatch, type Bound, type Criterion } from './criteria.ts';
import {
  classAxis,
  classesEqual,
  classesThatMatch,
  groupsWithin,
  oneGroup,
  truthAxis,
  type Axis,
  type KeyGroups,
} from './key-groups.ts';
import type { Matrix } from './matrix.ts';
import { numberOrder, spanWithin, type NumberOrder, type Span } from './number-order.ts';

export type Selection =
  /** Rows in their order. */
  | { readonly by: 'rows'; readonly rows: ArrayLike<number> }
  | { readonly by: 'groups'; readonly groups: KeyGroups; readonly found: readonly number[] }
  | { readonly by: 'spans'; readonly order: NumberOrder; readonly spans: readonly Span[] };

/** Below this a scan is quicker than an index. */
const WORTH_AN_INDEX = 32;

const asked = new WeakSet<Matrix>();

/** An index is made for ranges that are asked a second time: those made for one question are scanned. */
function isFamiliar(matrices: readonly Matrix[]): boolean {
  let familiar = true;
  for (const matrix of matrices) {
    if (asked.has(matrix)) continue;
    asked.add(matrix);
    familiar = false;
  }
  return familiar;
}

/** `values`: what is to be taken of the rows, where it is another range. All have one shape. */
export function selectRows(ranges: readonly Matrix[], written: readonly Value[], values?: Matrix): Selection {
  const criteria = written.map(readCriterion);
  const [first] = ranges;
  if (!first || first.cells.length < WORTH_AN_INDEX || !isFamiliar(values ? [...ranges, values] : ranges)) {
    return { by: 'rows', rows: rowsThatMatch(ranges, criteria) };
  }
  return new Search(first).select(ranges, written, criteria);
}

const NO_ROWS: Selection = { by: 'rows', rows: [] };

/** Narrows all rows down, criterion by criterion. */
class Search {
  #groups: KeyGroups;
  #found: readonly number[] = [0];

  constructor(first: Matrix) {
    this.#groups = oneGroup(first);
  }

  #narrow(axis: Axis, codes: readonly number[]): void {
    const next = groupsWithin(this.#groups, axis);
    const found: number[] = [];
    for (const group of this.#found) {
      for (const code of codes) {
        const one = next.find(group, code);
        if (one >= 0) found.push(one);
      }
    }
    this.#groups = next;
    this.#found = found;
  }

  select(ranges: readonly Matrix[], written: readonly Value[], criteria: readonly Criterion[]): Selection {
    const bounds: Bound[] = [];
    let ordered: Matrix | undefined;
    const others: number[] = [];
    for (const [i, { equals, bound }] of criteria.entries()) {
      const range = ranges[i] as Matrix;
      if (equals !== undefined) this.#narrow(classAxis(range), classesEqual(range, equals));
      else if (bound && (ordered ?? range) === range) {
        ordered = range;
        bounds.push(bound);
      } else others.push(i);
      if (this.#found.length === 0) return NO_ROWS;
    }
    const left: number[] = [];
    for (const i of others) {
      const [range, criterion] = [ranges[i] as Matrix, criteria[i] as Criterion];
      const axis = criterion.bound ? undefined : truthAxis(range, written[i] ?? null, criterion);
      if (axis) this.#narrow(axis, [1]);
      else left.push(i);
      if (this.#found.length === 0) return NO_ROWS;
    }
    const chosen = this.#chosen(ordered, bounds);
    const [loose] = left;
    if (loose === undefined) return chosen;
    const [range, criterion] = [ranges[loose] as Matrix, criteria[loose] as Criterion];
    if (left.length === 1 && !criterion.bound && classesOf(range).samples.length < sizeOf(chosen)) {
      this.#narrow(classAxis(range), classesThatMatch(range, criterion));
      return this.#chosen(ordered, bounds);
    }
    const holds = (row: number) => left.every((i) => (criteria[i] as Criterion).matches(ranges[i]?.cells[row] ?? null));
    return { by: 'rows', rows: rowsOf(chosen).filter(holds) };
  }

  #chosen(ordered: Matrix | undefined, bounds: readonly Bound[]): Selection {
    if (!ordered) return { by: 'groups', groups: this.#groups, found: this.#found };
    const order = numberOrder(this.#groups, ordered);
    return { by: 'spans', order, spans: this.#found.map((group) => spanWithin(order, group, bounds)) };
  }
}

/** How many rows are chosen. */
export function sizeOf(selection: Selection): number {
  if (selection.by === 'rows') return selection.rows.length;
  if (selection.by === 'spans') return selection.spans.reduce((size, { from, to }) => size + to - from, 0);
  const { starts } = selection.groups.rows();
  return selection.found.reduce((size, group) => size + (starts[group + 1] ?? 0) - (starts[group] ?? 0), 0);
}

/** The rows that are chosen, in their order. */
export function rowsOf(selection: Selection): Int32Array {
  if (selection.by === 'rows') return Int32Array.from(selection.rows);
  const rows = new Int32Array(sizeOf(selection));
  let at = 0;
  const put = (part: Int32Array) => {
    rows.set(part, at);
    at += part.length;
  };
  if (selection.by === 'spans') {
    for (const { from, to } of selection.spans) put(selection.order.rows.subarray(from, to));
    return rows.sort();
  }
  const { rows: all, starts } = selection.groups.rows();
  for (const group of selection.found) put(all.subarray(starts[group], starts[group + 1]));
  return selection.found.length === 1 ? rows : rows.sort();
}
