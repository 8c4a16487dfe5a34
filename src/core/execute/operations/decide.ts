/** Conditions × outputs. Which rules hit is the row set's state, so that all outputs share it. */
import type { Column } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import { FIRST_ERROR } from '../../data/column.ts';
import { problem } from '../../problem/problem.ts';
import type { DecideStep } from '../../program/table-program.ts';
import { decideCases, OVERLAP, type Decided } from '../decide-cases.ts';
import { outputColumn } from '../decide-outputs.ts';
import { explainDecision } from '../explain-decision.ts';
import { keptValue } from '../kept-value.ts';
import { namesOfRows } from '../match-keys.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';

/** Different sets of overlapping rules that are told. */
const TOLD = 5;

export const decide: Operation<DecideStep, Decided> = {
  *rows(step, context) {
    const decided = yield* decideCases(step, context);
    yield* report(step, decided, context);
    return { count: decided.cases.length, state: decided };
  },
  *column(step, key, rows, context) {
    const at = step.out.findIndex((one) => one.key === key);
    if (at < 0) return yield* context.column(step.input, key);
    return yield* outputColumn(step, at, rows.state, context);
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, rows, context) {
    const at = step.out.findIndex((one) => one.key === key);
    if (at < 0) return yield* keptValue(context, step.input, key, row);
    return yield* explainDecision(step, at, row, rows.state, context);
  },
};

/** Rows without an answer: several rules of a unique table, an error in a condition, no rule and nothing said for that. */
function* report(step: DecideStep, decided: Decided, context: OperationContext): Work<void> {
  const { cases, starts, faults } = decided;
  const at = { design: step.origin.design, node: step.origin.node };
  const overlaps = new Map<string, { readonly rules: readonly number[]; readonly cases: Set<number> }>();
  const wrong = new Set<number>();
  const nothing = new Set<number>();
  faults.forEach((fault, one) => {
    const rules = [...decided.rules.subarray(starts[one], starts[one + 1])];
    if (fault === OVERLAP && rules.length > 1) {
      const name = rules.join(' ');
      const known = overlaps.get(name);
      if (known) known.cases.add(one);
      else overlaps.set(name, { rules, cases: new Set([one]) });
    } else if (fault !== 0) wrong.add(one);
    else if (rules.length === 0) nothing.add(one);
  });
  const rowsOf = (wanted: ReadonlySet<number>): number[] => {
    const found: number[] = [];
    cases.forEach((one, row) => void (wanted.has(one) && found.push(row)));
    return found;
  };
  for (const { rules, cases: wanted } of [...overlaps.values()].slice(0, TOLD)) {
    const rows = rowsOf(wanted);
    const named = rules.map((rule) => ({ number: rule + 1, label: step.rules[rule]?.label ?? '' }));
    const params = { rules: named, count: rows.length, ...(yield* namesOf(step, rows, context)) };
    context.report(problem('execute.rules-overlap', params, at));
  }
  if (wrong.size > 0) {
    const rows = rowsOf(wrong);
    const error = errorTexts[(faults[cases[rows[0] as number] as number] as number) - FIRST_ERROR] ?? '';
    const params = { error, count: rows.length, ...(yield* namesOf(step, rows, context)) };
    context.report(problem('execute.rules-undecided', params, at, { severity: 'warning' }));
  }
  if (nothing.size > 0 && step.hit !== 'collect' && step.out.some((one) => one.otherwise === undefined)) {
    const rows = rowsOf(nothing);
    const params = { count: rows.length, total: cases.length, ...(yield* namesOf(step, rows, context)) };
    context.report(problem('execute.rules-silent', params, at, { severity: 'warning' }));
  }
}

/** Rows by the grain's columns where it is known, else by their numbers. */
function* namesOf(
  step: DecideStep,
  rows: readonly number[],
  context: OperationContext,
): Work<{ readonly by: string; readonly keys: readonly string[] }> {
  const grain = (step.grain ?? []).filter((key) => context.columnsOf(step.input).some((one) => one.key === key));
  if (grain.length === 0) return { by: '', keys: rows.slice(0, 5).map((row) => String(row + 1)) };
  const columns: Column[] = [];
  for (const key of grain) columns.push(yield* context.column(step.input, key));
  return { by: grain.join(', '), keys: namesOfRows(columns, rows) };
}
