/**
 * The driver of table programs.
 *
 * A program is a list of steps; every step makes a table from earlier ones. Nothing here runs that list from top to bottom. A run is *pulled*: someone
 * asks for one column of one step (a headline, a grid's window, an export), that column's operation asks for the columns it reads, and so on down to
 * the tables. A column that nobody asks for is never made, and a step's row set (which rows, in which order) is a result of its own, so that columns
 * over the same rows share it.
 *
 * Every result is kept with its reasons: the definition of its step (only as much of it as matters to this result, see `definition.ts`) and each thing
 * it read while it was made – row sets and columns of other steps by their stamps, parameters by their values, tables by the stamps the host gives
 * them, the as-of instant. In a later run a kept result holds if its definition is the same text and each of its reasons, asked for again in the same
 * order, still has the same stamp or value. So when one rate moves, exactly the columns that depend on it are made again, and the rest costs a walk
 * over its reasons. Asking again is safe: as long as the first n reasons hold, the operation would have asked for the next one too.
 *
 * A result that is made again and comes out the same takes its old stamp, which stops the change from spreading. Of each result up to four versions are
 * kept, so that a baseline and a slider's position do not push each other out. When the memory's budget is used up, results that earlier runs used are
 * given up, oldest first; their reasons and stamps stay, so that what was made from them still holds and they are made again only if really asked for.
 *
 * Everything that may take long is a generator that yields its progress: the host pumps it in slices, and cancels it by not going on. A cancelled run
 * leaves the memory as it was, plus the results that were finished. Two runs may be pumped by turns over one memory.
 *
 * Problems found on the data belong to the result that found them and are reported again when the kept result is used.
 */
import type { Column, Frame } from '../data/column.ts';
import type { Expression } from '../formula/expression.ts';
import type { Value } from '../data/value.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepId, TableProgram, TableStep } from '../program/table-program.ts';
import { totalOf, type ColumnTotal } from './column-total.ts';
import { createContext, type Reads } from './context.ts';
import { definitionOf } from './definition.ts';
import { readersOf } from './inlining.ts';
import { totalKey, totalOfKey } from './made-key.ts';
import { disown, fill, keep, touch, versionsOf, type Dependency, type EngineMemory, type Version } from './memory.ts';
import type { Lineage, Rows, Work } from './operation.ts';
import { operationOf } from './operations/registry.ts';
import { sameColumn, sameRows } from './result-size.ts';
import { sameValue } from './same-value.ts';
import type { CellRef, Trace } from './trace.ts';
import { traceCell } from './trace-cell.ts';
import type { Inlined, Watch } from './vector/inlined.ts';
import type { Note, NoteParams, Strategy } from './vector/note.ts';

export interface RunTable {
  readonly frame: Frame;
  /** Changes whenever the table's cells do. */
  readonly stamp: number;
}

export interface RunInput {
  readonly program: TableProgram;
  readonly parameters: Readonly<Record<string, Value>>;
  /** As-of instant, serial days. */
  readonly asOf: number;
}

export interface RunHooks {
  /** Called for each result that is really made; `key` null: a row set. */
  readonly onCompute?: (step: StepId, key: string | null) => void;
  /** Called for each decision of the planner: see `say-plan.ts`. */
  readonly onPlan?: (decision: PlanDecision) => void;
}

/** What the planner decided for a column, or for a sub-expression on the way to a result. */
export type PlanDecision =
  /** `into`: the result that computes the column on the way; null where the column is made, because of `why`. */
  | {
      readonly on: 'column';
      readonly step: StepId;
      readonly key: string;
      readonly into: { readonly step: StepId; readonly key: string | null } | null;
      readonly how: 'expression' | 'bands' | 'looked-up' | 'several-readers' | 'holds-still';
      readonly readers: number;
    }
  | {
      readonly on: 'expression';
      readonly step: StepId;
      readonly key: string | null;
      readonly part: Expression;
      readonly strategy: Strategy;
      readonly params: NoteParams;
    };

/** One run: the same program, parameters and tables throughout. Every method may be asked in any order, again and again. */
export interface Run {
  readonly program: TableProgram;
  /** The step by id; a program that names a step it does not hold is our fault, and throws. */
  step(id: StepId): TableStep;
  rows(step: StepId): Work<Rows>;
  column(step: StepId, key: string): Work<Column>;
  /** The column's total and shape; the column itself may never be made. */
  total(step: StepId, key: string): Work<ColumnTotal>;
  lineage(step: StepId, row: number): Work<readonly Lineage[]>;
  /** Why a cell is what it is; values that only passed through are followed to the step that made them. */
  trace(cell: CellRef): Work<Trace>;
  /** Problems of everything asked for so far, in the order of the program's steps. */
  problems(): readonly Problem[];
}

/** A result while it is made: where its reasons and problems go, and what it computes on the way. */
interface Making {
  /** The result; null for reads from outside. */
  readonly of: { readonly step: StepId; readonly key: string | null } | null;
  record(name: string, reason: Dependency): void;
  report(problem: Problem): void;
  /** What holds still is not made for its own sake. */
  readonly calm: boolean;
  readonly watches: Set<Watch>;
}

export function openRun(
  memory: EngineMemory,
  input: RunInput,
  tables: ReadonlyMap<string, RunTable>,
  hooks: RunHooks = {},
): Run {
  const run = ++memory.runs;
  const steps = new Map(input.program.steps.map((step) => [step.id, step]));
  const definitions = new Map<string, string>();
  const settled = new Map<string, Version>();
  /** Columns that are made because they hold still: what they read on the way is not made for it. */
  const still = new Set<string>();
  const readers = readersOf(input.program);
  const settledOf = new Map<StepId, { readonly key: string | null; readonly version: Version }[]>();
  for (const table of tables.values()) disown(memory, table.frame);

  const slotOf = (step: StepId, key: string | null) =>
    JSON.stringify(key === null ? [input.program.design, step] : [input.program.design, step, key]);

  function stepOf(id: StepId): TableStep {
    const step = steps.get(id);
    if (!step) throw new Error(`the program of ${input.program.design} has no step ${id}`);
    return step;
  }

  function definition(slot: string, step: TableStep, key: string | null): string {
    let known = definitions.get(slot);
    if (known === undefined)
      definitions.set(slot, (known = totalOfKey(key) === undefined ? definitionOf(step, key) : 'total'));
    return known;
  }

  function definitionAt(id: StepId, key: string): string {
    return definition(slotOf(id, key), stepOf(id), key);
  }

  /** The version that holds in this run, kept or new; its result may have been given up. */
  function* settle(id: StepId, key: string | null): Work<Version> {
    const slot = slotOf(id, key);
    return (yield* standing(slot, id, key)) ?? remember(slot, id, key, yield* make(slot, id, key));
  }

  /** The kept version that holds in this run. */
  function* standing(slot: string, id: StepId, key: string | null): Work<Version | undefined> {
    const known = settled.get(slot);
    if (known) return known;
    const wanted = definition(slot, stepOf(id), key);
    for (const version of [...versionsOf(memory, slot)]) {
      if (version.definition !== wanted || !(yield* holds(version))) continue;
      touch(memory, slot, version, run);
      return remember(slot, id, key, version);
    }
    return undefined;
  }

  /** How a column is computed on the way; null where it is to be made. */
  function* inlined(id: StepId, key: string, making: Making): Work<Inlined | null> {
    const slot = slotOf(id, key);
    const step = stepOf(id);
    const { inline } = operationOf(step);
    if (!inline) return null;
    const count = readers.of(id, key);
    const decided = (how: Extract<PlanDecision, { on: 'column' }>['how'], into: Making['of'] = null) =>
      hooks.onPlan?.({ on: 'column', step: id, key, into, how, readers: count });
    if (count > 1) {
      decided('several-readers');
      return null;
    }
    const kept = yield* standing(slot, id, key);
    if (kept?.result) return null;
    const before = memory.inlined.get(slot);
    if (!making.calm && before && before.run < run && (yield* hold(before.reasons))) {
      still.add(slot);
      decided('holds-still');
      return null;
    }
    const reasons = new Map<string, Dependency>();
    const record: Making['record'] = (name, reason) => {
      if (!reasons.has(name)) reasons.set(name, reason);
      making.record(name, reason);
    };
    record(`definition ${id} ${key}`, { on: 'definition', step: id, key, definition: definitionAt(id, key) });
    const found = yield* inline(step, key, contextFor({ ...making, record, report: () => undefined }));
    if (!found) return null;
    if (found.by === 'same') return yield* inlined(found.step, found.key, making);
    decided(found.by === 'gather' ? 'looked-up' : found.by === 'bands' ? 'bands' : 'expression', making.of);
    if (found.by !== 'gather') memory.inlined.set(slot, { reasons: [...reasons.values()], run });
    return found;
  }

  function remember(slot: string, step: StepId, key: string | null, version: Version): Version {
    settled.set(slot, version);
    const list = settledOf.get(step);
    if (list) list.push({ key, version });
    else settledOf.set(step, [{ key, version }]);
    return version;
  }

  function holds(version: Version): Work<boolean> {
    return hold(version.dependencies);
  }

  function* hold(reasons: readonly Dependency[]): Work<boolean> {
    for (const reason of reasons) {
      switch (reason.on) {
        case 'rows':
        case 'column': {
          if (!steps.has(reason.step)) return false;
          const now = yield* settle(reason.step, reason.on === 'rows' ? null : reason.key);
          if (now.stamp !== reason.stamp) return false;
          break;
        }
        case 'definition':
          if (!steps.has(reason.step) || definitionAt(reason.step, reason.key) !== reason.definition) return false;
          break;
        case 'shape':
          if (!steps.has(reason.step) || shapeOf(reason.step) !== reason.shape) return false;
          break;
        case 'parameter':
          if (!sameValue(input.parameters[reason.key] ?? null, reason.value)) return false;
          break;
        case 'table':
          if ((tables.get(reason.table)?.stamp ?? null) !== reason.stamp) return false;
          break;
        case 'as-of':
          if (reason.value !== input.asOf) return false;
          break;
      }
    }
    return true;
  }

  function* make(slot: string, id: StepId, key: string | null): Work<Version> {
    const { result, dependencies, problems } = yield* compute(id, key);
    const twin = versionsOf(memory, slot).find((version) => version.result && sameResult(version.result, result));
    const version: Version = {
      definition: definition(slot, stepOf(id), key),
      dependencies,
      problems,
      stamp: twin?.stamp ?? ++memory.lastStamp,
      result: undefined,
      bytes: 0,
      used: run,
    };
    fill(memory, version, twin?.result ?? result);
    keep(memory, slot, version);
    return version;
  }

  function* compute(id: StepId, key: string | null) {
    hooks.onCompute?.(id, key);
    const step = stepOf(id);
    const operation = operationOf(step);
    const problems: Problem[] = [];
    const reasons = new Map<string, Dependency>();
    const watches = new Set<Watch>();
    const context = contextFor({
      of: { step: id, key },
      record: (name, reason) => void (reasons.has(name) || reasons.set(name, reason)),
      report: (problem) => void problems.push(problem),
      calm: key !== null && still.has(slotOf(id, key)),
      watches,
    });
    const total = totalOfKey(key);
    const result: Rows | Column =
      key === null
        ? yield* operation.rows(step, context)
        : total !== undefined
          ? yield* totalOf(context, id, total)
          : yield* operation.column(step, key, yield* context.rows(id), context);
    // An error that began in an inlined column is reported by the column itself.
    for (const watch of watches) if (watch.begun > 0) yield* context.column(watch.step, watch.key);
    yield { step: id, rows: 'count' in result ? result.count : 0 };
    return { result, dependencies: [...reasons.values()], problems };
  }

  function* resultOf(id: StepId, key: string | null): Work<{ stamp: number; result: Rows | Column }> {
    const version = yield* settle(id, key);
    version.used = run;
    let result = version.result;
    if (result === undefined) {
      result = (yield* compute(id, key)).result;
      fill(memory, version, result);
    }
    return { stamp: version.stamp, result };
  }

  function shapeOf(id: StepId): string {
    return JSON.stringify(stepOf(id).columns.map((column) => [column.key, column.type]));
  }

  function contextFor(making: Making) {
    const { record } = making;
    const found = new Map<string, Inlined>();
    const reads: Reads = {
      *rows(step) {
        const { stamp, result } = yield* resultOf(step, null);
        record(`rows ${step}`, { on: 'rows', step, stamp });
        return result as Rows;
      },
      *column(step, key) {
        const { stamp, result } = yield* resultOf(step, key);
        record(`column ${step} ${key}`, { on: 'column', step, key, stamp });
        return result as Column;
      },
      *named(step, key) {
        const slot = slotOf(step, key);
        const one = found.get(slot) ?? (yield* inlined(step, key, making));
        if (!one) return yield* reads.column(step, key);
        found.set(slot, one);
        if ('watch' in one) making.watches.add(one.watch);
        return one;
      },
      parameter(key) {
        const value = input.parameters[key] ?? null;
        record(`parameter ${key}`, { on: 'parameter', key, value });
        return value;
      },
      table(key) {
        const table = tables.get(key);
        record(`table ${key}`, { on: 'table', table: key, stamp: table?.stamp ?? null });
        return table?.frame;
      },
      columnsOf(step) {
        record(`shape ${step}`, { on: 'shape', step, shape: shapeOf(step) });
        return stepOf(step).columns;
      },
      asOf() {
        record('as-of', { on: 'as-of', value: input.asOf });
        return input.asOf;
      },
      report: (problem) => making.report(problem),
      ...(hooks.onPlan && making.of ? { note: noteFor(making.of, hooks.onPlan) } : {}),
    };
    return createContext(reads);
  }

  const free = contextFor({
    of: null,
    record: () => undefined,
    report: () => undefined,
    calm: false,
    watches: new Set(),
  });
  return {
    program: input.program,
    step: stepOf,
    rows: (step) => free.rows(step),
    column: (step, key) => free.column(step, key),
    *total(step, key) {
      const { result } = yield* resultOf(step, totalKey(key));
      return (result as Rows<ColumnTotal>).state;
    },
    *lineage(id, row) {
      const step = stepOf(id);
      return yield* operationOf(step).lineage(step, row, yield* free.rows(id), free);
    },
    trace: (cell) => traceCell(cell, stepOf, free),
    problems: () => input.program.steps.flatMap((step) => problemsInOrder(step, settledOf.get(step.id) ?? [])),
  };
}

function noteFor(of: NonNullable<Making['of']>, onPlan: NonNullable<RunHooks['onPlan']>): Note {
  return (part, strategy, params = {}) => onPlan({ on: 'expression', ...of, part, strategy, params });
}

function sameResult(a: Rows | Column, b: Rows | Column): boolean {
  if ('count' in a) return 'count' in b && sameRows(a, b);
  return !('count' in b) && sameColumn(a, b);
}

/** The row set's problems first, then those of columns in the step's order, whatever order they were asked in. */
function problemsInOrder(
  step: TableStep,
  results: readonly { readonly key: string | null; readonly version: Version }[],
): readonly Problem[] {
  const place = (key: string | null) => (key === null ? -1 : step.columns.findIndex((column) => column.key === key));
  return [...results].sort((a, b) => place(a.key) - place(b.key)).flatMap((one) => one.version.problems);
}
