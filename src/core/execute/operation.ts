/** What a table operation must be. The driver (`execution.ts`) owns caching, progress and cancellation; operations own meaning. */
import type { Column, Frame } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepId, TableStep } from '../program/table-program.ts';
import type { Trace } from './trace.ts';
import type { Note } from './vector/note.ts';
import type { Bound, Inlined, Named, Watch } from './vector/inlined.ts';

/** Yielded by everything that may take long: work done so far, in rows. The driver of a host pumps in slices of about 8 ms. */
export interface Progress {
  readonly step: StepId;
  readonly rows: number;
}
export type Work<T> = Generator<Progress, T, void>;

/** A step's row set: how many rows, and what the operation needs to make columns and explain rows (indices, groups, matches). */
export interface Rows<T = unknown> {
  readonly count: number;
  readonly state: T;
}

/** Where a bare name is read instead of the step that an expression stands over. */
export type NameTargets = ReadonlyMap<string, { readonly step: StepId; readonly key: string }>;

/**
 * What an operation may read. Every read is recorded: a result is kept until something it read has changed, so columns that do not depend on a
 * changed rate are never computed again.
 */
export interface OperationContext {
  rows<T = unknown>(step: StepId): Work<Rows<T>>;
  column(step: StepId, key: string): Work<Column>;
  /** A column, or how it is computed on the way: what lanes read. The driver decides which. */
  named(step: StepId, key: string): Work<Named>;
  /** What a name inside a step's expression stands for, ready to be inlined. */
  bound(step: TableStep, over: StepId, expression: Expression, names?: NameTargets): Work<Bound>;
  /** A parameter's value in this run. */
  parameter(key: string): Value;
  /** The run's as-of instant, serial days. */
  readonly asOf: number;
  /** A table of the run by key; undefined where none was given. Recorded like any other read. */
  table(key: string): Frame | undefined;
  /** The columns a step makes, in order. */
  columnsOf(step: StepId): readonly ColumnInfo[];
  /**
   * The expression for every row of `over` (row place), whose bare names are that step's columns. `names` sends some names elsewhere: to a column
   * of another step with the same rows. `watch` hears of errors that begin in the expression.
   */
  evaluate(step: TableStep, over: StepId, expression: Expression, names?: NameTargets, watch?: Watch): Work<Column>;
  /** The expression once (scalar place). */
  scalar(step: TableStep, expression: Expression): Work<Value>;
  /** A problem found on the data, such as a broken cardinality. Kept with the result: a cached result reports it again. */
  report(problem: Problem): void;
  readonly note?: Note;
}

/** Rows of an input that made one row of this step. */
export interface Lineage {
  readonly step: StepId;
  readonly rows: ArrayLike<number>;
}

/** A column that is another step's, row by row. */
export interface Same {
  readonly by: 'same';
  readonly step: StepId;
  readonly key: string;
}

export interface Operation<S extends TableStep, T = unknown> {
  /**
   * How a column is computed on the way where it is not made; null where it must be made. Errors that begin in it are not reported here: the driver makes
   * the column when it sees one.
   */
  inline?(step: S, key: string, context: OperationContext): Work<Inlined | Same | null>;
  /** Finds the row set. */
  rows(step: S, context: OperationContext): Work<Rows<T>>;
  /** Makes one of the step's columns, all rows. Called only for what is asked for. */
  column(step: S, key: string, rows: Rows<T>, context: OperationContext): Work<Column>;
  lineage(step: S, row: number, rows: Rows<T>, context: OperationContext): Work<readonly Lineage[]>;
  /** The cell's trace; the driver supplies cell, label, origin, value, type and format. */
  explain(step: S, key: string, row: number, rows: Rows<T>, context: OperationContext): Work<Explanation>;
}

export type Explanation = Pick<Trace, 'how' | 'formula' | 'substituted' | 'inputs' | 'rows' | 'sentence'>;
