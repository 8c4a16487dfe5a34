/** The rows on which a formula gives an error: read off the column the run keeps, where the formula is still the one of the program. */
import { FIRST_ERROR, type Column } from '../data/column.ts';
import { isError } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import type { Run, RunInput } from './execution.ts';
import { groupsOf, lensSource, type LensQuestion } from './lens.ts';
import type { Work } from './operation.ts';
import { evaluateGroups } from './vector/evaluate-groups.ts';
import { evaluateRows } from './vector/evaluate-rows.ts';
import { signature } from './vector/expression-parts.ts';

export interface LensErrors {
  readonly count: number;
  /** The first row with an error after the question's row, going round at the end; null where none has one. */
  readonly next: number | null;
  /** The last one before it, going round at the start. */
  readonly previous: number | null;
}

export function* lensErrors(run: Run, input: RunInput, question: LensQuestion): Work<LensErrors> {
  const { place, row, expression } = question;
  if (place.over === null) return { count: 0, next: null, previous: null };
  const column = yield* columnOf(run, input, question, expression);
  let count = 0;
  let [first, last, next, previous]: (number | null)[] = [null, null, null, null];
  const see = (at: number): void => {
    count++;
    first ??= at;
    last = at;
    if (at > row) next ??= at;
    if (at < row) previous = at;
  };
  if ('cells' in column) column.cells.forEach((cell, at) => isError(cell) && see(at));
  else column.state?.forEach((state, at) => state >= FIRST_ERROR && see(at));
  return { count, next: next ?? first ?? null, previous: previous ?? last ?? null };
}

function* columnOf(run: Run, input: RunInput, question: LensQuestion, expression: Expression): Work<Column> {
  const { place } = question;
  const { over, made } = place;
  const step = made && run.program.steps.find((one) => one.id === made.step);
  const saved = step && 'made' in step ? step.made.findLast((one) => one.key === made.key) : undefined;
  if (made && saved && signature(saved.expression) === signature(expression))
    return yield* run.column(made.step, made.key);
  const source = lensSource(run, input, place);
  const { count } = yield* run.rows(over ?? '');
  if (place.group === undefined) return yield* evaluateRows(expression, source, count);
  return yield* evaluateGroups(expression, source, yield* groupsOf(run, place.group), count);
}
