/** A project being worked on: changes show at once and are in the log a moment later, whatever other tabs do meanwhile. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { Frame } from '#core/data/column.ts';
import type { Edit } from '#core/edit/edit.ts';
import { problem, type Bilingual, type Problem } from '#core/problem/problem.ts';
import type { Project, TableDefinition } from '#core/project/project.ts';
import { changeTable, type TableChange, type TableSwap } from './change-table.ts';
import type { Database } from './database.ts';
import { mergeTyping, play, replay, type Head, type Pending, type Row } from './pending-entry.ts';
import {
  entriesAfter,
  ProjectGone,
  writeEntries,
  type Loaded,
  type LogLimits,
  type Unreadable,
} from './project-log.ts';
import { answer, failure, isTaken, storeProblem, type Answer, type StoreProblem } from './store-problem.ts';
import { readFrame, writeFrame, type TableData } from './table-chunks.ts';

/** Typing waits this long for the next key, in milliseconds. */
const typingPause = 150;
const retryPause = 5000;

export interface OpenState {
  readonly project: Project;
  /** What the next undo and redo are about; absent where there is nothing to undo or redo. */
  readonly undo?: Bilingual;
  readonly redo?: Bilingual;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Why saving fails. */
  readonly problem?: StoreProblem;
  /** Changes of this tab that could not be made any more after another tab's, newest last. */
  readonly lost: readonly Problem[];
}

export interface AppendOptions {
  readonly label: Bilingual;
  /** Changes of one group (the typing in one field, one drag) that follow each other are one undo step. */
  readonly group?: string;
}

interface Surroundings {
  readonly database: Database;
  readonly catalog: Catalog | undefined;
  readonly limits: LogLimits;
  readonly now: () => number;
  readonly newId: () => string;
  readonly reload: () => Promise<Loaded | Unreadable | undefined>;
  readonly tell: (seq: number) => void;
  readonly closed: () => void;
}

export class OpenProject {
  readonly id: string;
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  /** What the database has. */
  #written: Head;
  /** What the person sees: the written document with the pending entries on it. */
  #head: Head;
  #pending: Pending[] = [];
  #state: OpenState;
  #queue: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open = true;

  constructor(head: Head, around: Surroundings) {
    this.id = head.project.id;
    this.#around = around;
    this.#written = head;
    this.#head = head;
    this.#state = stateOf(head, 'saved', undefined, []);
  }

  get project(): Project {
    return this.#head.project;
  }
  /** The same object until something changes: fit for `useSyncExternalStore`. */
  readonly state = (): OpenState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Makes changes, whole or not at all; the problems say why not. They are in the database a moment later. */
  append(edits: readonly Edit[], options: AppendOptions): readonly Problem[] {
    return this.#add({ type: 'edit', ids: [this.#around.newId()], edits, ...options });
  }

  /** Takes back the last change, in whichever tab or session it was made. */
  undo(): readonly Problem[] {
    return this.#turn('undo');
  }
  redo(): readonly Problem[] {
    return this.#turn('redo');
  }

  #turn(type: 'undo' | 'redo'): readonly Problem[] {
    const entry = this.#head.stacks[type].at(-1);
    if (!entry) return [];
    return this.#add({ type, ids: [this.#around.newId()], of: entry.ids, label: entry.label, edits: [] });
  }

  #add(pending: Pending): readonly Problem[] {
    const step = play(this.#head, pending, this.#around.catalog);
    if (!step.done) return step.problems;
    this.#head = step.head;
    this.#pending.push(step.pending);
    this.#show('saving');
    this.#schedule(pending.group === undefined ? 0 : typingPause);
    return [];
  }

  #schedule(pause: number): void {
    if (pause === 0) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), pause);
  }

  /** Resolves when everything is in the database, or with the reason why it is not. */
  flush(): Promise<Answer<void>> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#exclusive(() => this.#save());
  }

  /** Reads what other tabs wrote. The workspace calls it when they say so. */
  refresh(): Promise<void> {
    return this.#exclusive(async () => {
      try {
        await this.#catchUp();
      } catch (error) {
        this.#show('failed', storeProblem(error));
      }
    });
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async #save(): Promise<Answer<void>> {
    while (this.#pending.length > 0) {
      const waiting = this.#pending.length;
      const { rows, after, lost } = this.#rows(this.#pending);
      try {
        if (rows.length > 0) {
          const { database, now, limits } = this.#around;
          await writeEntries(database, this.id, rows, after, now(), limits);
        }
      } catch (error) {
        if (isTaken(error)) {
          const missed = await this.#catchUpSafely();
          if (missed.ok) continue;
          return missed;
        }
        return this.#failed(error);
      }
      this.#written = after;
      this.#pending = this.#pending.slice(waiting);
      if (lost.length > 0) this.#rebase(lost);
      else if (this.#pending.length === 0) this.#head = after;
      this.#show(this.#pending.length > 0 ? 'saving' : 'saved');
      this.#around.tell(after.seq);
    }
    return answer(undefined);
  }

  #failed(error: unknown): Answer<void> {
    const why = error instanceof ProjectGone ? failure('store.not-found').problem : storeProblem(error);
    this.#show('failed', why);
    const again = why.code === 'store.full' || why.code === 'store.failed';
    if (this.#open && again) this.#timer ??= setTimeout(() => void this.flush(), retryPause);
    return { ok: false, problem: why };
  }

  #rows(pending: readonly Pending[]): { rows: Row[]; after: Head; lost: Problem[] } {
    const rows: Row[] = [];
    const lost: Problem[] = [];
    let after = this.#written;
    for (const one of mergeTyping(pending)) {
      const step = play(after, one, this.#around.catalog);
      if (!step.done) {
        lost.push(...step.problems);
        continue;
      }
      after = step.head;
      rows.push(step.row);
    }
    return { rows, after, lost };
  }

  async #catchUpSafely(): Promise<Answer<void>> {
    try {
      await this.#catchUp();
      return answer(undefined);
    } catch (error) {
      return this.#failed(error);
    }
  }

  async #catchUp(): Promise<void> {
    const rows = await entriesAfter(this.#around.database, this.id, this.#written.seq);
    const [first] = rows;
    if (!first) return;
    if (first.seq === this.#written.seq + 1) {
      for (const row of rows) this.#written = replay(this.#written, row).head;
    } else {
      const loaded = await this.#around.reload();
      if (!loaded || 'unreadable' in loaded) throw new ProjectGone();
      this.#written = loaded.head;
    }
    this.#rebase([]);
    this.#show(this.#pending.length > 0 ? 'saving' : 'saved');
  }

  /** Plays the pending entries anew on what the database has; those that cannot be any more are reported, the rest stands. */
  #rebase(already: readonly Problem[]): void {
    const lost = [...already];
    const kept: Pending[] = [];
    let head = this.#written;
    for (const one of this.#pending) {
      const step = play(head, one, this.#around.catalog);
      if (!step.done) {
        lost.push(...step.problems);
        continue;
      }
      head = step.head;
      kept.push(step.pending);
    }
    this.#pending = kept;
    this.#head = head;
    if (lost.length > 0) this.#state = { ...this.#state, lost: [...this.#state.lost, ...lost] };
  }

  #show(saving: OpenState['saving'], why?: StoreProblem): void {
    this.#state = stateOf(this.#head, saving, why, this.#state.lost);
    for (const listener of this.#listeners) listener();
  }

  /** Rows as they are kept, under today's keys. A table without rows gives an empty frame. */
  async readTable(key: string): Promise<Answer<Frame>> {
    const table = this.project.tables.find((one) => one.key === key);
    if (!table) return failure('store.not-found', problem('edit.not-found', { what: 'table', id: key }).code);
    return readFrame(this.#around.database, table.columns, table.data);
  }

  /** Keeps rows; put the answer into the table's `data` by `table.add` or `table.set`, then they are part of the project. */
  writeTable(columns: TableDefinition['columns'], frame: Frame): Promise<Answer<TableData>> {
    return writeFrame(this.#around.database, columns, frame, this.#around.now());
  }

  /** Keeps what a change of rows makes new; put the answer into a `table.rows` edit. */
  changeTable(table: TableDefinition, change: TableChange): Promise<Answer<TableSwap>> {
    return changeTable(this.#around.database, table.columns, table.data, change, this.#around.now());
  }

  /** Writes what is pending and lets go. */
  async close(): Promise<Answer<void>> {
    this.#open = false;
    const last = await this.flush();
    clearTimeout(this.#timer);
    this.#around.closed();
    return last;
  }
}

function stateOf(
  head: Head,
  saving: OpenState['saving'],
  why: StoreProblem | undefined,
  lost: readonly Problem[],
): OpenState {
  const undo = head.stacks.undo.at(-1)?.label;
  const redo = head.stacks.redo.at(-1)?.label;
  return {
    project: head.project,
    ...(undo ? { undo } : {}),
    ...(redo ? { redo } : {}),
    saving,
    ...(why ? { problem: why } : {}),
    lost,
  };
}
