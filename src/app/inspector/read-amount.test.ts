import { describe, expect, test } from 'vitest';
import { amountText, readAmount, shownAmount } from './read-amount.ts';

describe('amounts as people type them', () => {
  test('4%, 0.04 and 4 are one rate where a percentage is meant', () => {
    expect(readAmount('4%', 'percent')).toBe(0.04);
    expect(readAmount('0.04', 'percent')).toBe(0.04);
    expect(readAmount('4', 'percent')).toBe(0.04);
    expect(readAmount('120', 'percent')).toBe(1.2);
    expect(readAmount('4.35 %', 'percent')).toBe(0.0435);
    expect(readAmount('４％', 'percent')).toBe(0.04);
    expect(readAmount('0', 'percent')).toBe(0);
    expect(readAmount('−0.5', 'percent')).toBe(-0.5);
  });

  test('elsewhere a number is a number, and only a percent sign divides it', () => {
    expect(readAmount('25,000', 'currency')).toBe(25_000);
    expect(readAmount('4', 'number')).toBe(4);
    expect(readAmount('4%', 'number')).toBe(0.04);
  });

  test('what is no number is a formula, and nothing is nothing', () => {
    expect(readAmount(' accelerator ', 'percent')).toBe('accelerator');
    expect(readAmount('base_rate * 2')).toBe('base_rate * 2');
    expect(readAmount('   ', 'percent')).toBeUndefined();
  });

  test('the text that is edited reads back as the same value', () => {
    for (const value of [0.04, 0.0435, 1.2, 0, 0.07, -0.125, 1 / 3])
      expect(readAmount(amountText(value, 'percent'), 'percent')).toBeCloseTo(value, 14);
    expect(amountText(0.07, 'percent')).toBe('7%');
    expect(amountText('accelerator', 'percent')).toBe('accelerator');
  });

  test('shown with the decimals it has', () => {
    expect(shownAmount(0.02, 'percent', 'en', 1)).toBe('2.0%');
    expect(shownAmount(0.0225, 'percent', 'en', 1)).toBe('2.25%');
    expect(shownAmount(1.2, 'percent', 'en')).toBe('120%');
    expect(shownAmount(25000, 'currency', 'en', 0, 'USD')).toBe('$25,000');
    expect(shownAmount(0.5, 'currency', 'en', 0, 'USD')).toBe('$0.50');
    expect(shownAmount('cap', 'currency', 'zh-CN')).toBe('cap');
  });
});
