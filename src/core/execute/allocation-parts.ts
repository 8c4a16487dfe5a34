/** What an allocation splits: the cells of amount and weight, and which rows share one amount. One partition is split here. */
import { BLANK, cellAt, stateOf, type Column } from '../data/column.ts';
import { isError } from '../data/value.ts';
import { allocate as split } from '../formula/allocate.ts';
import { compareByKey, numberKey } from '../formula/key.ts';
import type { AllocateStep } from '../program/table-program.ts';
import { rowCodes } from './key-codes.ts';
import { numberCells, type NumberCells } from './number-cells.ts';
import type { OperationContext, Work } from './operation.ts';

export interface Parts {
  readonly count: number;
  readonly amount: NumberCells;
  readonly weight: NumberCells;
  readonly by: readonly Column[];
  readonly tie: readonly Column[];
  readonly codes: Int32Array;
  readonly partitions: number;
}

/** The parts in the order of the rows; a state byte where a cell is an error; or why there is nothing to split by. */
export type Split = readonly number[] | number | 'differs' | 'weightless';

/** A pool of a step-down: what earlier pools gave it, and which of its rows get nothing. */
export interface Pool {
  readonly received: number;
  readonly closed: (row: number) => boolean;
}

export const VALUE = stateOf({ error: '#VALUE!' });
export const DIVISION = stateOf({ error: '#DIV/0!' });

/** The state byte of the rows of a partition that could not be split. */
export function stateOfSplit(answer: Exclude<Split, readonly number[]>): number {
  return answer === 'differs' ? VALUE : answer === 'weightless' ? DIVISION : answer;
}

export function isSplit(answer: Split): answer is readonly number[] {
  return typeof answer === 'object';
}

export function* partsOf(step: AllocateStep, context: OperationContext): Work<Parts> {
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

export function partitionOf(parts: Parts, row: number): Int32Array {
  const code = parts.codes[row];
  const rows: number[] = [];
  parts.codes.forEach((one, i) => {
    if (one === code) rows.push(i);
  });
  return Int32Array.from(rows);
}

export function splitOne(step: AllocateStep, parts: Parts, own: Int32Array, pool?: Pool): Split {
  const { amount, weight } = parts;
  for (const row of own) {
    const state = errorAt(amount, row) || errorAt(weight, row);
    if (state !== 0) return state;
  }
  const first = own[0] as number;
  const whole = numberAt(amount, first);
  for (const row of own) if (numberKey(numberAt(amount, row)) !== numberKey(whole)) return 'differs';
  const weights = Array.from(own, (row) => (pool?.closed(row) ? 0 : numberAt(weight, row)));
  const tie = (a: number, b: number): number => {
    // A closed receiver gets no unit that is left over, whatever its key.
    const closed = pool ? Number(pool.closed(own[a] as number)) - Number(pool.closed(own[b] as number)) : 0;
    if (closed !== 0) return closed;
    for (const column of parts.tie) {
      const order = compareByKey(cellAt(column, own[a] as number), cellAt(column, own[b] as number));
      if (order !== 0) return order;
    }
    return 0;
  };
  const total = whole + (pool?.received ?? 0);
  const answer = split({ amount: total, weights, of: step.of, decimals: step.decimals, tie });
  if (!isError(answer)) return answer;
  return answer.error === '#DIV/0!' ? 'weightless' : stateOf(answer);
}

export function errorAt(cells: NumberCells, row: number): number {
  const state = cells.state ? (cells.state[row] as number) : 0;
  return state > BLANK ? state : 0;
}
export function numberAt(cells: NumberCells, row: number): number {
  return cells.state && cells.state[row] !== 0 ? 0 : (cells.values[row] as number);
}
