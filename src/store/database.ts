/** The tables of the browser's database. Nothing but `store/` sees them. */
import { Dexie, type Table } from 'dexie';
import type { Edit } from '#core/edit/edit.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import type { Project } from '#core/project/project.ts';
import type { ProjectSummary } from './project-summary.ts';

export interface ProjectRow extends ProjectSummary {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  /** When it was put into the bin. */
  readonly deleted?: number;
  /** The last seq of its log. */
  readonly head: number;
}

/** One entry of the log: edits, or the taking back (or doing again) of earlier ones, as edits that need no catalog. */
export interface LogRow {
  readonly project: string;
  readonly seq: number;
  /** Names of the entry, as undo and redo name it; several where typing was merged before it was written. */
  readonly ids: readonly string[];
  readonly type: 'edit' | 'undo' | 'redo';
  /** Ids of the entries an undo takes back or a redo does again. */
  readonly of?: readonly string[];
  readonly label: Bilingual;
  /** Entries of one group that follow each other are undone together. */
  readonly group?: string;
  readonly edits: readonly Edit[];
  readonly inverse: Edit;
  readonly at: number;
  /** Chunks that the edits or their inverse name, so that none is collected while undo can reach it. */
  readonly chunks: readonly string[];
}

/** The document after entry `seq`, so that opening replays few entries. */
export interface SnapshotRow {
  readonly project: string;
  readonly seq: number;
  readonly document: Project;
  readonly chunks: readonly string[];
}

export interface ChunkRow {
  readonly id: string;
  readonly bytes: ArrayBuffer;
  /** When it was last written or found already there: a young chunk may not be named by any entry yet. */
  readonly written: number;
}

export interface PreferenceRow {
  readonly key: string;
  readonly value: unknown;
}

export interface Database extends Dexie {
  readonly projects: Table<ProjectRow, string>;
  readonly log: Table<LogRow, [string, number]>;
  readonly snapshots: Table<SnapshotRow, [string, number]>;
  readonly chunks: Table<ChunkRow, string>;
  readonly preferences: Table<PreferenceRow, string>;
}

export interface DatabaseOptions {
  readonly name?: string;
  /** Another IndexedDB than the platform's. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/** The newest version this product knows. */
export const databaseVersion = 1;

export function defineDatabase({ name = 'saleswright', ...platform }: DatabaseOptions): Database {
  const database = new Dexie(name, { ...platform, autoOpen: false }) as Database;
  database.version(databaseVersion).stores({
    projects: 'id, updated',
    log: '[project+seq], *chunks',
    snapshots: '[project+seq], *chunks',
    chunks: 'id, written',
    preferences: 'key',
  });
  return database;
}
