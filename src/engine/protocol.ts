/** What crosses the thread: requests and answers as plain data. One worker holds the columns; the page asks. */
import type { Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { LensErrors } from '#core/execute/lens-errors.ts';
import type { Lens, LensQuestion } from '#core/execute/lens.ts';
import type { Progress } from '#core/execute/operation.ts';
import type { RunResult } from '#core/execute/result.ts';
import type { CellRef, Trace } from '#core/execute/trace.ts';
import type { CustomerTrace } from '#core/simulate/customer-trace.ts';
import type { SimulationResult } from '#core/simulate/simulation-result.ts';
import type { FlowProgram } from '#core/program/flow-program.ts';
import type { StepId, TableProgram } from '#core/program/table-program.ts';

/** A run's whole input besides the tables the worker holds. */
export interface RunInput {
  readonly program: TableProgram;
  readonly parameters: Readonly<Record<string, Value>>;
  /** As-of date, serial days. */
  readonly asOf: number;
}

/** A simulation's whole input besides the tables the worker holds. */
export interface FlowInput {
  readonly program: FlowProgram;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly seed: number;
  /** Serial days: the first instant, and the one before which it ends. */
  readonly from: number;
  readonly until: number;
}

/** The outcome with its first intents: those of a whole simulation may be millions. */
export interface SimulationShown extends SimulationResult {
  readonly intentCount: number;
}
/** A window of a table or of a step's table, in display order. */
export interface WindowRequest {
  /** Which table: a project's table by key, or a step of a run. */
  readonly of: { readonly table: string } | { readonly run: RunInput; readonly step: StepId };
  readonly from: number;
  readonly to: number;
  readonly columns?: readonly string[];
  readonly sort?: readonly { readonly key: string; readonly descending: boolean }[];
  /** Text found in any column, without case. */
  readonly find?: string;
  /** Only these rows of the unsorted table, for traces. */
  readonly only?: ArrayLike<number>;
}
export interface WindowResult {
  /** Rows after `find`. */
  readonly total: number;
  /** For each row of the window: its row number in the unsorted table, for traces. */
  readonly rows: Int32Array;
  /** Cells of the window, by column. */
  readonly frame: Frame;
}

export interface ColumnStatistics {
  readonly key: string;
  readonly count: number;
  readonly blanks: number;
  readonly errors: number;
  /** Exact up to 100,000 distinct values, then `null`. */
  readonly distinct: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly sum?: number;
  readonly mean?: number;
  /** Up to 12 bars: a histogram of numbers, or the most frequent values of texts. */
  readonly bars: readonly { readonly label: string; readonly count: number }[];
}

/** Totals and rows of two runs of one design, matched by the grain of the output. */
export interface Comparison {
  readonly key: readonly string[];
  readonly rows: readonly {
    readonly id: readonly Value[];
    readonly row: number;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly before: number;
  readonly after: number;
}

export interface Requests {
  'table.put': { readonly ask: { readonly table: string; readonly frame: Frame }; readonly answer: null };
  'table.drop': { readonly ask: { readonly table: string }; readonly answer: null };
  run: { readonly ask: RunInput; readonly answer: RunResult };
  window: { readonly ask: WindowRequest; readonly answer: WindowResult };
  statistics: {
    readonly ask: { readonly of: WindowRequest['of']; readonly columns: readonly ColumnInfo[] };
    readonly answer: readonly ColumnStatistics[];
  };
  trace: { readonly ask: { readonly run: RunInput; readonly cell: CellRef }; readonly answer: Trace };
  /** A formula, as it stands on the screen, on one row: each of its parts with its value. */
  lens: { readonly ask: { readonly run: RunInput; readonly question: LensQuestion }; readonly answer: Lens };
  /** The rows on which that formula gives an error: the next one and the one before. */
  'lens.errors': {
    readonly ask: { readonly run: RunInput; readonly question: LensQuestion };
    readonly answer: LensErrors;
  };
  /** Progress says who is where meanwhile: `isSimulationProgress`. */
  simulate: { readonly ask: FlowInput; readonly answer: SimulationShown };
  /** One customer's story in the same simulation. */
  'simulate.trace': { readonly ask: FlowInput & { readonly customer: string }; readonly answer: CustomerTrace };
  compare: {
    readonly ask: {
      readonly before: RunInput;
      readonly after: RunInput;
      readonly step: StepId;
      readonly key: readonly string[];
      readonly column: string;
    };
    readonly answer: Comparison;
  };
  /** The whole table of a step as CSV bytes, as section 9 of the design writes it. */
  csv: { readonly ask: { readonly run: RunInput; readonly step: StepId }; readonly answer: Uint8Array };
}
export type RequestName = keyof Requests;

export type ToWorker =
  | {
      readonly [N in RequestName]: { readonly id: number; readonly name: N; readonly ask: Requests[N]['ask'] };
    }[RequestName]
  | { readonly id: number; readonly cancel: true };

export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly cancelled: true }
  | { readonly id: number; readonly failed: string };
