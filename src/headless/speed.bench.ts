/**
 * What is measured, beside what it is measured against, in one process: the plan of the speed study at 10k, 100k and 1 M deals beside a hand-written
 * branchless loop, one rate changed, a CSV beside papaparse, and the first load in kB. Prints a table; writes `.out/bench.json`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { isNumeric, isText, type Frame } from '#core/data/column.ts';
import { createEngineMemory, type EngineMemory } from '#core/execute/memory.ts';
import { openRun } from '#core/execute/execution.ts';
import { planDeals, planFrames, planWorkload } from '#core/execute/reference/plan-workload.ts';
import { drain, runProgram } from '#core/execute/run.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import { detectCsv } from '#importers/csv/detect-csv.ts';
import { readCsv } from '#importers/csv/read-csv.ts';

interface Row {
  readonly what: string;
  readonly milliseconds: number;
  readonly beside: string;
  readonly besideMilliseconds: number;
}

const rows: Row[] = [];
const sizes = (process.env['BENCH_ROWS'] ?? '10000,100000,1000000').split(',').map(Number);

/** The middle of some measurements: the machine's neighbours make single ones worthless. */
function median(times: number, work: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

function numbers(frame: Frame, key: string): Float64Array {
  const column = frame.columns.get(key);
  if (!column || !isNumeric(column)) throw new Error(`no numbers ${key}`);
  return column.values;
}
function codes(frame: Frame, key: string): Int32Array {
  const column = frame.columns.get(key);
  if (!column || !isText(column)) throw new Error(`no text ${key}`);
  return column.codes;
}

/** Deals of this workload stand on edges: a loop without this nudge pays some of them by the wrong tier. */
const dust = 1e-12;

/** The limit: typed arrays, no branches in the row loop, totals by rep and region. It rounds as most hand-written code does, without the 15-digit path. */
function handWritten(
  deals: Frame,
  quotas: Frame,
  topRate = 0.085,
): { total: number; byRep: Float64Array; byRegion: Float64Array } {
  const [amount, cost, isNew] = [numbers(deals, 'amount'), numbers(deals, 'cost'), numbers(deals, 'is_new')];
  const [rep, region, product] = [codes(deals, 'rep'), codes(deals, 'region'), codes(deals, 'product')];
  const quota = numbers(quotas, 'quota');
  const rates = Float64Array.of(0.02, 0.04, 0.06, topRate);
  const factors = Float64Array.of(0.8, 1, 1.25, 1.5);
  const bonusOf = Float64Array.of(0, 150, 0, 150, 0, 0);
  const sold = new Float64Array(quota.length);
  const count = amount.length;
  for (let i = 0; i < count; i++) sold[rep[i]!]! += amount[i]!;
  const factor = sold.map((total, one) => {
    const reached = total / quota[one]!;
    return factors[+(reached >= 0.8 - dust) + +(reached >= 1 - dust) + +(reached >= 1.2 - dust)]!;
  });
  const byRep = new Float64Array(quota.length);
  const byRegion = new Float64Array(8);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const sum = amount[i]!;
    const margin = (sum - cost[i]!) / sum;
    const rate = rates[+(margin >= 0.2 - dust) + +(margin >= 0.3 - dust) + +(margin >= 0.4 - dust)]!;
    const raw = Math.min(sum * rate * factor[rep[i]!]! + isNew[i]! * bonusOf[product[i]!]!, 20_000);
    const pay = Math.round(raw * 100) / 100;
    byRep[rep[i]!]! += pay;
    byRegion[region[i]!]! += pay;
    total += pay;
  }
  return { total, byRep, byRegion };
}

/** The same plan with another top rate, as moving one rate makes it. */
function withTopRate(rate: number): TableProgram {
  const steps = planWorkload.steps.map((step) => {
    if (step.op !== 'bands' || step.id !== 'base') return step;
    const top = { node: 'literal', value: rate, type: 'number' } as const;
    return {
      ...step,
      bands: step.bands.map((band, at) => (at === step.bands.length - 1 ? { ...band, rate: top } : band)),
    };
  });
  return { ...planWorkload, steps };
}

function measurePlan(count: number): void {
  const frames = planFrames(planDeals(count));
  const tables = new Map(Object.entries(frames).map(([key, frame]) => [key, { frame, stamp: 1 }]));
  const run = (memory: EngineMemory, program: TableProgram) =>
    drain(runProgram(openRun(memory, { program, parameters: {}, asOf: 46204 }, tables)));
  const times = count >= 1_000_000 ? 5 : 9;
  let kept = createEngineMemory();
  let sum = run(kept, planWorkload).answers['payouts']?.value;
  const loop = median(times, () => void handWritten(frames.deals, frames.quotas));
  const whole = median(times, () => {
    kept = createEngineMemory();
    sum = run(kept, planWorkload).answers['payouts']?.value;
  });
  if (Math.abs(Number(sum) - handWritten(frames.deals, frames.quotas).total) > count * 0.01)
    throw new Error('the plan and its loop do not pay the same');
  const name = count.toLocaleString('en-US');
  rows.push({
    what: `plan, ${name} deals, whole run`,
    milliseconds: whole,
    beside: 'hand-written loop',
    besideMilliseconds: loop,
  });
  let rate = 0.085;
  const changed = median(times, () => {
    rate += 0.0001;
    run(kept, withTopRate(rate));
  });
  rows.push({
    what: `plan, ${name} deals, one rate changed`,
    milliseconds: changed,
    beside: 'the whole run',
    besideMilliseconds: whole,
  });
}

function measureCsv(count: number): void {
  const header = 'Deal,Rep,Region,Closed,Product,Stage,Amount,Cost,Units,Note\n';
  const lines: string[] = [];
  for (let i = 0; i < count; i++)
    lines.push(
      `D-${i},Rep ${i % 500},Region ${i % 8},2026-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')},Product ${i % 6},Won,${(i * 37) % 90_000}.25,${(i * 11) % 50_000}.5,${i % 90},a few words on the deal\n`,
    );
  const text = header + lines.join('');
  const bytes = new TextEncoder().encode(text);
  const { options } = detectCsv(bytes.subarray(0, 1 << 18));
  let read = 0;
  const ours = median(3, () => {
    read = readCsv(bytes, options).frame.rowCount;
  });
  if (read !== count) throw new Error(`${read} rows read of ${count}`);
  const papa = median(3, () => void Papa.parse(new TextDecoder().decode(bytes), { step: () => undefined }));
  const megabytes = Math.round(bytes.length / 1e6);
  rows.push({
    what: `CSV into typed columns, ${count.toLocaleString('en-US')} rows, ${megabytes} MB`,
    milliseconds: ours,
    beside: 'papaparse, rows dropped',
    besideMilliseconds: papa,
  });
}

/** What `index.html` asks for before anything is clicked: its scripts and what those import at once. */
function firstLoad(): { scripts: number; styles: number } | null {
  const dist = new URL('../../dist/', import.meta.url);
  if (!existsSync(dist)) return null;
  const assets = new URL('assets/', dist);
  const html = readFileSync(new URL('index.html', dist), 'utf8');
  const wanted = new Set([...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map((match) => match[1] ?? ''));
  for (const name of wanted) {
    if (!name.endsWith('.js')) continue;
    const script = readFileSync(new URL(name, assets), 'utf8');
    for (const match of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (match[1]) wanted.add(match[1]);
  }
  const all = readdirSync(assets).filter((name) => wanted.has(name));
  const size = (end: string) =>
    all
      .filter((name) => name.endsWith(end))
      .reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, assets))).length, 0) / 1000;
  return { scripts: size('.js'), styles: size('.css') };
}

for (const count of sizes) measurePlan(count);
measureCsv(Math.min(1_000_000, Math.max(...sizes)));
const load = firstLoad();

const shown = rows.map((row) => [
  row.what,
  `${row.milliseconds.toFixed(1)} ms`,
  `${(row.milliseconds / row.besideMilliseconds).toFixed(2)} ×`,
  row.beside,
  `${row.besideMilliseconds.toFixed(1)} ms`,
]);
const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...shown.map((row) => row[at]?.length ?? 0)));
for (const row of shown)
  console.log(
    row
      .map((cell, at) => (at === 0 || at === 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
console.log(
  load
    ? `first load, gzip: ${load.scripts.toFixed(0)} kB of script, ${load.styles.toFixed(0)} kB of styles`
    : 'first load: not measured, run `npm run build` first',
);
mkdirSync(new URL('../../.out/', import.meta.url), { recursive: true });
writeFileSync(new URL('../../.out/bench.json', import.meta.url), JSON.stringify({ rows, firstLoad: load }, null, 2));
