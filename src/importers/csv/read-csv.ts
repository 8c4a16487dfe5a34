/** Reads a CSV file, piece by piece, into typed columns. */
import { isText, type Column, type Frame } from '#core/data/column.ts';
import { columnBuilder, type ColumnBuilder, type WrongCell } from '#core/data/reading/column-builder.ts';
import type { ProblemParams } from '#core/problem/codes.ts';
import { problem, type Problem, type ProblemCode } from '#core/problem/problem.ts';
import { limits } from '../limits.ts';
import type { CsvOptions } from './csv-options.ts';
import { utf8From } from './utf8-from.ts';
import { rowScanner, type RowBatch } from './scan-rows.ts';

export interface CsvImported {
  readonly frame: Frame;
  readonly problems: readonly Problem[];
  /** Cells that do not fit their column: up to 1,000 a column. */
  readonly wrong: readonly { readonly column: string; readonly count: number; readonly cells: readonly WrongCell[] }[];
  /** The first 1,000 rows that have fewer or more cells than there are columns. */
  readonly ragged: readonly RaggedRow[];
}

export interface RaggedRow {
  /** Zero-based row of the table. */
  readonly row: number;
  readonly cells: number;
}

const raggedListed = 1000;

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
  const problems: Problem[] = [];
  const ragged: RaggedRow[] = [];
  let raggedCount = 0;
  let rows = 0;
  let skip = options.header ? 1 : 0;
  let stopped = false;
  if (width > limits.columns) {
    problems.push(problem('import.too-many-columns', { columns: width, most: limits.columns }));
    stopped = true;
  }

  function takeRows(batch: RowBatch): boolean {
    const from = skip;
    skip = 0;
    const to = Math.min(batch.rows, from + limits.rows - rows);
    for (let row = from; row < to; row++) {
      const cells = batch.counts[row] as number;
      if (cells === width) continue;
      raggedCount++;
      if (ragged.length < raggedListed) ragged.push({ row: rows + row - from, cells });
    }
    builders.forEach((builder, column) => builder.addRows(batch, column, from, to));
    rows += to - from;
    if (to === batch.rows) return true;
    problems.push(problem('import.too-many-rows', { most: limits.rows }));
    stopped = true;
    return false;
  }

  const scanner = rowScanner({
    delimiter: options.delimiter,
    width,
    onRows: takeRows,
    onFault(fault) {
      stopped = true;
      const row = Math.max(1, fault.row - (options.header ? 1 : 0));
      problems.push(
        fault.code === 'unclosed-quote'
          ? problem('import.unclosed-quote', { row })
          : problem('import.cell-too-long', { row, most: limits.cellCharacters }),
      );
    },
  });
  const decoder = utf8From(options.encoding);

  return {
    get rows() {
      return rows;
    },
    get stopped() {
      return stopped;
    },
    push(bytes) {
      if (!stopped) scanner.push(decoder.next(bytes));
    },
    finish() {
      if (!stopped) {
        scanner.push(decoder.last());
        scanner.finish();
      }
      const made = new Map<string, Column>();
      const wrong: CsvImported['wrong'][number][] = [];
      let replaced = decoder.replaced();
      columns.forEach(({ key, label, reading }, index) => {
        const builder = builders[index] as ColumnBuilder;
        const column = builder.finish();
        made.set(key, column);
        replaced ||= isText(column) && column.dictionary.some((text) => text.includes('\ufffd'));
        const { wrongCount: count, wrong: cells, lossy } = builder;
        if (count > 0) {
          wrong.push({ column: key, count, cells });
          problems.push(warning('import.wrong-cells', { column: label, count, example: cells[0]?.text ?? '' }));
        }
        if (lossy !== undefined && reading.type === 'number')
          problems.push(warning('import.lost-digits', { column: label, example: lossy }));
      });
      if (raggedCount > 0)
        problems.push(
          warning('import.ragged-rows', { count: raggedCount, first: (ragged[0]?.row ?? 0) + 1, columns: width }),
        );
      if (replaced) problems.push(warning('import.bad-characters', { encoding: options.encoding }));
      return { frame: { rowCount: rows, columns: made }, problems, wrong, ragged };
    },
  };
}

function warning<C extends ProblemCode>(code: C, params: ProblemParams[C]): Problem {
  return problem(code, params, {}, { severity: 'warning' });
}

/** The whole of a file that is in memory: for Node and tests. */
export function readCsv(bytes: Uint8Array, options: CsvOptions): CsvImported {
  const reader = csvReader(options);
  const piece = 1 << 22;
  for (let at = 0; at < bytes.length && !reader.stopped; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.finish();
}
