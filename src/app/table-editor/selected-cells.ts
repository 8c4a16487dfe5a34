/** A rectangle of cells, and its text as spreadsheets paste it. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { cellAt, type Column, type Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { isError, type Value } from '#core/data/value.ts';

export interface CellPlace {
  /** -1 is the header. */
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** Where it began. */
  readonly anchor: CellPlace;
  /** The cell that keys act on. */
  readonly focus: CellPlace;
}

export interface Rectangle {
  readonly top: number;
  /** The first row and column outside. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rectangleOf({ anchor, focus }: Selection): Rectangle {
  return {
    top: Math.max(0, Math.min(anchor.row, focus.row)),
    bottom: Math.max(anchor.row, focus.row) + 1,
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column) + 1,
  };
}

export function isInside({ top, bottom, left, right }: Rectangle, row: number, column: number): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

export function cellsOf({ top, bottom, left, right }: Rectangle): number {
  return Math.max(0, bottom - top) * Math.max(0, right - left);
}

/** Tab-separated lines: numbers in full, ISO dates, quotes only where a text would break the lines. */
export function tabSeparated(frame: Frame, columns: readonly ColumnInfo[]): string {
  const cells = columns.map((column) => frame.columns.get(column.key));
  return Array.from({ length: frame.rowCount }, (_, row) =>
    cells.map((column, index) => (column ? textOf(cellAt(column, row), column, columns[index]) : '')).join('\t'),
  ).join('\r\n');
}

/** The same cells as a table of HTML, which spreadsheets prefer: line breaks inside a cell stay inside it, texts stay texts. */
export function htmlTable(frame: Frame, columns: readonly ColumnInfo[]): string {
  const cells = columns.map((column) => frame.columns.get(column.key));
  const rows = Array.from({ length: frame.rowCount }, (_, row) => {
    const texts = cells.map((column, index) => {
      if (!column) return '<td></td>';
      const value = cellAt(column, row);
      const text = typeof value === 'string' ? value : textOf(value, column, columns[index]);
      return `<td${typeof value === 'string' ? ' style="mso-number-format:\'\\@\'"' : ''}>${escaped(text)}</td>`;
    });
    return `<tr>${texts.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
}

function textOf(value: Value, column: Column, info: ColumnInfo | undefined): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    const type = 'cells' in column ? info?.type : column.type;
    if (type === 'date') return printIsoDate(value);
    if (type === 'datetime') return printIsoDatetime(value).replace('T', ' ');
    return type === 'time' ? printIsoTime(value) : String(value);
  }
  const text = isError(value) ? value.error : value;
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
