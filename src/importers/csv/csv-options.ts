import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import type { ColumnDefinition } from '#core/project/project.ts';
import type { Encoding } from './detect-encoding.ts';

/** How a CSV file is read: detected, shown, changeable, remembered with the table. */
export interface CsvOptions {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** True where the first row names the columns. */
  readonly header: boolean;
  /** Texts that stand for a blank besides the empty cell (“N/A”, “-”). */
  readonly blanks?: readonly string[];
  readonly columns: readonly CsvColumn[];
}

export interface CsvColumn {
  /** The header's text, or “Column 3”. */
  readonly label: string;
  readonly key: string;
  readonly reading: ColumnReading;
  readonly role?: NonNullable<ColumnDefinition['role']>;
}

export const delimiters = [',', ';', '\t', '|'] as const;
