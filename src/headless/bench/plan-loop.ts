/** The measured plan by hand: the limit that the engine's times are told against. */
import { isNumeric, isText, type Frame } from '#core/data/column.ts';

export type PlanFrames = Readonly<Record<'deals' | 'quotas', Frame>>;

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
const REGIONS = 8;

export interface PlanTotals {
  readonly total: number;
  readonly byRep: Float64Array;
  readonly byRegion: Float64Array;
}

/** Typed arrays, no branches in the row loop, totals by rep and region. It rounds as most hand-written code does, without the 15-digit path. */
export function planLoop({ deals, quotas }: PlanFrames, topRate = 0.085): PlanTotals {
  const [amount, cost, isNew] = [numbers(deals, 'amount'), numbers(deals, 'cost'), numbers(deals, 'is_new')];
  const [rep, region, product] = [codes(deals, 'rep'), codes(deals, 'region'), codes(deals, 'product')];
  const quota = numbers(quotas, 'quota');
  const rates = Float64Array.of(0.02, 0.04, 0.06, topRate);
  const bonusOf = Float64Array.of(0, 150, 0, 150, 0, 0);
  const count = amount.length;
  const factor = factorsOf(rep, amount, quota);
  const byRep = new Float64Array(quota.length);
  const byRegion = new Float64Array(REGIONS);
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

function factorsOf(rep: Int32Array, amount: Float64Array, quota: Float64Array): Float64Array {
  const factors = Float64Array.of(0.8, 1, 1.25, 1.5);
  const sold = new Float64Array(quota.length);
  for (let i = 0; i < amount.length; i++) sold[rep[i]!]! += amount[i]!;
  return sold.map((all, one) => {
    const reached = all / quota[one]!;
    return factors[+(reached >= 0.8 - dust) + +(reached >= 1 - dust) + +(reached >= 1.2 - dust)]!;
  });
}

/**
 * The same plan by somebody who expects the top rate to move: tiers, factors and bonuses are kept, and a new rate makes rates, payouts and totals again.
 * Rates and payouts are columns, as the engine keeps them.
 */
export function incrementalPlan({ deals, quotas }: PlanFrames): (topRate: number) => PlanTotals {
  const [amount, cost, isNew] = [numbers(deals, 'amount'), numbers(deals, 'cost'), numbers(deals, 'is_new')];
  const [rep, region, product] = [codes(deals, 'rep'), codes(deals, 'region'), codes(deals, 'product')];
  const count = amount.length;
  const factor = factorsOf(rep, amount, numbers(quotas, 'quota'));
  const bonusOf = Float64Array.of(0, 150, 0, 150, 0, 0);
  const bonus = Float64Array.from(product, (code, row) => isNew[row]! * bonusOf[code]!);
  const tier = Uint8Array.from(amount, (sum, row) => {
    const margin = (sum - cost[row]!) / sum;
    return +(margin >= 0.2 - dust) + +(margin >= 0.3 - dust) + +(margin >= 0.4 - dust);
  });
  return (topRate) => {
    const rates = Float64Array.of(0.02, 0.04, 0.06, topRate);
    const rate = new Float64Array(count);
    const payout = new Float64Array(count);
    const byRep = new Float64Array(factor.length);
    const byRegion = new Float64Array(REGIONS);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const own = rates[tier[i]!]!;
      rate[i] = own;
      const pay = Math.round(Math.min(amount[i]! * own * factor[rep[i]!]! + bonus[i]!, 20_000) * 100) / 100;
      payout[i] = pay;
      byRep[rep[i]!]! += pay;
      byRegion[region[i]!]! += pay;
      total += pay;
    }
    return { total, byRep, byRegion };
  };
}
