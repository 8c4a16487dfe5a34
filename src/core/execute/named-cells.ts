/** Cells and parameters with their names, as traces list and sentences say them. */
import { cellAt } from '../data/column.ts';
import type { Expression } from '../formula/expression.ts';
import type { Language } from '../problem/problem.ts';
import type { StepId } from '../program/table-program.ts';
import type { OperationContext, Work } from './operation.ts';
import { sayValue } from './say-value.ts';
import type { TraceInput } from './trace.ts';
import { partsOf } from './vector/expression-parts.ts';

/** The cells of a row by column key. */
export function* namedCells(
  context: OperationContext,
  step: StepId,
  keys: readonly string[],
  row: number,
): Work<readonly TraceInput[]> {
  const inputs: TraceInput[] = [];
  for (const key of new Set(keys)) {
    const info = context.columnsOf(step).find((one) => one.key === key);
    inputs.push({
      name: key,
      label: info?.label ?? key,
      value: cellAt(yield* context.column(step, key), row),
      type: info?.type ?? 'mixed',
      ...(info?.format ? { format: info.format } : {}),
      cell: { step, row, column: key },
    });
  }
  return inputs;
}

/** What expressions of a row read by name: its cells, then the parameters. */
export function* namedInputs(
  context: OperationContext,
  over: StepId,
  expressions: readonly (Expression | undefined)[],
  row: number,
): Work<readonly TraceInput[]> {
  const columns: string[] = [];
  const parameters = new Map<string, TraceInput>();
  for (const expression of expressions) {
    if (!expression) continue;
    for (const part of partsOf(expression)) {
      if (part.node === 'column') columns.push(part.key);
      if (part.node === 'parameter') parameters.set(part.key, parameterInput(context, part));
    }
  }
  return [...(yield* namedCells(context, over, columns, row)), ...parameters.values()];
}

function parameterInput(context: OperationContext, part: Extract<Expression, { node: 'parameter' }>): TraceInput {
  const value = context.parameter(part.key);
  const numeric = part.type === 'number' || part.type === 'date' || part.type === 'text' || part.type === 'boolean';
  return {
    name: part.key,
    label: part.key,
    value,
    type: numeric ? (part.type as TraceInput['type']) : 'mixed',
    ...(part.format ? { format: part.format } : {}),
    parameter: part.key,
  };
}

/** “quota 120,000.00”, “指标 120,000.00”. */
export function sayNamed(input: TraceInput, language: Language): string {
  return `${input.label} ${sayValue(input.value, input, language)}`;
}
