/** What a person does to a table's rows and columns, each as one undoable edit; one after the other, each on what the one before left. */
import type { CellsSet } from '#core/data/change-rows.ts';
import { changeRows } from '#core/data/change-rows.ts';
import { cellAt, type Column } from '#core/data/column.ts';
import type { DateOrder } from '#core/data/reading/column-reading.ts';
import type { Edit } from '#core/edit/edit.ts';
import { blankColumn, columnOfValues } from '#core/execute/make-column.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import type { TableChange } from '#store/change-table.ts';
import type { StoreProblem } from '#store/store-problem.ts';
import type { Session } from '../../session/session.ts';
import type { PastePlan } from './plan-paste.ts';
import { readCells, textToEdit } from './read-cells.ts';

export const steps = {
  cell: { en: 'Edit a cell', 'zh-CN': '编辑单元格' },
  clear: { en: 'Clear cells', 'zh-CN': '清除单元格' },
  paste: { en: 'Paste', 'zh-CN': '粘贴' },
  addRow: { en: 'Add a row', 'zh-CN': '添加行' },
  removeRows: { en: 'Delete rows', 'zh-CN': '删除行' },
  addColumn: { en: 'Add a column', 'zh-CN': '添加列' },
  removeColumn: { en: 'Delete a column', 'zh-CN': '删除列' },
  column: { en: 'Change a column', 'zh-CN': '更改列' },
} as const;

export type ColumnPatch = Extract<Edit, { readonly op: 'column.set' }>['patch'];

export interface TableEdits {
  readonly setCells: (set: readonly CellsSet[], label: Bilingual) => Promise<StoreProblem | null>;
  readonly paste: (plan: PastePlan) => Promise<StoreProblem | null>;
  readonly insertRow: (at: number) => Promise<StoreProblem | null>;
  readonly removeRows: (rows: readonly number[]) => Promise<StoreProblem | null>;
  readonly addColumn: (column: ColumnDefinition, index: number) => void;
  readonly removeColumn: (id: string) => void;
  readonly setColumn: (id: string, patch: ColumnPatch) => void;
  /** Reads the column's cells as another type; cells that do not fit become errors. */
  readonly retype: (id: string, type: ColumnDefinition['type'], order: DateOrder) => Promise<StoreProblem | null>;
}

let last: Promise<unknown> = Promise.resolve();

export function tableEdits(session: Session, id: string): TableEdits {
  const { stored } = session;
  const table = () => stored.project.tables.find((one) => one.id === id);

  /** Edits before the rows change, and the change itself. */
  function change(
    make: (table: TableDefinition) => { readonly before?: readonly Edit[]; readonly change: TableChange | null },
    label: Bilingual,
  ): Promise<StoreProblem | null> {
    const turn = last.then(async () => {
      const now = table();
      if (!now) return null;
      const { before = [], change } = make(now);
      const added = before.flatMap((edit) => (edit.op === 'column.add' ? [edit.column] : []));
      const made = change && (await stored.changeTable({ ...now, columns: [...now.columns, ...added] }, change));
      if (made && !made.ok) return made.problem;
      const edits: Edit[] = [...before, ...(made ? [{ op: 'table.rows', table: id, ...made.value } as const] : [])];
      const kept = session.edit(edits, label);
      return kept ? null : ({ code: 'store.failed', detail: 'the rows changed meanwhile' } as const);
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    setCells: (set, label) => change(() => ({ change: { set } }), label),
    paste: ({ set, insert, columns }) =>
      change(
        () => ({
          before: columns.map((column) => ({ op: 'column.add', table: id, column })),
          change: set.length > 0 || insert ? { set, ...(insert ? { insert } : {}) } : null,
        }),
        steps.paste,
      ),
    insertRow: (at) =>
      change((now) => {
        const columns = new Map(now.columns.map((one): [string, Column] => [one.key, blankColumn(one.type, 1)]));
        return { change: { insert: { at, rows: { rowCount: 1, columns } } } };
      }, steps.addRow),
    removeRows: (rows) => change(() => ({ change: { remove: [...rows].sort((a, b) => a - b) } }), steps.removeRows),
    addColumn: (column, index) => session.edit([{ op: 'column.add', table: id, column, index }], steps.addColumn),
    removeColumn: (column) => session.edit([{ op: 'column.remove', table: id, column }], steps.removeColumn),
    setColumn: (column, patch) => session.edit([{ op: 'column.set', table: id, column, patch }], steps.column),
    retype: (column, type, order) =>
      change((now) => {
        const old = now.columns.find((one) => one.id === column);
        if (!old || old.type === type) return { change: null };
        const before: Edit = {
          op: 'column.set',
          table: id,
          column,
          patch: { type, ...(type === 'number' ? {} : { format: null }) },
        };
        return { before: [before], change: { column: old.key, remake: (cells) => retyped(cells, old, type, order) } };
      }, steps.column),
  };
}

/** The cells as text, read anew. */
export function retyped(
  column: Column,
  old: Pick<ColumnDefinition, 'type'>,
  type: ColumnDefinition['type'],
  order: DateOrder,
): Column {
  const count =
    'cells' in column ? column.cells.length : 'codes' in column ? column.codes.length : column.values.length;
  const values = Array.from({ length: count }, (_, row) => cellAt(column, row));
  const numbers = (type === 'number' || type === 'boolean') && (old.type === 'number' || old.type === 'boolean');
  if (numbers && type === 'number')
    return columnOfValues(
      values.map((one) => (typeof one === 'boolean' ? Number(one) : one)),
      'number',
    );
  const read = readCells(
    { type },
    values.map((one) => textToEdit(one, old)),
    order,
  ).values;
  const blank = blankColumn(type, count);
  return changeRows(
    { rowCount: count, columns: new Map([['x', blank]]) },
    { set: [{ column: 'x', rows: read.map((_, row) => row), values: read }] },
  ).columns.get('x') as Column;
}
