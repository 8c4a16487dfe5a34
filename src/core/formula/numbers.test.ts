import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errors } from '../data/value.ts';
import { add, modulo, subtract } from './arithmetic.ts';
import { compareNumbers, compareValues, equalNumbers } from './compare.ts';
import { foldText } from './fold-text.ts';
import { BLANK_KEY, compareByKey, key } from './key.ts';
import { ceil15, fifteenDigits, floor15, round, roundDown, roundUp } from './round.ts';
import { addTo, addToSlot, newSum, sum, sumOf } from './sum.ts';

/** Rounds the 15-digit decimal of x with whole numbers only. */
function exactRound(x: number, digits: number, manner: 'half' | 'up' | 'down'): number {
  const text = Math.abs(x).toExponential(14);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const whole = BigInt(mantissa.replace('.', ''));
  const drop = 14 - Number(exponent) - digits;
  if (drop <= 0) return Number(x.toPrecision(15));
  const unit = 10n ** BigInt(drop);
  const rest = whole % unit;
  const kept = whole / unit + ((manner === 'half' ? rest * 2n >= unit : manner === 'up' && rest > 0n) ? 1n : 0n);
  const magnitude = Number(`${kept}e${-digits}`);
  return x < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

const amount = fc.oneof(
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => n / 1000),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => n / 1000 + Math.sign(n) * 1e-10),
  fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 })).map(([a, b]) => a * (b / 1000)),
);

describe('rounding', () => {
  test('rounds the decimal a person sees, half away from zero', () => {
    expect(round(1.005, 2)).toBe(1.01);
    expect(round(2.675, 2)).toBe(2.68);
    expect(round(-2.5, 0)).toBe(-3);
    expect(round(0.285 * 100, 0)).toBe(29);
    expect(round(1250, -2)).toBe(1300);
    expect(round(4.9, -3)).toBe(0);
    expect(roundUp(1.2100000000000002, 2)).toBe(1.21);
    expect(roundUp(0.0001, 0)).toBe(1);
    expect(roundUp(1, -30)).toBe(1e30);
    expect(roundDown(-3.14159, 1)).toBe(-3.1);
    expect(round(0.1 + 0.2, 20)).toBe(0.3);
  });

  test('the fast paths of rounding agree with whole-number arithmetic', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: -4, max: 8 }), (x, digits) => {
        expect(round(x, digits)).toBe(exactRound(x, digits, 'half'));
        expect(roundUp(x, digits)).toBe(exactRound(x, digits, 'up'));
        expect(roundDown(x, digits)).toBe(exactRound(x, digits, 'down'));
      }),
      { numRuns: 2000 },
    );
  });

  test('INT works on the 15-digit value', () => {
    expect(floor15((0.1 + 0.7) * 10)).toBe(8);
    expect(floor15(-8.9)).toBe(-9);
    expect(ceil15(2.0000000000000004)).toBe(2);
    expect(fifteenDigits(0.1 + 0.2)).toBe(0.3);
    fc.assert(
      fc.property(amount, (x) => {
        expect(fifteenDigits(x)).toBe(Number(x.toPrecision(15)) + 0);
      }),
    );
  });
});

describe('comparison and keys', () => {
  test('numbers within 2^-48 are equal', () => {
    expect(equalNumbers(0.1 + 0.2, 0.3)).toBe(true);
    expect(compareNumbers(1.1999999999999997, 1.2)).toBe(0);
    expect(compareNumbers(1, 1.0000001)).toBe(-1);
    expect(compareNumbers(0, 1e-300)).toBe(-1);
  });

  test('types have an order and a blank takes the other side’s', () => {
    expect(compareValues(99999, '1')).toBe(-1);
    expect(compareValues('zzz', false)).toBe(-1);
    expect(compareValues(null, 0)).toBe(0);
    expect(compareValues('', null)).toBe(0);
    expect(compareValues(false, null)).toBe(0);
    expect(compareValues('apple', 'Banana')).toBe(-1);
  });

  test('text folds simply: one code point to one', () => {
    expect(foldText('ÀÉ')).toBe('àé');
    expect(foldText('A\u0300')).toBe('à');
    expect(foldText('ΣΑΣ')).toBe(foldText('σας'));
    expect(foldText('straße')).not.toBe(foldText('STRASSE'));
    expect(foldText('ı')).toBe('ı');
    expect(foldText('华东 Ｅａｓｔ')).toBe('华东 ｅａｓｔ');
  });

  test('keys join what a person sees as one value and nothing else', () => {
    expect(key(0.1 + 0.2)).toBe(key(0.3));
    expect(key('Ann')).toBe(key('ANN'));
    expect(key('1')).not.toBe(key(1));
    expect(key(null)).toBe(BLANK_KEY);
    expect(key('')).not.toBe(BLANK_KEY);
    expect(key('\u0000blank')).not.toBe(BLANK_KEY);
    expect(key(true)).not.toBe(key('true'));
    expect(key(-0)).toBe(0);
    expect(Object.is(key(-0), 0)).toBe(true);
  });

  test('order by key puts blanks last and errors after them', () => {
    const values = [null, 'b', errors['#N/A'], 2, true, 'A', -1, false];
    expect([...values].sort(compareByKey)).toEqual([-1, 2, 'A', 'b', false, true, null, errors['#N/A']]);
  });
});

describe('sums and differences', () => {
  test('ten times 0.1 is 1', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1);
    expect(sum(tenths)).toBe(1);
    const running = newSum();
    for (const x of tenths) addTo(running, x);
    expect(sumOf(running)).toBe(1);
    const [totals, lost] = [new Float64Array(2), new Float64Array(2)];
    for (const x of tenths) addToSlot(totals, lost, 1, x);
    expect((totals[1] ?? 0) + (lost[1] ?? 0)).toBe(1);
    expect(sum([1e100, 1, -1e100])).toBe(1);
  });

  test('a difference in the last bits is none', () => {
    expect(subtract(add(0.1, 0.2), 0.3)).toBe(0);
    expect(subtract(subtract(0.8, 0.7), 0.1)).toBe(0);
    expect(modulo(0.3, 0.1)).toBe(0);
    expect(modulo(-3, 2)).toBe(1);
    expect(modulo(3, -2)).toBe(-1);
    expect(modulo(7.25, 1)).toBe(0.25);
  });
});
