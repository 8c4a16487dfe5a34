/** Splits an amount over the rows of a partition; no minor unit is lost. The arithmetic is `core/formula/allocate.ts`. */
import { cellAt, type Column } from '../../data/column.ts';
import { problem } from '../../problem/problem.ts';
import type { AllocateStep } from '../../program/table-program.ts';
import {
  isSplit,
  numberAt,
  partitionOf,
  partsOf,
  splitOne,
  stateOfSplit,
  type Parts,
  type Split,
} from '../allocation-parts.ts';
import { MOST_ROWS } from '../explain-formula.ts';
import { keptValue } from '../kept-value.ts';
import { namesOfRows, rowsByCode } from '../match-keys.ts';
import { namedInputs } from '../named-cells.ts';
import type { Explanation, Operation, OperationContext, Work } from '../operation.ts';
import { sayAllocation, sayPool } from '../say-allocation.ts';
import { emptyPools, rowsBehind, type Emptied } from '../step-down.ts';
import type { TraceRows } from '../trace.ts';

const SLICE = 1 << 16;

export const allocate: Operation<AllocateStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    if (key !== step.out) return yield* context.column(step.input, key);
    const parts = yield* partsOf(step, context);
    return yield* splitAll(step, parts, context);
  },
  *lineage(step, row, _rows, context) {
    const parts = yield* partsOf(step, context);
    if (!step.stepDown) return [{ step: step.input, rows: partitionOf(parts, row) }];
    const emptied = yield* emptyPools(step, step.stepDown, parts, context);
    return [{ step: step.input, rows: rowsBehind(parts.codes[row] as number, emptied, parts) }];
  },
  *explain(step, key, row, _rows, context) {
    if (key !== step.out) return yield* keptValue(context, step.input, key, row);
    return yield* explain(step, row, context);
  },
};

function* splitAll(step: AllocateStep, parts: Parts, context: OperationContext): Work<Column> {
  const values = new Float64Array(parts.count);
  let states: Uint8Array | undefined;
  const differing: number[] = [];
  const weightless: number[] = [];
  const { starts, rows } = rowsByCode(parts.codes, parts.partitions);
  const emptied = step.stepDown ? yield* emptyPools(step, step.stepDown, parts, context) : null;
  for (let partition = 0, done = 0; partition < parts.partitions; partition++) {
    const own = rows.subarray(starts[partition] as number, starts[partition + 1] as number);
    const answer = emptied ? (emptied.answers[partition] as Split) : splitOne(step, parts, own);
    if (isSplit(answer)) {
      answer.forEach((part, i) => (values[own[i] as number] = part));
    } else {
      states ??= new Uint8Array(parts.count);
      for (const row of own) states[row] = stateOfSplit(answer);
      if (answer === 'differs') differing.push(own[0] as number);
      if (answer === 'weightless') weightless.push(own[0] as number);
    }
    done += own.length;
    if (done >= SLICE) {
      yield { step: step.id, rows: own[own.length - 1] as number };
      done = 0;
    }
  }
  report(step, parts, context, 'execute.split-differs', differing);
  report(step, parts, context, 'execute.split-nothing', weightless);
  return { type: 'number', values, ...(states ? { state: states } : {}) };
}

function report(
  step: AllocateStep,
  parts: Parts,
  context: OperationContext,
  code: 'execute.split-differs' | 'execute.split-nothing',
  rows: readonly number[],
): void {
  if (rows.length === 0) return;
  const params = { by: step.by.join(', '), count: rows.length, keys: namesOfRows(parts.by, rows) };
  context.report(problem(code, params, { design: step.origin.design, node: step.origin.node }));
}

function* explain(step: AllocateStep, row: number, context: OperationContext): Work<Explanation> {
  const parts = yield* partsOf(step, context);
  const own = partitionOf(parts, row);
  const inputs = yield* namedInputs(context, step.input, [step.amount, step.weight], row);
  const whole = cellAt(yield* context.evaluate(step, step.input, step.amount), row);
  const weight = cellAt(yield* context.evaluate(step, step.input, step.weight), row);
  const rows: TraceRows[] = [{ step: step.input, rows: [...own.subarray(0, MOST_ROWS)], total: own.length }];
  const known = { formula: '', substituted: '', inputs };
  const columns = context.columnsOf(step.input);
  const emptied = step.stepDown ? yield* emptyPools(step, step.stepDown, parts, context) : null;
  if (!emptied) {
    const answer = splitOne(step, parts, own);
    const part = isSplit(answer) ? (answer[own.indexOf(row)] ?? null) : null;
    const weights = Array.from(own, (one) => numberAt(parts.weight, one));
    return {
      ...known,
      how: { by: 'allocate', whole, weight, parts: own.length },
      rows,
      sentence: sayAllocation(step, columns, whole, weights, own.indexOf(row), part),
    };
  }
  const pool = parts.codes[row] as number;
  const open = own.filter((one) => emptied.closed[one] === 0);
  const answer = emptied.answers[pool] as Split;
  const received = emptied.received[pool] as number;
  const total = isSplit(answer) && (typeof whole === 'number' || whole === null) ? (whole ?? 0) + received : whole;
  const part = isSplit(answer) ? (answer[own.indexOf(row)] ?? null) : null;
  const weights = Array.from(open, (one) => numberAt(parts.weight, one));
  const incoming = incomingRows(emptied, pool);
  if (incoming.length > 0) {
    rows.push({ step: step.id, rows: incoming.slice(0, MOST_ROWS), total: incoming.length, column: step.out });
  }
  const shared = sayAllocation(step, columns, total, weights, open.indexOf(row), part);
  const closed = own.length - open.length;
  return {
    ...known,
    how: { by: 'allocate', whole: total, weight, parts: open.length, received, closed },
    rows,
    sentence: sayPool(step, columns, shared, {
      own: typeof whole === 'number' ? whole : 0,
      received,
      closed,
      isClosed: emptied.closed[row] === 1,
      isSplit: isSplit(answer),
    }),
  };
}

/** The rows through which a pool received. */
function incomingRows({ receivers, closed }: Emptied, pool: number): readonly number[] {
  const rows: number[] = [];
  receivers.forEach((receiver, row) => void (receiver === pool && closed[row] === 0 && rows.push(row)));
  return rows;
}
