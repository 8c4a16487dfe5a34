// The simulator against a slow one that was made apart from it, and the laws of any simulation.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputOf, type SmallJourney } from '#kinds/testing/small-journey.ts';
import { id, number } from '#kinds/testing/small-plan.ts';
import { traceCustomer } from './customer-trace.ts';
import { armOf, saltOf, throwDice } from './dice.ts';
import { createEventHeap } from './event-heap.ts';
import { simulateAll, type SimulationInput } from './simulate.ts';
import { randomJourney } from './testing/random-journey.ts';
import { referenceOf } from './testing/reference.ts';
import { instantOf } from './virtual-clock.ts';

function intentLines(result: ReturnType<typeof simulateAll>): string[] {
  return result.intents
    .map((one) => `${instantOf(one.at)} ${one.customer} ${one.node} ${one.effect} ${one.refused ?? ''}`)
    .sort();
}

describe('any journey', () => {
  test('comes to what the slow reference comes to', () => {
    fc.assert(
      fc.property(randomJourney, fc.integer(), (small, seed) => {
        const input = inputOf(small, { seed });
        const result = simulateAll(input);
        const wanted = referenceOf(input);
        expect(result.nodes).toEqual(wanted.nodes);
        expect(result.goals).toEqual(Object.fromEntries(Object.entries(wanted.goals).sort()));
        expect([result.entered, result.heldOut]).toEqual([wanted.entered, wanted.heldOut]);
        expect(intentLines(result)).toEqual(wanted.intents);
      }),
    );
  });

  test('loses nobody: in = waiting + out + failed at each node, and every visit is active or has ended', () => {
    fc.assert(
      fc.property(randomJourney, fc.integer(), (small, seed) => {
        const result = simulateAll(inputOf(small, { seed }));
        for (const counts of Object.values(result.nodes))
          expect(counts.in).toBe(counts.waiting + counts.out + counts.failed);
        const ended = Object.values(result.ended).reduce((sum, count) => sum + count, 0);
        expect(ended + result.active).toBe(result.entered);
      }),
    );
  });

  test('gives the same digest again, and in whatever order the customers stand', () => {
    fc.assert(
      fc.property(randomJourney, fc.integer(), fc.infiniteStream(fc.nat()), (small, seed, dice) => {
        const once = simulateAll(inputOf(small, { seed }));
        expect(simulateAll(inputOf(small, { seed })).digest).toBe(once.digest);
        const rows = [...small.customers.rows]
          .map((row) => ({ row, place: dice.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map((one) => one.row);
        const turned = simulateAll(inputOf({ ...small, customers: { ...small.customers, rows } }, { seed }));
        expect(turned.digest).toBe(once.digest);
        expect(turned.intents).toEqual(once.intents);
      }),
    );
  });

  test('treats each customer alike alone and in the crowd', () => {
    fc.assert(
      fc.property(randomJourney, fc.integer(), (small, seed) => {
        const input = inputOf(small, { seed });
        const all = simulateAll(input);
        for (const { customer } of small.customers.rows as readonly { customer: string }[]) {
          const alone = simulateAll(input, { customer });
          expect(alone.intents).toEqual(all.intents.filter((one) => one.customer === customer));
          const trace = traceCustomer(input, customer);
          const acts = trace.entries.filter((entry) => entry.what === 'acted' || entry.what === 'refused');
          expect(acts.map((entry) => [entry.at, entry.node])).toEqual(alone.intents.map((one) => [one.at, one.node]));
          for (const entry of trace.entries) {
            expect(entry.sentence.en).not.toBe('');
            expect(entry.sentence['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
          }
        }
      }),
    );
  });
});

const crowd = (share: number): SmallJourney => ({
  customers: {
    columns: { customer: id, seats: number },
    rows: Array.from({ length: 4000 }, (_, i) => ({ customer: `K${i}`, seats: i })),
  },
  nodes: { in: ['entry'], ab: ['split', { share }], one: ['exit'], two: ['exit'] },
  edges: ['in > ab', 'ab.a > one', 'ab.b > two'],
});

describe('dice', () => {
  test('a split gives exactly what the hash of each customer says, near its share', () => {
    for (const share of [0.1, 0.5, 0.73]) {
      const input = inputOf(crowd(share), { seed: 42 });
      const result = simulateAll(input);
      const salt = saltOf('ab', 42);
      const wanted = (crowd(share).customers.rows as readonly { customer: string }[]).filter(
        ({ customer }) => throwDice(42, salt, saltOf(customer, 42), 0) < share,
      ).length;
      expect(result.ports['ab']).toEqual({ a: wanted, b: 4000 - wanted });
      // Four standard deviations.
      expect(Math.abs(wanted - 4000 * share)).toBeLessThan(4 * Math.sqrt(4000 * share * (1 - share)));
    }
  });

  test('of two splits one after the other the second is not decided by the first', () => {
    const dice = (node: string, i: number) => throwDice(7, saltOf(node, 7), saltOf(`K${i}`, 7), 0);
    const both = Array.from({ length: 4000 }, (_, i) => [dice('a', i) < 0.5, dice('b', i) < 0.5]);
    const same = both.filter(([a, b]) => a === b).length;
    expect(Math.abs(same - 2000)).toBeLessThan(4 * Math.sqrt(1000));
  });

  test('an arm added at the end takes from the others and moves nobody between them', () => {
    for (let i = 0; i < 500; i++) {
      const dice = throwDice(1, saltOf('n', 1), saltOf(`K${i}`, 1), 0);
      const [before, after] = [armOf([1, 1], dice), armOf([1, 1, 1], dice)];
      if (before === 1) expect([1, 2]).toContain(after);
      else expect([0, 1]).toContain(after);
    }
    expect(armOf([0, 1, 0], 0.999_999_999)).toBe(1);
  });
});

test('what is due comes in order, whatever the order in which it was put in', () => {
  const event = fc.record({
    time: fc.integer({ min: 0, max: 5 }),
    rank: fc.integer({ min: 2, max: 4 }),
    customer: fc.integer({ min: 0, max: 3 }),
    token: fc.nat(9),
    epoch: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const heap = createEventHeap(2);
      for (const one of events) heap.push(one);
      const out = events.map(() => heap.pop());
      const wanted = events
        .map((one, place) => ({ one, place }))
        .sort(
          (a, b) =>
            a.one.time - b.one.time || a.one.rank - b.one.rank || a.one.customer - b.one.customer || a.place - b.place,
        );
      expect(out).toEqual(wanted.map(({ one }) => one));
      expect(heap.pop()).toBeUndefined();
      expect(heap.peekTime()).toBe(Infinity);
    }),
  );
});

test('a loop without a wait is stopped and told, not run for ever', () => {
  const looped: SmallJourney = {
    ...crowd(0.5),
    customers: { columns: { customer: id }, rows: [{ customer: 'K' }] },
    nodes: { in: ['entry'], a: ['call'], b: ['call'] },
    edges: ['in > a', 'a > b', 'b > a'],
  };
  const result = simulateAll(inputOf(looped) satisfies SimulationInput);
  expect(result.problems.map((one) => one.code)).toEqual(['simulate.looped']);
  const failed = Object.values(result.nodes).reduce((sum, node) => sum + node.failed, 0);
  expect(failed).toBe(1);
});
