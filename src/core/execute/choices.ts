/** Which rows a choice takes: constraints as columns, then greedily by objective, which is the best there is for rows that differ in one column. */
import { cellAt, FIRST_ERROR, type Column } from '../data/column.ts';
import { errorTexts, isError } from '../data/value.ts';
import { floor15 } from '../formula/round.ts';
import { problem } from '../problem/problem.ts';
import type { ChooseStep } from '../program/table-program.ts';
import { truthsOf, type Truths } from './decide-cases.ts';
import { keyCodes, rowCodes } from './key-codes.ts';
import { numberCells, type NumberCells } from './number-cells.ts';
import type { OperationContext, Work } from './operation.ts';
import { rowOrder } from './row-order.ts';

export interface Choices {
  /** How many rows there are, chosen or not. */
  readonly count: number;
  /** The group of each row, numbered in order of first appearance. */
  readonly groups: Int32Array;
  /** The place among the chosen rows of the group, from 1; 0: not chosen. */
  readonly ranks: Int32Array;
  /** The chosen rows, group by group, best first. */
  readonly chosen: Int32Array;
}

/** What stands between a row and being chosen, before any other row is looked at. */
export interface Eligibility {
  readonly constraints: readonly Truths[];
  readonly objective: NumberCells;
}

/** How many are wanted; null where the count is no count. */
export function* wantedCount(step: ChooseStep, context: OperationContext): Work<number | null> {
  const wanted = yield* context.scalar(step, step.count);
  if (typeof wanted === 'number' && wanted >= 0) return floor15(wanted);
  const value = isError(wanted) ? wanted.error : wanted === null ? '""' : String(wanted);
  context.report(problem('execute.bad-count', { value }, { design: step.origin.design, node: step.origin.node }));
  return null;
}

export function* eligibilityOf(step: ChooseStep, context: OperationContext): Work<Eligibility> {
  const { count } = yield* context.rows(step.input);
  const constraints: Truths[] = [];
  for (const where of step.where) {
    constraints.push(truthsOf(yield* context.evaluate(step, step.input, where), count));
  }
  return { constraints, objective: numberCells(yield* context.evaluate(step, step.input, step.objective), count) };
}

/** The first constraint that a row does not meet; -1: it meets all. */
export function failedConstraint({ constraints }: Eligibility, row: number): number {
  for (let at = 0; at < constraints.length; at++) if (constraints[at]?.[row] !== 1) return at;
  return -1;
}

export function* choices(step: ChooseStep, context: OperationContext): Work<Choices> {
  const { count } = yield* context.rows(step.input);
  const by: Column[] = [];
  for (const key of step.by) by.push(yield* context.column(step.input, key));
  const { codes: groups, count: groupCount } = rowCodes(by, count);
  const ranks = new Int32Array(count);
  const wanted = yield* wantedCount(step, context);
  if (wanted === null) return { count, groups, ranks, chosen: new Int32Array(0) };
  const eligible = yield* eligibilityOf(step, context);
  report(step, eligible, count, context);
  const order = yield* bestFirst(step, eligible, count, context);
  const shares = step.distinct === undefined ? null : yield* valuesShared(step.distinct, step, context);
  const taken = new Int32Array(groupCount);
  const used = new Set<number>();
  const chosenOf: number[][] = Array.from({ length: groupCount }, () => []);
  let open = wanted > 0 ? groupCount : 0;
  for (const row of order) {
    if (open === 0) break;
    const group = groups[row] as number;
    if ((taken[group] as number) >= wanted) continue;
    const value = shares?.[row] ?? -1;
    if (value >= 0) {
      const place = value * groupCount + group;
      if (used.has(place)) continue;
      used.add(place);
    }
    ranks[row] = taken[group] = (taken[group] as number) + 1;
    chosenOf[group]?.push(row);
    if (taken[group] === wanted) open--;
  }
  return { count, groups, ranks, chosen: Int32Array.from(chosenOf.flat()) };
}

/** The rows that may be chosen, the greatest objective first, ties in order of the grain, then of the rows. */
function* bestFirst(
  step: ChooseStep,
  eligible: Eligibility,
  count: number,
  context: OperationContext,
): Work<Int32Array> {
  const { objective } = eligible;
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if ((objective.state?.[row] ?? 0) === 0 && failedConstraint(eligible, row) < 0) rows.push(row);
  }
  const measure: Column = { type: 'number', ...objective };
  const ties: Column[] = [];
  const known = context.columnsOf(step.input);
  for (const key of step.grain ?? []) {
    if (known.some((one) => one.key === key)) ties.push(yield* context.column(step.input, key));
  }
  const keys = [{ column: measure, descending: true }, ...ties.map((column) => ({ column, descending: false }))];
  return yield* rowOrder(step.id, keys, count, Int32Array.from(rows));
}

/** Codes of the values that must differ; -1: a blank or an error, which share nothing. */
export function* valuesShared(key: string, step: ChooseStep, context: OperationContext): Work<Int32Array> {
  const column = yield* context.column(step.input, key);
  return keyCodes(column).codes.map((code, row) => (typeof cellAt(column, row) === 'object' ? -1 : code));
}

function report(step: ChooseStep, eligible: Eligibility, count: number, context: OperationContext): void {
  const at = { design: step.origin.design, node: step.origin.node };
  const warn = { severity: 'warning' } as const;
  let wrong = 0;
  let unmeasured = 0;
  let error = '';
  let fault = '';
  for (let row = 0; row < count; row++) {
    const failed = failedConstraint(eligible, row);
    const truth = failed < 0 ? 1 : (eligible.constraints[failed]?.[row] ?? 0);
    if (truth >= FIRST_ERROR && wrong++ === 0) error = errorTexts[truth - FIRST_ERROR] ?? '';
    const state = eligible.objective.state?.[row] ?? 0;
    if (failed < 0 && state !== 0 && unmeasured++ === 0) fault = errorTexts[state - FIRST_ERROR] ?? '';
  }
  if (wrong > 0) context.report(problem('execute.condition-errors', { count: wrong, error }, at, warn));
  if (unmeasured > 0) context.report(problem('execute.bad-objective', { count: unmeasured, error: fault }, at, warn));
}
