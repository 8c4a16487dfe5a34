/** Reading and writing a project's log: the one place that knows how entries, snapshots and the list of projects stay together. */
import { Dexie } from 'dexie';
import type { Problem } from '#core/problem/problem.ts';
import type { Project } from '#core/project/project.ts';
import type { Database, LogRow, SnapshotRow } from './database.ts';
import { replay, type Head, type Row } from './pending-entry.ts';
import { chunksNamedIn, summarise } from './project-summary.ts';
import { afterEntry, noUndo } from './undo-stacks.ts';

export interface LogLimits {
  /** Entries between two snapshots. */
  readonly snapshotEvery: number;
  /** Snapshots kept; the log before the oldest of them is forgotten, and undo reaches no further. */
  readonly snapshotsKept: number;
}
export const usualLimits: LogLimits = { snapshotEvery: 200, snapshotsKept: 6 };

export interface Loaded {
  readonly head: Head;
  readonly problems: readonly Problem[];
}

/** The stored document is of a newer version, or broken. */
export interface Unreadable {
  readonly unreadable: readonly Problem[];
}

const of = (project: string): [[string, unknown], [string, unknown]] => [
  [project, Dexie.minKey],
  [project, Dexie.maxKey],
];

/** The document as its log has it; `undefined` where there is no such project. `read` brings a stored document to today's version. */
export async function loadProject(
  database: Database,
  id: string,
  read: (document: unknown) => { readonly project?: Project; readonly problems: readonly Problem[] },
): Promise<Loaded | Unreadable | undefined> {
  const [snapshot, rows] = await database.transaction('r', database.snapshots, database.log, async () => [
    await database.snapshots
      .where('[project+seq]')
      .between(...of(id))
      .last(),
    await database.log
      .where('[project+seq]')
      .between(...of(id))
      .toArray(),
  ]);
  if (!snapshot) return undefined;
  const { project, problems: found } = read(snapshot.document);
  if (!project) return { unreadable: found };
  let stacks = noUndo;
  for (const row of rows) if (row.seq <= snapshot.seq) stacks = afterEntry(stacks, row);
  let head: Head = { project, seq: snapshot.seq, stacks };
  const problems: Problem[] = [];
  for (const row of rows) {
    if (row.seq <= snapshot.seq) continue;
    const next = replay(head, row);
    head = next.head;
    problems.push(...next.problems);
  }
  return { head, problems };
}

/** The document of the newest snapshot, unread. */
export async function lastDocument(database: Database, id: string): Promise<unknown> {
  const snapshot = await database.snapshots
    .where('[project+seq]')
    .between(...of(id))
    .last();
  return snapshot?.document;
}

/** Entries after `seq`, in order. */
export function entriesAfter(database: Database, project: string, seq: number): Promise<LogRow[]> {
  return database.log
    .where('[project+seq]')
    .between([project, seq + 1], [project, Dexie.maxKey])
    .toArray();
}

/** The project was taken out for good by another tab. */
export class ProjectGone extends Error {
  override readonly name = 'ProjectGone';
}

/**
 * Appends entries and all that follows from them, in one transaction. Throws Dexie's constraint error where a seq is taken: then another tab was
 * first, and nothing was written.
 */
export async function writeEntries(
  database: Database,
  project: string,
  rows: readonly Row[],
  after: Head,
  now: number,
  limits: LogLimits,
): Promise<void> {
  const summary = summarise(after.project);
  await database.transaction('rw', database.log, database.snapshots, database.projects, async () => {
    await database.log.bulkAdd(rows.map((row): LogRow => ({ ...row, project, at: now })));
    const updated = await database.projects.update(project, { ...summary, updated: now, head: after.seq });
    if (updated === 0) throw new ProjectGone();
    const last = await database.snapshots
      .where('[project+seq]')
      .between(...of(project))
      .last();
    if (last && after.seq - last.seq < limits.snapshotEvery) return;
    await database.snapshots.put(snapshotOf(project, after));
    await forgetOld(database, project, limits.snapshotsKept);
  });
}

export function snapshotOf(project: string, head: Head): SnapshotRow {
  return { project, seq: head.seq, document: head.project, chunks: chunksNamedIn(head.project.tables) };
}

async function forgetOld(database: Database, project: string, kept: number): Promise<void> {
  const keys = await database.snapshots
    .where('[project+seq]')
    .between(...of(project))
    .primaryKeys();
  const oldest = keys.at(-kept);
  if (!oldest || keys.length <= kept) return;
  await database.snapshots.bulkDelete(keys.slice(0, -kept));
  await database.log.where('[project+seq]').between([project, Dexie.minKey], oldest, true, true).delete();
}

/** Takes a project out with its whole history. Its chunks go when nothing else names them. */
export async function eraseProject(database: Database, id: string): Promise<void> {
  await database.transaction('rw', database.log, database.snapshots, database.projects, async () => {
    await database.log
      .where('[project+seq]')
      .between(...of(id))
      .delete();
    await database.snapshots
      .where('[project+seq]')
      .between(...of(id))
      .delete();
    await database.projects.delete(id);
  });
}
