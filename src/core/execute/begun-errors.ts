/** Errors that begin in a column: rows whose inputs hold an error already have been reported where it began. */
import { BLANK, cellAt, FIRST_ERROR, type Column } from '../data/column.ts';
import { errorTexts, isError } from '../data/value.ts';
import { problem } from '../problem/problem.ts';
import type { TableStep } from '../program/table-program.ts';
import type { OperationContext } from './operation.ts';

/** The error of a cell; empty where it has none. */
export function errorAt(column: Column, row: number): string {
  if ('cells' in column) {
    const value = cellAt(column, row);
    return isError(value) ? value.error : '';
  }
  const state = column.state?.[row] ?? 0;
  return state >= FIRST_ERROR ? (errorTexts[state - FIRST_ERROR] ?? '') : '';
}

export function holdsErrors(column: Column): boolean {
  if ('cells' in column) return column.cells.some(isError);
  return column.state?.some((state) => state > BLANK) ?? false;
}

/** `inherited`: whether a row has its error from what it reads. */
export function reportBegun(
  step: TableStep,
  key: string,
  column: Column,
  count: number,
  inherited: (row: number) => boolean,
  context: OperationContext,
): void {
  if (!holdsErrors(column)) return;
  let begun = 0;
  let error = '';
  for (let row = 0; row < count; row++) {
    const own = errorAt(column, row);
    if (own === '' || inherited(row)) continue;
    if (begun++ === 0) error = own;
  }
  if (begun === 0) return;
  const label = step.columns.find((one) => one.key === key)?.label ?? key;
  const at = { design: step.origin.design, node: step.origin.node };
  context.report(
    problem('execute.formula-errors', { column: label, count: begun, error }, at, { severity: 'warning' }),
  );
}
