// `npm run bench -- peers`: the measured plan by other engines beside ours. On first use it installs them into this folder, where the network permits.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { lowerQuartile } from '../../src/headless/bench/measure.ts';
import { keepSection, milliseconds, printTable, rowsOf, times } from '../../src/headless/bench/report.ts';
import * as formulas from './formula-engines.mjs';
import { loop, ourFormula, ourPlan } from './ours.mjs';
import * as tables from './table-engines.mjs';
import { workload } from './workload.mjs';

const here = import.meta.dirname;
/** Not in the lock file: its packages for other platforms are missing from some registries, and `npm ci` would refuse all. */
const DUCKDB = '@duckdb/node-api@1.5.6-r.1';
const PATIENCE = 60_000;

function npm(...args) {
  const shell = process.platform === 'win32';
  return spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell,
  });
}
if (!existsSync(resolve(here, 'node_modules/mathjs'))) npm('ci');
if (!existsSync(resolve(here, 'node_modules/@duckdb/node-api')))
  npm('install', '--no-save', '--no-package-lock', DUCKDB);

/** `plan`: the whole of it, totals included; `formula`: the payout of each row with its factor given. */
const peers = [
  { name: 'hand-written loop', does: 'plan', open: loop, most: Infinity },
  { name: 'Saleswright, plan from the canvas', does: 'plan', open: ourPlan, most: Infinity },
  { name: 'DuckDB native, 1 thread', does: 'plan', open: tables.duckdbNative, most: Infinity },
  { name: 'DuckDB wasm', does: 'plan', open: tables.duckdbWasm, most: Infinity },
  { name: 'arquero', does: 'plan', open: tables.arquero, most: 100_000 },
  { name: 'Saleswright, one formula', does: 'formula', open: ourFormula, most: Infinity },
  { name: 'json-logic-engine', does: 'formula', open: formulas.jsonLogic, most: 100_000 },
  { name: 'cel-js', does: 'formula', open: formulas.celJs, most: 100_000 },
  { name: 'expr-eval', does: 'formula', open: formulas.exprEval, most: 100_000 },
  { name: 'mathjs', does: 'formula', open: formulas.mathjs, most: 100_000 },
  { name: 'HyperFormula, sheet built', does: 'formula', open: formulas.hyperFormula, most: 100_000 },
];
const sizes = (process.env.BENCH_ROWS ?? '10000,100000,1000000').split(',').map(Number);

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const found = [];
const away = new Map();
for (const count of sizes) {
  const work = workload(count);
  for (const { name, does, open, most } of peers) {
    if (count > most || away.has(name)) continue;
    try {
      globalThis.gc?.(); // what the peer before has left behind
      const peer = await open(work);
      const first = await timed(() => peer.run());
      const off = Math.abs((await peer.total()) - work.total);
      if (!(off <= count * 0.01)) throw new Error(`its total is ${off.toFixed(2)} off`);
      // Compilers need some runs before they show what they can.
      for (let spent = first, warm = 0; spent < 1_000 && warm < 20; warm++) spent += await timed(() => peer.run());
      const turns = Math.max(1, Math.min(9, Math.floor(PATIENCE / 6 / first)));
      const taken = [];
      for (let turn = 0; turn < turns; turn++) taken.push(await timed(() => peer.run()));
      peer.close();
      found.push({ name, does, rows: count, milliseconds: lowerQuartile(taken), turns });
    } catch (error) {
      away.set(name, String(error?.message ?? error).split('\n')[0]);
    }
  }
}
const cell = (name, count) => {
  const one = found.find((each) => each.name === name && each.rows === count);
  const beside = found.find((each) => each.name === 'hand-written loop' && each.rows === count);
  return one && beside ? [milliseconds(one.milliseconds), times(one.milliseconds / beside.milliseconds)] : ['', ''];
};
console.log('Whole plan, or one formula for each row; milliseconds, and times the hand-written loop of the whole plan');
printTable([
  ['', 'what', ...sizes.flatMap((count) => [rowsOf(count), ''])],
  ...peers.map(({ name, does }) => [name, does, ...sizes.flatMap((count) => cell(name, count))]),
]);
for (const [name, why] of away) console.log(`${name}: not measured: ${why}`);
keepSection('peers', { found, away: Object.fromEntries(away) });
