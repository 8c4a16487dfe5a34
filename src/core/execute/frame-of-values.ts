/** Rows of values as columns; what a row does not name is blank. */
import type { Column, Frame } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import { columnOfValues } from './make-column.ts';

export function frameOfValues(columns: readonly ColumnInfo[], rows: readonly Readonly<Record<string, Value>>[]): Frame {
  const made = columns.map(({ key, type }): [string, Column] => [
    key,
    columnOfValues(
      rows.map((row) => (Object.hasOwn(row, key) ? (row[key] ?? null) : null)),
      type,
    ),
  ]);
  return { rowCount: rows.length, columns: new Map(made) };
}
