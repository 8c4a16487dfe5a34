// Rounding, remainders, sums and percentiles against slow computations in whole numbers of any size.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf, runFormula } from '../testing/run-formula.ts';

/** A decimal: `units / 10^places`. */
interface Decimal {
  readonly units: number;
  readonly places: number;
}

const decimal = (most: number, places: number): fc.Arbitrary<Decimal> =>
  fc.record({ units: fc.integer({ min: -most, max: most }), places: fc.integer({ min: 0, max: places }) });
const text = ({ units, places }: Decimal) => `${units}e-${places}`;

/** Two decimals as whole numbers of one unit. */
function together(x: Decimal, step: Decimal): { a: bigint; b: bigint; places: number } {
  const places = Math.max(x.places, step.places);
  const scaled = (one: Decimal) => BigInt(one.units) * 10n ** BigInt(places - one.places);
  return { a: scaled(x), b: scaled(step), places };
}

const floorDiv = (a: bigint, b: bigint) => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
const ceilDiv = (a: bigint, b: bigint) => -floorDiv(-a, b);
/** To the nearest, ties away from zero. */
const nearDiv = (a: bigint, b: bigint) => {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const near = (2n * x + y) / (2n * y);
  return a < 0n === b < 0n ? near : -near;
};
const number = (units: bigint, places: number) => Number(`${units}e${-places}`);

const amount = decimal(10_000_000, 4);
const step = decimal(5000, 3).filter(({ units }) => units !== 0);

describe('numbers as exact decimals', () => {
  test('CEILING, FLOOR and MROUND meet the decimal multiple', () => {
    fc.assert(
      fc.property(amount, step, (x, by) => {
        const { a, b, places } = together(x, by);
        const size = b < 0n ? -b : b;
        const [value, significance] = [text(x), text(by)];
        expect(runFormula(`CEILING.MATH(${value}, ${significance})`)).toBe(number(ceilDiv(a, size) * size, places));
        expect(runFormula(`FLOOR.MATH(${value}, ${significance})`)).toBe(number(floorDiv(a, size) * size, places));
        if (a > 0n && b < 0n) {
          expect(runFormula(`CEILING(${value}, ${significance})`)).toBe('#NUM!');
          expect(runFormula(`FLOOR(${value}, ${significance})`)).toBe('#NUM!');
        } else {
          expect(runFormula(`CEILING(${value}, ${significance})`)).toBe(number(ceilDiv(a, b) * b, places));
          expect(runFormula(`FLOOR(${value}, ${significance})`)).toBe(number(floorDiv(a, b) * b, places));
        }
        const near = a !== 0n && a < 0n !== b < 0n ? '#NUM!' : number(nearDiv(a, b) * b, places);
        expect(runFormula(`MROUND(${value}, ${significance})`)).toBe(near);
      }),
      { numRuns: 150 },
    );
  });

  test('INT, TRUNC, QUOTIENT and MOD divide as decimals divide', () => {
    fc.assert(
      fc.property(amount, step, (x, by) => {
        const { a, b, places } = together(x, by);
        const one = 10n ** BigInt(places);
        expect(runFormula(`INT(${text(x)})`)).toBe(Number(floorDiv(a, one)));
        expect(runFormula(`TRUNC(${text(x)})`)).toBe(Number(a / one));
        expect(runFormula(`QUOTIENT(${text(x)}, ${text(by)})`)).toBe(Number(a / b));
        const rest = runFormula(`MOD(${text(x)}, ${text(by)})`) as number;
        const exact = number(a - b * floorDiv(a, b), places);
        expect(Math.abs(rest - exact)).toBeLessThanOrEqual(
          Math.max(Math.abs(number(a, places)), Math.abs(number(b, places))) * 2 ** -46,
        );
        if (exact === 0) expect(rest).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test('ROUND, ROUNDUP and ROUNDDOWN of decimals and of their products', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 999 }), fc.integer({ min: -3, max: 5 }), (x, rate, digits) => {
        // x × rate / 1000, a product that no double holds: the fifteen digits decide.
        const units = BigInt(x.units) * BigInt(rate);
        const places = x.places + 3;
        const drop = places - digits;
        const unit = 10n ** BigInt(Math.max(0, drop));
        const size = units < 0n ? -units : units;
        const sign = units < 0n ? -1n : 1n;
        const rounded = (kept: bigint) => (drop <= 0 ? number(units, places) : number(sign * kept, digits));
        const product = `${text(x)} * ${rate / 1000}`;
        expect(runFormula(`ROUND(${product}, ${digits})`)).toBe(rounded((2n * size + unit) / (2n * unit)));
        expect(runFormula(`ROUNDDOWN(${product}, ${digits})`)).toBe(rounded(size / unit));
        expect(runFormula(`ROUNDUP(${product}, ${digits})`)).toBe(rounded((size + unit - 1n) / unit));
      }),
      { numRuns: 150 },
    );
  });

  test('SUM is the exact sum, rounded once', () => {
    const term = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((k) => k / 1024),
      fc.maxSafeInteger().map((k) => k / 1024),
      fc.constantFrom(2 ** 60, -(2 ** 60), 2 ** -10),
    );
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 40 }), (terms) => {
        const exact = terms.reduce((sum, x) => sum + BigInt(x * 1024), 0n);
        const size = terms.reduce((sum, x) => sum + Math.abs(x), 0);
        const ours = runFormula(`SUM(${listOf(terms)})`) as number;
        const wanted = Number(exact) / 1024;
        expect(Math.abs(ours - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 2 ** -52 + size * 2 ** -98);
      }),
      { numRuns: 150 },
    );
  });

  test('percentiles are those of their definitions', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 100 }), (given, percent) => {
        const ordered = [...given].sort((a, b) => a - b);
        const n = ordered.length;
        /** The value at a place counted from 0, in hundredths. */
        const at = (place: number) => {
          const below = ordered[Math.floor(place / 100)] ?? 0;
          const above = ordered[Math.floor(place / 100) + 1] ?? below;
          return (below * 100 + (place % 100) * (above - below)) / 100;
        };
        const share = `${listOf(given)}, ${percent / 100}`;
        expect(runFormula(`PERCENTILE.INC(${share})`)).toBeCloseTo(at((n - 1) * percent), 9);
        const place = (n + 1) * percent;
        const outside = place < 100 || place > n * 100;
        const exclusive = runFormula(`PERCENTILE.EXC(${share})`);
        if (outside) expect(exclusive).toBe('#NUM!');
        else expect(exclusive).toBeCloseTo(at(place - 100), 9);
        const discrete = ordered.find((x) => ordered.filter((one) => one <= x).length * 100 >= percent * n);
        expect(runFormula(`PERCENTILE.DISC(${share})`)).toBe(discrete);
      }),
      { numRuns: 150 },
    );
  });
});
