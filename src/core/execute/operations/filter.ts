/** Keeps the rows where the condition is TRUE. */
import { cellAt, FIRST_ERROR, isNumeric, type Column } from '../../data/column.ts';
import { errorTexts, isError } from '../../data/value.ts';
import { problem } from '../../problem/problem.ts';
import type { FilterStep } from '../../program/table-program.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import type { Operation } from '../operation.ts';

/** Row numbers of the input; null where every row is kept. */
type Kept = Int32Array | null;

export const filter: Operation<FilterStep, { readonly kept: Kept }> = {
  *rows(step, context) {
    const { count } = yield* context.rows(step.input);
    const condition = yield* context.evaluate(step, step.input, step.where);
    const found = truthOf(condition, count);
    if (found.errors > 0) {
      const at = { design: step.origin.design, node: step.origin.node };
      const params = { count: found.errors, error: found.error };
      context.report(problem('execute.condition-errors', params, at, { severity: 'warning' }));
    }
    const kept = found.rows.length === count ? null : found.rows;
    return { count: found.rows.length, state: { kept } };
  },
  *column(step, key, rows, context) {
    const column = yield* context.column(step.input, key);
    return rows.state.kept ? gather(column, rows.state.kept) : column;
  },
  *inline(step, key, context) {
    const { kept } = (yield* context.rows<{ readonly kept: Kept }>(step.id)).state;
    if (!kept) return { by: 'same', step: step.input, key };
    const column = yield* context.column(step.input, key);
    return { by: 'gather', column, codes: kept, rowOfCode: null, missing: 'blank', complete: true };
  },
  // eslint-disable-next-line require-yield -- the row numbers are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: [rows.state.kept?.[row] ?? row] }];
  },
  *explain(step, key, row, rows, context) {
    return yield* keptValue(context, step.input, key, rows.state.kept?.[row] ?? row);
  },
};

/** Rows that are TRUE (a number other than 0 is TRUE, as in IF), and how many are errors. */
function truthOf(condition: Column, count: number): { rows: Int32Array; errors: number; error: string } {
  const rows = new Int32Array(count);
  let kept = 0;
  let wrong = 0;
  let error = '';
  if (isNumeric(condition)) {
    const { values, state } = condition;
    for (let i = 0; i < count; i++) {
      const here = state ? (state[i] as number) : 0;
      if (here === 0 && values[i] !== 0) rows[kept++] = i;
      else if (here >= FIRST_ERROR && wrong++ === 0) error = errorTexts[here - FIRST_ERROR] ?? '';
    }
  } else {
    for (let i = 0; i < count; i++) {
      const value = cellAt(condition, i);
      if (value === true || (typeof value === 'number' && value !== 0)) rows[kept++] = i;
      else if (isError(value) && wrong++ === 0) error = value.error;
    }
  }
  return { rows: kept === count ? rows : rows.slice(0, kept), errors: wrong, error };
}
