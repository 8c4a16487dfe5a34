import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors } from '../data/value.ts';
import { allocate, type Allocation } from './allocate.ts';

const split = (amount: number, weights: readonly number[], of: Allocation['of'] = 'weights', decimals = 2) =>
  allocate({ amount, weights, of, decimals }) as number[];
const cents = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + Math.round(part * 100), 0);

describe('splits keep every cent', () => {
  test('I23 a split keeps cents, ties by participant id', () => {
    expect(split(0.05, [70, 30])).toEqual([0.04, 0.01]);
    expect(split(0.05, [30, 70])).toEqual([0.02, 0.03]);
    expect(split(8, [1, 1, 1])).toEqual([2.67, 2.67, 2.66]);
    expect(split(100, [1, 1, 1])).toEqual([33.34, 33.33, 33.33]);
    expect(split(1_000.01, [50, 30, 20])).toEqual([500.01, 300, 200]);
    const ids = ['c', 'a', 'b'];
    const tie = (a: number, b: number) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1);
    expect(allocate({ amount: 100, weights: [1, 1, 1], of: 'weights', decimals: 2, tie })).toEqual([
      33.33, 33.34, 33.33,
    ]);
  });

  test('0.05 at 30 and 70 gives the tied cent to the smaller participant id, whatever the input order', () => {
    const by = (ids: readonly string[]) => (a: number, b: number) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1);
    expect(allocate({ amount: 0.05, weights: [70, 30], of: 'weights', decimals: 2, tie: by(['b', 'a']) })).toEqual([
      0.03, 0.02,
    ]);
  });

  test('fractions of the whole may add to more than 1, and their sum is what the parts add to', () => {
    expect(split(100.01, [1, 0.5, 0.25], 'whole')).toEqual([100.01, 50.01, 25]);
    expect(split(10, [0.5], 'whole')).toEqual([5]);
    expect(split(33.33, [1 / 3, 1 / 3], 'whole')).toEqual([11.11, 11.11]);
  });

  test('weights that add to zero cannot share an amount, but can share nothing', () => {
    expect(split(5, [0, 0])).toBe(errors['#DIV/0!']);
    expect(split(0, [0, 0])).toEqual([0, 0]);
    expect(split(5, [NaN])).toBe(errors['#NUM!']);
    expect(split(5, [0, 2])).toEqual([0, 5]);
  });

  test('thirds are equal remainders though no double is a third', () => {
    expect(split(0.02, [1 / 3, 1 / 3, 1 / 3])).toEqual([0.01, 0.01, 0]);
    expect(split(99_999_999_999.99, [1 / 3, 1 / 3, 1 / 3])).toEqual([
      33_333_333_333.33, 33_333_333_333.33, 33_333_333_333.33,
    ]);
  });

  const weights = fc.array(fc.oneof(fc.nat(500), fc.double({ min: 0, max: 10, noNaN: true })), {
    minLength: 1,
    maxLength: 7,
  });
  const amounts = fc.integer({ min: -1e9, max: 1e9 }).map((units) => units / 100);

  test('the parts add to the amount, a reversal mirrors them, and each is within a cent of its share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, given) => {
        const all = given.reduce((a, b) => a + b, 0);
        fc.pre(all > 1e-3);
        const parts = split(amount, given);
        expect(cents(parts)).toBe(Math.round(amount * 100));
        expect(split(-amount, given)).toEqual(parts.map((part) => (part === 0 ? 0 : -part)));
        parts.forEach((part, i) => {
          expect(Math.abs(part - (amount * (given[i] as number)) / all)).toBeLessThan(0.010001);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the quick way and the exact way split alike', () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }), (amount, whole) => {
        fc.pre(whole.some((weight) => weight > 0));
        // Weights a thousandth of a millionth as large no longer fit the quick way; the shares are the same.
        expect(
          split(
            amount,
            whole.map((weight) => weight / 1e9),
          ),
        ).toEqual(split(amount, whole));
      }),
      { numRuns: 300 },
    );
  });

  test('amounts and weights at the end of the doubles are an error, not a crash', () => {
    const most = Number.MAX_VALUE;
    for (const [amount, weights] of [
      [most, [1, 2]],
      [-most, [1]],
      [1, [most, most]],
      [NaN, [1]],
    ] as const)
      expect(allocate({ amount, weights, of: 'weights', decimals: 2 })).toEqual(errors['#NUM!']);
    expect(allocate({ amount: 1e308, weights: [1e308, 1e308], of: 'weights', decimals: 0 })).toEqual([5e307, 5e307]);
  });
});
