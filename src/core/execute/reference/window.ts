/** Frames a row at a time, as plainly as the vocabulary says it; aggregates by the scalar kernel, and the common ones as exact fractions. */
import { errors, isError, type Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import { key } from '../../formula/key.ts';
import type { SortKey, WindowStep } from '../../program/table-program.ts';
import { add, approximately, compare, divide, rational, type Rational } from './rational.ts';
import { same, sortRows, type Row } from './row-operations.ts';

export interface ReferenceOrder {
  readonly partition: readonly string[];
  readonly order: readonly SortKey[];
}

const NUMBER = '\u0000row';

/** The partition of each row, in order; rows are told apart by their number. */
export function partitionsOf(rows: readonly Row[], { partition, order }: ReferenceOrder): readonly (readonly Row[])[] {
  const numbered = rows.map((row, at): Row => ({ ...row, [NUMBER]: at }));
  return numbered.map((row) =>
    sortRows(
      numbered.filter((other) => partition.every((name) => same(row[name], other[name]))),
      order,
    ),
  );
}

export function placeOf(partition: readonly Row[], row: number): number {
  return partition.findIndex((one) => one[NUMBER] === row);
}

/** The rows that each row's frame holds. */
export function framesOf(
  rows: readonly Row[],
  order: ReferenceOrder,
  { from, to }: WindowStep['frame'],
): readonly (readonly Row[])[] {
  return partitionsOf(rows, order).map((partition, row) => {
    const place = placeOf(partition, row);
    return partition.filter((_, at) => (from === null || at >= place + from) && (to === null || at <= place + to));
  });
}

/** An expression of the window place for each row, by definition: aggregates see the frame, bare names the row. */
export function overFrames(rows: readonly Row[], frames: readonly (readonly Row[])[], expression: Expression): Value[] {
  const compute = compileScalar(expression);
  return rows.map((row, at) =>
    compute({
      ...emptyEnvironment(0),
      column: (name) => row[name] ?? null,
      group: (name) => (frames[at] ?? []).map((one) => one[name] ?? null),
    }),
  );
}

/** MEDIAN as an exact fraction. */
export function medianOf(frame: readonly Row[], column: string): Value {
  const cells = frame.map((row) => row[column] ?? null);
  const error = cells.find(isError);
  if (error) return error;
  const numbers = cells.filter((cell) => typeof cell === 'number').map(rational);
  const sorted: Rational[] = [];
  for (const one of numbers) {
    const at = sorted.findIndex((other) => compare(one, other) < 0);
    sorted.splice(at < 0 ? sorted.length : at, 0, one);
  }
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return low && high ? approximately(divide(add(low, high), rational(2))) : errors['#NUM!'];
}

/** RANK.EQ, largest first: one more than the numbers of the frame that are larger. */
export function rankOf(row: Row, frame: readonly Row[], column: string): Value {
  const own = row[column] ?? null;
  if (isError(own)) return own;
  const cells = frame.map((one) => one[column] ?? null);
  const error = cells.find(isError);
  if (error) return error;
  const wanted = rational(typeof own === 'number' ? own : 0);
  const numbers = cells.filter((cell) => typeof cell === 'number').map(rational);
  if (!numbers.some((one) => compare(one, wanted) === 0)) return errors['#N/A'];
  return numbers.filter((one) => compare(one, wanted) > 0).length + 1;
}

/** Different keys, blanks aside. */
export function differentIn(frame: readonly Row[], column: string): number {
  return new Set(
    frame
      .map((row) => row[column] ?? null)
      .filter((cell) => cell !== null)
      .map(key),
  ).size;
}
