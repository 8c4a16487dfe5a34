import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, type Value } from '../../data/value.ts';
import { sayProblem } from '../../problem/codes.ts';
import type { AllocateStep } from '../../program/table-program.ts';
import { stepDownUnits, type Given } from '../reference/step-down.ts';
import { ask } from '../testing/ask.ts';
import { column } from '../testing/expressions.ts';
import { frame, step } from '../testing/programs.ts';

/** `[pool, receiver, own amount of the pool, weight, order]`. */
type Line = readonly [pool: Value, to: Value, own: Value, weight: Value, place?: Value];
const names = ['pool:text', 'to:text', 'own', 'weight', 'place'];

function stepped(lines: readonly Line[], of: AllocateStep['of'] = 'weights', descending = false) {
  const cells = Object.fromEntries(names.map((name, at) => [name, lines.map((line) => line[at] ?? null)]));
  const own = step(
    {
      op: 'allocate',
      id: 'passed',
      input: 'rows',
      by: ['pool'],
      amount: column('own'),
      weight: column('weight'),
      of,
      tie: ['to'],
      decimals: 2,
      out: 'part',
      stepDown: { to: ['to'], order: [{ key: 'place', descending }] },
    },
    [...names, 'part'],
  );
  return ask([step({ op: 'read', id: 'rows', source: { from: 'table', table: 'rows' } }, names), own], {
    rows: frame(cells),
  });
}

/** Two service departments that serve each other and two that sell: a textbook's step-down with plant maintenance first. */
const departments: readonly Line[] = [
  ['Maintenance', 'Systems', 6_300_000, 1_600, 1],
  ['Maintenance', 'Machining', 6_300_000, 2_400, 1],
  ['Maintenance', 'Assembly', 6_300_000, 4_000, 1],
  ['Systems', 'Maintenance', 1_452_150, 200, 2],
  ['Systems', 'Machining', 1_452_150, 1_600, 2],
  ['Systems', 'Assembly', 1_452_150, 200, 2],
];

describe('step-down', () => {
  test('service departments pass on what they receive, and a closed one receives nothing back', () => {
    const run = stepped(departments);
    expect(run.cells('passed', 'part')).toEqual([1_260_000, 1_890_000, 3_150_000, 0, 2_410_800, 301_350]);
    expect(run.problems()).toEqual([]);
    const total = (to: string) =>
      run
        .cells('passed', 'part')
        .reduce<number>((sum, part, at) => sum + (departments[at]?.[1] === to ? Number(part) : 0), 0);
    // With their own 4,000,000 and 2,000,000 these are the departments' full costs.
    expect(4_000_000 + total('Machining')).toBe(8_300_800);
    expect(2_000_000 + total('Assembly')).toBe(5_451_350);
  });

  test('the order is the one that is given, not that of the rows; the odd cent goes to the smaller name', () => {
    const run = stepped(departments, 'weights', true);
    expect(run.cells('passed', 'part')).toEqual([0, 2_416_955.62, 4_028_259.38, 145_215, 1_161_720, 145_215]);
  });

  test('the trace says what came in, who is closed, and where to ask on', () => {
    const run = stepped(departments);
    const trace = run.trace('passed', 4, 'part');
    expect(trace.how).toEqual({
      by: 'allocate',
      whole: 2_712_150,
      weight: 1_600,
      parts: 2,
      received: 1_260_000,
      closed: 1,
    });
    expect(trace.sentence).toEqual({
      en: 'Own 1,452,150.00 and received 1,260,000.00 make 2,712,150.00. 2,712,150.00 × 88.89% = 2,410,800.00, one of 2 parts. 1 closed receiver gets nothing.',
      'zh-CN':
        '自有 1,452,150.00 加转入 1,260,000.00，共 2,712,150.00。2,712,150.00 × 88.89% = 2,410,800.00，共分为 2 份。1 个已结清的接收方不再分摊。',
    });
    expect(trace.rows).toEqual([
      { step: 'rows', rows: [3, 4, 5], total: 3 },
      { step: 'passed', rows: [0], total: 1, column: 'part' },
    ]);
    expect(run.trace('passed', 3, 'part').sentence.en).toBe(
      'Nothing, because this receiver was emptied before: nothing comes back.',
    );
    expect(run.trace('passed', 0, 'part').sentence.en).toBe('6,300,000.00 × 20% = 1,260,000.00, one of 3 parts.');
    expect(run.lineage('passed', 4)).toEqual([{ step: 'rows', rows: [0, 1, 2, 3, 4, 5] }]);
    expect(run.lineage('passed', 0)).toEqual([{ step: 'rows', rows: [0, 1, 2] }]);
  });

  test('what cannot be passed on is told where it is stuck, and is an error in what it would have reached', () => {
    const run = stepped([
      ['a', 'b', 10, 0],
      ['b', 'x', 5, 1],
      ['c', 'x', errors['#N/A'], 1],
      ['d', 'a', 7, 1],
    ]);
    const [division, missing] = [errors['#DIV/0!'], errors['#N/A']];
    expect(run.cells('passed', 'part')).toEqual([division, division, missing, division]);
    expect(run.problems().map((one) => sayProblem(one, 'en'))).toEqual([
      'The weights of 2 groups by pool add to zero, so their amount cannot be split: a, d. Give at least one weight.',
    ]);
    expect(run.trace('passed', 0, 'part').sentence.en).toBe('The amount cannot be split.');
  });

  test('passes on as exact fractions do, and no cent is lost on the way', () => {
    const pools = ['p', 'q', 'r', 's'];
    const receivers = [...pools, 'x', 'y', 'z'];
    const amount = fc.integer({ min: -100_000, max: 1_000_000 }).map((units) => units / 100);
    const weight = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.25, 1 / 3, 0.1, 70));
    const gives = fc.uniqueArray(fc.tuple(fc.constantFrom(...receivers), weight), {
      selector: ([to]) => to,
      minLength: 1,
      maxLength: 5,
    });
    const many = fc.array(fc.tuple(amount, gives), { minLength: 1, maxLength: 4 });
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    const of = fc.constantFrom<AllocateStep['of'][]>('weights', 'whole');
    const property = fc.property(many, order, of, (given, places, manner) => {
      const rows = given.flatMap(([own, targets], p) =>
        targets.map(([to, share]): Given => ({ pool: pools[p] as string, to, own, weight: share })),
      );
      const sorted = given.map((_, p) => p).sort((a, b) => (places[a] as number) - (places[b] as number));
      const units = stepDownUnits(
        rows,
        sorted.map((p) => pools[p] as string),
        manner,
        2,
      );
      const lines = rows.map((row): Line => [
        row.pool,
        row.to,
        row.own,
        row.weight,
        places[pools.indexOf(row.pool)] ?? null,
      ]);
      const parts = stepped(lines, manner).cells('passed', 'part');
      expect(parts).toEqual(units.map((one) => (one === null ? errors['#DIV/0!'] : Number(one) / 100)));
      if (manner === 'whole' || units.includes(null)) return;
      const final = units.reduce<bigint>(
        (sum, one, at) => sum + (sorted.some((p) => pools[p] === rows[at]?.to) ? 0n : (one ?? 0n)),
        0n,
      );
      expect(final).toBe(given.reduce((sum, [own]) => sum + BigInt(Math.round(own * 100)), 0n));
    });
    fc.assert(property, { numRuns: 200 });
  });
});
