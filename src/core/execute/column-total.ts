/** What a screen shows of a whole column: its total and its shape. */
import { FIRST_ERROR, isNumeric, type Column, type NumericColumn } from '../data/column.ts';
import { errors, errorTexts, type Value } from '../data/value.ts';
import { addTo, newSum, sum, sumOf } from '../formula/sum.ts';
import type { StepId } from '../program/table-program.ts';
import type { OperationContext, Rows, Work } from './operation.ts';
import { laneCompiler } from './vector/compile-lanes.ts';
import { isInlined } from './vector/inlined.ts';
import type { Lane, NumberLane } from './vector/lane.ts';
import { runLanes } from './vector/run-lanes.ts';

/** Numbers of a spark-line. */
const SPARK = 24;
/** Rows that a spark-line is drawn from: more would not change its shape. */
const SAMPLED = 2048;

/** The total and the shape of a column. */
export interface ColumnTotal {
  /** The sum of the numbers in row order, or the first error. */
  readonly total: Value;
  /** How many numbers there are. */
  readonly count: number;
  /** The numbers (of a long column every n-th row's) in ascending order, sampled evenly, ends included; at most 24. */
  readonly spark: readonly number[];
}

/** The total of a step's column, without making the column where it is computed on the way. */
export function* totalOf(context: OperationContext, step: StepId, key: string): Work<Rows<ColumnTotal>> {
  const { count } = yield* context.rows(step);
  const named = yield* context.named(step, key);
  if (isInlined(named)) {
    const compiler = laneCompiler(count, context.note);
    const root = yield* compiler.named(named);
    if (root.kind === 'number') return { count, state: yield* laneTotal(compiler.lanes, root, count, step) };
  }
  const column = isInlined(named) ? yield* context.column(step, key) : named;
  return { count, state: { ...columnTotal(column), spark: sparkOf(column) } };
}

function* laneTotal(lanes: readonly Lane[], root: NumberLane, count: number, step: StepId): Work<ColumnTotal> {
  const stride = strideOf(count);
  const sampled: number[] = [];
  let total = 0;
  let lost = 0;
  let numbers = 0;
  let error = 0;
  yield* runLanes(lanes, count, step, (from, size) => {
    const { values } = root;
    for (let i = (stride - (from % stride)) % stride; i < size; i += stride)
      if (!root.marked || root.state[i] === 0) sampled.push((values[i] as number) + 0);
    if (error !== 0) return;
    if (root.faulty) error = root.state.subarray(0, size).find((state) => state >= FIRST_ERROR) ?? 0;
    let [sum, gone] = [total, lost];
    for (let i = 0; i < size; i++) {
      const x = values[i] as number;
      const next = sum + x;
      gone += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
      sum = next;
    }
    [total, lost] = [sum, gone];
    if (!root.marked) numbers += size;
    else for (let i = 0; i < size; i++) numbers += +(root.state[i] === 0);
  });
  const spark = evenly(sampled);
  if (error !== 0) return { total: errors[errorTexts[error - FIRST_ERROR] ?? '#VALUE!'], count: numbers, spark };
  const exact = total + lost;
  return { total: finite(Number.isNaN(exact) ? total : exact), count: numbers, spark };
}

/** The sum of a column's numbers in row order, or its first error, and how many numbers there are. */
function columnTotal(column: Column): { total: Value; count: number } {
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

const strideOf = (count: number) => Math.max(1, Math.floor(count / SAMPLED));

function sparkOf(column: Column): readonly number[] {
  if (!isNumeric(column)) return [];
  const { state, values } = column;
  const stride = strideOf(values.length);
  const numbers: number[] = [];
  for (let i = 0; i < values.length; i += stride) if (!state || state[i] === 0) numbers.push(values[i] as number);
  return evenly(numbers);
}

function evenly(numbers: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(numbers).sort();
  if (sorted.length <= SPARK) return [...sorted];
  return Array.from({ length: SPARK }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (SPARK - 1))] ?? 0);
}
