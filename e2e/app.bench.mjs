/* global window, indexedDB, requestAnimationFrame, DataTransfer, File */
// `npm run bench -- app`: the built app with a million rows in Chromium. A CSV is dropped and imported, the measured plan is put beside it, the project is
// opened again, and its top rate moves; frames of the page are timed all the while. BENCH_ROWS: how many rows; BENCH_BUILT=1: takes `dist` as it is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { planDeals, planFrames } from '../src/core/execute/reference/plan-workload.ts';
import { lowerQuartile } from '../src/headless/bench/measure.ts';
import { planLoop } from '../src/headless/bench/plan-loop.ts';
import { keepSection, milliseconds, printTable, rowsOf } from '../src/headless/bench/report.ts';
import { planProject } from '../src/kinds/testing/plan-workload-project.ts';
import { chromiumLaunch, chromiumReady } from './chromium.mjs';
import { csvOf } from './peers/workload.mjs';

const root = resolve(import.meta.dirname, '..');
const count = Number((process.env.BENCH_ROWS ?? '1000000').split(',').at(-1));
const patience = 300_000;
const MOVES = 7;
const WARM_UPS = 2;
const TURNS = 7;

if (!chromiumReady()) {
  console.error('No browser was found. Run: node e2e/browsers.mjs');
  process.exit(1);
}
if (process.env.BENCH_BUILT !== '1') {
  const vite = resolve(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

/** The measured plan, ended as people end one: payouts added up for each person. */
function planOf(design) {
  const node = (kind, props) => ({ kind, props });
  const edge = (from, to) => ({ from: { node: from, port: 'out' }, to: { node: to, port: 'in' } });
  const nodes = {
    ...design.nodes,
    pay: node('bonus', { key: 'pay', when: '', amount: 'payout' }),
    paid: node('payout', { person: 'rep', period: '', components: ['pay'], rounding: 'payment' }),
  };
  const layout = Object.fromEntries(
    Object.keys(nodes).map((key, at) => [key, { x: (at % 5) * 280, y: Math.floor(at / 5) * 180 }]),
  );
  return { ...design, nodes, layout, edges: [...design.edges, edge('payouts', 'pay'), edge('pay', 'paid')] };
}

/** Runs in the page before anything else: notes every question to a worker with its times, and every frame. */
function watch() {
  const Real = window.Worker;
  const asks = (window.benchAsks = []);
  const frames = (window.benchFrames = []);
  window.Worker = class extends Real {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        const one = asks.find((each) => each.worker === this && each.id === data.id && each.end === undefined);
        if (!one || 'progress' in data) return;
        one.end = performance.now();
        one.answered = 'answer' in data;
        if (one.name === 'run' && one.answered) one.paid = data.answer.answers.paid?.value;
      });
    }
    postMessage(message, ...rest) {
      if (message?.name) asks.push({ worker: this, ...message, start: performance.now() });
      super.postMessage(message, ...rest);
    }
  };
  let last = performance.now();
  const frame = (now) => {
    frames.push([last, now - last]);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Puts the plan and its parameters into the stored project, as one entry of its log. */
async function addPlan(page, design, parameters) {
  return await page.evaluate(
    async ({ design, parameters }) => {
      const done = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('saleswright'));
      const transaction = database.transaction(['projects', 'log'], 'readwrite');
      const projects = transaction.objectStore('projects');
      const [row] = await done(projects.getAll());
      const edits = [
        ...parameters.map((parameter) => ({ op: 'parameter.add', parameter })),
        { op: 'design.add', design },
      ];
      const seq = row.head + 1;
      await done(
        transaction.objectStore('log').add({
          project: row.id,
          seq,
          ids: ['bench'],
          type: 'edit',
          label: { en: 'Plan', 'zh-CN': '计划' },
          edits,
          inverse: { op: 'batch', edits: [] },
          at: row.updated,
          chunks: [],
        }),
      );
      await done(projects.put({ ...row, head: seq }));
      database.close();
      return row.id;
    },
    { design, parameters },
  );
}

/** Milliseconds to read every stored buffer, and nothing else. */
const readBuffers = (page) =>
  page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('saleswright'));
    const start = performance.now();
    await done(database.transaction('chunks').objectStore('chunks').getAll());
    const taken = performance.now() - start;
    database.close();
    return taken;
  });

/** The questions of one name that were answered, in order. */
const answered = async (page, name) =>
  await page.evaluate((name) => {
    return window.benchAsks
      .filter((one) => one.name === name && one.answered)
      .map(({ start, end, paid }) => ({ start, end, paid }));
  }, name);

async function waitForRuns(page, least) {
  await page.waitForFunction(
    (least) => {
      const runs = window.benchAsks.filter((one) => one.name === 'run');
      return runs.filter((one) => one.answered).length >= least && runs.every((one) => one.end !== undefined);
    },
    least,
    { timeout: patience },
  );
}

/** Frames between two moments: the 95th percentile and the longest, in milliseconds. */
async function framesBetween(page, from, to) {
  const all = await page.evaluate(() => window.benchFrames);
  const taken = all.filter(([start, length]) => start + length > from && start < to).map(([, length]) => length);
  taken.sort((a, b) => a - b);
  return { count: taken.length, p95: taken[Math.floor(taken.length * 0.95)] ?? 0, longest: taken.at(-1) ?? 0 };
}

/**
 * Runs asked of the app's own worker past the page, warm by now, so that nothing is drawn meanwhile: `whole` adds a cent to the first deal before each,
 * so that its columns are not as they were; `rate` moves the top rate.
 */
const runsPastPage = (page, kind, turns) =>
  page.evaluate(
    async ({ kind, turns }) => {
      const { worker, ask } = window.benchAsks.findLast((one) => one.name === 'run');
      let id = 1_000_000_000;
      const question = (name, ask, transfer = []) =>
        new Promise((resolve, reject) => {
          const own = ++id;
          const hear = ({ data }) => {
            if (data.id !== own || 'progress' in data) return;
            worker.removeEventListener('message', hear);
            if ('answer' in data) resolve(data.answer);
            else reject(new Error(data.failed ?? 'cancelled'));
          };
          worker.addEventListener('message', hear);
          worker.postMessage({ id: own, name, ask }, transfer);
        });
      const taken = [];
      for (let turn = 1; turn <= turns; turn++) {
        let asked = ask;
        if (kind === 'whole') {
          const { frame } = await question('window', { of: { table: 'deals' }, from: 0, to: Number.MAX_SAFE_INTEGER });
          frame.columns.get('amount').values[0] += 0.01;
          await question('table.put', { table: 'deals', frame });
        } else asked = { ...ask, parameters: { ...ask.parameters, top_rate: 0.05 + turn / 10_000 } };
        const start = performance.now();
        await question('run', asked);
        taken.push({ start, end: performance.now() });
      }
      return taken;
    },
    { kind, turns },
  );

async function dropFiles(page, names) {
  const data = await page.evaluateHandle(async (names) => {
    const transfer = new DataTransfer();
    for (const name of names) {
      const bytes = await (await fetch(`/bench-data/${name}`)).blob();
      transfer.items.add(new File([bytes], name, { type: 'text/csv' }));
    }
    return transfer;
  }, names);
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: data });
}

const frames = planFrames(planDeals(count));
const { total } = planLoop(frames);
const folder = mkdtempSync(join(tmpdir(), 'bench-app-'));
for (const [name, frame] of Object.entries(frames)) {
  const columns = [...frame.columns].map(([key, column]) => [
    key,
    'codes' in column
      ? Array.from(column.codes, (code) => column.dictionary[code])
      : column.type === 'boolean'
        ? Array.from(column.values, (flag) => (flag === 1 ? 'TRUE' : 'FALSE'))
        : column.values,
  ]);
  writeFileSync(join(folder, `${name}.csv`), csvOf(Object.fromEntries(columns)));
}

const server = await preview({ root, preview: { port: 0, strictPort: false } });
const browser = await chromium.launch(chromiumLaunch());
try {
  const address = server.resolvedUrls?.local[0];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.route('**/bench-data/*', (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.split('/').at(-1)) }),
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Start empty' }).waitFor({ timeout: patience });

  const began = await page.evaluate(() => performance.now());
  await dropFiles(page, ['deals.csv', 'quotas.csv']);
  for (let file = 0; file < 2; file++)
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click({ timeout: patience });
  await page.waitForURL(/#\/p\//, { timeout: patience });
  await page.waitForFunction(
    () => window.benchAsks.filter((one) => one.name === 'table.put' && one.answered).length >= 2,
    undefined,
    {
      timeout: patience,
    },
  );
  const imported = await page.evaluate(() => performance.now());
  const importFrames = await framesBetween(page, began, imported);

  await page.goto(`${address}#/`);
  await page.reload();
  await page.getByRole('button', { name: 'Start empty' }).waitFor({ timeout: patience });
  const id = await addPlan(page, planOf(planProject.designs[0]), planProject.parameters);
  const buffers = await readBuffers(page);

  await page.goto('about:blank');
  await page.goto(`${address}#/p/${id}/design%3Aplan`);
  await waitForRuns(page, 1);
  const [first] = await answered(page, 'run');
  if (!(Math.abs(first.paid - total) <= count * 0.01)) throw new Error(`the app pays ${first.paid}, the loop ${total}`);
  await page.waitForTimeout(1500);
  const wholeFrames = await framesBetween(page, first.start, first.end);

  const slider = page.getByRole('slider', { name: /top_rate/ });
  await slider.focus({ timeout: patience });
  const moves = [];
  const framesMoved = [];
  for (let move = 0; move < MOVES; move++) {
    const before = (await answered(page, 'run')).length;
    await page.keyboard.press('ArrowRight');
    await waitForRuns(page, before + 2); // the tried rate, and the saved one beside it
    const runs = (await answered(page, 'run')).slice(before);
    if (runs[0].paid === first.paid) throw new Error('the rate moved and nobody is paid otherwise');
    moves.push(runs[0].end - runs[0].start);
    await page.waitForTimeout(500);
    framesMoved.push(await framesBetween(page, runs[0].start, runs.at(-1).end + 300));
  }
  const worstOf = (all) => ({
    p95: Math.max(...all.map((one) => one.p95)),
    longest: Math.max(...all.map((one) => one.longest)),
  });
  const alone = {};
  for (const kind of ['whole', 'rate']) {
    const runs = (await runsPastPage(page, kind, WARM_UPS + TURNS)).slice(WARM_UPS);
    const drawn = [];
    for (const { start, end } of runs) drawn.push(await framesBetween(page, start, end));
    alone[kind] = { milliseconds: lowerQuartile(runs.map(({ start, end }) => end - start)), frames: worstOf(drawn) };
  }
  const result = {
    rows: count,
    importMilliseconds: imported - began,
    importFrames,
    openMilliseconds: first.end,
    readBuffersMilliseconds: buffers,
    firstRunMilliseconds: first.end - first.start,
    firstRunFrames: wholeFrames,
    rateMovedMilliseconds: lowerQuartile(moves),
    rateMovedFrames: worstOf(framesMoved),
    workerAlone: alone,
  };
  const line = (what, ms, { p95, longest } = {}) => [
    what,
    milliseconds(ms),
    p95 === undefined ? '' : milliseconds(p95),
    longest === undefined ? '' : milliseconds(longest),
  ];
  console.log(`The built app, ${rowsOf(count)} rows: time, frames' 95th percentile, longest frame`);
  printTable([
    line('CSV dropped until its rows are in the engine', result.importMilliseconds, importFrames),
    line('stored project opened until its results are there', result.openMilliseconds),
    line('  reading its buffers alone', buffers),
    line('whole run, in a worker just started', result.firstRunMilliseconds, wholeFrames),
    line('one rate moved on the screen', result.rateMovedMilliseconds, result.rateMovedFrames),
    line('whole run, asked of the worker alone', alone.whole.milliseconds, alone.whole.frames),
    line('one rate moved, asked of the worker alone', alone.rate.milliseconds, alone.rate.frames),
  ]);
  keepSection('app', result);
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
