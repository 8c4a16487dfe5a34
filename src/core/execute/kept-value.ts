/** The explanation of a value that only passed through: `trace` follows it to the step that made it. */
import type { StepId } from '../program/table-program.ts';
import { cellAt } from '../data/column.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';

/** The value of the cell is that of column `key`, row `row`, of `step`. */
export function* keptValue(context: OperationContext, step: StepId, key: string, row: number): Work<Explanation> {
  const info = context.columnsOf(step).find((one) => one.key === key);
  return {
    how: { by: 'kept' },
    formula: '',
    substituted: '',
    inputs: [
      {
        name: key,
        label: info?.label ?? key,
        value: cellAt(yield* context.column(step, key), row),
        type: info?.type ?? 'mixed',
        ...(info?.format ? { format: info.format } : {}),
        cell: { step, row, column: key },
      },
    ],
    rows: [{ step, rows: [row], total: 1, column: key }],
    sentence: { en: 'kept as it is', 'zh-CN': '原样保留' },
  };
}

/** A cell that no row stands behind: a side of a join without partner, a column that a union's input does not have. */
export function noValue(): Explanation {
  return {
    how: { by: 'lookup', found: false },
    formula: '',
    substituted: '',
    inputs: [],
    rows: [],
    sentence: { en: 'blank, because no row stands behind it', 'zh-CN': '为空，因为没有对应的行' },
  };
}
