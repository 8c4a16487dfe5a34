/** Rows as people write them in tests and fixtures, as columns: dates as ISO text, what is missing as blank. */
import { parseIsoDate, parseIsoDatetime, parseIsoTime } from '../calendar/iso-text.ts';
import type { Column, Frame } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { errors, errorTexts, type Value } from '../data/value.ts';
import { columnOfValues } from './make-column.ts';

export function frameOfRows(columns: readonly ColumnInfo[], rows: readonly Readonly<Record<string, unknown>>[]): Frame {
  const made = columns.map(({ key, type }): [string, Column] => [
    key,
    columnOfValues(
      rows.map((row) => valueOf(row[key], type)),
      type,
    ),
  ]);
  return { rowCount: rows.length, columns: new Map(made) };
}

/** A cell as it stands in JSON. Text that is no date stays text, as it would in a badly read file. */
export function valueOf(cell: unknown, type: ColumnInfo['type']): Value {
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return null;
  const error = errorTexts.find((one) => one === cell);
  if (error) return errors[error];
  switch (type) {
    case 'date':
      return parseIsoDate(cell) ?? cell;
    case 'datetime':
      return parseIsoDatetime(cell) ?? cell;
    case 'time':
      return parseIsoTime(cell) ?? cell;
    default:
      return cell;
  }
}
