import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors, isError } from '../data/value.ts';
import { payByBands, measurePayer, type BandPay, type BandPayment } from './bands.ts';
import { round } from './round.ts';

const pay = (payment: BandPayment): BandPay => payByBands(payment) as BandPay;
const cents = (payment: BandPayment): number => round(pay(payment).amount, 2);
const rates = (...pairs: readonly (readonly [from: number, rate: number])[]) =>
  pairs.map(([from, rate]) => ({ from, rate }));

/** What each value adds, one after another. */
function running(values: readonly number[], payment: Omit<BandPayment, 'value' | 'opening'>): number[] {
  let opening = 0;
  return values.map((value) => {
    const earned = cents({ ...payment, value, opening });
    opening += value;
    return earned;
  });
}
const total = (values: readonly number[]): number =>
  round(
    values.reduce((a, b) => a + b, 0),
    2,
  );

describe('worked examples of pay by bands', () => {
  test('I01 a marginal deal on top of what was reached before', () => {
    const earned = pay({
      value: 20_000,
      opening: 145_000,
      bands: rates([0, 0.04], [150_000, 0.06], [250_000, 0.08]),
      mode: 'marginal',
    });
    expect(earned.amount).toBe(1_100);
    expect(earned.rate).toBe(0.055);
    expect(earned.lines.map((line) => [line.on, line.rate, line.amount])).toEqual([
      [5_000, 0.04, 200],
      [15_000, 0.06, 900],
    ]);
  });

  describe('I02 one data set, all semantics', () => {
    const bands = rates([0, 0.01], [1_000, 0.02], [3_000, 0.03], [8_000, 0.05], [20_000, 0.05]);
    const all = bands.map((band) => ({ ...band, retroactive: true }));
    const deals = [200, 300, 1_500, 1_200, 2_000, 4_500];
    const months = [2_000, 3_200, 4_500];

    test('per credit marginal 164', () => {
      expect(deals.map((value) => cents({ value, bands, mode: 'marginal' }))).toEqual([2, 3, 20, 14, 30, 95]);
    });
    test('per credit whole 234', () => {
      expect(total(deals.map((value) => cents({ value, bands, mode: 'whole' })))).toBe(234);
    });
    test('per month marginal 181', () => {
      expect(months.map((value) => cents({ value, bands, mode: 'marginal' }))).toEqual([30, 56, 95]);
    });
    test('quarter-cumulative marginal 285', () => {
      expect(running(deals, { bands, mode: 'marginal' })).toEqual([2, 3, 25, 26, 60, 169]);
    });
    test('quarter-cumulative retroactive 485', () => {
      expect(running(deals, { bands: all, mode: 'retroactive' })).toEqual([2, 3, 35, 56, 60, 329]);
      expect(running(deals, { bands, mode: 'whole' })).toEqual([2, 3, 35, 56, 60, 329]);
    });
    test('per credit interpolated with band amounts 149', () => {
      const amounts = [10, 40, 100, 2_000, 0].map((amount, i) => ({ from: bands[i]?.from ?? 0, amount }));
      expect(deals.map((value) => cents({ value, bands: amounts, mode: 'interpolated' }))).toEqual([
        2, 3, 20, 14, 30, 80,
      ]);
    });
    test('a de-booking takes back exactly what its deal had added, in every mode', () => {
      for (const mode of ['marginal', 'whole', 'retroactive', 'interpolated'] as const)
        expect(total(running([200, 300, 1_500, -1_500, -300, -200], { bands: all, mode }))).toBe(0);
    });
  });

  test('I03 the trace names each tier and its share of the rate', () => {
    const earned = pay({ value: 2_500, bands: rates([0, 0.01], [1_000, 0.02]), mode: 'marginal' });
    expect(earned.amount).toBe(40);
    expect(earned.rate).toBe(0.016);
    expect(earned.lines).toEqual([
      { band: 0, from: 0, to: 1_000, on: 1_000, rate: 0.01, amount: 10, retroactive: false, again: false },
      { band: 1, from: 1_000, to: null, on: 1_500, rate: 0.02, amount: 30, retroactive: false, again: false },
    ]);
  });

  test('I04 whole against split', () => {
    const bands = rates([0, 0.01], [10_000, 0.02], [50_000, 0.03]);
    const values = [5_000, 15_000, 60_000];
    expect(values.map((value) => cents({ value, bands, mode: 'whole' }))).toEqual([50, 300, 1_800]);
    expect(values.map((value) => cents({ value, bands, mode: 'marginal' }))).toEqual([50, 200, 1_200]);
  });

  test('I05 band amounts interpolated on attainment', () => {
    const bands = [
      { from: 0, amount: 1_000 },
      { from: 0.25, amount: 2_000 },
      { from: 0.5, amount: 5_000 },
      { from: 1, amount: 0 },
    ];
    expect([0.12, 0.6, 1, 1.7].map((value) => cents({ value, bands, mode: 'interpolated' }))).toEqual([
      480, 4_000, 8_000, 8_000,
    ]);
  });

  test('I06 a marginal accelerator', () => {
    const bands = rates([0, 0.05], [100_000, 0.06], [125_000, 0.07]);
    expect(cents({ value: 150_000, bands, mode: 'marginal' })).toBe(8_250);
  });

  test('I07 an accelerator on target pay', () => {
    const bands = rates([0, 1], [1, 1.5], [1.3, 1]);
    const pays = { on: 'target', target: 100_000 } as const;
    expect(cents({ value: 650_000, scale: 500_000, pays, bands, mode: 'marginal' })).toBe(145_000);
  });

  test('I08 a decelerator, marginal and retroactive', () => {
    const bands = [
      { from: 0, rate: 0.5 },
      { from: 0.5, rate: 1, retroactive: true },
    ];
    const pays = { on: 'target', target: 100_000 } as const;
    const at = (value: number, mode: 'marginal' | 'retroactive') => cents({ value, scale: 500_000, pays, bands, mode });
    expect(at(200_000, 'marginal')).toBe(20_000);
    expect(at(300_000, 'marginal')).toBe(35_000);
    expect(at(300_000, 'retroactive')).toBe(60_000);
  });

  test('I09 a retroactive band, then a forward band', () => {
    const bands = [
      { from: 0, rate: 0.05 },
      { from: 0.5, rate: 0.1, retroactive: true },
      { from: 1, rate: 0.2 },
    ];
    const values = [15_000, 16_500, 30_000, 40_000];
    expect(values.map((value) => cents({ value, scale: 33_000, bands, mode: 'retroactive' }))).toEqual([
      750, 1_650, 3_000, 4_700,
    ]);
  });

  test('I10 cumulative or not', () => {
    const bands = rates([0, 0.06], [1, 0.08]);
    expect(cents({ value: 110_000, scale: 100_000, bands, mode: 'whole' })).toBe(8_800);
    expect(cents({ value: 110_000, scale: 100_000, bands, mode: 'marginal' })).toBe(6_800);
  });
});

describe('edges of bands', () => {
  const bands = rates([0, 0.02], [1.2, 0.05]);

  test('a rep at exactly 120 % reaches the 120 % band though the division says 1.1999999999999997', () => {
    expect(pay({ value: 1.1999999999999997, bands, mode: 'whole' }).band).toBe(1);
    expect(pay({ value: 36_000.12, scale: 30_000.1, bands, mode: 'whole' }).band).toBe(1);
  });
  test('the tie decides which band an edge belongs to', () => {
    expect(pay({ value: 1.2, bands, mode: 'whole' }).band).toBe(1);
    expect(pay({ value: 1.2, bands, mode: 'whole', tie: 'upper-in' }).band).toBe(0);
    expect(pay({ value: 0, bands, mode: 'whole', tie: 'upper-in' }).band).toBe(0);
  });
  test('nothing is earned below the first band, and a whole rate pays on what lies below it too', () => {
    const late = rates([1_000, 0.1]);
    expect(pay({ value: 999, bands: late, mode: 'whole' })).toMatchObject({ amount: 0, band: -1, lines: [] });
    expect(cents({ value: 1_500, bands: late, mode: 'marginal' })).toBe(50);
    expect(cents({ value: 1_500, bands: late, mode: 'whole' })).toBe(150);
  });
  test('a negative value is a reversal of the same positive value', () => {
    for (const mode of ['whole', 'marginal', 'retroactive'] as const)
      for (const value of [0.5, 1.2, 7])
        expect(cents({ value: -value, bands, mode })).toBe(-cents({ value, bands, mode }));
  });
  test('a negative margin earns nothing on a positive amount; a returned deal takes its pay back', () => {
    const on = (value: number, amount: number) =>
      cents({ value, pays: { on: 'amount', amount }, bands: rates([0, 0.01], [0.3, 0.05]), mode: 'whole' });
    expect([on(0.4, 1_000), on(-0.05, 1_000), on(0.4, -1_000), on(0, 1_000)]).toEqual([50, 0, -50, 10]);
  });
  test('an amount is spread evenly over the measure', () => {
    const pays = { on: 'amount', amount: 1_000 } as const;
    expect(cents({ value: 2.4, pays, bands, mode: 'marginal' })).toBe(35);
  });
  test('rates without amounts are read off the line between band starts', () => {
    const line = rates([0.5, 0.02], [1, 0.04], [2, 0.1]);
    const at = (value: number) => pay({ value: value * 1_000, scale: 1_000, bands: line, mode: 'interpolated' });
    expect([0.4, 0.5, 0.75, 1.5, 3].map((value) => round(at(value).rate ?? -1, 6))).toEqual([0, 0.02, 0.03, 0.07, 0.1]);
  });
  test('attainment on no quota is an error, not a number', () => {
    expect(payByBands({ value: 1, scale: 0, bands, mode: 'whole' })).toBe(errors['#DIV/0!']);
    expect(payByBands({ value: 1, scale: -5, bands, mode: 'whole' })).toBe(errors['#NUM!']);
  });
  test('a part of a band has no digits that its edges do not have', () => {
    const earned = pay({ value: 100, opening: 99_950.3, bands: rates([0, 0.05], [100_000, 0.07]), mode: 'marginal' });
    expect(earned.lines.map((line) => line.on)).toEqual([49.7, 50.3]);
  });
  test('pay taken back by a lower band rate keeps its tied cent', () => {
    const falling = rates([0.03, 0.3304], [270_483.16, 0.1944]);
    expect(cents({ value: 201_654.75, opening: 270_483.15, bands: falling, mode: 'whole' })).toBe(2_415.98);
  });
  test('BANDS alone: in retroactive mode with nothing marked, every band is', () => {
    expect(measurePayer(rates([0, 0.01], [8_000, 0.05]), 'retroactive')(9_700)).toBe(485);
    expect(
      measurePayer(
        [
          { from: 0, rate: 0.01, retroactive: true },
          { from: 8_000, rate: 0.05 },
        ],
        'retroactive',
      )(9_700),
    ).toBe(165);
  });
});

test('BANDS by marginal bands is the row kernel digit for digit, at edges, beside them and below zero', () => {
  const edge = fc.integer({ min: 0, max: 200_000 }).map((cents) => cents / 100);
  const table = fc
    .uniqueArray(edge, { minLength: 1, maxLength: 5 })
    .chain((edges) =>
      fc.tuple(
        fc.constant(edges.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: -50, max: 300 }), { minLength: edges.length, maxLength: edges.length }),
      ),
    )
    .map(([edges, rates]) => edges.map((from, at) => ({ from, rate: (rates[at] ?? 0) / 1000 })));
  const value = fc.oneof(fc.double({ min: -3000, max: 3000, noNaN: true }), edge);
  fc.assert(
    fc.property(table, fc.array(value, { minLength: 1, maxLength: 8 }), fc.boolean(), (bands, values, atEdges) => {
      const pay = measurePayer(bands, 'marginal');
      for (const one of atEdges ? bands.map((band) => band.from) : values) {
        const wanted = payByBands({ value: one, bands, mode: 'marginal' });
        expect(pay(one)).toBe(isError(wanted) ? wanted : wanted.amount);
      }
    }),
  );
});
