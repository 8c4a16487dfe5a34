/** Entries that are made but not yet written, and how they stand on a document: pure, so that rebasing is only playing them again. */
import type { Catalog } from '#core/contracts/catalog.ts';
import { applyEdits, type Applied } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import type { Project } from '#core/project/project.ts';
import type { LogRow } from './database.ts';
import { chunksNamedIn } from './project-summary.ts';
import { afterEntry, type UndoStacks } from './undo-stacks.ts';

/** A document with its place in the log. */
export interface Head {
  readonly project: Project;
  readonly seq: number;
  readonly stacks: UndoStacks;
}

export interface Pending {
  readonly ids: readonly string[];
  readonly type: LogRow['type'];
  readonly label: Bilingual;
  readonly group?: string;
  /** As asked: renames are spelled out anew when another tab was first. Of an undo or redo: empty. */
  readonly edits: readonly Edit[];
  /** What an undo or redo is about. */
  readonly of?: readonly string[];
  /** What it did when it was last played, and on which document. */
  readonly played?: {
    readonly on: Project;
    readonly did: Applied;
    readonly label: Bilingual;
    readonly group?: string;
    readonly of?: readonly string[];
  };
}

export type Row = Omit<LogRow, 'project' | 'at'>;

export type Step =
  | { readonly done: true; readonly head: Head; readonly row: Row; readonly pending: Pending }
  /** Refused, with reasons; none where an undo's entry is already undone. */
  | { readonly done: false; readonly problems: readonly Problem[] };

/** Plays one entry on a document: what is written, and what comes after. */
export function play(head: Head, pending: Pending, catalog: Catalog | undefined): Step {
  const played = pending.played?.on === head.project ? pending.played : playAnew(head, pending, catalog);
  if (!played) return { done: false, problems: [] };
  const { did } = played;
  if (did.problems.length > 0) return { done: false, problems: did.problems };
  const row: Row = {
    seq: head.seq + 1,
    ids: pending.ids,
    type: pending.type,
    ...(played.of ? { of: played.of } : {}),
    label: played.label,
    ...(played.group === undefined ? {} : { group: played.group }),
    edits: [did.applied],
    inverse: did.inverse,
    chunks: chunksNamedIn([did.applied, did.inverse]),
  };
  const next: Head = { project: did.project, seq: row.seq, stacks: afterEntry(head.stacks, row) };
  return { done: true, head: next, row, pending: { ...pending, played } };
}

function playAnew(head: Head, pending: Pending, catalog: Catalog | undefined): Pending['played'] {
  const group = pending.group === undefined ? {} : { group: pending.group };
  if (pending.type === 'edit') {
    return { on: head.project, did: applyEdits(head.project, pending.edits, catalog), label: pending.label, ...group };
  }
  // What was one step here may be several in the log, where another tab's entries came between.
  const entries = head.stacks[pending.type].filter((one) => one.ids.some((id) => pending.of?.includes(id))).reverse();
  const [latest] = entries;
  if (!latest) return undefined;
  const edits = entries.flatMap((entry) => entry.edits);
  return {
    on: head.project,
    did: applyEdits(head.project, edits, catalog),
    label: latest.label,
    of: entries.flatMap((entry) => entry.ids),
    ...(latest.group === undefined ? {} : { group: latest.group }),
  };
}

/** An entry of the log on a document. Where it no longer applies (an older version wrote it), the document stays as it is. */
export function replay(head: Head, row: LogRow): { readonly head: Head; readonly problems: readonly Problem[] } {
  const did = applyEdits(head.project, row.edits);
  if (did.problems.length > 0) return { head: { ...head, seq: row.seq }, problems: did.problems };
  return { head: { project: did.project, seq: row.seq, stacks: afterEntry(head.stacks, row) }, problems: [] };
}

/** Typing: entries of one group that follow each other and wait together are written as one. */
export function mergeTyping(entries: readonly Pending[]): Pending[] {
  const merged: Pending[] = [];
  for (const entry of entries) {
    const last = merged.at(-1);
    const one = last && mergeTwo(last, entry);
    if (one) merged.splice(-1, 1, one);
    else merged.push(entry);
  }
  return merged;
}

function mergeTwo(a: Pending, b: Pending): Pending | undefined {
  if (a.type !== 'edit' || b.type !== 'edit' || a.group === undefined || a.group !== b.group) return undefined;
  if (!a.played || !b.played || a.played.did.project !== b.played.on) return undefined;
  const [first, second] = [a.played.did, b.played.did];
  const replaces = supersedes(first.applied, second.applied);
  const did: Applied = {
    project: second.project,
    applied: replaces ? second.applied : { op: 'batch', edits: [first.applied, second.applied] },
    inverse: replaces ? first.inverse : { op: 'batch', edits: [second.inverse, first.inverse] },
    problems: [],
  };
  const played = { ...b.played, on: a.played.on, did };
  return { ...b, ids: [...a.ids, ...b.ids], edits: [...a.edits, ...b.edits], played };
}

/** True where the second edit sets just what the first one set. */
function supersedes(first: Edit, second: Edit): boolean {
  if (first.op === 'node.prop' && second.op === 'node.prop') {
    const plain = first.index === undefined && second.index === undefined;
    return plain && first.value !== undefined && second.value !== undefined && target(first) === target(second);
  }
  if (first.op === 'node.move' && second.op === 'node.move' && first.design === second.design) {
    const [a, b] = [Object.entries(first.positions), Object.entries(second.positions)];
    if (first.order || second.order || [...a, ...b].some(([, position]) => position === null)) return false;
    return a.length === b.length && a.every(([key], i) => b[i]?.[0] === key);
  }
  return false;
}

function target(edit: Edit & { readonly op: 'node.prop' }): string {
  return JSON.stringify([edit.design, edit.node, edit.path]);
}
