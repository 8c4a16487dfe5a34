// `npm test`: every check and every test in order. The last line is `N passed, N failed`, summed from the runners' reports.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { countsOf } from './reports.mjs';

const root = resolve(import.meta.dirname, '..');
const out = resolve(root, '.out');
if (process.argv.includes('--deep')) process.env.DEEP = '1';

/** A port of its own, so that a server somebody left running is never taken for ours. */
const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

function run(command, args, env = {}) {
  const shell = process.platform === 'win32' && command !== process.execPath;
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } }).status;
}
const npmRun = (script) => () => run('npm', ['run', '--silent', script]);
const node = (path, args, env) => run(process.execPath, [resolve(root, path), ...args], env);

const vitest = (name, projects) => {
  const report = resolve(out, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    runner: 'vitest',
    report,
    start: () => node('node_modules/vitest/vitest.mjs', ['run', ...chosen, ...reporters]),
  };
};

const port = await freePort();
const steps = [
  { name: 'types', start: npmRun('types') },
  { name: 'lint', start: npmRun('lint') },
  { name: 'format', start: npmRun('format:check') },
  { name: 'layers', start: npmRun('layers') },
  vitest('unit', ['unit', 'dom']),
  { name: 'a browser', start: () => node('e2e/browsers.mjs', []) },
  { ...vitest('browser', ['browser']), needs: 'a browser' },
  { name: 'build', start: () => node('node_modules/vite/bin/vite.js', ['build']) },
  {
    name: 'e2e',
    runner: 'playwright',
    report: resolve(out, 'e2e.json'),
    needs: 'build',
    start: () =>
      node('node_modules/@playwright/test/cli.js', ['test', '-c', 'e2e/playwright.config.ts'], {
        CI: '1',
        E2E_PORT: String(port),
      }),
  },
];

mkdirSync(out, { recursive: true });
const total = { passed: 0, failed: 0 };
const broken = new Map();
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const began = performance.now();
  if (step.report) rmSync(step.report, { force: true });
  const exit = broken.has(step.needs) ? null : step.start();
  const counts = step.runner ? countsOf(step.runner, step.report, exit) : { passed: 0, failed: exit === 0 ? 0 : 1 };
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) {
    const why = exit === null ? 'did not run' : step.runner ? `${counts.failed} failed` : 'failed';
    broken.set(step.name, why);
  }
  console.log(
    `── ${step.name}: ${broken.get(step.name) ?? 'fine'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}

console.log('');
for (const [name, why] of broken) console.log(`${name}: ${why}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
