/** The trace of a cell, assembled from what its operation explains. */
import { cellAt } from '../data/column.ts';
import type { StepId, TableStep } from '../program/table-program.ts';
import type { OperationContext, Work } from './operation.ts';
import { operationOf } from './operations/registry.ts';
import type { CellRef, Trace } from './trace.ts';

/** Values that only passed through are followed to the step that made them; the trace is about the cell found there. */
export function* traceCell(cell: CellRef, stepOf: (id: StepId) => TableStep, context: OperationContext): Work<Trace> {
  let at = cell;
  for (;;) {
    const step = stepOf(at.step);
    const operation = operationOf(step);
    const rows = yield* context.rows(at.step);
    if (!Number.isInteger(at.row) || at.row < 0 || at.row >= rows.count) {
      throw new RangeError(`step ${at.step} has ${rows.count} rows, none is number ${at.row}`);
    }
    const explanation = yield* operation.explain(step, at.column, at.row, rows, context);
    const kept = explanation.how.by === 'kept' ? explanation.inputs[0]?.cell : undefined;
    if (kept) {
      at = kept;
      continue;
    }
    const info = step.columns.find((column) => column.key === at.column);
    return {
      cell: at,
      label: info?.label ?? at.column,
      origin: step.origin,
      value: cellAt(yield* context.column(at.step, at.column), at.row),
      type: info?.type ?? 'mixed',
      ...(info?.format ? { format: info.format } : {}),
      ...explanation,
    };
  }
}
