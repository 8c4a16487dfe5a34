/** How a CSV file is to be read, from a sample of its bytes. */
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { detectColumn } from '#core/data/reading/detect-column.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { CsvColumn, CsvOptions } from './csv-options.ts';
import { delimiters } from './csv-options.ts';
import { detectEncoding, type Encoding } from './detect-encoding.ts';
import { guessRoles } from './guess-role.ts';
import { scanText } from './scan-rows.ts';

/** Rows of the sample that are shown. */
export const sampleRows = 200;
/** Rows looked at to tell what the columns are. */
const detectedRows = 1000;

export interface CsvDetection {
  readonly options: CsvOptions;
  /** Rows of the sample without the header, as text. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that had no name, or the name of another. */
  readonly renamed: readonly string[];
}

/**
 * `sample` is the file's beginning, `further` are pieces from later in it: a file in the order of its dates tells only at its end which number is the
 * month. `given` overrides what would be detected; columns are detected anew.
 */
export function detectCsv(
  sample: Uint8Array,
  given: Partial<Omit<CsvOptions, 'columns'>> = {},
  columnWord = 'Column',
  further: readonly Uint8Array[] = [],
): CsvDetection {
  const encoding = given.encoding ?? detectEncoding(sample, further);
  const text = decodeSample(sample, encoding);
  const delimiter = given.delimiter ?? detectDelimiter(text);
  const all = rowsOf(text, delimiter, detectedRows + 1);
  const header = given.header ?? looksLikeHeader(all.slice(0, sampleRows));
  const rows = header ? all.slice(1) : all;
  const width = usualWidth(all.slice(0, 50), header);
  const later = further.flatMap((piece) => laterRows(decodeSample(piece, encoding), delimiter, width));
  const blanks = given.blanks ?? [];
  const readings = Array.from({ length: width }, (_, column): ColumnReading => {
    const cells = [...rows, ...later].map((row) => row[column] ?? '');
    const reading = detectColumn(blanks.length > 0 ? cells.filter((cell) => !blanks.includes(cell.trim())) : cells);
    return blanks.length > 0 ? { ...reading, blanks } : reading;
  });
  const { labels, renamed } = labelsOf(header ? (all[0] ?? []) : [], width, columnWord);
  const keys: string[] = [];
  for (const label of labels) keys.push(freeKey(label, keys, 'column'));
  const roles = guessRoles(labels.map((label, index) => ({ label, reading: readings[index] ?? { type: 'text' } })));
  const columns = labels.map((label, index): CsvColumn => {
    const role = roles[index];
    return {
      label,
      key: keys[index] ?? label,
      reading: readings[index] ?? { type: 'text' },
      ...(role ? { role } : {}),
    };
  });
  return {
    options: { encoding, delimiter, header, ...(blanks.length > 0 ? { blanks } : {}), columns },
    rows: rows.slice(0, sampleRows),
    renamed: header ? renamed : [],
  };
}

function decodeSample(sample: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(sample, { stream: true });
}

function rowsOf(text: string, delimiter: string, most: number): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const take = (row: readonly string[]) => {
    rows.push(row);
    return rows.length < most;
  };
  scanText(text, delimiter, take, false);
  // A whole last line counts, a cut one does not; a file of one or two lines has only those.
  if (rows.length < 2) {
    rows.length = 0;
    scanText(text, delimiter, take, true);
  }
  return rows;
}

/** Rows of a piece from the middle of a file: it begins within a row, and where it begins within quotes its rows have odd widths. */
function laterRows(text: string, delimiter: string, width: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const start = text.indexOf('\n') + 1;
  scanText(text.slice(start), delimiter, (row) => void (row.length === width && rows.push(row)), false);
  return start === 0 ? [] : rows;
}

/** The separator that splits the first lines into the same number of cells most often; more cells win a tie. */
export function detectDelimiter(text: string): string {
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const widths = rowsOf(text, delimiter, 50).map((row) => row.length);
    const width = widths[0] ?? 0;
    if (width < 2) continue;
    const same = widths.filter((one) => one === width).length / widths.length;
    const score = same * 1000 + width;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/**
 * Columns whose first cell is a word over something else speak for a header, those whose first cell is like the rest against it (a column may be called
 * “no”, or 2026). Where none speaks, a row of distinct words is one.
 */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0];
  if (!first || rows.length < 2) return true;
  let words = 0;
  let alike = 0;
  first.forEach((cell, column) => {
    const below = detectColumn(rows.slice(1).map((row) => row[column] ?? '')).type;
    if (below === 'text' || cell.trim() === '') return;
    if (detectColumn([cell]).type === below) alike++;
    else words++;
  });
  return words + alike > 0 ? words >= alike : new Set(first).size === first.length;
}

/** The width most rows have, and never less than the header's. */
function usualWidth(rows: readonly (readonly string[])[], header: boolean): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [usual = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return Math.max(usual, header ? (rows[0]?.length ?? 0) : 0);
}

function labelsOf(
  header: readonly string[],
  width: number,
  columnWord: string,
): { labels: string[]; renamed: string[] } {
  const labels: string[] = [];
  const renamed: string[] = [];
  for (let column = 0; column < width; column++) {
    const text = (header[column] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
    let label = text === '' ? `${columnWord} ${column + 1}` : text;
    for (let n = 2; labels.includes(label); n++) label = `${text || columnWord} (${n})`;
    if (label !== text) renamed.push(label);
    labels.push(label);
  }
  return { labels, renamed };
}
