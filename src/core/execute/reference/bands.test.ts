import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payRow, type BandOutcome } from '../../formula/band-pay.ts';
import { bandTable, decimal, type BandMode, type PayBand } from '../../formula/band-table.ts';
import { payByBands, type BandPay, type PaysOn } from '../../formula/bands.ts';
import { round } from '../../formula/round.ts';
import { payAlone, payAlong, type ReferenceBands } from './bands.ts';
import { approximately, compare, rational, rounded, sum as exactSum } from './rational.ts';

const cents = fc.integer({ min: -3_000_000, max: 30_000_000 }).map((units) => units / 100);
const rates = fc.integer({ min: 0, max: 4_000 }).map((units) => units / 10_000);
const modes = fc.constantFrom<BandMode>('whole', 'marginal', 'retroactive', 'interpolated');
const ties = fc.constantFrom('lower-in' as const, 'upper-in' as const);

/** Bands in money (start in cents) or in attainment (start in hundredths of a percent). */
const bandsIn = (widest: number, divisor: number) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: widest }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(rates, fc.boolean()), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
    )
    .map(([starts, parts, fromZero]): PayBand[] =>
      [...(fromZero ? [0] : []), ...starts.sort((a, b) => a - b)].map((start, i) => ({
        from: start / divisor,
        rate: parts[i]?.[0] ?? 0,
        retroactive: parts[i]?.[1] ?? false,
      })),
    );

/** Runs a value at a time, as the operation does along a partition. */
function along(given: ReferenceBands, values: readonly { value: number; basis: number }[]): number[] {
  const table = bandTable(given.bands, given.mode, given.tie);
  const out: BandOutcome = { amount: 0, band: -1, rate: 0 };
  const earlier = new Float64Array(given.bands.length + 1);
  let total = rational(0);
  return values.map(({ value, basis }, i) => {
    const row = { before: decimal(approximately(total)), fresh: i === 0, delta: value, scale: 1, on: given.on, basis };
    payRow(table, given.on === 'amount' ? { ...row, earlier } : row, out);
    total = exactSum([total, rational(value)]);
    return round(out.amount, 2);
  });
}

describe('pay by bands against exact fractions', () => {
  test('every row alone, to the cent, up to a billion', () => {
    const paysOn = fc.constantFrom<PaysOn['on']>('value', 'amount', 'target');
    const property = fc.property(
      fc.oneof(
        fc.tuple(bandsIn(20_000_000, 100), fc.constant(undefined)),
        fc.tuple(
          bandsIn(25_000, 10_000),
          fc.integer({ min: 1, max: 20_000_000 }).map((units) => units / 100),
        ),
      ),
      modes,
      ties,
      paysOn,
      fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 6 }),
      fc.option(cents, { nil: undefined }),
      ([bands, scale], mode, tie, on, rows, opening) => {
        // The target is worth a measure of 1: of a measure in money, a few cents.
        const small = on === 'target' && scale === undefined ? 1e-4 : 1;
        for (const [value, given] of rows) {
          const basis = Number((given * small).toFixed(6));
          const pays = on === 'value' ? { on } : on === 'amount' ? { on, amount: basis } : { on, target: basis };
          const start = on === 'amount' ? undefined : opening;
          const options = {
            ...(scale === undefined ? {} : { scale }),
            ...(start === undefined ? {} : { opening: start }),
          };
          const pay = payByBands({ value, bands, mode, tie, pays, ...options }) as BandPay;
          const [exact] = payAlone({ bands, mode, tie, on }, [{ value, basis, ...options }]);
          // Doubles have 15 digits: above a billion, a tie in the third decimal is no longer certain.
          if (Math.abs(pay.amount) < 1e9) expect(round(pay.amount, 2)).toBe(rounded(exact ?? rational(NaN), 2));
          const lines = pay.lines.reduce((total, line) => total + line.amount, 0);
          expect(Math.abs(lines - pay.amount)).toBeLessThan(Math.max(1e-6, Math.abs(pay.amount) * 1e-12));
        }
      },
    );
    fc.assert(property, { numRuns: 1_500 });
  });

  test('values on and beside the edges reach the band that exact arithmetic says', () => {
    const near = fc.constantFrom(0, 1, -1);
    const property = fc.property(bandsIn(15_000, 10_000), ties, near, fc.nat(), (bands, tie, aside, pick) => {
      const edge = bands[pick % bands.length]?.from ?? 0;
      const scale = ((pick % 9_999_999) + 1) / 100;
      // The attainment of a whole number of cents, so that only real edges are hit.
      const value = Math.round(edge * scale * 100 + aside) / 100;
      const pay = payByBands({ value, scale, bands, mode: 'whole', tie }) as BandPay;
      const [exact] = payAlone({ bands, mode: 'whole', tie, on: 'value' }, [{ value, scale }]);
      expect(round(pay.amount, 2)).toBe(rounded(exact ?? rational(NaN), 2));
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('every row of a running total, to the cent, de-bookings too', () => {
    const on = fc.constantFrom('value' as const, 'amount' as const);
    const rows = fc.array(fc.record({ value: cents, basis: cents }), { minLength: 1, maxLength: 12 });
    const property = fc.property(bandsIn(40_000_000, 100), modes, ties, on, rows, (bands, mode, tie, pays, values) => {
      const given = { bands, mode, tie, on: pays };
      expect(along(given, values)).toEqual(payAlong(given, values).map((exact) => rounded(exact, 2)));
    });
    fc.assert(property, { numRuns: 800 });
  });

  test('band amounts earned in proportion, to the cent', () => {
    const property = fc.property(
      bandsIn(40_000_000, 100),
      fc.array(cents, { minLength: 1, maxLength: 8 }),
      (bands, values) => {
        const amounts = bands.map(({ from, rate }) => ({ from, amount: (rate ?? 0) * 100_000 }));
        const given: ReferenceBands = { bands: amounts, mode: 'interpolated', tie: 'lower-in', on: 'value' };
        const rows = values.map((value) => ({ value, basis: 0 }));
        expect(along(given, rows)).toEqual(payAlong(given, rows).map((exact) => rounded(exact, 2)));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});

describe('invariants of pay by bands', () => {
  const positive = fc.array(
    fc.integer({ min: 0, max: 5_000_000 }).map((units) => units / 100),
    { minLength: 1, maxLength: 8 },
  );

  test('the sum of running deltas is the pay of the sum, in any order', () => {
    const property = fc.property(bandsIn(20_000_000, 100), modes, positive, fc.nat(), (bands, mode, values, turn) => {
      const given: ReferenceBands = { bands, mode, tie: 'lower-in', on: 'value' };
      const order = [...values.slice(turn % values.length), ...values.slice(0, turn % values.length)].reverse();
      const [whole] = payAlone(given, [{ value: 0, opening: 0 }]);
      for (const list of [values, order]) {
        const deltas = payAlong(
          given,
          list.map((value) => ({ value })),
        );
        const total = approximately(exactSum(list.map(rational)));
        const [all] = payAlone(given, [{ value: Number(total.toFixed(2)) }]);
        expect(compare(exactSum(deltas), all ?? rational(NaN))).toBe(0);
        const kernel = list.reduce(
          ({ before, sum }, value) => {
            const pay = payByBands({ value, opening: before, bands, mode }) as BandPay;
            return { before: Number((before + value).toFixed(2)), sum: sum + pay.amount };
          },
          { before: 0, sum: 0 },
        );
        expect(kernel.sum).toBeCloseTo(approximately(all ?? rational(NaN)), 6);
      }
      expect(whole).toEqual(rational(0));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('with ascending rates, retroactive never pays less than marginal', () => {
    const property = fc.property(bandsIn(20_000_000, 100), positive, (bands, values) => {
      const ascending = bands.map((band) => band.rate ?? 0).sort((a, b) => a - b);
      const sorted = bands.map((band, i) => ({ ...band, rate: ascending[i] ?? 0 }));
      for (const value of values) {
        const at = (mode: BandMode) => (payByBands({ value, bands: sorted, mode }) as BandPay).amount;
        expect(at('retroactive')).toBeGreaterThanOrEqual(at('marginal') - 1e-6);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });
});
