/** How a CSV file is to be read, from a sample of its bytes. */
import { detectColumn } from '#core/data/reading/detect-column.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { CsvColumn, CsvOptions } from './csv-options.ts';
import { delimiters } from './csv-options.ts';
import { detectEncoding, type Encoding } from './detect-encoding.ts';
import { guessRoles } from './guess-role.ts';
import { csvTokenizer } from './tokenize.ts';

/** Rows of the sample that are shown and looked at. */
export const sampleRows = 200;

export interface CsvDetection {
  readonly options: CsvOptions;
  /** Rows of the sample without the header, as text. */
  readonly rows: readonly (readonly string[])[];
  /** Columns that had no name, or the name of another. */
  readonly renamed: readonly string[];
}

/** `given` overrides what would be detected; columns are detected anew unless given. */
export function detectCsv(
  sample: Uint8Array,
  given: Partial<Omit<CsvOptions, 'columns'>> = {},
  columnWord = 'Column',
): CsvDetection {
  const encoding = given.encoding ?? detectEncoding(sample);
  const text = decodeSample(sample, encoding);
  const delimiter = given.delimiter ?? detectDelimiter(text);
  const all = rowsOf(text, delimiter, sampleRows + 1);
  const header = given.header ?? looksLikeHeader(all);
  const rows = header ? all.slice(1) : all;
  const width = usualWidth(all.slice(0, 50), header);
  const readings = Array.from({ length: width }, (_, column) => detectColumn(rows.map((row) => row[column] ?? '')));
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
    options: { encoding, delimiter, header, columns },
    rows: rows.slice(0, sampleRows),
    renamed: header ? renamed : [],
  };
}

function decodeSample(sample: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(sample, { stream: true });
}

function rowsOf(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  const tokenizer = csvTokenizer(
    delimiter,
    (cells, count) => {
      rows.push(cells.slice(0, count));
      return rows.length < most;
    },
    () => undefined,
  );
  // A whole last line counts, a cut one does not; a file of one line has only that.
  tokenizer.push(text);
  if (rows.length < 2) tokenizer.finish();
  return rows;
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

/** A first row of words over columns that are something else, or of distinct words in general. */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows[0];
  if (!first || rows.length < 2) return true;
  if (first.some((cell) => cell.trim() !== '' && detectColumn([cell]).type !== 'text')) return false;
  const typed = first.some((_, column) => detectColumn(rows.slice(1).map((row) => row[column] ?? '')).type !== 'text');
  return typed || new Set(first).size === first.length;
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
