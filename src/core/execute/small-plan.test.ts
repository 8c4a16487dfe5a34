import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BandsStep } from '../program/table-program.ts';
import { allocateUnits } from './reference/allocate.ts';
import { payAlone } from './reference/bands.ts';
import { joinRows } from './reference/join.ts';
import { rounded } from './reference/rational.ts';
import { ask } from './testing/ask.ts';
import { call, column, literal } from './testing/expressions.ts';
import { frame, step } from './testing/programs.ts';

const read = (id: string, columns: readonly string[]) =>
  step({ op: 'read', id, source: { from: 'table', table: id } }, columns);
const edges = [0, 0.5, 1, 1.2];
const rates = [0.02, 0.035, 0.05, 0.08];

/** Deals joined to their splits, split to the cent, summed by person, and paid by bands on the person's quota. */
const plan = (mode: BandsStep['mode']) => [
  read('deals', ['deal:text', 'amount']),
  read('splits', ['deal:text', 'person:text', 'share']),
  read('quotas', ['person:text', 'quota']),
  step(
    {
      op: 'join',
      id: 'joined',
      left: 'deals',
      right: 'splits',
      how: 'inner',
      on: [{ left: 'deal', right: 'deal' }],
      cardinality: 'one-to-many',
      take: ['person', 'share'].map((key) => ({ key, from: key })),
    },
    ['deal:text', 'amount', 'person:text', 'share'],
  ),
  step(
    {
      op: 'allocate',
      id: 'credited',
      input: 'joined',
      by: ['deal'],
      amount: column('amount'),
      weight: column('share'),
      of: 'weights',
      tie: ['person'],
      decimals: 2,
      out: 'credit',
    },
    ['deal:text', 'amount', 'person:text', 'share', 'credit'],
  ),
  step(
    {
      op: 'group',
      id: 'sold',
      input: 'credited',
      by: ['person'],
      made: [{ key: 'sold', expression: call('SUM', column('credit')) }],
    },
    ['person:text', 'sold'],
  ),
  step(
    {
      op: 'lookup',
      id: 'attained',
      input: 'sold',
      table: 'quotas',
      on: [{ left: 'person', right: 'person' }],
      match: { by: 'exact' },
      take: [{ key: 'quota', from: 'quota' }],
      missing: 'error',
    },
    ['person:text', 'sold', 'quota'],
  ),
  step(
    {
      op: 'bands',
      id: 'paid',
      input: 'attained',
      value: column('sold'),
      scale: column('quota'),
      pays: { on: 'value' },
      bands: edges.map((from, i) => ({ from: literal(from), rate: literal(rates[i] ?? 0), retroactive: i === 2 })),
      mode,
      tie: 'lower-in',
      scope: { over: 'row' },
      decimals: 2,
      out: { amount: 'pay' },
    },
    ['person:text', 'sold', 'quota', 'pay'],
  ),
];

test('a small plan of join, split, group, look-up and bands pays what the references pay, to the cent', () => {
  const cents = fc.integer({ min: -200_000, max: 5_000_000 });
  const deal = fc.record({
    amount: cents,
    people: fc.uniqueArray(fc.tuple(fc.constantFrom('ann', 'bob', 'cid'), fc.integer({ min: 1, max: 9 })), {
      minLength: 0,
      maxLength: 3,
      selector: ([person]) => person,
    }),
  });
  const quotas = fc.tuple(...['ann', 'bob', 'cid'].map(() => fc.integer({ min: 10_000, max: 20_000_000 })));
  const modes = fc.constantFrom<BandsStep['mode'][]>('whole', 'marginal', 'retroactive', 'interpolated');
  const property = fc.property(fc.array(deal, { minLength: 1, maxLength: 8 }), quotas, modes, (given, quota, mode) => {
    const deals = given.map((one, i) => ({ deal: `d${i}`, amount: one.amount / 100 }));
    const splits = given.flatMap((one, i) => one.people.map(([person, share]) => ({ deal: `d${i}`, person, share })));
    const people = ['ann', 'bob', 'cid'];
    const run = ask(plan(mode), {
      deals: frame({ 'deal:text': deals.map((one) => one.deal), amount: deals.map((one) => one.amount) }),
      splits: frame({
        'deal:text': splits.map((one) => one.deal),
        'person:text': splits.map((one) => one.person),
        share: splits.map((one) => one.share),
      }),
      quotas: frame({ 'person:text': people, quota: quota.map((one) => one / 100) }),
    });

    const pairs = joinRows(deals, splits, { how: 'inner', on: [{ left: 'deal', right: 'deal' }] });
    const sold = new Map<string, bigint>();
    deals.forEach((one, at) => {
      const shares = pairs.flatMap(([l, r]) => (l === at && r !== null ? (splits[r] ?? []) : []));
      const parts = allocateUnits(
        one.amount,
        shares.map(({ share, person }) => ({ weight: share, tie: person })),
        'weights',
        2,
      );
      shares.forEach(({ person }, i) => sold.set(person, (sold.get(person) ?? 0n) + (parts?.[i] ?? 0n)));
    });
    const expected = [...sold].map(([person, units]) => {
      const scale = (quota[people.indexOf(person)] ?? 0) / 100;
      const bands = edges.map((from, i) => ({ from, rate: rates[i] ?? 0, retroactive: i === 2 }));
      const [pay] = payAlone({ bands, mode, tie: 'lower-in', on: 'value' }, [{ value: Number(units) / 100, scale }]);
      return [person, pay && rounded(pay, 2)];
    });
    const paid = run.cells('paid', 'pay');
    expect(run.cells('paid', 'person').map((person, i) => [person, paid[i]])).toEqual(expected);
    expect(run.problems().every((one) => one.code === 'execute.join-unmatched')).toBe(true);
  });
  fc.assert(property, { numRuns: 150 });
});
