/** A frame as CSV text: the one writer for downloads and for headless runs, so that both give the same bytes. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '../calendar/iso-text.ts';
import { cellAt, isText, type Column, type Frame } from './column.ts';
import type { ColumnInfo } from './schema.ts';
import { isError, type Value } from './value.ts';

/** Rows written between two chunks. */
const CHUNK = 4096;

/**
 * RFC 4180 with `\n` line ends: a header of column keys, numbers in full precision, ISO dates, TRUE and FALSE, errors as their text, blanks empty.
 * Text that a spreadsheet would take for a formula gets a leading apostrophe, and so does text that looks as if it had got one; numbers never do.
 */
export function writeCsv(frame: Frame, columns: readonly ColumnInfo[]): string {
  return [...csvChunks(frame, columns)].join('');
}

/** The same text in pieces of some thousand rows. */
export function* csvChunks(frame: Frame, columns: readonly ColumnInfo[]): Generator<string> {
  const writers = columns.map((info) => {
    const column = frame.columns.get(info.key);
    if (!column) throw new Error(`the frame has no column ${info.key}`);
    return cellWriter(column, info);
  });
  yield `${columns.map((info) => quoted(info.key)).join(',')}\n`;
  for (let from = 0; from < frame.rowCount; from += CHUNK) {
    let text = '';
    for (let row = from; row < Math.min(from + CHUNK, frame.rowCount); row++) {
      for (let at = 0; at < writers.length; at++) text += (at > 0 ? ',' : '') + (writers[at] as CellWriter)(row);
      text += '\n';
    }
    yield text;
  }
}

type CellWriter = (row: number) => string;

function cellWriter(column: Column, info: ColumnInfo): CellWriter {
  if (isText(column)) {
    const entries = column.dictionary.map(textCell);
    return (row) => {
      const state = column.state?.[row] ?? 0;
      return state === 0 ? (entries[column.codes[row] as number] ?? '') : valueCell(cellAt(column, row), String);
    };
  }
  const type = 'cells' in column ? info.type : column.type;
  const number =
    type === 'date' ? printIsoDate : type === 'datetime' ? printIsoDatetime : type === 'time' ? printIsoTime : plain;
  return (row) => valueCell(cellAt(column, row), number);
}

/** The shortest digits that read back as the same double; minus zero is zero. */
function plain(x: number): string {
  return String(x === 0 ? 0 : x);
}

function valueCell(value: Value, number: (x: number) => string): string {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return isError(value) ? value.error : textCell(value);
}

function textCell(text: string): string {
  return quoted(/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
