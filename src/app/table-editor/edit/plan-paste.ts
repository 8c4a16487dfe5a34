/** What pasting a block of cells does to a table, before it is done: cells set, rows and columns that come new, cells that do not fit. */
import type { Column, Frame } from '#core/data/column.ts';
import type { CellsSet } from '#core/data/change-rows.ts';
import { columnOfValues } from '#core/execute/make-column.ts';
import type { ColumnReading, DateOrder } from '#core/data/reading/column-reading.ts';
import { formatOf } from '#core/data/reading/column-reading.ts';
import { detectColumn } from '#core/data/reading/detect-column.ts';
import type { Value } from '#core/data/value.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { ColumnDefinition } from '#core/project/project.ts';
import { readCells } from './read-cells.ts';

export interface PasteAt {
  readonly columns: readonly ColumnDefinition[];
  /** Place of the first column pasted over. */
  readonly left: number;
  /** Rows of the table pasted over, in the order they are seen; what is pasted beyond them comes as new rows. */
  readonly rows: readonly number[];
  readonly rowCount: number;
  readonly order: DateOrder;
  readonly columnWord: string;
  readonly newId: () => string;
}

export interface WrongPaste {
  /** Place in the pasted block. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

export interface PastePlan {
  readonly set: readonly CellsSet[];
  readonly insert?: { readonly at: number; readonly rows: Frame };
  readonly columns: readonly ColumnDefinition[];
  /** They stay as they are, or blank in new rows. */
  readonly wrong: readonly WrongPaste[];
}

export function planPaste(block: readonly (readonly string[])[], at: PasteAt): PastePlan {
  const width = Math.max(0, ...block.map((row) => row.length));
  const over = at.columns.slice(at.left, at.left + width);
  const texts = (column: number) => block.map((row) => row[column] ?? '');
  const columns = newColumns(width - over.length, (n) => texts(over.length + n), at);
  const set: CellsSet[] = [];
  const wrong: WrongPaste[] = [];
  const added = new Map<string, Column>();
  const old = Math.min(at.rows.length, block.length);
  [...over, ...columns].forEach((column, place) => {
    const read = readCells(column, texts(place), at.order);
    const misfits = new Set(read.wrong);
    for (const row of read.wrong) wrong.push({ row, column: column.label, text: block[row]?.[place] ?? '' });
    const fits = [...Array(old).keys()].filter((row) => !misfits.has(row));
    if (fits.length > 0)
      set.push({
        column: column.key,
        rows: fits.map((row) => at.rows[row] as number),
        values: fits.map((row) => read.values[row] ?? null),
      });
    const values = read.values.slice(old).map((value, n): Value => (misfits.has(old + n) ? null : value));
    if (values.length > 0) added.set(column.key, columnOfValues(values, column.type));
  });
  const rows = block.length - old;
  return {
    set,
    ...(rows > 0 ? { insert: { at: at.rowCount, rows: { rowCount: rows, columns: added } } } : {}),
    columns,
    wrong: wrong.sort((a, b) => a.row - b.row),
  };
}

function newColumns(count: number, texts: (n: number) => readonly string[], at: PasteAt): readonly ColumnDefinition[] {
  const taken = at.columns.map((one) => one.key);
  return Array.from({ length: Math.max(0, count) }, (_, n): ColumnDefinition => {
    const reading: ColumnReading = detectColumn(texts(n));
    const label = `${at.columnWord} ${at.columns.length + n + 1}`;
    const key = freeKey(label, taken, 'column');
    taken.push(key);
    const format = formatOf(reading);
    return { id: at.newId(), key, label, type: reading.type, ...(format ? { format } : {}) };
  });
}
