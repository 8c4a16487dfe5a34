/** Reads a sheet of a workbook, row by row, into typed columns. */
import type { Column } from '#core/data/column.ts';
import { problem, type Problem } from '#core/problem/problem.ts';
import type { CsvImported } from '../csv/read-csv.ts';
import { limits } from '../limits.ts';
import { checkWorkbook } from './check-workbook.ts';
import { sheetCell } from './sheet-cell.ts';
import { sheetColumnBuilder } from './sheet-column.ts';
import { mostRow, parseRange, printRange, type XlsxOptions } from './xlsx-options.ts';

/** Rows between two signs of life. */
const between = 2000;

/** Rows in which every cell of the range is empty are left out, as a CSV's empty lines are. Yields how many rows were read. */
export async function* readXlsx(
  bytes: Uint8Array,
  file: string,
  options: XlsxOptions,
): AsyncGenerator<number, CsvImported, void> {
  const fault = checkWorkbook(bytes, file);
  if (fault) return nothing(fault);
  const range = parseRange(options.range);
  if (!range) return nothing(problem('import.bad-range', { range: options.range }));
  const builders = options.columns.map((column) => sheetColumnBuilder(column.reading));
  const problems: Problem[] = [];
  let rows = 0;
  try {
    const { streamXlsxRows } = await import('hucre/xlsx');
    const first = range.top + options.headerRows;
    // A range makes the library fill every row to its last column; a whole sheet has none to fill.
    const bounded = range.bottom < mostRow - 1 ? { range: printRange(range) } : {};
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: options.sheet, ...bounded })) {
      if (index < first) continue;
      if (index > range.bottom) break;
      const cells = builders.map((_, column) => sheetCell(values[range.left + column]));
      if (cells.every((cell) => cell === null)) continue;
      if (rows === limits.rows) {
        problems.push(problem('import.too-many-rows', { most: limits.rows }));
        break;
      }
      builders.forEach((builder, column) => builder.add(cells[column] ?? null));
      rows++;
      if (rows % between === 0) yield rows;
    }
  } catch {
    return nothing(problem('import.broken-workbook', { file }));
  }
  const made = new Map<string, Column>();
  const wrong: CsvImported['wrong'][number][] = [];
  options.columns.forEach(({ key, label }, index) => {
    const builder = builders[index];
    if (!builder) return;
    made.set(key, builder.finish());
    const { wrongCount: count, wrong: cells } = builder;
    if (count === 0) return;
    wrong.push({ column: key, count, cells });
    const params = { column: label, count, example: cells[0]?.text ?? '' };
    problems.push(problem('import.wrong-cells', params, {}, { severity: 'warning' }));
  });
  return { frame: { rowCount: rows, columns: made }, problems, wrong, ragged: [] };
}

function nothing(fault: Problem): CsvImported {
  return { frame: { rowCount: 0, columns: new Map() }, problems: [fault], wrong: [], ragged: [] };
}
