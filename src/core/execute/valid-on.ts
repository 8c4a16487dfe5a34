/** Which rows of a right side hold on the date of a left row: `from <= at`, and `at < to`. A blank start has always held, a blank end still does. */
import { BLANK } from '../data/column.ts';
import type { StepId, Validity } from '../program/table-program.ts';
import { datedRows, type DatedRows } from './dated-rows.ts';
import type { RowsByCode } from './match-keys.ts';
import { numberCells, type NumberCells } from './number-cells.ts';
import type { OperationContext, Work } from './operation.ts';

/** Dates of the left rows; first days and days after the last of the right rows, by code of their keys. */
export interface ValidOn {
  readonly at: NumberCells;
  readonly dated: DatedRows;
}

export function* validityOf(
  context: OperationContext,
  left: StepId,
  right: StepId,
  validity: Validity,
  byCode: RowsByCode,
): Work<ValidOn> {
  const at = yield* datesOf(context, left, validity.at);
  const from = startsOf(yield* datesOf(context, right, validity.from));
  const to = validity.to === undefined ? null : endsOf(yield* datesOf(context, right, validity.to));
  return { at, dated: datedRows(byCode, from, to) };
}

export function* datesOf(context: OperationContext, step: StepId, key: string): Work<NumberCells> {
  const { count } = yield* context.rows(step);
  return numberCells(yield* context.column(step, key), count);
}

/** First days: a blank one is before all days, an error after all. */
export function startsOf(cells: NumberCells): Float64Array {
  const { values, state } = cells;
  if (!state) return values;
  return values.map((value, i) => (state[i] === 0 ? value : state[i] === BLANK ? -Infinity : Infinity));
}

/** Days after the last: a blank one is after all days, an error before all. */
export function endsOf(cells: NumberCells): Float64Array {
  const { values, state } = cells;
  if (!state) return values;
  return values.map((value, i) => (state[i] === 0 ? value : state[i] === BLANK ? Infinity : -Infinity));
}
