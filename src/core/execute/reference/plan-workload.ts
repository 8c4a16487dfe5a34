/**
 * The plan that speed and exactness are measured on: base rate by margin in four tiers, accelerator by attainment, a bonus for new customers on two
 * products, a cap, cents. Deals and quotas are generated so that many stand exactly on an edge. The answer comes in whole numbers, without rounding
 * on the way.
 */
import type { Column, Frame } from '../../data/column.ts';
import { amounts, binary, call, column, from, number, text, texts } from '../../program/fixtures/build.ts';
import type { ColumnInfo } from '../../data/schema.ts';
import type { Band, TableProgram, TableStep } from '../../program/table-program.ts';

const MARGINS = [0, 20, 30, 40];
const RATES_PER_MILLE = [20, 40, 60, 85];
const ATTAINMENTS = [0, 80, 100, 120];
const FACTORS_PERCENT = [80, 100, 125, 150];
const BONUS_CENTS = 15_000;
const CAP_CENTS = 2_000_000;
const BONUS_PRODUCTS = ['Router', 'Gateway'];
const PRODUCTS = ['Switch', 'Router', 'Licence', 'Gateway', 'Support', 'Training'];
const REPS = 500;
const REGIONS = 8;

/** Deals in cents. */
export interface PlanDeals {
  readonly count: number;
  readonly rep: Int32Array;
  readonly product: Int32Array;
  readonly isNew: Uint8Array;
  readonly amount: Int32Array;
  readonly cost: Int32Array;
  /** By rep. */
  readonly quota: Float64Array;
}

/** The same deals for the same count, on every machine. */
export function planDeals(count: number): PlanDeals {
  const next = sequence(20_261);
  const deals = {
    count,
    rep: new Int32Array(count),
    product: new Int32Array(count),
    isNew: new Uint8Array(count),
    amount: new Int32Array(count),
    cost: new Int32Array(count),
  };
  const sold = new Float64Array(REPS);
  const firstOf = new Int32Array(REPS).fill(-1);
  for (let i = 0; i < count; i++) {
    const rep = next(REPS);
    const onEdge = next(4) === 0;
    // A whole number of dollars ten cents apart: the margin of an edge is then a whole number of cents.
    const amount = onEdge ? (1 + next(200_000)) * 10 : 100 + next(25_000_000);
    const margin = onEdge ? (MARGINS[next(4)] as number) : next(70);
    deals.rep[i] = rep;
    deals.product[i] = next(PRODUCTS.length);
    deals.isNew[i] = next(3) === 0 ? 1 : 0;
    deals.amount[i] = amount;
    deals.cost[i] = onEdge
      ? amount - (amount / 10) * (margin / 10)
      : amount - Math.floor((amount * margin) / 100) - next(3);
    sold[rep] = (sold[rep] as number) + amount;
    if ((firstOf[rep] as number) < 0) firstOf[rep] = i;
  }
  return { ...deals, quota: quotasFor(sold, firstOf, deals.amount, next) };
}

/** Every third quota makes the attainment exactly 80, 100 or 120 %; the first deal of such a rep grows by some cents for it. */
function quotasFor(sold: Float64Array, firstOf: Int32Array, amount: Int32Array, next: (below: number) => number) {
  return sold.map((total, rep) => {
    const first = firstOf[rep] as number;
    if (rep % 3 !== 0 || first < 0) return 1_000_00 + Math.floor((total * (60 + next(120))) / 100);
    const percent = ATTAINMENTS[1 + ((rep / 3) % 3)] as number;
    const missing = (percent - (total % percent)) % percent;
    amount[first] = (amount[first] as number) + missing;
    return ((total + missing) / percent) * 100;
  });
}

/** Numbers that look drawn, the same every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function planFrames(deals: PlanDeals): Readonly<Record<'deals' | 'quotas', Frame>> {
  const names = Array.from({ length: REPS }, (_, rep) => `R${String(rep).padStart(3, '0')}`);
  const cents = (values: Int32Array | Float64Array) => ({
    type: 'number' as const,
    values: Float64Array.from(values, (value) => value / 100),
  });
  const coded = (codes: Int32Array, dictionary: readonly string[]) => ({ type: 'text' as const, codes, dictionary });
  const regions = Array.from({ length: REGIONS }, (_, region) => `Region ${region + 1}`);
  return {
    deals: {
      rowCount: deals.count,
      columns: new Map<string, Column>([
        ['rep', coded(deals.rep, names)],
        [
          'region',
          coded(
            deals.rep.map((rep) => rep % REGIONS),
            regions,
          ),
        ],
        ['product', coded(deals.product, PRODUCTS)],
        ['is_new', { type: 'boolean' as const, values: Float64Array.from(deals.isNew) }],
        ['amount', cents(deals.amount)],
        ['cost', cents(deals.cost)],
      ]),
    },
    quotas: {
      rowCount: REPS,
      columns: new Map<string, Column>([
        [
          'rep',
          coded(
            Int32Array.from({ length: REPS }, (_, rep) => rep),
            names,
          ),
        ],
        ['quota', cents(deals.quota)],
      ]),
    },
  };
}

/** What every deal pays, in cents: exact, with whole numbers all the way. */
export function exactPayouts(deals: PlanDeals): Float64Array {
  const sold = new Float64Array(REPS);
  for (let i = 0; i < deals.count; i++) {
    sold[deals.rep[i] as number] = (sold[deals.rep[i] as number] as number) + (deals.amount[i] as number);
  }
  const factors = sold.map((total, rep) => {
    const quota = BigInt(deals.quota[rep] as number);
    return FACTORS_PERCENT[ATTAINMENTS.findLastIndex((edge) => BigInt(total) * 100n >= BigInt(edge) * quota)] as number;
  });
  const payouts = new Float64Array(deals.count);
  for (let i = 0; i < deals.count; i++) {
    const amount = deals.amount[i] as number;
    const margin = amount - (deals.cost[i] as number);
    const tier = MARGINS.findLastIndex((edge) => margin * 100 >= edge * amount);
    const rate = tier < 0 ? 0 : (RATES_PER_MILLE[tier] as number);
    const isBonus = deals.isNew[i] === 1 && BONUS_PRODUCTS.includes(PRODUCTS[deals.product[i] as number] as string);
    // Below 2^53: 25,000,000 × 85 × 150, in hundred-thousandths of a cent.
    const exact = amount * rate * (factors[deals.rep[i] as number] as number) + (isBonus ? BONUS_CENTS * 100_000 : 0);
    const capped = Math.min(exact, CAP_CENTS * 100_000);
    payouts[i] = Math.floor((capped + 50_000) / 100_000);
  }
  return payouts;
}

const PLAN = 'plan-workload';
const deal: ColumnInfo[] = [
  ...texts('rep', 'region', 'product'),
  { key: 'is_new', type: 'boolean' },
  ...amounts('amount', 'cost'),
];
const bandsOf = (edges: readonly number[], rates: readonly number[], unit: number): Band[] =>
  edges.map((edge, i) => ({ from: number(edge / 100), rate: number((rates[i] as number) / unit) }));
const isProduct = (name: string) => binary(column('product', 'text'), '=', text(name));

const steps: readonly TableStep[] = [
  {
    op: 'read',
    id: 'deals',
    origin: from(PLAN, 'deals', 'table'),
    columns: deal,
    source: { from: 'table', table: 'deals' },
  },
  {
    op: 'read',
    id: 'quotas',
    origin: from(PLAN, 'quotas', 'table'),
    columns: [...texts('rep'), ...amounts('quota')],
    source: { from: 'table', table: 'quotas' },
  },
  {
    op: 'extend',
    id: 'margins',
    origin: from(PLAN, 'margins', 'extend'),
    columns: [...deal, ...amounts('margin')],
    input: 'deals',
    made: [{ key: 'margin', expression: binary(binary(column('amount'), '-', column('cost')), '/', column('amount')) }],
  },
  {
    op: 'bands',
    id: 'base',
    origin: from(PLAN, 'base', 'bands'),
    columns: [...deal, ...amounts('margin', 'base', 'base_rate')],
    input: 'margins',
    value: column('margin'),
    pays: { on: 'amount', amount: column('amount') },
    bands: bandsOf(MARGINS, RATES_PER_MILLE, 1_000),
    mode: 'whole',
    tie: 'lower-in',
    scope: { over: 'row' },
    decimals: null,
    out: { amount: 'base', rate: 'base_rate' },
  },
  {
    op: 'group',
    id: 'sold',
    origin: from(PLAN, 'attainment', 'group'),
    columns: [...texts('rep'), ...amounts('sold')],
    input: 'deals',
    by: ['rep'],
    made: [{ key: 'sold', expression: call('SUM', column('amount')) }],
  },
  {
    op: 'lookup',
    id: 'attainment',
    origin: from(PLAN, 'attainment', 'lookup'),
    columns: [...texts('rep'), ...amounts('sold', 'quota')],
    input: 'sold',
    table: 'quotas',
    on: [{ left: 'rep', right: 'rep' }],
    match: { by: 'exact' },
    take: [{ key: 'quota', from: 'quota' }],
    missing: 'error',
  },
  {
    op: 'bands',
    id: 'factors',
    origin: from(PLAN, 'accelerator', 'bands'),
    columns: [...texts('rep'), ...amounts('sold', 'quota', 'accelerated', 'factor')],
    input: 'attainment',
    value: column('sold'),
    scale: column('quota'),
    pays: { on: 'value' },
    bands: bandsOf(ATTAINMENTS, FACTORS_PERCENT, 100),
    mode: 'whole',
    tie: 'lower-in',
    scope: { over: 'row' },
    decimals: null,
    out: { amount: 'accelerated', rate: 'factor' },
  },
  {
    op: 'lookup',
    id: 'accelerated',
    origin: from(PLAN, 'accelerator', 'lookup'),
    columns: [...deal, ...amounts('margin', 'base', 'base_rate', 'factor')],
    input: 'base',
    table: 'factors',
    on: [{ left: 'rep', right: 'rep' }],
    match: { by: 'exact' },
    take: [{ key: 'factor', from: 'factor' }],
    missing: 'error',
  },
  {
    op: 'extend',
    id: 'payouts',
    origin: from(PLAN, 'payouts', 'extend'),
    columns: [...deal, ...amounts('margin', 'base', 'base_rate', 'factor', 'bonus', 'payout')],
    input: 'accelerated',
    made: [
      {
        key: 'bonus',
        expression: call(
          'IF',
          call('AND', column('is_new', 'boolean'), call('OR', ...BONUS_PRODUCTS.map(isProduct))),
          number(BONUS_CENTS / 100),
          number(0),
        ),
      },
      {
        key: 'payout',
        expression: call(
          'ROUND',
          call(
            'MIN',
            binary(
              binary(binary(column('amount'), '*', column('base_rate')), '*', column('factor')),
              '+',
              column('bonus'),
            ),
            number(CAP_CENTS / 100),
          ),
          number(2),
        ),
      },
    ],
  },
  ...(['rep', 'region'] as const).map((key): TableStep => ({
    op: 'group',
    id: `by_${key}`,
    origin: from(PLAN, `by-${key}`, 'group'),
    columns: [...texts(key), ...amounts('payout')],
    input: 'payouts',
    by: [key],
    made: [{ key: 'payout', expression: call('SUM', column('payout')) }],
  })),
];

/** `payouts` has every deal's `payout`; `by_rep` and `by_region` its totals. */
export const planWorkload: TableProgram = {
  program: 'table',
  design: PLAN,
  parameters: [],
  steps,
  answers: {
    payouts: { ports: { out: 'payouts' }, headline: { step: 'payouts', measure: 'sum', column: 'payout' } },
    by_rep: { ports: { out: 'by_rep' }, headline: { step: 'by_rep', measure: 'sum', column: 'payout' } },
    by_region: { ports: { out: 'by_region' }, headline: { step: 'by_region', measure: 'sum', column: 'payout' } },
  },
  output: 'payouts',
};
