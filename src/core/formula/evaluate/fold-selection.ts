/** Sums, means and extremes over the rows that criteria choose, from what was added up once for each group or along each order. */
import { FIRST_ERROR } from '../../data/column.ts';
import { isError, type Value } from '../../data/value.ts';
import { addToSlot, sum } from '../sum.ts';
import type { KeyGroups } from './key-groups.ts';
import type { Matrix } from './matrix.ts';
import { cellNumbers, type NumberOrder } from './number-order.ts';
import { addTotals, between, prefixSums, settledTotal, type PrefixSums, type Total } from './prefix-sums.ts';
import { RangeLeast } from './range-least.ts';
import { rowsOf, type Selection } from './select-rows.ts';

/** What is known of the numbers chosen: how many, and their sum, least or greatest. */
export interface Folded {
  readonly count: number;
  readonly value: number;
}
export type Fold = 'sum' | 'least' | 'greatest';

/** Over the numbers of `values` in the chosen rows; the first error among them, in row order, is the answer. */
export function foldSelection(selection: Selection, values: Matrix, fold: Fold): Folded | Value {
  if (selection.by === 'rows') return foldRows(selection.rows, values, fold);
  const folded =
    selection.by === 'groups'
      ? foldGroups(groupFolds(selection.groups, values), selection.found, fold)
      : foldSpans(orderFolds(selection.order, values), selection.spans, fold);
  if (folded === undefined) return foldRows(rowsOf(selection), values, fold);
  return 'error' in folded ? (values.cells[folded.error] ?? null) : folded;
}

export function isFolded(answer: Folded | Value): answer is Folded {
  return typeof answer === 'object' && answer !== null && 'count' in answer;
}

/** The plain way, which defines the answer. */
function foldRows(rows: ArrayLike<number>, { cells }: Matrix, fold: Fold): Folded | Value {
  const numbers: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const cell = cells[rows[at] as number] ?? null;
    if (isError(cell)) return cell;
    if (typeof cell === 'number') numbers.push(cell);
  }
  const count = numbers.length;
  if (fold === 'sum') return { count, value: sum(numbers) };
  const better = fold === 'least' ? Math.min : Math.max;
  return { count, value: numbers.reduce((a, b) => better(a, b), numbers[0] ?? 0) };
}

/** An error, by its row; or undefined: the rows must be added up anew. */
type Quick = Folded | { readonly error: number } | undefined;

/** For each group: how many numbers, their sums as row order makes them, the extremes, and the first row with an error. */
interface GroupFolds {
  readonly counts: Int32Array;
  readonly totals: Float64Array;
  readonly lost: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  readonly errors?: Float64Array;
}

const ofGroups = new WeakMap<KeyGroups, WeakMap<Matrix, GroupFolds>>();

function groupFolds(groups: KeyGroups, matrix: Matrix): GroupFolds {
  let mine = ofGroups.get(groups);
  if (!mine) ofGroups.set(groups, (mine = new WeakMap<Matrix, GroupFolds>()));
  let made = mine.get(matrix);
  if (!made) mine.set(matrix, (made = makeGroupFolds(groups, matrix)));
  return made;
}

function makeGroupFolds({ of, count }: KeyGroups, matrix: Matrix): GroupFolds {
  const { values, marks } = cellNumbers(matrix);
  const counts = new Int32Array(count);
  const [totals, lost] = [new Float64Array(count), new Float64Array(count)];
  const least = new Float64Array(count).fill(Infinity);
  const greatest = new Float64Array(count).fill(-Infinity);
  let errors: Float64Array | undefined;
  for (let row = 0; row < of.length; row++) {
    const group = of[row] as number;
    const mark = marks ? (marks[row] as number) : 0;
    if (mark >= FIRST_ERROR) {
      errors ??= new Float64Array(count).fill(Infinity);
      if (row < (errors[group] as number)) errors[group] = row;
    }
    if (mark !== 0) continue;
    const x = values[row] as number;
    counts[group] = (counts[group] as number) + 1;
    addToSlot(totals, lost, group, x);
    if (x < (least[group] as number)) least[group] = x;
    if (x > (greatest[group] as number)) greatest[group] = x;
  }
  return { counts, totals, lost, least, greatest, ...(errors ? { errors } : {}) };
}

function foldGroups(folds: GroupFolds, found: readonly number[], fold: Fold): Quick {
  const { counts, totals, lost, errors } = folds;
  const extremes = fold === 'least' ? folds.least : folds.greatest;
  let count = 0;
  let error = Infinity;
  let total: Total = { high: 0, low: 0 };
  let extreme = fold === 'least' ? Infinity : -Infinity;
  for (const group of found) {
    count += counts[group] as number;
    if (errors) error = Math.min(error, errors[group] as number);
    const [high, low, one] = [totals[group] as number, lost[group] as number, extremes[group] as number];
    total = found.length === 1 ? { high, low } : addTotals(total, { high, low });
    extreme = fold === 'least' ? Math.min(extreme, one) : Math.max(extreme, one);
  }
  if (error !== Infinity) return { error };
  if (fold !== 'sum') return { count, value: count === 0 ? 0 : extreme };
  const value = total.high + total.low;
  // Beyond the doubles the order of addition decides.
  return value * 0 === 0 ? { count, value } : undefined;
}

/** Along an order: running totals and counts, and what tells extremes and errors of a stretch. Made when first asked for. */
interface OrderFolds {
  readonly sums: () => PrefixSums;
  /** How many of the first `i` rows hold a number; absent: all. */
  readonly counts: Int32Array | undefined;
  readonly least: () => RangeLeast;
  /** Of the numbers with their signs turned. */
  readonly greatest: () => RangeLeast;
  /** The first row with an error in a stretch; absent where there is none. */
  readonly errors: RangeLeast | undefined;
}

const ofOrders = new WeakMap<NumberOrder, WeakMap<Matrix, OrderFolds>>();

function orderFolds(order: NumberOrder, matrix: Matrix): OrderFolds {
  let mine = ofOrders.get(order);
  if (!mine) ofOrders.set(order, (mine = new WeakMap<Matrix, OrderFolds>()));
  let made = mine.get(matrix);
  if (!made) mine.set(matrix, (made = makeOrderFolds(order, matrix)));
  return made;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function makeOrderFolds({ rows }: NumberOrder, matrix: Matrix): OrderFolds {
  const { values, marks } = cellNumbers(matrix);
  const along = (other: number, sign: 1 | -1) =>
    Float64Array.from(rows, (row) => (marks && marks[row] !== 0 ? other : sign * (values[row] as number)));
  let counts: Int32Array | undefined;
  let errors: Float64Array | undefined;
  if (marks) {
    counts = new Int32Array(rows.length + 1);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      counts[at + 1] = (counts[at] as number) + (marks[row] === 0 ? 1 : 0);
      if ((marks[row] as number) < FIRST_ERROR) continue;
      errors ??= new Float64Array(rows.length).fill(Infinity);
      errors[at] = row;
    }
  }
  return {
    sums: once(() => prefixSums(along(0, 1))),
    counts,
    least: once(() => new RangeLeast(along(Infinity, 1))),
    greatest: once(() => new RangeLeast(along(Infinity, -1))),
    errors: errors && new RangeLeast(errors),
  };
}

function foldSpans(folds: OrderFolds, spans: readonly { from: number; to: number }[], fold: Fold): Quick {
  const { counts, errors } = folds;
  const held = spans.filter(({ from, to }) => from < to);
  let count = 0;
  let error = Infinity;
  for (const { from, to } of held) {
    count += counts ? (counts[to] as number) - (counts[from] as number) : to - from;
    if (errors) error = Math.min(error, errors.between(from, to));
  }
  if (error !== Infinity) return { error };
  if (count === 0) return { count, value: 0 };
  if (fold === 'sum') {
    const sums = folds.sums();
    let total: Total = { high: 0, low: 0 };
    for (const { from, to } of held) total = addTotals(total, between(sums, from, to));
    const value = settledTotal(total, sums.doubt * held.length);
    return value === undefined ? undefined : { count, value };
  }
  const extremes = fold === 'least' ? folds.least() : folds.greatest();
  let extreme = Infinity;
  for (const { from, to } of held) extreme = Math.min(extreme, extremes.between(from, to));
  return { count, value: fold === 'least' ? extreme : -extreme };
}
