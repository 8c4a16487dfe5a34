/** Step-down allocation: pools are emptied one after another, each its own amount and what earlier pools gave it. */
import type { Column } from '../data/column.ts';
import { addTo, newSum, sumOf } from '../formula/sum.ts';
import type { AllocateStep, StepDown } from '../program/table-program.ts';
import { isSplit, splitOne, stateOfSplit, type Parts, type Split } from './allocation-parts.ts';
import { matchKeys, NO_KEY, rowsByCode } from './match-keys.ts';
import type { OperationContext, Work } from './operation.ts';
import { rowOrder } from './row-order.ts';

export interface Emptied {
  /** What each pool (partition) came to. */
  readonly answers: readonly Split[];
  /** What each pool received from earlier ones. */
  readonly received: Float64Array;
  /** The pool that a row gives to; -1: a receiver that is none. */
  readonly receivers: Int32Array;
  /** Rows whose receiver had been emptied before, or is the pool itself: 1. */
  readonly closed: Uint8Array;
}

const SLICE = 1 << 16;

export function* emptyPools(
  step: AllocateStep,
  { to, order }: StepDown,
  parts: Parts,
  context: OperationContext,
): Work<Emptied> {
  const receivers = yield* receiversOf(step, to, parts, context);
  const { starts, rows } = rowsByCode(parts.codes, parts.partitions);
  const answers = new Array<Split>(parts.partitions).fill([]);
  const sums = Array.from({ length: parts.partitions }, newSum);
  const faults = new Int32Array(parts.partitions);
  const emptied = new Uint8Array(parts.partitions);
  const closed = new Uint8Array(parts.count);
  let done = 0;
  for (const pool of yield* poolsInOrder(step, order, parts, starts, rows, context)) {
    emptied[pool] = 1;
    const own = rows.subarray(starts[pool], starts[pool + 1]);
    for (const row of own) {
      const receiver = receivers[row] as number;
      if (receiver >= 0 && emptied[receiver] === 1) closed[row] = 1;
    }
    const received = sumOf(sums[pool] ?? newSum());
    const answer = splitOne(step, parts, own, { received, closed: (row) => closed[row] === 1 });
    // Its own errors come first; an error that was passed on comes next.
    answers[pool] = typeof answer === 'number' || faults[pool] === 0 ? answer : (faults[pool] as number);
    giveOn(answers[pool] as Split, own, receivers, closed, sums, faults);
    done += own.length;
    if (done >= SLICE) {
      yield { step: step.id, rows: done };
      done = 0;
    }
  }
  return { answers, received: Float64Array.from(sums, sumOf), receivers, closed };
}

function giveOn(
  answer: Split,
  own: Int32Array,
  receivers: Int32Array,
  closed: Uint8Array,
  sums: readonly ReturnType<typeof newSum>[],
  faults: Int32Array,
): void {
  own.forEach((row, i) => {
    const receiver = receivers[row] as number;
    const sum = sums[receiver];
    if (!sum || closed[row] === 1) return;
    if (isSplit(answer)) addTo(sum, answer[i] as number);
    else if (faults[receiver] === 0) faults[receiver] = stateOfSplit(answer);
  });
}

/** The pool that each row gives to, by equal keys. */
function* receiversOf(
  step: AllocateStep,
  to: readonly string[],
  parts: Parts,
  context: OperationContext,
): Work<Int32Array> {
  const names: Column[] = [];
  for (const key of to) names.push(yield* context.column(step.input, key));
  if (names.length === 0 || names.length !== parts.by.length) {
    throw new Error(`step ${step.id} names receivers by ${names.length} columns and pools by ${parts.by.length}`);
  }
  const keys = matchKeys(parts.by, names);
  const pools = new Int32Array(keys.count).fill(NO_KEY);
  keys.left.forEach((code, row) => {
    if (code >= 0) pools[code] = parts.codes[row] as number;
  });
  return keys.right.map((code) => (code >= 0 ? (pools[code] as number) : NO_KEY));
}

function* poolsInOrder(
  step: AllocateStep,
  order: StepDown['order'],
  parts: Parts,
  starts: Int32Array,
  rows: Int32Array,
  context: OperationContext,
): Work<Int32Array> {
  const keys = [];
  for (const { key, descending } of order) keys.push({ column: yield* context.column(step.input, key), descending });
  const firsts = Int32Array.from({ length: parts.partitions }, (_, pool) => rows[starts[pool] as number] as number);
  const sorted = yield* rowOrder(step.id, keys, parts.count, firsts);
  return sorted.map((row) => parts.codes[row] as number);
}

/** The rows of every pool that money in this pool has come through, its own among them. */
export function rowsBehind(pool: number, { receivers, closed }: Emptied, parts: Parts): readonly number[] {
  const pools = new Set([pool]);
  for (const one of pools) {
    receivers.forEach((receiver, row) => {
      if (receiver === one && closed[row] === 0) pools.add(parts.codes[row] as number);
    });
  }
  const rows: number[] = [];
  parts.codes.forEach((one, row) => void (pools.has(one) && rows.push(row)));
  return rows;
}
