/** What the screens of an open project read. Everything here is derived from the stored project, the engine's answers and the sliders in motion. */
import type { Value } from '#core/data/value.ts';
import type { CompiledForm } from '#core/compile/compiled-form.ts';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Catalog } from '#core/contracts/catalog.ts';
import type { RunResult } from '#core/execute/result.ts';
import type { Bilingual, Problem } from '#core/problem/problem.ts';
import type { Project } from '#core/project/project.ts';
import type { RunInput } from '#engine/protocol.ts';
import type { StoreProblem } from '#store/store-problem.ts';

/** One finished run: what went in, what came out. */
export interface Finished {
  readonly input: RunInput;
  readonly result: RunResult;
  readonly milliseconds: number;
}

export interface DesignRun {
  readonly status: 'waiting' | 'running' | 'done' | 'failed';
  readonly current?: Finished;
  /** What differences are measured from: the saved parameters while a slider moves, else the answer before the last change. */
  readonly before?: Finished;
  readonly failure?: string;
}

/** `at`: when the last change was safe, in milliseconds of the wall clock. */
export interface SavedState {
  readonly state: 'saved' | 'saving' | 'failed';
  readonly at: number;
  readonly problem?: StoreProblem;
}

export interface SessionState {
  readonly catalog: Catalog;
  readonly project: Project;
  readonly compiled: Readonly<Record<string, Compiled>>;
  /** Forms by design, ready to be filled in. */
  readonly forms: Readonly<Record<string, CompiledForm>>;
  readonly runs: Readonly<Record<string, DesignRun>>;
  /** Rows done so far, by design, of runs that take long; apart from `runs`, so that a sign of life draws nothing but itself. */
  readonly progress: Readonly<Record<string, number>>;
  /** Parameter values being tried, by key, not saved. */
  readonly preview: Readonly<Record<string, Value>>;
  readonly saved: SavedState;
  readonly canUndo: Bilingual | null;
  readonly canRedo: Bilingual | null;
  /** Tables whose rows the engine does not hold yet. */
  readonly loading: ReadonlySet<string>;
  /** Problems of the last refused edit, for a message. */
  readonly refused: readonly Problem[];
  /** Why rows of a table could not be read, by table key. */
  readonly unreadable: Readonly<Record<string, StoreProblem>>;
}
