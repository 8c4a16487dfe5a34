/** What a run of the measured plan keeps, above a table of twelve columns that it reads. Needs `--expose-gc`. */
import type { Column } from '#core/data/column.ts';
import { openRun } from '#core/execute/execution.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { planDeals, planFrames } from '#core/execute/reference/plan-workload.ts';
import { runProgram } from '#core/execute/run.ts';
import type { Work } from '#core/execute/operation.ts';
import type { Value } from '#core/data/value.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import { rowsOf } from './report.ts';

const MEBIBYTE = 2 ** 20;
const BAR = 250;

export interface MeasuredPlan {
  readonly program: TableProgram;
  readonly parameters: Readonly<Record<string, Value>>;
  /** Columns that are asked for, by step. */
  readonly wanted: readonly (readonly [step: string, key: string])[];
}

export interface PlanMemory {
  readonly rows: number;
  readonly rawMebibytes: number;
  readonly keptMebibytes: number;
  /** Highest seen between two signs of life, garbage included. */
  readonly peakMebibytes: number;
}

function used(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (arrayBuffers + heapUsed) / MEBIBYTE;
}

export function measurePlanMemory(count: number, { program, parameters, wanted }: MeasuredPlan): PlanMemory | null {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) {
    console.log('memory: not measured, run node with --expose-gc');
    return null;
  }
  collect();
  const before = used();
  const frames = planFrames(planDeals(count));
  const more = Array.from({ length: 6 }, (_, at): [string, Column] => [
    `more_${at}`,
    { type: 'number', values: new Float64Array(count).fill(at) },
  ]);
  const deals = { ...frames.deals, columns: new Map([...frames.deals.columns, ...more]) };
  const tables = new Map(
    Object.entries({ ...frames, deals }).map(([key, frame]) => [key, { frame, stamp: 1 }] as const),
  );
  collect();
  const raw = used() - before;
  const memory = createEngineMemory();
  const run = openRun(memory, { program, parameters, asOf: 46_204 }, tables);
  let peak = 0;
  const watch = (work: Work<unknown>) => {
    while (!work.next().done) peak = Math.max(peak, used());
    peak = Math.max(peak, used());
  };
  watch(runProgram(run));
  for (const [step, key] of wanted) watch(run.column(step, key));
  peak -= before + raw;
  collect();
  const kept = used() - before - raw;
  const made = { rows: count, rawMebibytes: raw, keptMebibytes: kept, peakMebibytes: peak };
  // The engine's memory and the tables are named here so that they still count above.
  console.log(
    `${kept <= BAR && memory.runs > 0 && tables.size > 0 ? 'within' : 'ABOVE '}  memory, ${rowsOf(count)} rows × 12 columns: ${raw.toFixed(0)} MiB raw, a run keeps ${kept.toFixed(0)} MiB more (bar ${BAR}), at most ${peak.toFixed(0)} MiB on the way`,
  );
  return made;
}
