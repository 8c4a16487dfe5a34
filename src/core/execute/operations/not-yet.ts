/** Stands for the operations that the vocabulary has and this engine cannot run yet: no kind lowers to one, and a program that holds one is told so. */
import { problem } from '../../problem/problem.ts';
import type { TableStep } from '../../program/table-program.ts';
import { blankColumn } from '../make-column.ts';
import { noValue } from '../kept-value.ts';
import type { Operation } from '../operation.ts';

export const notYet: Operation<TableStep, null> = {
  // eslint-disable-next-line require-yield -- there is nothing to do
  *rows(step, context) {
    const at = { design: step.origin.design, node: step.origin.node };
    context.report(problem('execute.not-yet', { op: step.op }, at));
    return { count: 0, state: null };
  },
  // eslint-disable-next-line require-yield -- there is nothing to do
  *column(step, key) {
    return blankColumn(step.columns.find((one) => one.key === key)?.type ?? 'mixed', 0);
  },
  // eslint-disable-next-line require-yield -- there is nothing to do
  *lineage() {
    return [];
  },
  // eslint-disable-next-line require-yield -- there is nothing to do
  *explain() {
    return noValue();
  },
};
