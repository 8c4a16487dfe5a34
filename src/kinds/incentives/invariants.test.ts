// What must hold for any data: nothing is lost, nothing is made, limits limit.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, money, number, person, runSmall, text, type SmallPlan } from '../testing/small-plan.ts';

const cents = fc.integer({ min: 0, max: 5_000_000 }).map((amount) => amount / 100);
const who = fc.constantFrom('Ann', 'Bo', 'Cy', '李娜');
const cent = (amount: unknown) => Math.round(Number(amount) * 100);
const sum = (amounts: readonly unknown[]) => amounts.reduce<number>((total, amount) => total + cent(amount), 0);

function planFor(
  deals: readonly (readonly [owner: string, amount: number])[],
  splits: readonly (readonly [deal: number, person: string, percent: number])[],
  limit: number,
): SmallPlan {
  return {
    tables: {
      deals: {
        columns: { deal: id, owner: person, amount: money },
        grain: ['deal'],
        rows: deals.map(([owner, amount], at) => ({ deal: `D${at}`, owner, amount })),
      },
      splits: {
        columns: { deal: text, person, share: number },
        rows: splits.map(([deal, name, percent]) => ({ deal: `D${deal}`, person: name, share: percent / 100 })),
      },
      quotas: {
        columns: { person, quota: { ...number, role: 'quota' } },
        rows: ['Ann', 'Bo', 'Cy', '李娜'].map((name, at) => ({ person: name, quota: 20_000 * (at + 1) })),
      },
    },
    nodes: {
      deals: ['table', { table: 'deals' }],
      splits: ['table', { table: 'splits' }],
      quotas: ['table', { table: 'quotas' }],
      credits: [
        'credit',
        {
          deal: 'deal',
          owner: 'owner',
          amount: 'amount',
          splitDeal: 'deal',
          splitPerson: 'person',
          splitShare: 'share',
        },
      ],
      attainment: ['attainment', { person: 'person', credit: 'credit', quotaPerson: 'person', quota: 'quota' }],
      base: [
        'bands',
        {
          value: 'credited',
          quota: 'quota',
          mode: 'retroactive',
          bands: [
            { from: 0, rate: 0.02 },
            { from: 0.8, rate: 0.03 },
            { from: 1, rate: 0.04, retroactive: true },
          ],
        },
      ],
      boost: ['accelerator', { value: 'credited', quota: 'quota', rateColumn: 'base_rate' }],
      limit: ['cap', { most: String(limit) }],
      payout: ['payout', { person: 'person' }],
    },
    edges: [
      'deals > credits',
      'splits > credits.splits',
      'credits > attainment',
      'quotas > attainment.quotas',
      'attainment > base',
      'base > boost',
      'boost > limit',
      'limit > payout',
    ],
  };
}

test('splits add up to their deals, components to the payout, and a cap never raises pay', { timeout: 60_000 }, () => {
  const deals = fc.array(fc.tuple(who, cents), { minLength: 1, maxLength: 12 });
  const splits = fc.uniqueArray(fc.tuple(fc.nat(11), who, fc.integer({ min: 1, max: 25 })), {
    maxLength: 12,
    selector: ([deal, name]) => `${deal} ${name}`,
  });
  fc.assert(
    fc.property(deals, splits, fc.integer({ min: 0, max: 4000 }), (given, shared, limit) => {
      const plan = planFor(given, shared, limit);
      const credits = runSmall(plan, 'credits');
      for (const [at, [, amount]] of given.entries()) {
        const parts = credits.rows.filter((row) => row['deal'] === `D${at}`).map((row) => row['credit']);
        expect(sum(parts)).toBe(cent(amount));
      }
      const { rows, problems } = runSmall(plan);
      expect(problems.filter((one) => one.severity === 'error')).toEqual([]);
      expect(sum(rows.map((row) => row['credited']))).toBe(sum(given.map(([, amount]) => amount)));
      for (const row of rows) {
        expect(sum([row['base'], row['accelerator'], row['cap']])).toBe(cent(row['payout']));
        expect(cent(row['payout'])).toBeLessThanOrEqual(limit * 100);
        expect(cent(row['cap'])).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 20 },
  );
});
