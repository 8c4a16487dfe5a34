import type { CsvColumn } from '../csv/csv-options.ts';

/** How a sheet of a workbook is read: detected, shown, changeable, remembered with the table. */
export interface XlsxOptions {
  readonly sheet: string;
  /** `B3:F200`, header included; rows and columns outside are left out. */
  readonly range: string;
  /** Rows at the top of the range that name the columns; 0: they have no names. */
  readonly headerRows: number;
  /** Texts that stand for a blank besides the empty cell (“N/A”, “-”). */
  readonly blanks?: readonly string[];
  readonly columns: readonly CsvColumn[];
}

/** Zero-based, ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const pattern = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;
/** What Excel has. */
export const mostRow = 1_048_576;
const mostColumn = 16_384;

/** Undefined where it is no range of cells. */
export function parseRange(text: string): CellRange | undefined {
  const match = pattern.exec(text.trim().toUpperCase().replace('：', ':'));
  if (!match) return undefined;
  const [a, b] = [columnNumber(match[1] ?? ''), columnNumber(match[3] ?? match[1] ?? '')];
  const [c, d] = [Number(match[2]) - 1, Number(match[4] ?? match[2]) - 1];
  if (Math.min(c, d) < 0 || Math.max(c, d) >= mostRow || Math.max(a, b) >= mostColumn) return undefined;
  return { top: Math.min(c, d), left: Math.min(a, b), bottom: Math.max(c, d), right: Math.max(a, b) };
}

export function printRange({ top, left, bottom, right }: CellRange): string {
  return `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
