/** Adds or replaces columns by formulas; each may name those before it. */
import { FIRST_ERROR } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import { problem } from '../../problem/problem.ts';
import type { ExtendStep } from '../../program/table-program.ts';
import { explainFormula } from '../explain-formula.ts';
import { keptValue } from '../kept-value.ts';
import { madeIndex, resultKey } from '../made-key.ts';
import { typedAs } from '../make-column.ts';
import type { NameTargets, Operation, OperationContext } from '../operation.ts';
import { newWatch, type Watch } from '../vector/inlined.ts';

export const extend: Operation<ExtendStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return yield* context.column(step.input, key);
    const names = namesAt(step, at);
    const watch = newWatch(step.id, made.key, true);
    const column = yield* context.evaluate(step, step.input, made.expression, names, watch);
    if (watch.begun > 0) reportErrors(step, watch, context);
    return typedAs(column, step.columns.find((one) => one.key === made.key)?.type);
  },
  *inline(step, key, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return { by: 'same', step: step.input, key };
    const bound = yield* context.bound(step, step.input, made.expression, namesAt(step, at));
    return { by: 'formula', ...bound, watch: newWatch(step.id, key) };
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, _rows, context) {
    const at = madeIndex(step.made, key);
    const made = step.made[at];
    if (!made) return yield* keptValue(context, step.input, key, row);
    return yield* explainFormula(context, step, made, step.input, row, namesAt(step, at));
  },
};

/** Names made before the column at `at` mean this step's columns, not the input's. */
function namesAt(step: ExtendStep, at: number): NameTargets {
  const names = new Map<string, { step: string; key: string }>();
  for (let before = 0; before < at; before++) {
    names.set(step.made[before]?.key ?? '', { step: step.id, key: resultKey(step.made, before) });
  }
  return names;
}

/** Errors that begin here: where an input holds one already it has been reported. */
function reportErrors(step: ExtendStep, { key, begun, first }: Watch, context: OperationContext): void {
  const column = step.columns.find((one) => one.key === key)?.label ?? key;
  const error = errorTexts[first - FIRST_ERROR] ?? '';
  const at = { design: step.origin.design, node: step.origin.node };
  context.report(problem('execute.formula-errors', { column, count: begun, error }, at, { severity: 'warning' }));
}
