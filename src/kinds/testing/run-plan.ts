/** Runs the measured plan, as a program or as composed on the canvas, and finds the rows that it pays wrong. */
import { cellAt, isNumeric, type Frame } from '#core/data/column.ts';
import { errorTexts } from '#core/data/value.ts';
import { openRun, type Run } from '#core/execute/execution.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { planWorkload } from '#core/execute/reference/plan-workload.ts';
import { drain } from '#core/execute/run.ts';
import { planCanvas, stepOfNode, type PlanCanvas } from './plan-workload-project.ts';

export const measuredPlans = {
  'written as a program': (): PlanCanvas => ({ program: planWorkload, parameters: {} }),
  'composed on the canvas': planCanvas,
} as const;
export type MeasuredPlan = keyof typeof measuredPlans;

export function openPlan(plan: MeasuredPlan, frames: Readonly<Record<string, Frame>>): { run: Run; payouts: string } {
  const { program, parameters } = measuredPlans[plan]();
  const tables = new Map(Object.entries(frames).map(([key, frame]) => [key, { frame, stamp: 1 }]));
  const run = openRun(createEngineMemory(), { program, parameters, asOf: 46_204 }, tables);
  return { run, payouts: stepOfNode(program, 'payouts') };
}

/** Rows whose payout differs from the exact one by anything at all; at most ten are told. */
export function rowsOff(
  plan: MeasuredPlan,
  frames: Readonly<Record<string, Frame>>,
  exact: { readonly cents: Float64Array; readonly state?: Uint8Array },
): { readonly off: number; readonly first: readonly string[] } {
  const { run, payouts } = openPlan(plan, frames);
  const payout = drain(run.column(payouts, 'payout'));
  if (!isNumeric(payout)) throw new Error('payouts are numbers');
  const first: string[] = [];
  let off = 0;
  for (let row = 0; row < exact.cents.length; row++) {
    const state = exact.state?.[row] ?? 0;
    const wanted = state === 0 ? (exact.cents[row] as number) / 100 : 0;
    if ((payout.state?.[row] ?? 0) === state && (state !== 0 || payout.values[row] === wanted)) continue;
    const told = state === 0 ? wanted : errorTexts[state - 2];
    if (off++ < 10) first.push(`row ${row}: ${JSON.stringify(cellAt(payout, row))} for ${told}`);
  }
  return { off, first };
}
