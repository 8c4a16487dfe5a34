/** How the text cells of a column become values: decided before an import, shown, changeable, remembered for the next file. */
import type { ColumnType, Format } from '../column.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface ColumnReading {
  readonly type: Extract<ColumnType, 'number' | 'text' | 'boolean' | 'date' | 'time' | 'datetime'>;
  /** For numbers: the decimal sign; the other one groups digits. */
  readonly decimal?: '.' | ',';
  /** For numbers: “12%” and “12” both mean 0.12. */
  readonly percent?: boolean;
  readonly currency?: string;
  /** For dates: how day, month and year follow each other. */
  readonly order?: DateOrder;
  /** True where every date of the sample could be read both ways (03/04/2026). */
  readonly ambiguous?: boolean;
  /** Texts that stand for a blank besides the empty cell (“N/A”, “-”). */
  readonly blanks?: readonly string[];
  /** True for files that we wrote: the apostrophe that keeps spreadsheets from running a text is taken off again. */
  readonly guarded?: boolean;
}

/** The format a column gets from how it was read. */
export function formatOf(reading: ColumnReading): Format | undefined {
  if (reading.type !== 'number') return undefined;
  if (reading.percent) return { kind: 'percent' };
  return reading.currency === undefined ? undefined : { kind: 'currency', currency: reading.currency };
}
