// The measured plan as plain arrays, as CSV and as row objects, for engines that know nothing of ours.
import { planDeals, planFrames } from '../../src/core/execute/reference/plan-workload.ts';
import { planLoop } from '../../src/headless/bench/plan-loop.ts';

/** Deals of this workload stand on edges: comparisons without a tolerance need this nudge. */
export const dust = 1e-12;

export function workload(count) {
  const frames = planFrames(planDeals(count));
  const values = (table, key) => frames[table].columns.get(key).values;
  const texts = (table, key) => {
    const { codes, dictionary } = frames[table].columns.get(key);
    return Array.from(codes, (code) => dictionary[code]);
  };
  const deals = {
    rep: texts('deals', 'rep'),
    region: texts('deals', 'region'),
    product: texts('deals', 'product'),
    is_new: Array.from(values('deals', 'is_new'), (flag) => flag === 1),
    amount: values('deals', 'amount'),
    cost: values('deals', 'cost'),
  };
  const quotas = { rep: texts('quotas', 'rep'), quota: values('quotas', 'quota') };
  const sold = new Map();
  deals.rep.forEach((rep, row) => sold.set(rep, (sold.get(rep) ?? 0) + deals.amount[row]));
  const factors = new Map(
    quotas.rep.map((rep, row) => {
      const reached = (sold.get(rep) ?? 0) / quotas.quota[row];
      const factor = reached >= 1.2 - dust ? 1.5 : reached >= 1 - dust ? 1.25 : reached >= 0.8 - dust ? 1 : 0.8;
      return [rep, factor];
    }),
  );
  const factor = Float64Array.from(deals.rep, (rep) => factors.get(rep));
  return { count, frames, deals, quotas, factor, total: planLoop(frames).total };
}

/** Row objects with the factor already looked up: what engines of single formulas are given. */
export function rowObjects({ count, deals, factor }) {
  return Array.from({ length: count }, (_, row) => ({
    amount: deals.amount[row],
    cost: deals.cost[row],
    is_new: deals.is_new[row],
    product: deals.product[row],
    factor: factor[row],
  }));
}

export function csvOf(columns) {
  const keys = Object.keys(columns);
  const lines = [keys.join(',')];
  for (let row = 0; row < columns[keys[0]].length; row++) lines.push(keys.map((key) => columns[key][row]).join(','));
  return lines.join('\n') + '\n';
}
