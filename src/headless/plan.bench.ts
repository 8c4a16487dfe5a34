/**
 * The measured plan beside hand-written loops: `npm run bench -- plan`. As written in primitives and as composed on the canvas, whole and after one
 * rate has moved, with holes, and what it keeps in memory. BENCH_ROWS names the numbers of deals.
 */
import { isNumeric, type Column, type Frame } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import { openRun } from '#core/execute/execution.ts';
import { createEngineMemory, type EngineMemory } from '#core/execute/memory.ts';
import { withHoles } from '#core/execute/reference/plan-holes.ts';
import { planDeals, planFrames, planWorkload } from '#core/execute/reference/plan-workload.ts';
import { drain, runProgram } from '#core/execute/run.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import { planCanvas, stepOfNode, wantedOfPlan, type PlanCanvas } from '#kinds/testing/plan-workload-project.ts';
import { measure, plain, type Rival } from './bench/measure.ts';
import { measurePlanMemory } from './bench/plan-memory.ts';
import { incrementalPlan, planLoop, type PlanFrames } from './bench/plan-loop.ts';
import { keepSection, milliseconds, printBar, printTable, rowsOf, times } from './bench/report.ts';

const sizes = (process.env['BENCH_ROWS'] ?? '10000,100000,1000000').split(',').map(Number);
const HOLES = 0.02;

/** The plan written in primitives, its top rate and its share of regions' totals. */
function written(topRate: number): PlanCanvas {
  const steps = planWorkload.steps.map((step) => {
    if (step.op !== 'bands' || step.id !== 'base') return step;
    const top = { node: 'literal', value: topRate, type: 'number' } as const;
    return { ...step, bands: step.bands.map((band, at) => (at === 3 ? { ...band, rate: top } : band)) };
  });
  return { program: { ...planWorkload, steps }, parameters: {} };
}

const canvas = planCanvas();
const withParameter = (key: string, value: Value): PlanCanvas => ({
  ...canvas,
  parameters: { ...canvas.parameters, [key]: value },
});

/** The canvas plan with the rate inside the totals of regions: it adds up all payouts again, and nothing else. */
const inTotals: TableProgram = {
  ...canvas.program,
  steps: canvas.program.steps.map((step) => {
    const sum = step.op === 'group' ? step.made[0] : undefined;
    if (step.op !== 'group' || step.origin.node !== 'by_region' || !sum) return step;
    const right = { node: 'parameter', key: 'team_rate', type: 'number' } as const;
    const expression = { node: 'binary', operator: '*', left: sum.expression, right, type: 'number' } as const;
    return { ...step, made: [{ key: sum.key, expression }] };
  }),
};

/** Column objects that no earlier run has seen. */
function fresh(frames: PlanFrames): ReadonlyMap<string, { readonly frame: Frame; readonly stamp: number }> {
  return new Map(
    Object.entries(frames).map(([key, frame]) => {
      const columns = new Map([...frame.columns].map(([name, column]): [string, Column] => [name, { ...column }]));
      return [key, { frame: { ...frame, columns }, stamp: 1 }];
    }),
  );
}

type Tables = ReturnType<typeof fresh>;

/** Headlines and problems of all nodes, and every payout and total. */
function answer(memory: EngineMemory, { program, parameters }: PlanCanvas, tables: Tables): Column {
  const run = openRun(memory, { program, parameters, asOf: 46_204 }, tables);
  drain(runProgram(run));
  const made = wantedOfPlan.flatMap(([node, key]) =>
    program.answers[node] ? [drain(run.column(stepOfNode(program, node), key))] : [],
  );
  return made[0] as Column;
}

const whole = (plan: PlanCanvas, frames: PlanFrames): Rival => ({
  prepare() {
    const [memory, tables] = [createEngineMemory(), fresh(frames)];
    return () => void answer(memory, plan, tables);
  },
});

/** A plan that has run once and is asked again each time with another value. */
function changing(frames: PlanFrames, first: PlanCanvas, next: (turn: number) => PlanCanvas): Rival {
  const [memory, tables] = [createEngineMemory(), fresh(frames)];
  answer(memory, first, tables);
  let turn = 0;
  return {
    prepare() {
      const plan = next(++turn);
      return () => void answer(memory, plan, tables);
    },
  };
}

function checkTotals(frames: PlanFrames, plan: PlanCanvas, count: number): void {
  const payouts = answer(createEngineMemory(), plan, fresh(frames));
  if (!isNumeric(payouts) || payouts.values.length !== count) throw new Error('every deal has a payout');
  const paid = payouts.values.reduce((sum, pay) => sum + pay, 0);
  const { total } = planLoop(frames);
  if (Math.abs(paid - total) > count * 0.01) throw new Error(`the plan pays ${paid}, its loop ${total}`);
}

interface Line {
  readonly what: string;
  readonly ms: number;
  readonly beside: string;
  readonly besideMs: number;
  readonly bar?: number;
}

function measureSize(count: number): readonly Line[] {
  const frames = planFrames(planDeals(count));
  const holed = withHoles(planDeals(count), HOLES).frames;
  checkTotals(frames, written(0.085), count);
  checkTotals(frames, canvas, count);
  const options = { turns: count >= 1_000_000 ? 9 : 13, warmUps: 3 };
  const incremental = incrementalPlan(frames);
  let rate = 0.085;
  const [loop = NaN, primitives = NaN, composed = NaN, withHolesMs = NaN] = measure(
    [plain(() => void planLoop(frames)), whole(written(0.085), frames), whole(canvas, frames), whole(canvas, holed)],
    options,
  );
  const step = (turn: number) => 0.085 + turn * 1e-6;
  const [byHand = NaN, writtenMoved = NaN, composedMoved = NaN, totalsMoved = NaN, sumsMoved = NaN] = measure(
    [
      plain(() => void incremental((rate += 1e-6))),
      changing(frames, written(0.085), (turn) => written(step(turn))),
      changing(frames, canvas, (turn) => withParameter('top_rate', step(turn))),
      changing(frames, canvas, (turn) => withParameter('team_rate', step(turn))),
      changing(frames, { ...canvas, program: inTotals }, (turn) => ({
        ...withParameter('team_rate', step(turn)),
        program: inTotals,
      })),
    ],
    options,
  );
  const n = rowsOf(count);
  const hand = 'hand-written loop';
  const wholeBar = count >= 1_000_000 ? { bar: 1.5 } : {};
  const movedBar = count === 100_000 ? { bar: 2 } : {};
  return [
    { what: `${n} deals, whole, in primitives`, ms: primitives, beside: hand, besideMs: loop },
    { what: `${n} deals, whole, from the canvas`, ms: composed, beside: hand, besideMs: loop, ...wholeBar },
    { what: `${n} deals, 2 % holes, canvas`, ms: withHolesMs, beside: 'without holes', besideMs: composed, bar: 1.6 },
    { what: `${n} deals, a rate moved, primitives`, ms: writtenMoved, beside: 'incremental loop', besideMs: byHand },
    {
      what: `${n} deals, a rate moved, canvas`,
      ms: composedMoved,
      beside: 'incremental loop',
      besideMs: byHand,
      ...movedBar,
    },
    { what: `${n} deals, a rate moved, canvas`, ms: composedMoved, beside: 'whole run', besideMs: composed },
    { what: `${n} deals, a rate on totals moved`, ms: totalsMoved, beside: 'whole run', besideMs: composed, bar: 0.05 },
    { what: `${n} deals, a rate inside totals moved`, ms: sumsMoved, beside: 'whole run', besideMs: composed },
  ];
}

// First, while nothing else is in memory.
const memory = measurePlanMemory(Math.max(...sizes), {
  ...canvas,
  wanted: wantedOfPlan.map(([node, key]) => [stepOfNode(canvas.program, node), key]),
});
const lines = sizes.flatMap(measureSize);
printTable(
  lines.map((line) => [
    line.what,
    milliseconds(line.ms),
    times(line.ms / line.besideMs),
    line.beside,
    milliseconds(line.besideMs),
  ]),
);
for (const line of lines)
  if (line.bar !== undefined) printBar(`${line.what}, beside ${line.beside}`, line.ms / line.besideMs, line.bar);
keepSection('plan', { lines, memory });
