/** Cells of an example's small tables: how they are written, read and changed. */
import { parseIsoDate, printIsoDate } from '#core/calendar/iso-text.ts';
import { errors, isError, type Value } from '#core/data/value.ts';
import { parseNumberText, printNumber } from '#core/formula/evaluate/number-text.ts';
import type { SampleColumn, SampleTable } from '#core/formula/reference/example.ts';

type Kind = Pick<SampleColumn, 'type' | 'format'>;

/** The cell as it is typed. */
export function writeCell(value: Value, { type, format }: Kind): string {
  if (value === null) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (type === 'date') return printIsoDate(value);
  return format?.kind === 'percent' ? `${printNumber(Number((value * 100).toPrecision(15)))}%` : printNumber(value);
}

/** What was typed, as a value of the column's type. What cannot be read is an error in its cell, as in any table. */
export function readCell(text: string, { type }: Kind): Value {
  const trimmed = text.trim();
  if (type === 'text') return text === '' ? null : text;
  if (trimmed === '') return null;
  if (type === 'boolean') return /^(true|yes|1|是)$/i.test(trimmed);
  return (type === 'date' ? parseIsoDate(trimmed) : parseNumberText(trimmed)) ?? errors['#VALUE!'];
}

export function withCell(table: SampleTable, row: number, column: number, value: Value): SampleTable {
  return {
    ...table,
    rows: table.rows.map((cells, at) => (at === row ? cells.map((cell, i) => (i === column ? value : cell)) : cells)),
  };
}

export function withRow(table: SampleTable): SampleTable {
  return { ...table, rows: [...table.rows, table.columns.map(() => null)] };
}

export function withoutRow(table: SampleTable, row: number): SampleTable {
  return { ...table, rows: table.rows.filter((_, at) => at !== row) };
}
