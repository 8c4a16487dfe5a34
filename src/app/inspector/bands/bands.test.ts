import { describe, expect, test } from 'vitest';
import type { InspectorField } from '#core/contracts/node-kind.ts';
import { bandLayout, bandRows, nextBand, paidBy, withoutBand } from './band-rows.ts';
import { readPastedBands } from './paste-bands.ts';

describe('pasting a rate table from a spreadsheet', () => {
  test('from, below and rate with percent signs, as Excel copies them', () => {
    const pasted = readPastedBands('From\tBelow\tRate\n0%\t80%\t2.0%\n80%\t100%\t3%\n100%\t\t4.35%\n', true);
    expect(pasted).toEqual({
      bands: [
        { from: 0, rate: 0.02 },
        { from: 0.8, rate: 0.03 },
        { from: 1, rate: 0.0435 },
      ],
      unread: [],
      gaps: [],
    });
  });

  test('numbers without a sign: fractions stay, percentages are divided, by column', () => {
    expect(readPastedBands('0\t0.02\n0.8\t0.03\n1\t0.04', true).bands).toEqual([
      { from: 0, rate: 0.02 },
      { from: 0.8, rate: 0.03 },
      { from: 1, rate: 0.04 },
    ]);
    expect(readPastedBands('0\t2\n80\t3.5\n100\t4', true).bands).toEqual([
      { from: 0, rate: 0.02 },
      { from: 0.8, rate: 0.035 },
      { from: 1, rate: 0.04 },
    ]);
    expect(readPastedBands('0\t4%\n150,000\t6%', false).bands).toEqual([
      { from: 0, rate: 0.04 },
      { from: 150_000, rate: 0.06 },
    ]);
  });

  test('ranges in one cell, open ends, names, thousands and Chinese', () => {
    expect(readPastedBands('0-80%\t2%\n80%-100%\t3%\n≥ 120%\t5%', true).bands.map((one) => one.from)).toEqual([
      0, 0.8, 1.2,
    ]);
    expect(readPastedBands('Base\t0\t150k\t4%\nTop\t150k\t∞\t8%', false).bands).toEqual([
      { from: 0, rate: 0.04, label: 'Base' },
      { from: 150_000, rate: 0.08, label: 'Top' },
    ]);
    expect(readPastedBands('0\t5万\t1%\n5万\t以上\t2%', false).bands.map((one) => one.from)).toEqual([0, 50_000]);
    expect(readPastedBands('100%以上\t2%\n0%\t1%', true).bands.map((one) => one.from)).toEqual([0, 1]);
  });

  test('gaps and unreadable lines are named by their line', () => {
    const pasted = readPastedBands('0%\t80%\t2%\n90%\t100%\t3%\nabc\tdef\tghi', true);
    expect(pasted.gaps).toEqual([1]);
    expect(pasted.unread).toEqual([3]);
    expect(readPastedBands('hello', true)).toEqual({ bands: [], unread: [1], gaps: [] });
  });
});

describe('acts on a rate table', () => {
  const rows = bandRows([{ from: 0, rate: 0.02 }, { from: 0.8, rate: 'base', retroactive: true }, 'x', { from: 1 }]);

  test('what is no band is left out, and amounts may be formulas', () => {
    expect(rows).toEqual([{ from: 0, rate: 0.02 }, { from: 0.8, rate: 'base', retroactive: true }, { from: 1 }]);
    expect(bandRows(undefined)).toEqual([]);
  });

  test('a new band is as wide as the one before and pays its rate', () => {
    expect(nextBand([{ from: 0, rate: 0.02 }, { from: 0.8, rate: 0.03 }], true)).toEqual({ from: 1.6, rate: 0.03 }); // prettier-ignore
    expect(nextBand([{ from: 0, rate: 0.02 }], false)).toEqual({ from: 1000, rate: 0.02 });
    expect(nextBand([], true)).toEqual({ from: 0, rate: 0 });
  });

  test('without its first band the table still starts where it started', () => {
    expect(withoutBand(rows, 0)[0]).toEqual({ from: 0, rate: 'base', retroactive: true });
    expect(withoutBand(rows, 1).map((one) => one.from)).toEqual([0, 1]);
  });

  test('bands earn amounts or rates, and go back', () => {
    const amounts = paidBy(rows, 'amount');
    expect(amounts.every((one) => one.amount === 0)).toBe(true);
    expect(paidBy(amounts, 'rate')).toEqual([rows[0], rows[1], { from: 1, rate: 0 }]);
  });
});

test('the band editor finds its fields by what they declare, never by a kind', () => {
  const words = { en: 'x', 'zh-CN': 'x' };
  const choice = (prop: string, values: readonly string[]): InspectorField => ({
    control: 'choice',
    prop,
    words,
    options: values.map((value) => ({ value, words })),
  });
  const fields: InspectorField[] = [
    { control: 'bands', prop: 'tiers', words },
    choice('how', ['marginal', 'whole', 'interpolated', 'retroactive']),
    choice('tie', ['lower-in', 'upper-in']),
    { control: 'number', prop: 'decimals', words },
  ];
  const layout = bandLayout(fields);
  expect(layout.bands?.prop).toBe('tiers');
  expect(layout.mode?.prop).toBe('how');
  expect(layout.choices.map((one) => one.prop)).toEqual(['tie']);
  expect(layout.others.map((one) => one.prop)).toEqual(['decimals']);
  expect(bandLayout(fields.slice(1)).others.map((one) => one.prop)).toEqual(['tie', 'decimals']);
});
