/** The only way a project changes: plain edits in, a new project out, with the edit that takes it back. */
import type { Catalog } from '../contracts/catalog.ts';
import type { Problem } from '../problem/problem.ts';
import type { Project } from '../project/project.ts';
import {
  addDesign,
  addEdge,
  addNode,
  moveDesign,
  moveNodes,
  removeDesign,
  removeEdge,
  removeNode,
  renameNode,
  setInDesign,
  setNode,
  setProp,
} from './apply-designs.ts';
import {
  addColumn,
  addParameter,
  addTable,
  moveTable,
  removeColumn,
  removeParameter,
  removeTable,
  setColumn,
  setKey,
  setParameter,
  setProject,
  setTable,
  swapRows,
} from './apply-tables.ts';
import type { Edit } from './edit.ts';
import { expandFieldEdit, isFieldEdit, type FieldEdit } from './form-edits.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { expandRename } from './rename.ts';

/** Does nothing; the inverse of what was refused. */
export const noEdit: Edit = { op: 'batch', edits: [] };

export interface Applied {
  /** The very same object where the edit was refused; everything the edit did not touch is shared with the project before. */
  readonly project: Project;
  /** Applied to `project`, gives the project before, down to the order of keys. Needs no catalog. */
  readonly inverse: Edit;
  /** The edit in ops that need no catalog (renames spelled out): what a log should hold, so that it replays the same for ever. */
  readonly applied: Edit;
  /** Why it was refused; empty where it was done. */
  readonly problems: readonly Problem[];
}

/** A batch is done whole or not at all. Without a catalog, renames of tables, columns and parameters cannot see the props of nodes and change keys and tests alone. */
export function applyEdit(project: Project, edit: Edit, catalog?: Catalog): Applied {
  const spelled: Edit[] = [];
  const outcome = apply(project, edit, catalog, spelled);
  if (!outcome.done) return { project, inverse: noEdit, applied: noEdit, problems: [outcome.problem] };
  const [only] = spelled;
  const applied: Edit = spelled.length === 1 && only ? only : { op: 'batch', edits: spelled };
  return { project: outcome.project, inverse: outcome.inverse, applied, problems: [] };
}

/** Edits one after another, as one. */
export function applyEdits(project: Project, edits: readonly Edit[], catalog?: Catalog): Applied {
  const [only] = edits;
  return applyEdit(project, edits.length === 1 && only ? only : { op: 'batch', edits }, catalog);
}

function apply(project: Project, edit: Edit, catalog: Catalog | undefined, spelled: Edit[]): Outcome {
  if (edit.op === 'batch') return applyAll(project, edit.edits, catalog, spelled);
  if (edit.op === 'rename' && edit.what !== 'node') {
    const expanded = expandRename(project, edit, catalog);
    return 'problem' in expanded ? refused(expanded.problem) : applyAll(project, expanded.edits, catalog, spelled);
  }
  if (isFieldEdit(edit)) {
    const expanded = expandFieldEdit(project, edit);
    return 'problem' in expanded ? refused(expanded.problem) : applyAll(project, expanded.edits, catalog, spelled);
  }
  spelled.push(edit);
  return applyOne(project, edit);
}

function applyAll(project: Project, edits: readonly Edit[], catalog: Catalog | undefined, spelled: Edit[]): Outcome {
  let now = project;
  const back: Edit[] = [];
  for (const edit of edits) {
    const outcome = apply(now, edit, catalog, spelled);
    if (!outcome.done) return outcome;
    now = outcome.project;
    back.push(outcome.inverse);
  }
  const [only] = back;
  return done(now, back.length === 1 && only ? only : { op: 'batch', edits: back.reverse() });
}

type One = Exclude<
  Edit,
  | { readonly op: 'batch' }
  | FieldEdit
  | { readonly op: 'rename'; readonly what: 'table' | 'parameter' | 'column' | 'made' | 'field' }
>;

function applyOne(project: Project, edit: One): Outcome {
  switch (edit.op) {
    case 'project.set':
      return setProject(project, edit);
    case 'table.add':
      return addTable(project, edit);
    case 'table.remove':
      return removeTable(project, edit);
    case 'table.move':
      return moveTable(project, edit);
    case 'table.set':
      return setTable(project, edit);
    case 'table.rows':
      return swapRows(project, edit);
    case 'column.add':
      return addColumn(project, edit);
    case 'column.remove':
      return removeColumn(project, edit);
    case 'column.set':
      return setColumn(project, edit);
    case 'parameter.add':
      return addParameter(project, edit);
    case 'parameter.remove':
      return removeParameter(project, edit);
    case 'parameter.set':
      return setParameter(project, edit);
    case 'design.add':
      return addDesign(project, edit);
    case 'design.remove':
      return removeDesign(project, edit);
    case 'design.move':
      return moveDesign(project, edit);
    case 'design.set':
      return setInDesign(project, edit);
    case 'node.add':
      return addNode(project, edit);
    case 'node.remove':
      return removeNode(project, edit);
    case 'node.set':
      return setNode(project, edit);
    case 'node.prop':
      return setProp(project, edit);
    case 'node.move':
      return moveNodes(project, edit);
    case 'edge.add':
      return addEdge(project, edit);
    case 'edge.remove':
      return removeEdge(project, edit);
    case 'rename':
      return renameNode(project, edit);
    case 'key.set':
      return setKey(project, edit);
  }
}
