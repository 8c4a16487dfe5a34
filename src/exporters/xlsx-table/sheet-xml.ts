/** Rows of a frame as the XML of one sheet: typed cells, texts by their number in the shared list. */
import { cellAt, isText, type Column, type Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { isError, type Value } from '#core/data/value.ts';
import type { Styles } from './styles-xml.ts';

/** Rows between two pieces. */
const piece = 4096;
const mostText = 32_767;

export interface SharedTexts {
  numberOf(text: string): number;
  readonly list: readonly string[];
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, list.length);
      return list.push(text) - 1;
    },
  };
}

/** Excel runs nothing in a text cell, but a copy of it as CSV would: such texts carry the apostrophe that our CSV files give them. */
export function neutralised(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return safe.length > mostText ? `${safe.slice(0, mostText - 1)}…` : safe;
}

export function* sheetXml(
  frame: Frame,
  columns: readonly ColumnInfo[],
  from: number,
  to: number,
  texts: SharedTexts,
  styles: Styles,
): Generator<string> {
  const last = columnName(columns.length - 1);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${last}${to - from + 1}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`)
    .join('')}</cols><sheetData><row r="1">${columns
    .map(
      (column, at) =>
        `<c r="${columnName(at)}1" s="1" t="s"><v>${texts.numberOf(neutralised(column.label || column.key))}</v></c>`,
    )
    .join('')}</row>`;
  const writers = columns.map((column, at) =>
    cellWriter(frame.columns.get(column.key), styles.of(column), columnName(at), texts),
  );
  for (let start = from; start < to; start += piece) {
    let xml = '';
    for (let row = start; row < Math.min(start + piece, to); row++) {
      const number = row - from + 2;
      xml += `<row r="${number}">`;
      for (const write of writers) xml += write(row, number);
      xml += '</row>';
    }
    yield xml;
  }
  yield `</sheetData><autoFilter ref="A1:${last}${to - from + 1}"/></worksheet>`;
}

type CellWriter = (row: number, number: number) => string;

function cellWriter(column: Column | undefined, style: number, name: string, texts: SharedTexts): CellWriter {
  if (!column) return () => '';
  const styled = style === 0 ? '' : ` s="${style}"`;
  const text = (value: string, number: number) =>
    `<c r="${name}${number}"${styled} t="s"><v>${texts.numberOf(neutralised(value))}</v></c>`;
  const write = (value: Value, number: number): string => {
    if (value === null) return '';
    if (typeof value === 'number')
      return Number.isFinite(value)
        ? `<c r="${name}${number}"${styled}><v>${value === 0 ? 0 : value}</v></c>`
        : `<c r="${name}${number}" t="e"><v>#NUM!</v></c>`;
    if (typeof value === 'boolean') return `<c r="${name}${number}" t="b"><v>${Number(value)}</v></c>`;
    return isError(value) ? `<c r="${name}${number}" t="e"><v>${value.error}</v></c>` : text(value, number);
  };
  if (!isText(column)) return (row, number) => write(cellAt(column, row), number);
  const numbers = new Map<number, number>();
  return (row, number) => {
    if (column.state?.[row]) return write(cellAt(column, row), number);
    const code = column.codes[row] ?? 0;
    let known = numbers.get(code);
    if (known === undefined) {
      known = texts.numberOf(neutralised(column.dictionary[code] ?? ''));
      numbers.set(code, known);
    }
    return `<c r="${name}${number}"${styled} t="s"><v>${known}</v></c>`;
  };
}

function widthOf(column: ColumnInfo): number {
  const label = [...(column.label || column.key)].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
  return Math.min(40, Math.max(column.type === 'datetime' ? 18 : 11, label + 4));
}

export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
