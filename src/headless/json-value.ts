/** Cells as JSON: dates as ISO text, errors as their text, blanks as null. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { cellAt, type Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { isError, type Value } from '#core/data/value.ts';

export function jsonValue(value: Value, type: ColumnInfo['type']): string | number | boolean | null {
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return value;
  if (type === 'date') return printIsoDate(value);
  if (type === 'datetime') return printIsoDatetime(value);
  return type === 'time' ? printIsoTime(value) : value === 0 ? 0 : value;
}

export function jsonRows(frame: Frame, columns: readonly ColumnInfo[]): readonly Record<string, unknown>[] {
  return Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries(
      columns.map(({ key, type }) => {
        const column = frame.columns.get(key);
        return [key, column ? jsonValue(cellAt(column, row), type) : null];
      }),
    ),
  );
}
