/** Reads a CSV file, piece by piece, into typed columns. */
import type { Column, Frame } from '#core/data/column.ts';
import { columnBuilder, type WrongCell } from '#core/data/reading/column-builder.ts';
import { problem, type Problem } from '#core/problem/problem.ts';
import { limits } from '../limits.ts';
import type { CsvOptions } from './csv-options.ts';
import { csvTokenizer } from './tokenize.ts';

export interface CsvImported {
  readonly frame: Frame;
  readonly problems: readonly Problem[];
  /** Cells that do not fit their column: up to 1,000 a column. */
  readonly wrong: readonly { readonly column: string; readonly count: number; readonly cells: readonly WrongCell[] }[];
}

export interface CsvReader {
  /** The next bytes of the file. */
  push(bytes: Uint8Array): void;
  finish(): CsvImported;
  readonly rows: number;
  /** True where a fault ended the reading: the rest of the file need not be pushed. */
  readonly stopped: boolean;
}

export function csvReader(options: CsvOptions): CsvReader {
  const { columns } = options;
  const width = columns.length;
  const builders = columns.map((column) => columnBuilder(column.reading));
  const decoder = new TextDecoder(options.encoding);
  const problems: Problem[] = [];
  let rows = 0;
  let ragged = 0;
  let firstRagged = 0;
  let skip = options.header;
  let stopped = false;
  let replaced = false;
  if (width > limits.columns) {
    problems.push(problem('import.too-many-columns', { columns: width, most: limits.columns }));
    stopped = true;
  }

  const tokenizer = csvTokenizer(
    options.delimiter,
    (cells, count) => {
      if (skip) {
        skip = false;
        return true;
      }
      if (rows >= limits.rows) {
        problems.push(problem('import.too-many-rows', { most: limits.rows }));
        stopped = true;
        return false;
      }
      if (count !== width) {
        ragged++;
        if (ragged === 1) firstRagged = rows + 1;
      }
      for (let column = 0; column < width; column++) builders[column]?.add(column < count ? (cells[column] ?? '') : '');
      rows++;
      return true;
    },
    (fault) => {
      stopped = true;
      const row = fault.row - (options.header ? 1 : 0);
      problems.push(
        fault.code === 'unclosed-quote'
          ? problem('import.unclosed-quote', { row })
          : problem('import.cell-too-long', { row, most: limits.cellCharacters }),
      );
    },
  );

  const take = (text: string) => {
    if (!replaced && text.includes('\ufffd')) replaced = true;
    if (text !== '') tokenizer.push(text);
  };

  return {
    get rows() {
      return rows;
    },
    get stopped() {
      return stopped;
    },
    push(bytes) {
      if (!stopped) take(decoder.decode(bytes, { stream: true }));
    },
    finish() {
      if (!stopped) {
        take(decoder.decode());
        tokenizer.finish();
      }
      const made = new Map<string, Column>(
        columns.map((column, index) => [column.key, builders[index]?.finish() ?? { type: 'mixed', cells: [] }]),
      );
      const wrong = columns.flatMap((column, index) => {
        const builder = builders[index];
        return builder && builder.wrongCount > 0
          ? [{ column: column.key, count: builder.wrongCount, cells: builder.wrong }]
          : [];
      });
      if (ragged > 0)
        problems.push(
          problem(
            'import.ragged-rows',
            { count: ragged, first: firstRagged, columns: width },
            {},
            { severity: 'warning' },
          ),
        );
      for (const one of wrong) {
        const label = columns.find((column) => column.key === one.column)?.label ?? one.column;
        problems.push(
          problem(
            'import.wrong-cells',
            { column: label, count: one.count, example: one.cells[0]?.text ?? '' },
            {},
            { severity: 'warning' },
          ),
        );
      }
      if (replaced)
        problems.push(problem('import.bad-characters', { encoding: options.encoding }, {}, { severity: 'warning' }));
      return { frame: { rowCount: rows, columns: made }, problems, wrong };
    },
  };
}

/** The whole of a file that is in memory: for Node and tests. */
export function readCsv(bytes: Uint8Array, options: CsvOptions): CsvImported {
  const reader = csvReader(options);
  const piece = 1 << 22;
  for (let at = 0; at < bytes.length && !reader.stopped; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.finish();
}
