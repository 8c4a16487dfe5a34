/** What formulas and kinds see of the document's tables and parameters. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Parameter, Project, TableDefinition } from '../project/project.ts';

export function columnsOfTable(table: TableDefinition): readonly ColumnInfo[] {
  return table.columns.map(({ id: _id, ...column }) => column);
}

export function tablesOf(project: Project): ReadonlyMap<string, readonly ColumnInfo[]> {
  return new Map(project.tables.map((table) => [table.key, columnsOfTable(table)]));
}

export function columnOfParameter({ key, label, type, format }: Parameter): ColumnInfo {
  return { key, type, label, ...(format ? { format } : {}) };
}
