// The worked examples of incentive plans, each as a small plan that is compiled and run.
import { describe, expect, test } from 'vitest';
import { drain } from '#core/execute/run.ts';
import { date, id, money, number, person, runSmall, text, type SmallPlan } from '../testing/small-plan.ts';

const column = (rows: readonly Readonly<Record<string, unknown>>[], key: string) => rows.map((row) => row[key]);
const total = (values: readonly unknown[]) => values.reduce<number>((sum, value) => sum + Number(value), 0);

/** Deals with bands straight on them: the amount is what is measured and what is paid on. */
function onDeals(rows: SmallPlan['tables'][string]['rows'], bands: Readonly<Record<string, unknown>>): SmallPlan {
  return {
    tables: { deals: { columns: { person, closed: date, month: text, amount: money, prior: number }, rows } },
    nodes: {
      deals: ['table', { table: 'deals' }],
      base: ['bands', { measure: 'amount', value: 'amount', ...bands }],
    },
    edges: ['deals > base'],
  };
}
const only = (...amounts: number[]) => amounts.map((amount) => ({ person: 'Ann', amount }));
const pays = (amounts: readonly number[], bands: Readonly<Record<string, unknown>>) =>
  column(runSmall(onDeals(only(...amounts), bands)).rows, 'base');

/** One person with credit and quota, through attainment. */
function onQuota(credited: number, quota: number, bands: Readonly<Record<string, unknown>>): unknown {
  const { rows, problems } = runSmall({
    tables: {
      credits: { columns: { person, amount: money }, rows: [{ person: 'Ann', amount: credited }] },
      quotas: {
        columns: { person, quota: { ...number, role: 'quota' }, target: number },
        rows: [{ person: 'Ann', quota, target: 100_000 }],
      },
    },
    nodes: {
      credits: ['table', { table: 'credits' }],
      quotas: ['table', { table: 'quotas' }],
      attainment: [
        'attainment',
        { person: 'person', credit: 'amount', quotaPerson: 'person', quota: 'quota', keep: ['target'] },
      ],
      base: ['bands', { measure: 'attainment', value: 'credited', quota: 'quota', ...bands }],
    },
    edges: ['credits > attainment', 'quotas > attainment.quotas', 'attainment > base'],
  });
  expect(problems).toEqual([]);
  return rows[0]?.base;
}

describe('worked examples of rate bands', () => {
  test('I01 marginal bands start after what was reached before', () => {
    const { rows } = runSmall(
      onDeals([{ person: 'Ann', amount: 20_000, prior: 145_000 }], {
        bands: [
          { from: 0, rate: 0.04 },
          { from: 150_000, rate: 0.06 },
          { from: 250_000, rate: 0.08 },
        ],
        mode: 'marginal',
        opening: 'prior',
      }),
    );
    expect(rows[0]).toMatchObject({ base: 1100, base_blended: 0.055, base_rate: 0.06 });
  });

  const deals = [
    ['2026-01-05', 'Jan', 200],
    ['2026-01-12', 'Jan', 300],
    ['2026-01-20', 'Jan', 1500],
    ['2026-02-03', 'Feb', 1200],
    ['2026-02-17', 'Feb', 2000],
    ['2026-03-09', 'Mar', 4500],
  ].map(([closed, month, amount]) => ({ person: 'Ann', closed, month, amount }));
  const tiers = [
    { from: 0, rate: 0.01 },
    { from: 1000, rate: 0.02 },
    { from: 3000, rate: 0.03 },
    { from: 8000, rate: 0.05 },
  ];
  const running = { scope: 'running', by: ['person'], order: ['closed'] };
  const quarter = (bands: Readonly<Record<string, unknown>>) =>
    column(runSmall(onDeals(deals, { bands: tiers, ...bands })).rows, 'base');

  test('I02 one data set under every mode and scope', () => {
    expect(quarter({ mode: 'marginal' })).toEqual([2, 3, 20, 14, 30, 95]);
    expect(total(quarter({ mode: 'whole' }))).toBe(234);
    expect(quarter({ mode: 'marginal', ...running })).toEqual([2, 3, 25, 26, 60, 169]);
    const retroactive = tiers.map((band) => ({ ...band, retroactive: true }));
    expect(quarter({ mode: 'retroactive', bands: retroactive, ...running })).toEqual([2, 3, 35, 56, 60, 329]);
    const amounts = [10, 40, 100, 2000].map((amount, at) => ({ from: tiers[at]?.from ?? 0, amount }));
    expect(quarter({ mode: 'interpolated', bands: amounts })).toEqual([2, 3, 20, 14, 30, 80]);
  });

  test('I02 per month: grouped first, then bands', () => {
    const { rows } = runSmall({
      tables: { deals: { columns: { person, month: text, amount: money }, rows: deals } },
      nodes: {
        deals: ['table', { table: 'deals' }],
        months: ['group', { by: ['person', 'month'], made: [{ key: 'credited', formula: 'SUM(amount)' }] }],
        base: ['bands', { measure: 'amount', value: 'credited', bands: tiers, mode: 'marginal' }],
        payout: ['payout', { person: 'person' }],
      },
      edges: ['deals > months', 'months > base', 'base > payout'],
    });
    expect(rows).toMatchObject([{ person: 'Ann', payout: 181 }]);
  });

  test('I03 the trace lists what each band paid', () => {
    const { run, step, rows } = runSmall(
      onDeals(only(2500), {
        bands: [
          { from: 0, rate: 0.01 },
          { from: 1000, rate: 0.02 },
        ],
      }),
    );
    const { how } = drain(run.trace({ step, row: 0, column: 'base' }));
    expect(how).toMatchObject({
      by: 'bands',
      lines: [
        { on: 1000, rate: 0.01, amount: 10 },
        { on: 1500, rate: 0.02, amount: 30 },
      ],
    });
    expect(rows[0]).toMatchObject({ base: 40, base_blended: 0.016 });
  });

  const whole = [
    { from: 0, rate: 0.01 },
    { from: 10_000, rate: 0.02 },
    { from: 50_000, rate: 0.03 },
  ];
  test('I04 whole against split', () => {
    expect(pays([5000, 15_000, 60_000], { bands: whole, mode: 'whole' })).toEqual([50, 300, 1800]);
    expect(pays([5000, 15_000, 60_000], { bands: whole, mode: 'marginal' })).toEqual([50, 200, 1200]);
  });

  test('I05 amounts interpolated on attainment', () => {
    const bands = [
      { from: 0, amount: 1000 },
      { from: 0.25, amount: 2000 },
      { from: 0.5, amount: 5000 },
      { from: 1, amount: 0 },
    ];
    expect(onQuota(12, 100, { bands, mode: 'interpolated' })).toBe(480);
    expect(onQuota(60, 100, { bands, mode: 'interpolated' })).toBe(4000);
  });

  test('I06 a marginal accelerator', () => {
    const bands = [
      { from: 0, rate: 0.05 },
      { from: 100_000, rate: 0.06 },
      { from: 125_000, rate: 0.07 },
    ];
    expect(pays([150_000], { bands })).toEqual([8250]);
  });

  const onTarget = (bands: readonly Readonly<Record<string, unknown>>[], mode = 'marginal') => ({
    bands,
    mode,
    pays: 'target',
    base: 'target',
  });
  test('I07 an accelerator on target pay', () => {
    const bands = [
      { from: 0, rate: 1 },
      { from: 1, rate: 1.5 },
      { from: 1.3, rate: 1 },
    ];
    expect(onQuota(650_000, 500_000, onTarget(bands))).toBe(145_000);
  });

  test('I08 a decelerator', () => {
    const slow = { from: 0, rate: 0.5 };
    const bands = [slow, { from: 0.5, rate: 1 }];
    expect(onQuota(200_000, 500_000, onTarget(bands))).toBe(20_000);
    expect(onQuota(300_000, 500_000, onTarget(bands))).toBe(35_000);
    const back = [slow, { from: 0.5, rate: 1, retroactive: true }];
    expect(onQuota(300_000, 500_000, onTarget(back, 'retroactive'))).toBe(60_000);
  });

  test('I09 a retroactive band, then a forward one', () => {
    const bands = [
      { from: 0, rate: 0.05 },
      { from: 0.5, rate: 0.1, retroactive: true },
      { from: 1, rate: 0.2 },
    ];
    const paid = [15_000, 16_500, 30_000, 40_000].map((credited) =>
      onQuota(credited, 33_000, { bands, mode: 'retroactive' }),
    );
    expect(paid).toEqual([750, 1650, 3000, 4700]);
  });

  test('I10 cumulative or not', () => {
    const bands = [
      { from: 0, rate: 0.06 },
      { from: 1, rate: 0.08 },
    ];
    expect(onQuota(110_000, 100_000, { bands, mode: 'whole' })).toBe(8800);
    expect(onQuota(110_000, 100_000, { bands, mode: 'marginal' })).toBe(6800);
  });
});

describe('worked examples of splits and caps', () => {
  const split = (amount: number, shares: readonly (readonly [string, number])[]) => {
    const { rows, problems } = runSmall({
      tables: {
        deals: { columns: { deal: id, owner: person, amount: money }, rows: [{ deal: 'D1', owner: 'Zoe', amount }] },
        splits: {
          columns: { deal: text, who: person, share: { ...number, format: { kind: 'percent' } } },
          rows: shares.map(([who, share]) => ({ deal: 'D1', who, share })),
        },
      },
      nodes: {
        deals: ['table', { table: 'deals' }],
        splits: ['table', { table: 'splits' }],
        credits: [
          'credit',
          {
            deal: 'deal',
            owner: 'owner',
            amount: 'amount',
            splitDeal: 'deal',
            splitPerson: 'who',
            splitShare: 'share',
            rest: 'nobody',
          },
        ],
      },
      edges: ['deals > credits', 'splits > credits.splits'],
    });
    expect(problems).toEqual([]);
    return Object.fromEntries(rows.map((row) => [row.person, row.credit]));
  };

  test('I23 a split keeps every cent; ties go by person, not by order', () => {
    expect(
      split(0.05, [
        ['a', 0.7],
        ['b', 0.3],
      ]),
    ).toEqual({ a: 0.04, b: 0.01 });
    expect(
      split(0.05, [
        ['a', 0.3],
        ['b', 0.7],
      ]),
    ).toEqual({ a: 0.02, b: 0.03 });
    const thirds = (order: readonly string[]) => order.map((who) => [who, 1 / 3] as const);
    expect(split(8, thirds(['c', 'a', 'b']))).toEqual({ a: 2.67, b: 2.67, c: 2.66 });
    expect(split(100, thirds(['b', 'c', 'a']))).toEqual({ a: 33.34, b: 33.33, c: 33.33 });
    expect(
      split(1000.01, [
        ['c', 0.2],
        ['a', 0.5],
        ['b', 0.3],
      ]),
    ).toEqual({ a: 500.01, b: 300, c: 200 });
  });

  test('I24 a cap for each deal', () => {
    const { rows } = runSmall({
      tables: {
        deals: {
          columns: { person, amount: money, target: number },
          rows: [{ person: 'Ann', amount: 500_000, target: 15_000 }],
        },
      },
      nodes: {
        deals: ['table', { table: 'deals' }],
        base: ['bands', { measure: 'amount', value: 'amount', bands: [{ from: 0, rate: 0.15 }] }],
        limit: ['cap', { most: '3 * target' }],
        payout: ['payout', { person: 'person' }],
      },
      edges: ['deals > base', 'base > limit', 'limit > payout'],
    });
    expect(rows).toMatchObject([{ base: 75_000, cap: -30_000, payout: 45_000 }]);
  });
});
