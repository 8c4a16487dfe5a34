/** What a screen shows of a whole column: its total and its shape. */
import { FIRST_ERROR, isNumeric, type Column, type NumericColumn } from '../data/column.ts';
import { errors, errorTexts, type Value } from '../data/value.ts';
import { addTo, newSum, sum, sumOf } from '../formula/sum.ts';

/** Numbers of a spark-line. */
const SPARK = 24;
/** Rows that a spark-line is drawn from: more would not change its shape. */
const SAMPLED = 2048;

/** The sum of a column's numbers in row order, or its first error, and how many numbers there are. */
export function columnTotal(column: Column): { total: Value; count: number } {
  if (isNumeric(column)) return numericTotal(column);
  const all = newSum();
  let count = 0;
  if ('cells' in column) {
    for (const cell of column.cells) {
      if (typeof cell === 'object' && cell !== null) return { total: cell, count };
      if (typeof cell !== 'number') continue;
      addTo(all, cell);
      count++;
    }
  }
  return { total: finite(sumOf(all)), count };
}

function numericTotal({ values, state }: NumericColumn): { total: Value; count: number } {
  if (!state) return { total: finite(sum(values)), count: values.length };
  const all = newSum();
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const mark = state[i] as number;
    if (mark >= FIRST_ERROR) return { total: errors[errorTexts[mark - FIRST_ERROR] ?? '#VALUE!'], count };
    if (mark !== 0) continue;
    addTo(all, values[i] as number);
    count++;
  }
  return { total: finite(sumOf(all)), count };
}

function finite(total: number): Value {
  return Number.isFinite(total) ? total : errors['#NUM!'];
}

/** The column's numbers (of a long one every n-th row) in ascending order, sampled evenly, ends included. */
export function sparkOf(column: Column): readonly number[] {
  if (!isNumeric(column)) return [];
  const { state, values } = column;
  const stride = Math.max(1, Math.floor(values.length / SAMPLED));
  const numbers: number[] = [];
  for (let i = 0; i < values.length; i += stride) if (!state || state[i] === 0) numbers.push(values[i] as number);
  const sorted = Float64Array.from(numbers).sort();
  if (sorted.length <= SPARK) return [...sorted];
  return Array.from({ length: SPARK }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (SPARK - 1))] ?? 0);
}
