import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { justBelow, largestJump, payCurve } from './pay-curve.ts';

const quarter = [
  { from: 0, rate: 0.02 },
  { from: 0.8, rate: 0.03 },
  { from: 1, rate: 0.04, retroactive: true },
  { from: 1.2, rate: 0.05 },
];

describe('pay curve', () => {
  test('a retroactive band is a cliff, told in currency at the median quota', () => {
    const curve = payCurve({ bands: quarter, mode: 'retroactive', base: 338_000, pays: 'value' });
    expect(curve?.jumps).toHaveLength(1);
    const [jump] = curve?.jumps ?? [];
    expect(jump?.at).toBe(1);
    expect(jump?.before).toBeCloseTo(7436, 6);
    expect(jump?.after).toBeCloseTo(13_520, 6);
    expect(jump?.by).toBeCloseTo(6084, 6);
    expect(curve?.to).toBeCloseTo(1.5, 10);
    expect(curve?.lines).toHaveLength(2);
  });

  test('marginal bands never jump: one line whose bends are the edges', () => {
    const curve = payCurve({ bands: quarter, mode: 'marginal', base: 100_000, pays: 'value', reach: 1.5 });
    expect(curve?.jumps).toEqual([]);
    expect(curve?.lines).toHaveLength(1);
    expect(curve?.lines[0]?.map((one) => [one.measure, Math.round(one.pay)])).toEqual([
      [0, 0],
      [0.8, 1600],
      [1, 2200],
      [1.2, 3000],
      [1.5, 4500],
    ]);
  });

  test('whole bands jump at each edge (I04: 50 / 300 / 1,800)', () => {
    const bands = [
      { from: 0, rate: 0.01 },
      { from: 10_000, rate: 0.02 },
      { from: 50_000, rate: 0.03 },
    ];
    const curve = payCurve({ bands, mode: 'whole', pays: 'value', reach: 60_000 });
    expect(curve?.jumps.map((one) => [one.at, one.before, one.after])).toEqual([
      [10_000, 100, 200],
      [50_000, 1000, 1500],
    ]);
    expect(curve && largestJump(curve)?.at).toBe(50_000);
    expect(curve?.lines.at(-1)?.at(-1)).toEqual({ measure: 62_500, pay: 1875 });
  });

  test('pay at target: the accelerator of I07 gives 145,000 at 130 %', () => {
    const bands = [
      { from: 0, rate: 1 },
      { from: 1, rate: 1.5 },
    ];
    const curve = payCurve({ bands, mode: 'marginal', base: 100_000, pays: 'target', reach: 1.3 });
    expect(curve?.lines[0]?.at(-1)?.pay).toBeCloseTo(145_000, 6);
  });

  test('a first band above zero earns nothing below it, and its start is a jump in whole mode', () => {
    const curve = payCurve({ bands: [{ from: 0.5, rate: 0.1 }], mode: 'whole', base: 1000, pays: 'value' });
    expect(curve?.jumps).toEqual([{ band: 0, at: 0.5, before: 0, after: 50, by: 50 }]);
    expect(curve?.lines[0]).toEqual([
      { measure: 0, pay: 0 },
      { measure: 0.5, pay: 0 },
    ]);
  });

  test('interpolated rates bend, and end where the next band starts', () => {
    const curve = payCurve({ bands: quarter, mode: 'interpolated', base: 1000, pays: 'value', reach: 1.5 });
    expect(curve?.jumps).toEqual([]);
    expect(curve?.lines[0]?.length).toBe(1 + 4 * 16);
    expect(curve?.lines[0]?.[8]?.pay).toBeCloseTo(0.4 * 1000 * 0.025, 9);
  });

  test('what cannot be drawn is null', () => {
    const draw = (bands: { from: number; rate: number }[], base?: number) =>
      payCurve({ bands, mode: 'marginal', pays: 'value', ...(base === undefined ? {} : { base }) });
    expect(draw([])).toBeNull();
    expect(draw([{ from: 1, rate: 1 }, { from: 1, rate: 2 }])).toBeNull(); // prettier-ignore
    expect(draw([{ from: NaN, rate: 1 }])).toBeNull();
    expect(draw([{ from: 0, rate: 1 }], 0)).toBeNull();
  });

  test('people just below an edge: the edge itself is already above', () => {
    expect(justBelow([0.89, 0.9, 0.95, 0.999, 1, 1.05], 1, 0.1)).toBe(3);
  });
});

const edges = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 });

property.prop([edges, fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 })], { numRuns: 60 })(
  'the jumps and the rises of a curve add up to its end',
  (percents, rates) => {
    const bands = percents
      .toSorted((a, b) => a - b)
      .map((percent, index) => ({ from: percent / 100, rate: (rates[index] ?? 0) / 100 }));
    const curve = payCurve({ bands, mode: 'whole', base: 10_000, pays: 'value' });
    const jumps = curve?.jumps.reduce((sum, jump) => sum + jump.by, 0) ?? NaN;
    const rises = curve?.lines.reduce((sum, line) => sum + (line.at(-1)?.pay ?? 0) - (line[0]?.pay ?? 0), 0) ?? NaN;
    expect(jumps + rises).toBeCloseTo(curve?.lines.at(-1)?.at(-1)?.pay ?? NaN, 6);
  },
);
