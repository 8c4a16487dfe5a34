/** Typed and pasted text as cells of a column: read as an import reads it, the type checked. */
import { cellAt } from '#core/data/column.ts';
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { columnBuilder } from '#core/data/reading/column-builder.ts';
import type { ColumnReading, DateOrder } from '#core/data/reading/column-reading.ts';
import { isError, type Value } from '#core/data/value.ts';
import type { ColumnDefinition } from '#core/project/project.ts';
import { scanText } from '#importers/csv/scan-rows.ts';

type Typed = Pick<ColumnDefinition, 'type'>;

/** Values of the texts; `wrong` are the places of those that do not fit, which have no value. */
export function readCells(
  { type }: Typed,
  texts: readonly string[],
  order: DateOrder,
): { readonly values: readonly Value[]; readonly wrong: readonly number[] } {
  const reading = readingOf(type, order);
  const builder = columnBuilder(reading);
  for (const text of texts) builder.add(text);
  const column = builder.finish();
  const wrong = new Set<number>();
  const values = texts.map((text, at) => {
    const value = cellAt(column, at);
    if (isError(value) && value.error !== text.trim().toUpperCase()) wrong.add(at);
    return value;
  });
  return { values, wrong: [...wrong] };
}

function readingOf(type: ColumnDefinition['type'], order: DateOrder): ColumnReading {
  switch (type) {
    case 'number':
    case 'boolean':
    case 'time':
      return { type };
    case 'date':
    case 'datetime':
      return { type, order };
    case 'text':
    case 'list':
    case 'attachment':
    case 'geo':
      return { type: 'text' };
  }
}

/** What an editor begins with: the whole value, in a form that reads back as the same. */
export function textToEdit(
  value: Value | undefined,
  { type, format }: Pick<ColumnDefinition, 'type' | 'format'>,
): string {
  if (value === null || value === undefined) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (type === 'date') return printIsoDate(value);
  if (type === 'datetime') return printIsoDatetime(value).replace('T', ' ');
  if (type === 'time') return printIsoTime(value);
  if (format?.kind === 'percent') {
    const percent = `${Number((value * 100).toPrecision(15))}%`;
    if (readCells({ type: 'number' }, [percent], 'ymd').values[0] === value) return percent;
  }
  return String(value);
}

/** Rows of cells as spreadsheets copy them: tabs and line ends, quotes where a cell holds such signs. A last line end is no row. */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  scanText(text.replace(/\r?\n$/, ''), '\t', (row) => void rows.push([...row]), true);
  return rows;
}
