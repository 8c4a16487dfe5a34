/**
 * `npm run bench` runs the benches that need nothing but this project, one after another, each in a process of its own; `npm run bench -- formulas plan`
 * runs those named. Each prints a table and keeps its section of `.out/bench.json`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** By name, in the order of a whole run; those marked are run by name only. */
const benches: readonly { readonly name: string; readonly file: string; readonly asked?: true }[] = [
  { name: 'formulas', file: 'src/core/execute/corpus/formulas.bench.ts' },
  { name: 'plan', file: 'src/headless/plan.bench.ts' },
  { name: 'csv', file: 'src/headless/csv.bench.ts' },
  { name: 'load', file: 'src/headless/load.bench.ts' },
  { name: 'profile', file: 'src/headless/profile.bench.ts', asked: true },
  { name: 'app', file: 'e2e/app.bench.mjs', asked: true },
  { name: 'peers', file: 'e2e/peers/run-peers.mjs', asked: true },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${benches.map((bench) => bench.name).join(', ')}`);
  process.exit(1);
}

let failed = 0;
for (const { name, file, asked } of benches) {
  if (wanted.length > 0 ? !wanted.includes(name) : asked) continue;
  const path = fileURLToPath(new URL(file, root));
  if (!existsSync(path)) throw new Error(`${file} is gone`);
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', '--import', 'tsx', path], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
