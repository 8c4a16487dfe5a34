/**
 * Where the time of the measured plan goes: `npm run bench -- profile`. Functions by their own time, without those they call, over some whole runs in a warm
 * engine, then over runs after one rate has moved. BENCH_ROWS: the number of deals; BENCH_FORMULA: a formula of the corpus in the plan's place.
 */
import { Session, type Profiler } from 'node:inspector';
import { findSourceMap } from 'node:module';
import { corpusData } from '#core/execute/corpus/corpus-data.ts';
import { formulaProgram, prepareFormula } from '#core/execute/corpus/run-formula.ts';
import { openRun } from '#core/execute/execution.ts';
import { createEngineMemory, type EngineMemory } from '#core/execute/memory.ts';
import { planDeals, planFrames } from '#core/execute/reference/plan-workload.ts';
import { drain, runProgram } from '#core/execute/run.ts';
import { planCanvas, stepOfNode, wantedOfPlan } from '#kinds/testing/plan-workload-project.ts';
import { milliseconds, printTable, rowsOf } from './bench/report.ts';

const count = Number((process.env['BENCH_ROWS'] ?? '1000000').split(',').at(-1));
const formula = process.env['BENCH_FORMULA'];
const WARM_UPS = 3;
const RUNS = 8;
const SHOWN = 25;

const session = new Session();
session.connect();

function ask(method: 'Profiler.enable' | 'Profiler.start'): void {
  session.post(method);
}
function stop(): Profiler.Profile {
  let profile: Profiler.Profile | undefined;
  session.post('Profiler.stop', (error, answer) => {
    if (!error) profile = answer.profile;
  });
  if (!profile) throw new Error('the profiler gave no profile');
  return profile;
}

/** The line as it is written, where a source map knows: what runs has been made of it. */
function lineOf(url: string, line: number, column: number): number {
  const entry: unknown = url === '' ? undefined : findSourceMap(url)?.findEntry(line, column);
  const written = typeof entry === 'object' && entry !== null && 'originalLine' in entry ? entry.originalLine : line;
  return Number(written) + 1;
}

/** Own milliseconds of each function, most first. */
function ownTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [string, number][] {
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber, columnNumber } }) => {
      const file = url.replace(/^.*\/(?:src|node_modules)\//, '').replace(/\?.*$/, '');
      const line = lineOf(url, lineNumber, columnNumber);
      return [id, file === '' ? functionName : `${functionName || '(anonymous)'}  ${file}:${line}`] as const;
    }),
  );
  const own = new Map<string, number>();
  samples.forEach((id, at) => {
    const place = places.get(id) ?? '?';
    own.set(place, (own.get(place) ?? 0) + (timeDeltas[at] ?? 0) / 1_000);
  });
  return [...own].sort((a, b) => b[1] - a[1]);
}

function profile(what: string, prepare: (turn: number) => () => void): void {
  for (let turn = 0; turn < WARM_UPS; turn++) prepare(turn)();
  const works = Array.from({ length: RUNS }, (_, turn) => prepare(WARM_UPS + turn));
  ask('Profiler.start');
  const start = performance.now();
  for (const work of works) work();
  const taken = performance.now() - start;
  const own = ownTimes(stop()).filter(([place]) => place !== '(idle)');
  const all = own.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`\n${what}: ${milliseconds(taken / RUNS)} a run; own time of functions in a run`);
  printTable(
    own.slice(0, SHOWN).map(([place, ms]) => [place, `${((ms / all) * 100).toFixed(1)} %`, milliseconds(ms / RUNS)]),
  );
}

ask('Profiler.enable');
if (formula === undefined) {
  const { program, parameters } = planCanvas();
  const frames = planFrames(planDeals(count));
  const tables = new Map(Object.entries(frames).map(([key, frame]) => [key, { frame, stamp: 1 }]));
  const run = (memory: EngineMemory, rate: number) => {
    const given = { ...parameters, top_rate: rate };
    const opened = openRun(memory, { program, parameters: given, asOf: 46_204 }, tables);
    drain(runProgram(opened));
    for (const [node, key] of wantedOfPlan) drain(opened.column(stepOfNode(program, node), key));
  };
  profile(`plan from the canvas, ${rowsOf(count)} deals, whole run`, () => () => run(createEngineMemory(), 0.085));
  const kept = createEngineMemory();
  profile(`plan from the canvas, ${rowsOf(count)} deals, a rate moved`, (turn) => () => run(kept, 0.085 + turn / 1e6));
} else {
  const program = formulaProgram(formula);
  const data = corpusData(count);
  profile(`${formula}, ${rowsOf(count)} rows`, () => () => void prepareFormula(program, data)());
}
