/** All that one browser profile holds: projects, their rows, and preferences. */
import { liveQuery, type Observable } from 'dexie';
import type { Catalog } from '#core/contracts/catalog.ts';
import type { Frame } from '#core/data/column.ts';
import { parseProject } from '#core/project/parse-project.ts';
import type { Project } from '#core/project/project.ts';
import { databaseVersion, defineDatabase, type Database, type DatabaseOptions, type ProjectRow } from './database.ts';
import { OpenProject } from './open-project.ts';
import {
  eraseProject,
  lastDocument,
  loadProject,
  snapshotOf,
  usualLimits,
  type Loaded,
  type LogLimits,
  type Unreadable,
} from './project-log.ts';
import { summarise } from './project-summary.ts';
import { answer, failure, storeProblem, type Answer, type StoreProblem } from './store-problem.ts';
import { collectChunks, writeFrame } from './table-chunks.ts';
import { noUndo } from './undo-stacks.ts';

export type ProjectEntry = ProjectRow;

export interface WorkspaceOptions extends DatabaseOptions {
  /** Where renames find what the props of nodes name. */
  readonly catalog?: Catalog;
  readonly limits?: LogLimits;
  readonly now?: () => number;
  /** Hears of what happens to the whole workspace: an upgrade another tab blocks, a newer version opened elsewhere. */
  readonly onProblem?: (problem: StoreProblem) => void;
}

const day = 86_400_000;
/** Projects stay in the bin for thirty days; rows nothing names stay for one. */
const binDays = 30;

export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Answer<Workspace>> {
  const database = defineDatabase(options);
  database.on('blocked', () => options.onProblem?.({ code: 'store.blocked', detail: '' }));
  database.on('versionchange', () => {
    database.close();
    options.onProblem?.({ code: 'store.replaced', detail: '' });
  });
  try {
    await database.open();
  } catch (error) {
    const found = storeProblem(error);
    return { ok: false, problem: found.code === 'store.failed' ? { ...found, code: 'store.unavailable' } : found };
  }
  // Dexie opens a newer database as well; what it holds may mean something else there.
  const found = Math.floor(database.backendDB().version / 10);
  if (found > databaseVersion) {
    database.close();
    return failure('store.newer', `database version ${found}`);
  }
  return answer(new Workspace(database, options));
}

interface Woken {
  readonly project: string;
}

export class Workspace {
  readonly #database: Database;
  readonly #catalog: Catalog | undefined;
  readonly #limits: LogLimits;
  readonly #now: () => number;
  readonly #channel: BroadcastChannel | undefined;
  readonly #open = new Set<OpenProject>();

  constructor(database: Database, options: WorkspaceOptions) {
    this.#database = database;
    this.#catalog = options.catalog;
    this.#limits = options.limits ?? usualLimits;
    this.#now = options.now ?? Date.now;
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(`${database.name}:log`);
    this.#channel.onmessage = (event: MessageEvent<Woken>) => {
      for (const one of this.#open) if (one.id === event.data.project) void one.refresh();
    };
    // Node keeps running for an open channel; browsers have no such method.
    (this.#channel as { unref?: () => void }).unref?.();
  }

  /** The projects outside the bin, newest first, anew after every change in any tab. */
  projects(): Observable<readonly ProjectEntry[]> {
    return liveQuery(() => this.listProjects());
  }
  bin(): Observable<readonly ProjectEntry[]> {
    return liveQuery(() => this.listBin());
  }
  async listProjects(): Promise<readonly ProjectEntry[]> {
    const all = await this.#database.projects.orderBy('updated').reverse().toArray();
    return all.filter((row) => row.deleted === undefined);
  }
  async listBin(): Promise<readonly ProjectEntry[]> {
    const all = await this.#database.projects.orderBy('updated').reverse().toArray();
    return all.filter((row) => row.deleted !== undefined);
  }

  /** Takes a project in, with the rows of its tables by their keys (other tables keep the `data` they have). */
  async create(project: Project, frames: ReadonlyMap<string, Frame> = new Map()): Promise<Answer<ProjectEntry>> {
    const tables = [];
    for (const table of project.tables) {
      const frame = frames.get(table.key);
      if (!frame) {
        tables.push(table);
        continue;
      }
      const data = await writeFrame(this.#database, table.columns, frame, this.#now());
      if (!data.ok) return data;
      tables.push({ ...table, data: data.value });
    }
    return this.#insert({ ...project, tables });
  }

  async #insert(project: Project): Promise<Answer<ProjectEntry>> {
    const { id } = project;
    const now = this.#now();
    const row: ProjectRow = { id, ...summarise(project), created: now, updated: now, head: 0 };
    try {
      return await this.#database.transaction('rw', this.#database.projects, this.#database.snapshots, async () => {
        if (await this.#database.projects.get(id)) return failure('store.taken', id);
        await this.#database.projects.add(row);
        await this.#database.snapshots.put(snapshotOf(id, { project, seq: 0, stacks: noUndo }));
        return answer(row);
      });
    } catch (error) {
      return { ok: false, problem: storeProblem(error) };
    }
  }

  async open(id: string): Promise<Answer<OpenProject>> {
    const load = (): Promise<Loaded | Unreadable | undefined> => loadProject(this.#database, id, parseProject);
    let loaded: Loaded | Unreadable | undefined;
    try {
      loaded = await load();
    } catch (error) {
      return { ok: false, problem: storeProblem(error) };
    }
    if (!loaded) return failure('store.not-found', id);
    if ('unreadable' in loaded) {
      const codes = loaded.unreadable.map((one) => one.code);
      return failure(codes.includes('project.newer-version') ? 'store.newer' : 'store.unreadable', codes.join(' '));
    }
    const open: OpenProject = new OpenProject(loaded.head, {
      database: this.#database,
      catalog: this.#catalog,
      limits: this.#limits,
      now: this.#now,
      newId: randomId,
      reload: load,
      tell: () => this.#channel?.postMessage({ project: id } satisfies Woken),
      closed: () => this.#open.delete(open),
    });
    this.#open.add(open);
    // Another tab may have written between reading and listening.
    await open.refresh();
    return answer(open);
  }

  /** The last whole document as it is stored, for a download where it cannot be opened. */
  async storedText(id: string): Promise<string | undefined> {
    const stored = await lastDocument(this.#database, id);
    return stored === undefined ? undefined : JSON.stringify(stored, null, 2);
  }

  /** A copy with its rows and without its history. */
  async duplicate(id: string, copy: { readonly id: string; readonly name: string }): Promise<Answer<ProjectEntry>> {
    const opened = await this.open(id);
    if (!opened.ok) return opened;
    const { project } = opened.value;
    await opened.value.close();
    return this.#insert({ ...project, ...copy });
  }

  /** Puts a project into the bin, from which `restore` brings it back for thirty days. */
  delete(id: string): Promise<Answer<void>> {
    return this.#mark(id, { deleted: this.#now() });
  }
  restore(id: string): Promise<Answer<void>> {
    return this.#mark(id, { deleted: undefined });
  }
  async #mark(id: string, change: { readonly deleted: number | undefined }): Promise<Answer<void>> {
    try {
      const found = await this.#database.projects
        .where('id')
        .equals(id)
        .modify((row) => {
          Object.assign(row, change);
        });
      return found === 0 ? failure('store.not-found', id) : answer(undefined);
    } catch (error) {
      return { ok: false, problem: storeProblem(error) };
    }
  }

  /** Erases one project of the bin now. It cannot be undone. */
  async erase(id: string): Promise<Answer<void>> {
    try {
      await eraseProject(this.#database, id);
      return answer(undefined);
    } catch (error) {
      return { ok: false, problem: storeProblem(error) };
    }
  }

  /** Empties the bin of what is old and removes rows that nothing names; call it when there is time. Gives the number of chunks removed. */
  async tidy(): Promise<Answer<number>> {
    try {
      for (const row of await this.listBin()) {
        if ((row.deleted ?? Infinity) < this.#now() - binDays * day) await eraseProject(this.#database, row.id);
      }
      return answer(await collectChunks(this.#database, this.#now() - day));
    } catch (error) {
      return { ok: false, problem: storeProblem(error) };
    }
  }

  /** Asks the browser never to clear this data by itself; the problem says that it may. */
  async keep(): Promise<Answer<void>> {
    const storage = globalThis.navigator?.storage as StorageManager | undefined;
    if (!storage?.persist) return failure('store.may-be-cleared', 'no persist()');
    const kept = (await storage.persisted()) || (await storage.persist());
    return kept ? answer(undefined) : failure('store.may-be-cleared', 'refused');
  }

  /** A value remembered for this profile, such as the language or the sizes of panes. */
  async preference(key: string): Promise<unknown> {
    return (await this.#database.preferences.get(key))?.value;
  }
  async setPreference(key: string, value: unknown): Promise<void> {
    await this.#database.preferences.put({ key, value });
  }

  /** Writes what is pending in all open projects and lets the database go. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((open) => open.close()));
    this.#channel?.close();
    this.#database.close();
  }
}

/** 96 random bits: `randomUUID` is missing outside secure contexts, this is not. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((word) => word.toString(36)).join('');
}
