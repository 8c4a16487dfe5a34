/** How a sheet of a workbook is to be read, from its first rows: which rows name the columns, where the table stands, what each column is. */
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { detectColumn } from '#core/data/reading/detect-column.ts';
import { isError } from '#core/data/value.ts';
import { problem, type Problem } from '#core/problem/problem.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { CsvColumn } from '../csv/csv-options.ts';
import { guessRoles } from '../csv/guess-role.ts';
import { limits } from '../limits.ts';
import { checkWorkbook } from './check-workbook.ts';
import { sheetCell, textOfCell, type SheetCell } from './sheet-cell.ts';
import { mostRow, parseRange, printRange, type CellRange, type XlsxOptions } from './xlsx-options.ts';

/** Rows looked at; of them so many are shown. */
const detectedRows = 1000;
const shownRows = 200;
const mostHeaderRows = 3;

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

export interface XlsxDetection {
  readonly options: XlsxOptions;
  readonly sheets: readonly SheetName[];
  /** Rows of the sample without the header, as text. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that had no name, or the name of another. */
  readonly renamed: readonly string[];
}

export interface XlsxGiven {
  readonly sheet?: string;
  readonly range?: string;
  readonly headerRows?: number;
  readonly blanks?: readonly string[];
}

export type XlsxDetected =
  | { readonly detection: XlsxDetection; readonly sheets: readonly SheetName[] }
  | { readonly problem: Problem; readonly sheets: readonly SheetName[] };

/** `given` overrides what would be detected. Sheets that are hidden can be chosen but are not chosen first. */
export async function detectXlsx(
  bytes: Uint8Array,
  file: string,
  given: XlsxGiven = {},
  columnWord = 'Column',
): Promise<XlsxDetected> {
  const fault = checkWorkbook(bytes, file);
  if (fault) return { problem: fault, sheets: [] };
  let found: Sample;
  try {
    found = await sampleOf(bytes, given.sheet);
  } catch {
    return { problem: problem('import.broken-workbook', { file }), sheets: [] };
  }
  const { sheets, sheet, rows } = found;
  if (sheet === undefined) return { problem: problem('import.no-sheet', { sheet: given.sheet ?? '' }), sheets };
  const asked = given.range === undefined ? undefined : parseRange(given.range);
  if (given.range !== undefined && !asked)
    return { problem: problem('import.bad-range', { range: given.range }), sheets };
  const range = asked ?? tableRange(rows);
  if (!range) return { problem: problem('import.empty-sheet', { sheet }), sheets };
  const width = range.right - range.left + 1;
  if (width > limits.columns)
    return { problem: problem('import.too-many-columns', { columns: width, most: limits.columns }), sheets };
  const inside = rows
    .slice(range.top, range.bottom + 1)
    .map((row) => Array.from({ length: width }, (_, at) => row[range.left + at] ?? emptyCell));
  const headerRows = Math.min(given.headerRows ?? headerRowsOf(inside), mostHeaderRows, inside.length);
  const body = inside.slice(headerRows).filter((row) => row.some((one) => one.cell !== null));
  const { labels, renamed } = labelsOf(inside.slice(0, headerRows), width, columnWord);
  const blanks = given.blanks ?? [];
  const options: XlsxOptions = {
    sheet,
    range: printRange(asked ? range : { ...range, bottom: mostRow - 1 }),
    headerRows,
    ...(blanks.length > 0 ? { blanks } : {}),
    columns: columnsOf(labels, body, blanks),
  };
  const shown = body.slice(0, shownRows).map((row) => row.map((one) => one.text));
  return { detection: { options, sheets, rows: shown, renamed: headerRows > 0 ? renamed : [] }, sheets };
}

interface SampleCell {
  readonly cell: SheetCell;
  readonly text: string;
  /** True where a merged cell before it gave the value. */
  readonly merged?: true;
}
const emptyCell: SampleCell = { cell: null, text: '' };

interface Sample {
  readonly sheets: readonly SheetName[];
  readonly sheet?: string;
  readonly rows: readonly (readonly SampleCell[])[];
}

async function sampleOf(bytes: Uint8Array, asked: string | undefined): Promise<Sample> {
  const { readXlsx } = await import('hucre/xlsx');
  const sheets: SheetName[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  const chosen = asked ?? (sheets.find((one) => !one.hidden) ?? sheets[0])?.name;
  if (chosen === undefined || !sheets.some((one) => one.name === chosen)) return { sheets, rows: [] };
  const book = await readXlsx(bytes, { sheets: [chosen], maxRows: detectedRows, readStyles: true });
  const [read] = book.sheets;
  const rows = (read?.rows ?? []).slice(0, detectedRows).map((row, top) =>
    row.map((value, left): SampleCell => {
      const cell = sheetCell(value);
      return { cell, text: textOfCell(cell, read?.cells?.get(`${top},${left}`)?.style?.numFmt) };
    }),
  );
  for (const { startRow, startCol, endRow, endCol } of read?.merges ?? []) {
    const first = rows[startRow]?.[startCol];
    if (!first) continue;
    for (let row = startRow; row <= Math.min(endRow, startRow + mostHeaderRows, rows.length - 1); row++)
      for (let column = startCol; column <= Math.min(endCol, startCol + limits.columns); column++)
        if (row > startRow || column > startCol) (rows[row] ??= [])[column] = { ...first, merged: true };
  }
  return { sheets, sheet: chosen, rows: rows.map((row) => Array.from(row, (one) => one ?? emptyCell)) };
}

/** The rows and columns that hold the table: titles above it, narrower than half of its width, are left out. */
function tableRange(rows: readonly (readonly SampleCell[])[]): CellRange | undefined {
  const filled = rows.map((row) => row.filter((one) => one.cell !== null && !one.merged).length);
  const widest = Math.max(0, ...filled);
  if (widest === 0) return undefined;
  const top = filled.findIndex((count, row) => count * 2 >= widest || spans(rows[row], widest));
  const used = rows.slice(top);
  const lefts = used.map((row) => row.findIndex((one) => one.cell !== null)).filter((at) => at >= 0);
  const right = Math.max(...used.map((row) => row.findLastIndex((one) => one.cell !== null)));
  return { top, left: Math.min(...lefts), bottom: rows.length - 1, right };
}

/** Several merged names that together are as wide as the table; one title over all of it is not. */
function spans(row: readonly SampleCell[] | undefined, widest: number): boolean {
  const named = row?.filter((one) => one.cell !== null) ?? [];
  return named.length * 2 >= widest && new Set(named.map((one) => one.text)).size > 1;
}

/** Rows of words above the first row that holds something else; merged names need the row below as well. */
function headerRowsOf(rows: readonly (readonly SampleCell[])[]): number {
  const [first, second] = rows;
  if (!first) return 0;
  const words = (row: readonly SampleCell[] | undefined) =>
    row?.every((one) => one.cell === null || typeof one.cell === 'string') ?? false;
  if (!words(first) || !first.some((one) => one.cell !== null)) return 0;
  if (first.some((one) => one.merged) && words(second) && rows.length > 2) return 2;
  const odd = rows.slice(1).some((row) => !words(row));
  const texts = first.flatMap((one) => (one.cell === null ? [] : [one.text]));
  return odd || new Set(texts).size === texts.length ? 1 : 0;
}

function labelsOf(
  header: readonly (readonly SampleCell[])[],
  width: number,
  columnWord: string,
): { labels: string[]; renamed: string[] } {
  const labels: string[] = [];
  const renamed: string[] = [];
  for (let column = 0; column < width; column++) {
    const parts = header.map((row) => (row[column] ?? emptyCell).text.replace(/\s+/g, ' ').trim());
    const text = [...new Set(parts.filter((part) => part !== ''))].join(' · ').slice(0, 200);
    let label = text === '' ? `${columnWord} ${column + 1}` : text;
    for (let n = 2; labels.includes(label); n++) label = `${text || columnWord} (${n})`;
    if (label !== text) renamed.push(label);
    labels.push(label);
  }
  return { labels, renamed };
}

function columnsOf(
  labels: readonly string[],
  body: readonly (readonly SampleCell[])[],
  blanks: readonly string[],
): readonly CsvColumn[] {
  const keys: string[] = [];
  for (const label of labels) keys.push(freeKey(label, keys, 'column'));
  const readings = labels.map((_, column): ColumnReading => {
    // Errors of formulas tell nothing of the column's type.
    const cells = body.flatMap((row) => {
      const { cell, text } = row[column] ?? emptyCell;
      return isError(cell) || blanks.includes(text.trim()) ? [] : [text];
    });
    const reading = detectColumn(cells);
    return blanks.length > 0 ? { ...reading, blanks } : reading;
  });
  const roles = guessRoles(labels.map((label, index) => ({ label, reading: readings[index] ?? { type: 'text' } })));
  return labels.map((label, index) => {
    const role = roles[index];
    const reading = readings[index] ?? { type: 'text' };
    return { label, key: keys[index] ?? label, reading, ...(role ? { role } : {}) };
  });
}
