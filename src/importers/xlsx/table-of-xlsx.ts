/** The table definition that a sheet of a workbook becomes. */
import type { TableDefinition } from '#core/project/project.ts';
import { tableOfCsv } from '../csv/table-of-csv.ts';
import type { XlsxOptions } from './xlsx-options.ts';

export function tableOfXlsx(fileName: string, options: XlsxOptions, newId: () => string): TableDefinition {
  const { columns } = options;
  const table = tableOfCsv(fileName, { encoding: 'utf-8', delimiter: ',', header: true, columns }, newId);
  return { ...table, source: { format: 'xlsx', file: fileName, ...options } };
}
