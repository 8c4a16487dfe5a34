/** Splits an amount over the rows of a partition; no minor unit is lost. The arithmetic is `core/formula/allocate.ts`. */
import { BLANK, cellAt, stateOf, type Column } from '../../data/column.ts';
import { isError } from '../../data/value.ts';
import { allocate as split } from '../../formula/allocate.ts';
import { compareByKey, numberKey } from '../../formula/key.ts';
import { problem } from '../../problem/problem.ts';
import type { AllocateStep } from '../../program/table-program.ts';
import { rowCodes } from '../key-codes.ts';
import { keptValue } from '../kept-value.ts';
import { namesOfRows, rowsByCode } from '../match-keys.ts';
import { namedInputs } from '../named-cells.ts';
import { numberCells, type NumberCells } from '../number-cells.ts';
import type { Explanation, Operation, OperationContext, Work } from '../operation.ts';
import { sayAllocation } from '../say-allocation.ts';

const SLICE = 1 << 16;

interface Parts {
  readonly count: number;
  readonly amount: NumberCells;
  readonly weight: NumberCells;
  readonly by: readonly Column[];
  readonly tie: readonly Column[];
  readonly codes: Int32Array;
  readonly partitions: number;
}

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
    return [{ step: step.input, rows: partitionOf(yield* partsOf(step, context), row) }];
  },
  *explain(step, key, row, _rows, context) {
    if (key !== step.out) return yield* keptValue(context, step.input, key, row);
    return yield* explain(step, row, context);
  },
};

function* partsOf(step: AllocateStep, context: OperationContext): Work<Parts> {
  const { count } = yield* context.rows(step.input);
  const amount = numberCells(yield* context.evaluate(step, step.input, step.amount), count);
  const weight = numberCells(yield* context.evaluate(step, step.input, step.weight), count);
  const by: Column[] = [];
  for (const key of step.by) by.push(yield* context.column(step.input, key));
  const tie: Column[] = [];
  for (const key of step.tie) tie.push(yield* context.column(step.input, key));
  const { codes, count: partitions } = rowCodes(by, count);
  return { count, amount, weight, by, tie, codes, partitions };
}

function partitionOf(parts: Parts, row: number): Int32Array {
  const code = parts.codes[row];
  const rows: number[] = [];
  parts.codes.forEach((one, i) => {
    if (one === code) rows.push(i);
  });
  return Int32Array.from(rows);
}

function* splitAll(step: AllocateStep, parts: Parts, context: OperationContext): Work<Column> {
  const values = new Float64Array(parts.count);
  let states: Uint8Array | undefined;
  const differing: number[] = [];
  const weightless: number[] = [];
  const { starts, rows } = rowsByCode(parts.codes, parts.partitions);
  for (let partition = 0, done = 0; partition < parts.partitions; partition++) {
    const own = rows.subarray(starts[partition] as number, starts[partition + 1] as number);
    const answer = splitOne(step, parts, own);
    if (typeof answer === 'number') {
      states ??= new Uint8Array(parts.count);
      for (const row of own) states[row] = answer;
    } else if (answer === 'differs' || answer === 'weightless') {
      states ??= new Uint8Array(parts.count);
      for (const row of own) states[row] = answer === 'differs' ? VALUE : DIVISION;
      (answer === 'differs' ? differing : weightless).push(own[0] as number);
    } else {
      answer.forEach((part, i) => (values[own[i] as number] = part));
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

const VALUE = stateOf({ error: '#VALUE!' });
const DIVISION = stateOf({ error: '#DIV/0!' });

/** The parts in the order of the rows; a state byte where a cell is an error. */
function splitOne(
  step: AllocateStep,
  parts: Parts,
  own: Int32Array,
): readonly number[] | number | 'differs' | 'weightless' {
  const { amount, weight } = parts;
  for (const row of own) {
    const state = errorAt(amount, row) || errorAt(weight, row);
    if (state !== 0) return state;
  }
  const first = own[0] as number;
  const whole = numberAt(amount, first);
  for (const row of own) if (numberKey(numberAt(amount, row)) !== numberKey(whole)) return 'differs';
  const weights = Array.from(own, (row) => numberAt(weight, row));
  const tie = (a: number, b: number): number => {
    for (const column of parts.tie) {
      const order = compareByKey(cellAt(column, own[a] as number), cellAt(column, own[b] as number));
      if (order !== 0) return order;
    }
    return 0;
  };
  const answer = split({ amount: whole, weights, of: step.of, decimals: step.decimals, tie });
  if (!isError(answer)) return answer;
  return answer.error === '#DIV/0!' ? 'weightless' : stateOf(answer);
}

function errorAt(cells: NumberCells, row: number): number {
  const state = cells.state ? (cells.state[row] as number) : 0;
  return state > BLANK ? state : 0;
}
function numberAt(cells: NumberCells, row: number): number {
  return cells.state && cells.state[row] !== 0 ? 0 : (cells.values[row] as number);
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
  const answer = splitOne(step, parts, own);
  const at = own.indexOf(row);
  const inputs = yield* namedInputs(context, step.input, [step.amount, step.weight], row);
  const whole = cellAt(yield* context.evaluate(step, step.input, step.amount), row);
  const weight = cellAt(yield* context.evaluate(step, step.input, step.weight), row);
  const part = Array.isArray(answer) ? ((answer as readonly number[])[at] ?? null) : null;
  const weights = Array.from(own, (one) => numberAt(parts.weight, one));
  return {
    how: { by: 'allocate', whole, weight, parts: own.length },
    formula: '',
    substituted: '',
    inputs,
    rows: [{ step: step.input, rows: [...own.subarray(0, 1000)], total: own.length }],
    sentence: sayAllocation(step, context.columnsOf(step.input), whole, weights, at, part),
  };
}
