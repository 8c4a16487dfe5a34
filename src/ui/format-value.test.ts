import { describe, expect, test } from 'vitest';
import { formatAgo, formatHeadline, formatNumber, formatSerial, formatValue } from './format-value.ts';

const usd = { kind: 'currency', currency: 'USD' } as const;

describe('numbers as people write them', () => {
  test('a true minus, grouped digits, and never minus zero', () => {
    expect(formatNumber(-1234.5, undefined, 'en')).toBe('−1,234.5');
    expect(formatNumber(-0.001, { kind: 'number', decimals: 2 }, 'en')).toBe('0.00');
    expect(formatNumber(-0, undefined, 'zh-CN')).toBe('0');
    expect(formatNumber(-2550, usd, 'en')).toBe('−$2,550.00');
    expect(formatNumber(1e9, { kind: 'currency', currency: 'CNY', decimals: 0 }, 'zh-CN')).toBe('¥1,000,000,000');
  });

  test('percentages, units and differences', () => {
    expect(formatNumber(1.0283, { kind: 'percent' }, 'en')).toBe('102.8%');
    expect(formatNumber(0.05, { kind: 'percent', decimals: 0 }, 'en')).toBe('5%');
    expect(formatNumber(1.75, { kind: 'unit', unit: '×' }, 'en')).toBe('1.75×');
    expect(formatNumber(3, { kind: 'unit', unit: 'days' }, 'en')).toBe('3 days');
    expect(formatNumber(3, { kind: 'unit', unit: '天' }, 'zh-CN')).toBe('3天');
    expect(formatNumber(18356, undefined, 'en', { signed: true })).toBe('+18,356');
    expect(formatNumber(0, undefined, 'en', { signed: true })).toBe('0');
    expect(formatNumber(16_720_000, usd, 'en', { compact: true })).toBe('$16.72M');
  });

  test('values of a column: blanks, errors, truth and text', () => {
    expect(formatValue(null, 'number', undefined, 'en')).toBe('');
    expect(formatValue({ error: '#DIV/0!' }, 'number', usd, 'en')).toBe('#DIV/0!');
    expect(formatValue(true, 'boolean', undefined, 'zh-CN')).toBe('TRUE');
    expect(formatValue('-5', 'text', undefined, 'en')).toBe('-5');
    expect(formatHeadline(591_965.29, usd, 'en')).toBe('$591,965');
    expect(formatHeadline(20.5, usd, 'en')).toBe('$20.50');
  });

  test('serial dates are civil days in either language', () => {
    expect(formatSerial(46_000, 'date', 'en')).toBe('Dec 9, 2025');
    expect(formatSerial(46_000, 'date', 'zh-CN')).toBe('2025年12月9日');
    expect(formatSerial(0.5, 'time', 'zh-CN')).toBe('12:00');
    expect(formatSerial(61, 'date', 'en')).toBe('Mar 1, 1900');
    expect(formatSerial(Number.NaN, 'date', 'en')).toBe('#NUM!');
  });

  test('how long ago, in words', () => {
    const now = Date.UTC(2026, 0, 10, 12);
    expect(formatAgo(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago');
    expect(formatAgo(now - 26 * 3_600_000, now, 'zh-CN')).toBe('昨天');
  });
});
