// Finance against moving money one period after another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf, runFormula } from '../testing/run-formula.ts';

const value = (formula: string): number => {
  const found = runFormula(formula);
  if (typeof found !== 'number') throw new Error(`${formula} is ${String(found)}`);
  return found;
};

const rate = fc.oneof(
  fc.constantFrom(0, 1e-9, 0.005, 0.1),
  fc.integer({ min: -300, max: 900 }).map((n) => n / 1000),
);
const periods = fc.integer({ min: 1, max: 120 });
const sum = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 4);
const due = fc.constantFrom(0, 1);

/** What is left after all periods: interest, and a payment at the start or the end of each. */
function balance(r: number, n: number, payment: number, present: number, type: number): { left: number; size: number } {
  let [left, size] = [present, Math.abs(present)];
  for (let i = 0; i < n; i++) {
    left = type === 1 ? (left + payment) * (1 + r) : left * (1 + r) + payment;
    size = (size + Math.abs(payment)) * Math.max(1, 1 + r);
  }
  return { left, size };
}

const flows = fc
  .array(fc.integer({ min: -5000, max: 9000 }), { minLength: 2, maxLength: 10 })
  .map(([first = 0, ...rest]) => [-Math.abs(first) - 1, ...rest.map((flow) => Math.abs(flow))])
  .filter((list) => list.slice(1).some((flow) => flow > 0));

describe('money, period by period', () => {
  test('FV is what is left after every payment, and PMT and PV end where they are told', () => {
    fc.assert(
      fc.property(rate, periods, sum, sum, due, (r, n, payment, present, type) => {
        const { left, size } = balance(r, n, payment, present, type);
        const close = (formula: string, wanted: number, scale: number) =>
          expect(Math.abs(value(formula) - wanted)).toBeLessThanOrEqual(1e-9 * (scale + 1));
        close(`FV(${r}, ${n}, ${payment}, ${present}, ${type})`, -left, size);
        close(
          `FV(${r}, ${n}, PMT(${r}, ${n}, ${present}, ${payment}, ${type}), ${present}, ${type})`,
          payment,
          size + Math.abs(payment),
        );
        const grown = Math.max(1, (1 + r) ** n);
        close(
          `FV(${r}, ${n}, ${payment}, PV(${r}, ${n}, ${payment}, ${present}, ${type}), ${type})`,
          present,
          size * grown + Math.abs(present),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('NPER and RATE find what PMT started from', () => {
    const loan = fc.integer({ min: 100, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 2, max: 240 }),
        loan,
        due,
        (thousandths, n, present, type) => {
          const r = thousandths / 1000;
          const payment = value(`PMT(${r}, ${n}, ${present}, 0, ${type})`);
          // Where interest takes all but dust of a payment, the number of periods is lost in it.
          if ((1 + r) ** n < 1e6) expect(value(`NPER(${r}, ${payment}, ${present}, 0, ${type})`)).toBeCloseTo(n, 5);
          expect(Math.abs(value(`RATE(${n}, ${payment}, ${present}, 0, ${type})`) - r)).toBeLessThanOrEqual(1e-9);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('at its IRR a list of payments is worth nothing', () => {
    fc.assert(
      fc.property(flows, (list) => {
        const r = value(`IRR(${listOf(list)})`);
        const worth = list.map((flow, i) => flow / (1 + r) ** i);
        const size = worth.reduce((total, one) => total + Math.abs(one), 0);
        expect(Math.abs(worth.reduce((total, one) => total + one, 0))).toBeLessThanOrEqual(1e-9 * size);
        expect(Math.abs(value(`NPV(${r}, ${listOf(list)})`)) * (1 + r)).toBeLessThanOrEqual(1e-9 * size);
      }),
      { numRuns: 200 },
    );
  });

  test('at their XIRR dated payments are worth nothing', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(flows, gaps, (list, steps) => {
        let at = 45_000;
        const days = list.map((_, i) => (at += i === 0 ? 0 : (steps[i] ?? 1)));
        const r = runFormula(`XIRR(${listOf(list)}, ${listOf(days)})`);
        // Returns beyond a million times a year are not looked for.
        if (r === '#NUM!') return;
        const worth = list.map((flow, i) => flow / (1 + Number(r)) ** (((days[i] ?? 0) - 45_000) / 365));
        const size = worth.reduce((total, one) => total + Math.abs(one), 0);
        expect(Math.abs(worth.reduce((total, one) => total + one, 0))).toBeLessThanOrEqual(1e-7 * size);
      }),
      { numRuns: 200 },
    );
  });
});
