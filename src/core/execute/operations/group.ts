/** One row per distinct key, with aggregates. */
import type { Column } from '../../data/column.ts';
import type { GroupStep } from '../../program/table-program.ts';
import { explainGroup } from '../explain-group.ts';
import { namingOf, sourceOf } from '../context.ts';
import { rowCodes } from '../key-codes.ts';
import { keptValue } from '../kept-value.ts';
import { madeIndex } from '../made-key.ts';
import { gather, typedAs } from '../make-column.ts';
import type { Operation } from '../operation.ts';
import { evaluateGroups } from '../vector/evaluate-groups.ts';
import { rowsOfGroup, type Groups } from '../vector/groups.ts';

export const group: Operation<GroupStep, Groups> = {
  *rows(step, context) {
    const { count: rowCount } = yield* context.rows(step.input);
    const columns: Column[] = [];
    for (const key of step.by) columns.push(yield* context.column(step.input, key));
    const { codes: groupOf, count: found } = rowCodes(columns, rowCount);
    const count = step.by.length === 0 ? 1 : found;
    const first = new Int32Array(count).fill(-1);
    // Groups are numbered in order of first appearance.
    for (let row = 0, next = 0; row < rowCount && next < count; row++) if (groupOf[row] === next) first[next++] = row;
    return { count, state: { count, groupOf, first } };
  },
  *column(step, key, rows, context) {
    const made = step.made[madeIndex(step.made, key)];
    if (!made) return gather(yield* context.column(step.input, key), rows.state.first);
    const { count } = yield* context.rows(step.input);
    const source = sourceOf(context, step, step.input);
    const naming = namingOf(context, step, step.input);
    const column = yield* evaluateGroups(made.expression, source, rows.state, count, naming);
    return typedAs(column, step.columns.find((one) => one.key === key)?.type);
  },
  // eslint-disable-next-line require-yield -- the groups are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: rowsOfGroup(rows.state, row) }];
  },
  *explain(step, key, row, rows, context) {
    const made = step.made[madeIndex(step.made, key)];
    if (!made) return yield* keptValue(context, step.input, key, rows.state.first[row] ?? 0);
    return yield* explainGroup(context, step, made, row, rows.state);
  },
};
