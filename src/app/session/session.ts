/**
 * An open project, alive: edits go to the store, every change is compiled and run at once, answers come back with their difference to before.
 * Screens read the state and call these verbs; they never compute.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { compileForm } from '#core/compile/compile-form.ts';
import { compile } from '#core/compile/compile.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import type { Catalog } from '#core/contracts/catalog.ts';
import type { Value } from '#core/data/value.ts';
import { applyEdit } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { RunResult } from '#core/execute/result.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import { isDecision, isForm, makesTable, type Project, type TableDefinition } from '#core/project/project.ts';
import type { RunInput } from '#engine/protocol.ts';
import type { StoreProblem } from '#store/store-problem.ts';
import { addRows, type NewRows } from './add-rows.ts';
import type { EnginePort, StoredProject } from './engine-port.ts';
import type { DesignRun, Finished, SessionState } from './session-state.ts';

export interface Session {
  readonly state: StoreApi<SessionState>;
  readonly engine: EnginePort;
  readonly stored: StoredProject;
  /** Edits in one undo step; false where they are refused. The same `group` in a row joins one step (typing). */
  edit(edits: readonly Edit[], label: Bilingual, group?: string): boolean;
  undo(): void;
  redo(): void;
  /** Adds rows to tables, by their keys, as one undo step; why not, where the rows cannot be kept. */
  addRows(rows: readonly NewRows[], label: Bilingual): Promise<StoreProblem | null>;
  /** Tries a parameter's value without saving it; `undefined` takes it back. */
  setPreview(key: string, value: Value | undefined): void;
  /** Saves every tried value as one edit. */
  keepPreview(label: Bilingual): void;
  /** Stops a run that takes too long; the last answers stay. */
  cancelRun(design: string): void;
  /** Runs the design as it would be after edits, without making them. */
  runVariant(
    design: string,
    edits: readonly Edit[],
  ): Promise<{ readonly result: RunResult; readonly input: RunInput } | null>;
  dispose(): void;
}

export interface SessionOptions {
  readonly stored: StoredProject;
  readonly engine: EnginePort;
  readonly catalog: Catalog;
  /** As-of date of runs, serial days. */
  readonly asOf: number;
  /** Milliseconds since some start, for “38 ms”. */
  readonly clock: () => number;
  /** The wall clock, for “Saved · 12:03”. */
  readonly now: () => number;
}

export function createSession(options: SessionOptions): Session {
  const { stored, engine, catalog, asOf, clock, now } = options;
  const controllers = new Map<string, AbortController>();
  const sent = new Map<string, string>();
  const variants = new Map<string, Promise<{ result: RunResult; input: RunInput } | null>>();
  let disposed = false;

  const state = createStore<SessionState>(() => ({
    catalog,
    project: stored.project,
    compiled: {},
    forms: {},
    runs: {},
    progress: {},
    preview: {},
    saved: { state: 'saved', at: now() },
    canUndo: stored.state().undo ?? null,
    canRedo: stored.state().redo ?? null,
    unreadable: {},
    loading: new Set<string>(),
    refused: [],
  }));

  const set = (patch: Partial<SessionState>) => {
    if (!disposed) state.setState(patch);
  };
  const setProgress = (design: string, rows: number | undefined) => {
    const { progress } = state.getState();
    if (progress[design] === rows) return;
    const { [design]: _, ...rest } = progress;
    set({ progress: rows === undefined ? rest : { ...rest, [design]: rows } });
  };
  const setRun = (design: string, patch: Partial<DesignRun>) => {
    const runs = state.getState().runs;
    set({ runs: { ...runs, [design]: { ...(runs[design] ?? { status: 'waiting' }), ...patch } } });
  };

  const inputOf = (design: string, project: Project, preview: Readonly<Record<string, Value>>): RunInput | null => {
    const compiled = state.getState().compiled[design];
    return compiled
      ? { program: compiled.program, parameters: { ...parameterValues(project), ...preview }, asOf }
      : null;
  };

  async function ask(design: string, input: RunInput, signal: AbortSignal): Promise<Finished> {
    const start = clock();
    let told = start;
    const result = await engine.ask('run', input, {
      signal,
      onProgress: ({ rows }) => {
        if (clock() - told < progressMilliseconds) return;
        told = clock();
        setProgress(design, rows);
      },
    });
    return { input, result, milliseconds: clock() - start };
  }

  /** Runs one design; a newer run of the same design cancels it. */
  async function run(design: string, reason: 'edit' | 'preview'): Promise<void> {
    const { project, preview, runs, loading } = state.getState();
    const input = inputOf(design, project, preview);
    if (!input || loading.size > 0) return;
    controllers.get(design)?.abort();
    const controller = new AbortController();
    controllers.set(design, controller);
    const previous = runs[design]?.current;
    if (runs[design]?.status !== 'running') setRun(design, { status: 'running' });
    try {
      const current = await ask(design, input, controller.signal);
      if (controller.signal.aborted) return;
      const before = await baselineOf(design, reason, previous, controller.signal);
      if (controller.signal.aborted) return;
      const run = state.getState().runs[design];
      const { before: _, failure: __, ...rest } = run ?? {};
      set({
        runs: {
          ...state.getState().runs,
          [design]: { ...rest, status: 'done', current, ...(before ? { before } : {}) },
        },
      });
    } catch (error) {
      if (controller.signal.aborted) return;
      setRun(design, { status: 'failed', failure: error instanceof Error ? error.message : String(error) });
    } finally {
      if (controllers.get(design) === controller) setProgress(design, undefined);
    }
  }

  async function baselineOf(
    design: string,
    reason: 'edit' | 'preview',
    previous: Finished | undefined,
    signal: AbortSignal,
  ): Promise<Finished | undefined> {
    const { project, preview } = state.getState();
    if (Object.keys(preview).length > 0) {
      const saved = inputOf(design, project, {});
      return saved ? ask(design, saved, signal) : undefined;
    }
    return reason === 'edit' ? previous : undefined;
  }

  function compileAll(project: Project): Record<string, SessionState['compiled'][string]> {
    const before = state.getState();
    const unchanged =
      before.project.tables === project.tables &&
      before.project.parameters === project.parameters &&
      sameDecisions(before.project, project);
    return Object.fromEntries(
      project.designs.filter(makesTable).map((design) => {
        const old = before.compiled[design.id];
        const same = old && unchanged && before.project.designs.find((one) => one.id === design.id) === design;
        return [design.id, same ? old : compile(project, catalog, design.id)];
      }),
    );
  }

  function compileForms(project: Project): SessionState['forms'] {
    const before = state.getState();
    const unchanged = before.project.tables === project.tables && before.project.parameters === project.parameters;
    return Object.fromEntries(
      project.designs.filter(isForm).map((design) => {
        const old = before.forms[design.id];
        const same = old && unchanged && before.project.designs.includes(design);
        return [design.id, same ? old : compileForm(project, catalog, design.id)];
      }),
    );
  }

  /** Questions that an engine being closed leaves open are nobody's fault; anything else is ours, and is thrown. */
  const stopped = (error: unknown) => {
    if (!disposed) throw error;
  };

  /** Takes the stored project's present content into the state, and runs what it changed. */
  function refresh(): void {
    const project = stored.project;
    const old = state.getState();
    const compiled = compileAll(project);
    variants.clear();
    const kept = Object.fromEntries(
      Object.entries(old.preview).filter(([key]) => project.parameters.some((one) => one.key === key)),
    );
    set({ project, compiled, forms: compileForms(project), preview: kept });
    loadTables(project).then((loaded) => {
      if (disposed) return;
      for (const design of Object.keys(compiled)) {
        const current = state.getState().runs[design]?.current;
        const input = inputOf(design, project, kept);
        const changed = loaded || !current || !input || JSON.stringify(current.input) !== JSON.stringify(input);
        if (changed) void run(design, 'edit');
      }
    }, stopped);
  }

  /** Gives the engine every table whose rows it does not hold; true where any was new. */
  async function loadTables(project: Project): Promise<boolean> {
    const wanted = project.tables.filter((table) => sent.get(table.key) !== heldAs(table));
    const gone = [...sent.keys()].filter((key) => !project.tables.some((table) => table.key === key));
    for (const key of gone) {
      sent.delete(key);
      await engine.ask('table.drop', { table: key });
    }
    if (wanted.length === 0) return gone.length > 0;
    set({ loading: new Set([...state.getState().loading, ...wanted.map((table) => table.key)]) });
    for (const table of wanted) {
      sent.set(table.key, heldAs(table));
      const frame = await stored.readTable(table.key);
      if (frame.ok) await engine.ask('table.put', { table: table.key, frame: frame.value });
      else set({ unreadable: { ...state.getState().unreadable, [table.key]: frame.problem } });
      const loading = new Set(state.getState().loading);
      loading.delete(table.key);
      set({ loading });
    }
    return true;
  }

  const stop = stored.subscribe(() => {
    const { saving, problem, undo, redo } = stored.state();
    const saved = {
      state: saving,
      at: saving === 'saved' ? now() : state.getState().saved.at,
      ...(problem ? { problem } : {}),
    };
    set({ saved, canUndo: undo ?? null, canRedo: redo ?? null });
    if (stored.project !== state.getState().project) refresh();
  });

  const stopRestart = engine.onRestart?.(() => {
    sent.clear();
    refresh();
  });

  const session: Session = {
    state,
    engine,
    stored,
    edit(edits, label, group) {
      const refused = stored.append(edits, { label, ...(group === undefined ? {} : { group }) });
      set({ refused });
      return refused.length === 0;
    },
    addRows: (rows, label) => addRows(session, rows, label),
    undo: () => set({ refused: stored.undo() }),
    redo: () => set({ refused: stored.redo() }),
    setPreview(key, value) {
      const { [key]: _, ...rest } = state.getState().preview;
      set({ preview: value === undefined ? rest : { ...rest, [key]: value } });
      for (const design of Object.keys(state.getState().compiled)) void run(design, 'preview');
    },
    keepPreview(label) {
      const { preview, project } = state.getState();
      const edits = project.parameters.flatMap((one): Edit[] => {
        const value = preview[one.key];
        return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
          ? [{ op: 'parameter.set', parameter: one.id, patch: { value } }]
          : [];
      });
      set({ preview: {} });
      if (edits.length > 0) session.edit(edits, label);
    },
    cancelRun(design) {
      controllers.get(design)?.abort();
      setRun(design, { status: state.getState().runs[design]?.current ? 'done' : 'waiting' });
      setProgress(design, undefined);
    },
    runVariant(design, edits) {
      const { project, preview, loading } = state.getState();
      if (loading.size > 0) return Promise.resolve(null);
      const name = JSON.stringify([design, edits, preview]);
      const known = variants.get(name);
      if (known) return known;
      const changed = applyEdit(project, { op: 'batch', edits }, catalog).project;
      const { program } = compile(changed, catalog, design);
      const input: RunInput = { program, parameters: { ...parameterValues(changed), ...preview }, asOf };
      const made = engine.ask('run', input).then(
        (result) => ({ result, input }),
        () => null,
      );
      variants.set(name, made);
      return made;
    },
    dispose() {
      disposed = true;
      stop();
      stopRestart?.();
      for (const controller of controllers.values()) controller.abort();
    },
  };
  refresh();
  return session;
}

/** Plans may apply decisions of the project. */
function sameDecisions(a: Project, b: Project): boolean {
  const [old, now] = [a, b].map((one) => one.designs.filter(isDecision));
  return old?.length === now?.length && (now ?? []).every((one, index) => one === old?.[index]);
}

/** A run that is shorter than this tells nothing but its answer, and a longer one says how far it is as often. */
const progressMilliseconds = 200;

/** What the engine holds of a table: which rows, and under which names it knows their columns. A renamed column is sent anew. */
function heldAs({ columns, data }: TableDefinition): string {
  return JSON.stringify([data ?? null, columns.map(({ id, key, type }) => [id, key, type])]);
}
