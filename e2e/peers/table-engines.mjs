// Engines that take whole tables: each opens the workload (not timed) and answers a run of the whole plan.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSql, totalSql } from './plan-sql.mjs';
import { csvOf, dust } from './workload.mjs';

const require = createRequire(import.meta.url);
const readCsv = (file) => `select * from read_csv('${file}', header = true)`;

export async function duckdbNative({ deals, quotas }) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  for (const [name, columns] of Object.entries({ deals, quotas })) {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, csvOf(columns));
    await connection.run(`create table ${name} as ${readCsv(file)}`);
  }
  rmSync(folder, { recursive: true });
  return {
    async run() {
      for (const sql of planSql) await connection.runAndReadAll(sql);
    },
    async total() {
      return (await connection.runAndReadAll(totalSql)).getRows()[0][0];
    },
    close: () => connection.closeSync(),
  };
}

export async function duckdbWasm({ deals, quotas }) {
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const file = (name) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`);
  const bundle = { mainModule: file('duckdb-eh.wasm'), mainWorker: file('duckdb-node-eh.worker.cjs') };
  const bundles = {
    mvp: { mainModule: file('duckdb-mvp.wasm'), mainWorker: file('duckdb-node-mvp.worker.cjs') },
    eh: bundle,
  };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate();
  const connection = database.connect();
  for (const [name, columns] of Object.entries({ deals, quotas })) {
    database.registerFileText(`${name}.csv`, csvOf(columns));
    connection.query(`create table ${name} as ${readCsv(`${name}.csv`)}`);
  }
  return {
    run: () => void planSql.forEach((sql) => connection.query(sql)),
    total: () => Number(connection.query(totalSql).toArray()[0].total),
    close: () => connection.close(),
  };
}

export async function arquero({ deals, quotas }) {
  const aq = await import('arquero');
  const table = aq.table(deals).params({ dust });
  const targets = aq.table(quotas).params({ dust });
  const { op } = aq;
  let payouts;
  return {
    run() {
      const factors = table
        .groupby('rep')
        .rollup({ sold: (d) => op.sum(d.amount) })
        .join(targets)
        .params({ dust })
        .derive({
          factor: (d, $) =>
            d.sold / d.quota >= 1.2 - $.dust
              ? 1.5
              : d.sold / d.quota >= 1 - $.dust
                ? 1.25
                : d.sold / d.quota >= 0.8 - $.dust
                  ? 1
                  : 0.8,
        })
        .select('rep', 'factor');
      payouts = table
        .derive({ margin: (d) => (d.amount - d.cost) / d.amount })
        .derive({
          rate: (d, $) =>
            d.margin >= 0.4 - $.dust ? 0.085 : d.margin >= 0.3 - $.dust ? 0.06 : d.margin >= 0.2 - $.dust ? 0.04 : 0.02,
          bonus: (d) => (d.is_new && (d.product === 'Router' || d.product === 'Gateway') ? 150 : 0),
        })
        .join_left(factors, 'rep')
        .derive({
          payout: (d) =>
            op.round(
              (d.amount * d.rate * d.factor + d.bonus < 20000 ? d.amount * d.rate * d.factor + d.bonus : 20000) * 100,
            ) / 100,
        });
      payouts.groupby('rep').rollup({ payout: (d) => op.sum(d.payout) });
      payouts.groupby('region').rollup({ payout: (d) => op.sum(d.payout) });
    },
    total: () => payouts.array('payout').reduce((sum, pay) => sum + pay, 0),
    close: () => undefined,
  };
}
