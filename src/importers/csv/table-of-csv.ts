/** The table definition that an imported file becomes. */
import { formatOf } from '#core/data/reading/column-reading.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import type { CsvOptions } from './csv-options.ts';

export function tableOfCsv(fileName: string, options: CsvOptions, newId: () => string): TableDefinition {
  const label =
    fileName
      .replace(/\.[^.]*$/, '')
      .replace(/[_-]+/g, ' ')
      .trim()
      .slice(0, 200) || 'Table';
  const columns = options.columns.map((column): ColumnDefinition => {
    const format = formatOf(column.reading);
    return {
      id: newId(),
      key: column.key,
      label: column.label,
      type: column.reading.type,
      ...(format ? { format } : {}),
      ...(column.role ? { role: column.role } : {}),
    };
  });
  return {
    id: newId(),
    key: freeKey(label, [], 'table'),
    label,
    columns,
    source: { format: 'csv', file: fileName, ...options },
  };
}
