import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Project } from '../project/project.ts';
import type { Edit } from './edit.ts';

export type Rename = Extract<Edit, { readonly op: 'rename' }> & { readonly what: 'table' | 'parameter' | 'column' };

/** Spells a rename out as plain edits, or says why it cannot be. */
export function expandRename(
  project: Project,
  edit: Rename,
  _catalog: Catalog | undefined,
): { readonly edits: readonly Edit[] } | { readonly problem: Problem } {
  if (edit.what === 'column') {
    return { edits: [{ op: 'key.set', what: 'column', table: edit.table, id: edit.id, to: edit.to }] };
  }
  const list: readonly { readonly id: string }[] = edit.what === 'table' ? project.tables : project.parameters;
  if (!list.some((one) => one.id === edit.id)) {
    return { problem: problem('edit.not-found', { what: edit.what, id: edit.id }) };
  }
  return { edits: [{ op: 'key.set', what: edit.what, id: edit.id, to: edit.to }] };
}
