// The real workers in a real browser: answers, progress, cancel, transfer, and a worker that dies.
import { expect, onTestFinished, test } from 'vitest';
import { cellAt, type Column, type Frame } from '#core/data/column.ts';
import { amounts, call, column, from, parameter, texts } from '#core/program/fixtures/build.ts';
import type { TableProgram } from '#core/program/table-program.ts';
import { Cancelled, createEngine } from './client.ts';
import { askFiles } from './files-client.ts';
import type { RunInput } from './protocol.ts';

const columns = [...texts('rep'), ...amounts('amount')];
const program: TableProgram = {
  program: 'table',
  design: 'd',
  output: 'pay',
  parameters: amounts('rate'),
  steps: [
    {
      op: 'read',
      id: 'deals',
      origin: from('d', 'deals', 'table'),
      columns,
      source: { from: 'table', table: 'deals' },
    },
    {
      op: 'extend',
      id: 'pay',
      origin: from('d', 'pay', 'columns'),
      columns: [...columns, ...amounts('pay')],
      grain: ['rep'],
      input: 'deals',
      made: [{ key: 'pay', expression: call('PRODUCT', column('amount'), parameter('rate')) }],
    },
  ],
  answers: { pay: { ports: { out: 'pay' }, headline: { step: 'pay', measure: 'sum', column: 'pay' } } },
};
const at = (rate: number): RunInput => ({ program, parameters: { rate }, asOf: 46000 });

function deals(rows: number): Frame {
  return {
    rowCount: rows,
    columns: new Map<string, Column>([
      [
        'rep',
        {
          type: 'text',
          codes: Int32Array.from({ length: rows }, (_, row) => row % 3),
          dictionary: ['Bo', 'Ann', 'Cy'],
        },
      ],
      ['amount', { type: 'number', values: Float64Array.from({ length: rows }, (_, row) => (row * 7919) % 10_007) }],
    ]),
  };
}

function opened(start?: () => Worker) {
  const engine = createEngine(start);
  onTestFinished(() => engine.close());
  return engine;
}

test('the worker runs a plan: the table moves into it, the answer and a sorted window come back', async () => {
  const engine = opened();
  const frame = deals(5000);
  await engine.ask('table.put', { table: 'deals', frame });
  const amount = frame.columns.get('amount');
  expect(amount && 'values' in amount && amount.values.length).toBe(0); // moved, not copied

  const result = await engine.ask('run', at(0.5));
  expect(result.answers['pay']).toMatchObject({ rows: 5000 });
  const window = await engine.ask('window', {
    of: { run: at(0.5), step: 'pay' },
    from: 0,
    to: 2,
    sort: [{ key: 'pay', descending: true }],
  });
  const pay = window.frame.columns.get('pay');
  expect([window.total, pay && cellAt(pay, 0)]).toEqual([5000, 10_006 / 2]);
  const csv = await engine.ask('csv', { run: at(0.5), step: 'pay' });
  expect(new TextDecoder().decode(csv.subarray(0, 15))).toBe('rep,amount,pay\n');
});

test('long work tells its progress, and a cancel ends it while the engine goes on answering', async () => {
  const engine = opened();
  await engine.ask('table.put', { table: 'deals', frame: deals(1_000_000) });
  const controller = new AbortController();
  const told: number[] = [];
  const asked = engine.ask(
    'window',
    { of: { table: 'deals' }, from: 0, to: 10, sort: [{ key: 'amount', descending: false }] },
    {
      signal: controller.signal,
      onProgress: (progress) => {
        told.push(progress.rows);
        controller.abort();
      },
    },
  );
  await expect(asked).rejects.toBeInstanceOf(Cancelled);
  expect(told.length).toBe(1);
  const next = await engine.ask('window', { of: { table: 'deals' }, from: 0, to: 1 });
  expect(next.total).toBe(1_000_000);
});

test('a worker that dies is started again and whoever keeps the tables is told', async () => {
  let starts = 0;
  const dying = () => {
    starts += 1;
    if (starts > 1) return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return new Worker(
      URL.createObjectURL(
        new Blob(["onmessage = () => { throw new Error('out of memory') }"], { type: 'text/javascript' }),
      ),
    );
  };
  const engine = opened(dying);
  const restarted = new Promise<void>((resolve) => void engine.onRestart(resolve));
  await expect(engine.ask('run', at(1))).rejects.toThrow('out of memory');
  await restarted;
  await engine.ask('table.put', { table: 'deals', frame: deals(3) });
  expect((await engine.ask('run', at(1))).answers['pay']).toMatchObject({ rows: 3 });
});

test('a worker that cannot start is not started for ever', async () => {
  let starts = 0;
  const engine = opened(() => {
    starts += 1;
    return new Worker(URL.createObjectURL(new Blob(["throw new Error('broken')"], { type: 'text/javascript' })));
  });
  await expect.poll(() => starts).toBe(4);
  // The last of them may not have failed yet: until it has, a question fails with it.
  const refusal = () => engine.ask('run', at(1)).then(String, (error: Error) => error.message);
  await expect.poll(refusal).toBe('the engine is closed');
  expect(starts).toBe(4);
});

test('a CSV file is looked at and read apart from the page, with progress, and can be cancelled', async () => {
  const lines = Array.from({ length: 200_000 }, (_, row) => `Rep ${row % 50},${row}.5,2026-03-0${(row % 9) + 1}`);
  const file = new File([`rep,amount,close date\n${lines.join('\n')}\n`], 'deals.csv');
  const { detection } = await askFiles('detect', { file, name: file.name, columnWord: 'Column' });
  if (!detection) throw new Error('nothing detected');
  expect(detection.options.columns.map((one) => [one.key, one.reading.type])).toEqual([
    ['rep', 'text'],
    ['amount', 'number'],
    ['close_date', 'date'],
  ]);
  const told: number[] = [];
  const imported = await askFiles(
    'import',
    { file, options: detection.options },
    { onProgress: (progress) => told.push(progress.bytes) },
  );
  const amount = imported.frame.columns.get('amount');
  expect([imported.frame.rowCount, amount && cellAt(amount, 199_999), imported.problems]).toEqual([
    200_000,
    199_999.5,
    [],
  ]);
  expect([told.length > 3, told.at(-1)]).toEqual([true, file.size]);

  const controller = new AbortController();
  const asked = askFiles(
    'import',
    { file, options: detection.options },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  await expect(asked).rejects.toBeInstanceOf(Cancelled);
});
