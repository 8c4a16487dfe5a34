/** The first rows, of the whole table or of each partition. */
import type { Column } from '../../data/column.ts';
import { isError } from '../../data/value.ts';
import { floor15 } from '../../formula/round.ts';
import { problem } from '../../problem/problem.ts';
import type { LimitStep } from '../../program/table-program.ts';
import { rowCodes } from '../key-codes.ts';
import { keptValue } from '../kept-value.ts';
import { gather } from '../make-column.ts';
import type { Operation } from '../operation.ts';

export const limit: Operation<LimitStep, { readonly kept: Int32Array | null }> = {
  *rows(step, context) {
    const { count } = yield* context.rows(step.input);
    const wanted = yield* context.scalar(step, step.count);
    if (typeof wanted !== 'number' || wanted < 0) {
      const value = isError(wanted) ? wanted.error : wanted === null ? '""' : String(wanted);
      context.report(problem('execute.bad-count', { value }, { design: step.origin.design, node: step.origin.node }));
      return { count: 0, state: { kept: new Int32Array(0) } };
    }
    const columns: Column[] = [];
    for (const key of step.by) columns.push(yield* context.column(step.input, key));
    const groups = rowCodes(columns, count);
    const taken = new Int32Array(groups.count);
    const most = floor15(wanted);
    const kept = new Int32Array(count);
    let length = 0;
    for (let row = 0; row < count; row++) {
      const group = groups.codes[row] as number;
      const rank = taken[group] as number;
      if (rank >= most) continue;
      taken[group] = rank + 1;
      kept[length++] = row;
    }
    return { count: length, state: { kept: length === count ? null : kept.slice(0, length) } };
  },
  *column(step, key, rows, context) {
    const column = yield* context.column(step.input, key);
    return rows.state.kept ? gather(column, rows.state.kept) : column;
  },
  // eslint-disable-next-line require-yield -- the row numbers are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: [rows.state.kept?.[row] ?? row] }];
  },
  *explain(step, key, row, rows, context) {
    return yield* keptValue(context, step.input, key, rows.state.kept?.[row] ?? row);
  },
};
