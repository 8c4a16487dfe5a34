/** What the engine answers, free of any host: the worker pumps it, tests drain it. One state holds the tables and what was computed. */
import type { Frame } from '#core/data/column.ts';
import { openRun, type Run, type RunTable } from '#core/execute/execution.ts';
import { lensErrors } from '#core/execute/lens-errors.ts';
import { readingTables } from '#core/execute/lens-place.ts';
import { lensOf, type LensQuestion } from '#core/execute/lens.ts';
import { createEngineMemory, type EngineMemory } from '#core/execute/memory.ts';
import type { Work } from '#core/execute/operation.ts';
import { runProgram, tableOf } from '#core/execute/run.ts';
import { traceCustomer } from '#core/simulate/customer-trace.ts';
import { simulate } from '#core/simulate/simulate.ts';
import { csvChunks } from '#core/data/write-csv.ts';
import { compareRuns } from './compare-runs.ts';
import type { RequestName, Requests, RunInput, WindowRequest } from './protocol.ts';
import { columnStatistics } from './column-statistics.ts';
import { windowOf, type Windowed } from './window.ts';

export interface EngineState {
  readonly memory: EngineMemory;
  readonly tables: Map<string, RunTable>;
  /** Tables put so far: each gets a stamp of its own. */
  stamps: number;
}

export function createEngineState(): EngineState {
  return { memory: createEngineMemory(), tables: new Map(), stamps: 0 };
}

export type Handlers = {
  readonly [N in RequestName]: (state: EngineState, ask: Requests[N]['ask']) => Work<Requests[N]['answer']>;
};

const handlers: Handlers = {
  'table.put'(state, { table, frame }) {
    state.stamps += 1;
    state.tables.set(table, { frame, stamp: state.stamps });
    return done(null);
  },
  'table.drop'(state, { table }) {
    state.tables.delete(table);
    return done(null);
  },
  *run(state, ask) {
    return yield* runProgram(opened(state, ask));
  },
  *window(state, ask) {
    return yield* windowOf(yield* windowed(state, ask.of), ask);
  },
  *statistics(state, ask) {
    const source = yield* windowed(state, ask.of);
    const answers = [];
    for (const info of ask.columns.filter((one) => source.keys.includes(one.key)))
      answers.push(yield* columnStatistics(source.id, info, yield* source.column(info.key)));
    return answers;
  },
  *trace(state, ask) {
    return yield* opened(state, ask.run).trace(ask.cell);
  },
  *lens(state, ask) {
    const input = lensInput(state, ask);
    return yield* lensOf(opened(state, input), input, ask.question);
  },
  *'lens.errors'(state, ask) {
    const input = lensInput(state, ask);
    return yield* lensErrors(opened(state, input), input, ask.question);
  },
  *simulate(state, ask) {
    const result = yield* simulate({ ...ask, tables: framesOf(state) });
    return { ...result, intents: result.intents.slice(0, mostIntents), intentCount: result.intents.length };
  },
  'simulate.trace'(state, ask) {
    return done(traceCustomer({ ...ask, tables: framesOf(state) }, ask.customer));
  },
  *compare(state, ask) {
    return yield* compareRuns(opened(state, ask.before), opened(state, ask.after), ask);
  },
  *csv(state, ask) {
    const run = opened(state, ask.run);
    const frame = yield* tableOf(run, ask.step);
    return yield* encoded(frame, csvChunks(frame, run.step(ask.step).columns), ask.step);
  },
};

/** Intents that travel to the page. */
const mostIntents = 500;

function framesOf(state: EngineState): ReadonlyMap<string, Frame> {
  return new Map([...state.tables].map(([key, table]) => [key, table.frame]));
}

/** Answers that are there at once: work without a step in it. */
function* done<T>(answer: T): Work<T> {
  yield* [];
  return answer;
}

/** The answer to one request, as work that can be stopped between any two steps. */
export function serve<N extends RequestName>(
  state: EngineState,
  name: N,
  ask: Requests[N]['ask'],
): Work<Requests[N]['answer']> {
  return handlers[name](state, ask);
}

function opened(state: EngineState, input: RunInput): Run {
  // A table that is put while this is computed belongs to the next question.
  return openRun(state.memory, input, new Map(state.tables));
}

function lensInput(
  state: EngineState,
  { run, question }: { readonly run: RunInput; readonly question: LensQuestion },
): RunInput {
  return { ...run, program: readingTables(run.program, question.expression, state.tables) };
}

function* windowed(state: EngineState, of: WindowRequest['of']): Work<Windowed> {
  if ('table' in of) {
    const frame: Frame = state.tables.get(of.table)?.frame ?? { rowCount: 0, columns: new Map() };
    return {
      id: of.table,
      rowCount: frame.rowCount,
      keys: [...frame.columns.keys()],
      column(key) {
        const column = frame.columns.get(key);
        if (!column) throw new Error(`table ${of.table} has no column ${key}`);
        return done(column);
      },
    };
  }
  const run = opened(state, of.run);
  return {
    id: of.step,
    rowCount: (yield* run.rows(of.step)).count,
    keys: run.step(of.step).columns.map((column) => column.key),
    column: (key) => run.column(of.step, key),
  };
}

function* encoded(frame: Frame, chunks: Generator<string>, step: string): Work<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const chunk of chunks) {
    parts.push(encoder.encode(chunk));
    yield { step, rows: frame.rowCount };
  }
  const bytes = new Uint8Array(parts.reduce((all, part) => all + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
