/** Takes columns under new names; the rows stay. */
import type { SelectStep } from '../../program/table-program.ts';
import { keptValue } from '../kept-value.ts';
import type { Operation } from '../operation.ts';

function sourceOf(step: SelectStep, key: string): string {
  const taken = step.take.find((one) => one.key === key);
  if (!taken) throw new Error(`step ${step.id} takes no column ${key}`);
  return taken.from;
}

export const select: Operation<SelectStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    return yield* context.column(step.input, sourceOf(step, key));
  },
  // eslint-disable-next-line require-yield -- only a name
  *inline(step, key) {
    return { by: 'same', step: step.input, key: sourceOf(step, key) };
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, _rows, context) {
    return yield* keptValue(context, step.input, sourceOf(step, key), row);
  },
};
