/** What a screen or the command line asks of a run: its answers, and whole tables of its steps. */
import type { Column, Frame } from '../data/column.ts';
import { errors, type Value } from '../data/value.ts';
import type { Headline, StepId } from '../program/table-program.ts';
import type { Run } from './execution.ts';
import { noticesOf } from './notices.ts';
import type { Work } from './operation.ts';
import { sourceKey } from './operations/read.ts';
import type { NodeAnswer, RunResult } from './result.ts';

/** The headline of every node that has an answer, and the problems met on the way. */
export function* runProgram(run: Run): Work<RunResult> {
  const { program } = run;
  const answers: Record<string, NodeAnswer> = {};
  for (const [node, { ports, headline }] of Object.entries(program.answers)) {
    const step = Object.values(ports)[0] ?? headline?.step;
    if (step === undefined) continue;
    const rows = (yield* run.rows(step)).count;
    answers[node] = { node, step, rows, ...(headline ? yield* headlineOf(run, headline) : { spark: [] }) };
  }
  const notices = yield* noticesOf(run);
  return { design: program.design, answers, problems: [...run.problems(), ...notices], rowsRead: yield* rowsRead(run) };
}

/** Each table counts once, however often it is read. */
function* rowsRead(run: Run): Work<number> {
  const counts = new Map<string, number>();
  for (const step of run.program.steps) {
    if (step.op === 'read') counts.set(sourceKey(step.source), (yield* run.rows(step.id)).count);
  }
  return [...counts.values()].reduce((all, one) => all + one, 0);
}

function* headlineOf(run: Run, headline: Headline): Work<{ value: Value; spark: readonly number[] }> {
  const { step, measure, column } = headline;
  if (column === undefined) return { value: (yield* run.rows(step)).count, spark: [] };
  const { total, count, spark } = yield* run.total(step, column);
  if (measure === 'rows') return { value: (yield* run.rows(step)).count, spark };
  if (measure === 'sum') return { value: total, spark };
  if (measure === 'average') return { value: divide(total, count), spark };
  return { value: divide(total, headline.per === undefined ? 0 : (yield* run.total(step, headline.per)).total), spark };
}

function divide(a: Value, b: Value): Value {
  if (typeof a !== 'number') return a;
  if (typeof b !== 'number') return b;
  return b === 0 ? errors['#DIV/0!'] : a / b;
}

/** The step's table, or the columns asked for; an unknown column is our fault and throws. */
export function* tableOf(run: Run, step: StepId, columns?: readonly string[]): Work<Frame> {
  const made = new Map<string, Column>();
  for (const key of columns ?? run.step(step).columns.map((column) => column.key)) {
    made.set(key, yield* run.column(step, key));
  }
  return { rowCount: (yield* run.rows(step)).count, columns: made };
}

/** Runs to the end at once: for Node and tests, where nothing waits for a slice. */
export function drain<T>(work: Work<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
