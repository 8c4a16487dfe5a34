/** Which column of a file is which of a table: worked out from names and from what was decided last time, and what differs. */
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { formatOf } from '#core/data/reading/column-reading.ts';
import type { Refresh } from '#core/data/refresh-rows.ts';
import type { Edit } from '#core/edit/edit.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import type { CsvColumn } from '#importers/csv/csv-options.ts';

/** The id of a table's column, a new column, or nothing. */
export type Target = string;
export const asNew = '+';
export const leftOut = '-';

/** What is remembered in the table's source between two refreshes. */
export interface RememberedRefresh extends Refresh {
  /** By the file's column names. */
  readonly targets: Readonly<Record<string, Target>>;
}

export function rememberedOf(table: TableDefinition): Partial<RememberedRefresh> {
  const found = table.source?.['refresh'];
  return typeof found === 'object' && found !== null ? (found as Partial<RememberedRefresh>) : {};
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** One target for each column of the file; no column of the table twice. */
export function targetsOf(table: TableDefinition, columns: readonly CsvColumn[]): readonly Target[] {
  const { targets: known = {} } = rememberedOf(table);
  const read = importedLabels(table);
  const taken = new Set<string>();
  return columns.map(({ label }) => {
    const decided = Object.hasOwn(known, label) ? known[label] : undefined;
    const named =
      table.columns.find((one) => one.id === decided) ??
      table.columns.find((one) => one.key === read.get(folded(label))) ??
      table.columns.find((one) => folded(one.label) === folded(label) || folded(one.key) === folded(label));
    if (named && !taken.has(named.id)) {
      taken.add(named.id);
      return named.id;
    }
    return decided === leftOut ? leftOut : asNew;
  });
}

/** Names the columns had in the file the table was imported from, with their keys then. */
function importedLabels(table: TableDefinition): ReadonlyMap<string, string> {
  const columns = table.source?.['columns'];
  const pairs = Array.isArray(columns) ? (columns as readonly unknown[]) : [];
  return new Map(
    pairs.flatMap((one): [string, string][] => {
      const { label, key } = (one ?? {}) as { label?: unknown; key?: unknown };
      return typeof label === 'string' && typeof key === 'string' ? [[folded(label), key]] : [];
    }),
  );
}

const readable: readonly string[] = ['number', 'text', 'boolean', 'date', 'time', 'datetime'];

/** The file's columns as the table needs them: under its keys, read as its types. Columns that are left out get keys no table has. */
export function fitted(
  table: TableDefinition,
  columns: readonly CsvColumn[],
  targets: readonly Target[],
): readonly CsvColumn[] {
  const taken = table.columns.map((one) => one.key);
  return columns.map((column, index) => {
    const target = targets[index] ?? leftOut;
    const own = table.columns.find((one) => one.id === target);
    if (own) return { ...column, key: own.key, reading: readAs(own, column.reading) };
    if (target === leftOut) return { label: column.label, key: `~${index}`, reading: { type: 'text' } };
    const key = freeKey(column.label, taken, 'column');
    taken.push(key);
    return { ...column, key };
  });
}

function readAs(own: ColumnDefinition, found: ColumnReading): ColumnReading {
  const type = readable.includes(own.type) ? (own.type as ColumnReading['type']) : 'text';
  if (found.type === type) return found;
  const dates = (type === 'date' || type === 'datetime') && found.order ? { order: found.order } : {};
  return { type, ...dates, ...(found.blanks ? { blanks: found.blanks } : {}) };
}

export interface Drift {
  /** Of the file, not of the table. */
  readonly fresh: readonly string[];
  /** Of the table, not of the file. */
  readonly missing: readonly string[];
  readonly retyped: readonly { readonly label: string; readonly was: ColumnDefinition['type']; readonly is: string }[];
}

/** `columns` as they were found, before they were made to fit. Text in the file fits every text-like type. */
export function driftOf(table: TableDefinition, columns: readonly CsvColumn[], targets: readonly Target[]): Drift {
  return {
    fresh: columns.flatMap((column, index) =>
      table.columns.some((one) => one.id === targets[index]) ? [] : [column.label],
    ),
    missing: table.columns.flatMap((one) => (targets.includes(one.id) ? [] : [one.label || one.key])),
    retyped: columns.flatMap(({ label, reading }, index) => {
      const own = table.columns.find((one) => one.id === targets[index]);
      const differs = own && readable.includes(own.type) && own.type !== reading.type;
      return differs ? [{ label: own.label || label, was: own.type, is: reading.type }] : [];
    }),
  };
}

/** The columns that come new, as edits of the table. */
export function newColumns(
  table: TableDefinition,
  columns: readonly CsvColumn[],
  targets: readonly Target[],
  newId: () => string,
): readonly ColumnDefinition[] {
  return fitted(table, columns, targets).flatMap((column, index) => {
    if (targets[index] !== asNew) return [];
    const format = formatOf(column.reading);
    const { key, label } = column;
    return [{ id: newId(), key, label, type: column.reading.type, ...(format ? { format } : {}) }];
  });
}

export function addColumns(table: TableDefinition, columns: readonly ColumnDefinition[]): readonly Edit[] {
  return columns.map((column): Edit => ({ op: 'column.add', table: table.id, column }));
}
