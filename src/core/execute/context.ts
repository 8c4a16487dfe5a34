/** What an operation sees of a run: recorded reads, and evaluation built on them. */
import type { Column, Frame } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepId, TableStep } from '../program/table-program.ts';
import type { NameTargets, OperationContext, Rows, Work } from './operation.ts';
import { bindLanes, type Naming, type Source } from './vector/bindings.ts';
import type { Named } from './vector/inlined.ts';
import type { Note } from './vector/note.ts';
import { evaluateRows } from './vector/evaluate-rows.ts';
import { evaluateScalar } from './vector/scalar-rows.ts';

/** The recorded reads of one result. */
export interface Reads {
  rows(step: StepId): Work<Rows>;
  column(step: StepId, key: string): Work<Column>;
  named(step: StepId, key: string): Work<Named>;
  parameter(key: string): Value;
  table(key: string): Frame | undefined;
  columnsOf(step: StepId): readonly ColumnInfo[];
  asOf(): number;
  report(problem: Problem): void;
  /** Hears what the planner decides. */
  readonly note?: Note;
}

export function createContext(reads: Reads): OperationContext {
  const context: OperationContext = {
    // The state's type is the operation's own: only its own rows come back to it, and inputs of a known kind.
    rows: <T>(step: StepId) => reads.rows(step) as Work<Rows<T>>,
    column: (step, key) => reads.column(step, key),
    named: (step, key) => reads.named(step, key),
    *bound(step, over, expression, names) {
      return {
        expression,
        bindings: yield* bindLanes(
          sourceOf(context, step, over, names),
          expression,
          namingOf(context, step, over, names),
        ),
      };
    },
    parameter: (key) => reads.parameter(key),
    table: (key) => reads.table(key),
    columnsOf: (step) => reads.columnsOf(step),
    get asOf() {
      return reads.asOf();
    },
    *evaluate(step, over, expression, names, watch) {
      const { count } = yield* reads.rows(over);
      const naming = namingOf(context, step, over, names);
      return yield* evaluateRows(expression, sourceOf(context, step, over, names), count, naming, watch);
    },
    *scalar(step, expression: Expression) {
      return yield* evaluateScalar(expression, sourceOf(context, step, undefined));
    },
    report: (problem) => reads.report(problem),
    ...(reads.note ? { note: reads.note } : {}),
  };
  return context;
}

function targetOf(step: TableStep, over: StepId | undefined, names: NameTargets | undefined, key: string) {
  const target = names?.get(key) ?? (over === undefined ? undefined : { step: over, key });
  if (!target) throw new Error(`step ${step.id} names the column ${key} where no row is`);
  return target;
}

/** What bare names of a step's expressions stand for, for lanes. */
export function namingOf(
  context: OperationContext,
  step: TableStep,
  over: StepId | undefined,
  names?: NameTargets,
): Naming {
  return (key) => {
    const target = targetOf(step, over, names, key);
    return context.named(target.step, target.key);
  };
}

/** The names of a step's expressions; `over` undefined: the scalar place, where no bare name is a column. */
export function sourceOf(
  context: OperationContext,
  step: TableStep,
  over: StepId | undefined,
  names?: NameTargets,
): Source {
  const tableStep = (table: string): StepId => {
    const id = step.tables?.[table];
    if (id === undefined) throw new Error(`step ${step.id} does not say where the table ${table} is`);
    return id;
  };
  return {
    step: step.id,
    column(key) {
      const target = targetOf(step, over, names, key);
      return context.column(target.step, target.key);
    },
    whole: (table, key) => context.column(tableStep(table), key),
    keysOf: (table) => context.columnsOf(tableStep(table)).map((column) => column.key),
    parameter: (key) => context.parameter(key),
    get asOf() {
      return context.asOf;
    },
    ...(context.note ? { note: context.note } : {}),
  };
}
