/** What can be undone and redone, worked out from the log alone: so it is the same after a reload and in every tab. */
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import type { LogRow } from './database.ts';

export interface UndoEntry {
  readonly ids: readonly string[];
  readonly label: Bilingual;
  readonly group?: string;
  /** On the undo stack: takes the entry back. On the redo stack: does it again. */
  readonly edits: readonly Edit[];
}

/** Last in, first out: the end of each list comes first. */
export interface UndoStacks {
  readonly undo: readonly UndoEntry[];
  readonly redo: readonly UndoEntry[];
}

export const noUndo: UndoStacks = { undo: [], redo: [] };

type Entry = Pick<LogRow, 'type' | 'ids' | 'of' | 'label' | 'group' | 'inverse'>;

export function afterEntry(stacks: UndoStacks, row: Entry): UndoStacks {
  const group = row.group === undefined ? {} : { group: row.group };
  if (row.type === 'edit') {
    const top = stacks.undo.at(-1);
    const entry: UndoEntry = { ids: row.ids, label: row.label, ...group, edits: [row.inverse] };
    if (!top || row.group === undefined || top.group !== row.group) return { undo: [...stacks.undo, entry], redo: [] };
    const merged = { ...entry, ids: [...top.ids, ...row.ids], edits: [row.inverse, ...top.edits] };
    return { undo: [...stacks.undo.slice(0, -1), merged], redo: [] };
  }
  const of = row.of ?? [];
  const entry: UndoEntry = { ids: of, label: row.label, ...group, edits: [row.inverse] };
  const others = (list: readonly UndoEntry[]): UndoEntry[] =>
    list.filter((one) => !one.ids.some((id) => of.includes(id)));
  return row.type === 'undo'
    ? { undo: others(stacks.undo), redo: [...others(stacks.redo), entry] }
    : { undo: [...others(stacks.undo), entry], redo: others(stacks.redo) };
}
