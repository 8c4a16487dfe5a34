/** Rows for a table that is already defined: columns are found by key (or label), each read as its type. What data folders and `--table` hold. */
import type { Column } from '#core/data/column.ts';
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { columnBuilder } from '#core/data/reading/column-builder.ts';
import { problem, type Problem } from '#core/problem/problem.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import type { CsvColumn } from './csv-options.ts';
import { detectDelimiter } from './detect-csv.ts';
import { detectEncoding } from './detect-encoding.ts';
import { readCsv, type CsvImported } from './read-csv.ts';
import { scanText } from './scan-rows.ts';

const sampleBytes = 1 << 18;

/** Columns of the file that the table does not have are left out; columns that the file does not have are blank and told as a problem. */
export function readTableCsv(table: TableDefinition, bytes: Uint8Array): CsvImported {
  const encoding = detectEncoding(bytes.subarray(0, sampleBytes));
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, sampleBytes), { stream: true });
  const delimiter = detectDelimiter(text);
  const header = firstRow(text, delimiter);
  const taken = new Set<ColumnDefinition>();
  const named = (name: string) =>
    table.columns.find((one) => one.key === name) ??
    table.columns.find((one) => one.label === name && !header.includes(one.key));
  const columns = header.map((name, index): CsvColumn => {
    const found = named(name);
    const column = found && !taken.has(found) ? found : undefined;
    if (column) taken.add(column);
    return {
      label: column?.label ?? name,
      key: column?.key ?? `~${index}`,
      reading: column ? readingOf(column) : { type: 'text' },
    };
  });
  const read = readCsv(bytes, { encoding, delimiter, header: true, columns });
  const made = new Map<string, Column>();
  const problems: Problem[] = [...read.problems];
  for (const column of table.columns) {
    const found = read.frame.columns.get(column.key);
    if (!found)
      problems.push(
        problem('import.missing-column', { column: column.label, table: table.label }, { table: table.key }),
      );
    made.set(column.key, found ?? blanks(column, read.frame.rowCount));
  }
  return { ...read, frame: { rowCount: read.frame.rowCount, columns: made }, problems };
}

function firstRow(text: string, delimiter: string): readonly string[] {
  let first: readonly string[] = [];
  scanText(
    text,
    delimiter,
    (cells) => {
      first = cells.map((cell) => cell.trim());
      return false;
    },
    true,
  );
  return first;
}

/** Data files are written with ISO dates and plain numbers; a percentage column holds fractions. */
function readingOf(column: ColumnDefinition): ColumnReading {
  switch (column.type) {
    case 'number':
    case 'boolean':
    case 'time':
      return { type: column.type };
    case 'date':
    case 'datetime':
      return { type: column.type, order: 'ymd' };
    case 'text':
    case 'list':
    case 'attachment':
    case 'geo':
      return { type: 'text', guarded: true };
  }
}

function blanks(column: ColumnDefinition, rows: number): Column {
  const builder = columnBuilder(readingOf(column));
  for (let row = 0; row < rows; row++) builder.add('');
  return builder.finish();
}
