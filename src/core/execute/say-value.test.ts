import { expect, test } from 'vitest';
import { errors } from '../data/value.ts';
import { sayValue } from './say-value.ts';

test('values are said with thousands, decimals and percent, the same on every machine', () => {
  const money = { type: 'number', format: { kind: 'currency', currency: 'USD' } } as const;
  expect(sayValue(20302.435, money, 'en')).toBe('20,302.44');
  expect(sayValue(-1234567.891, money, 'zh-CN')).toBe('-1,234,567.89');
  expect(sayValue(-0.001, money, 'en')).toBe('0.00');
  const percent = { type: 'number', format: { kind: 'percent' } } as const;
  expect(sayValue(1.1875, percent, 'en')).toBe('118.75%');
  expect(sayValue(0.12, percent, 'en')).toBe('12%');
  expect(sayValue(0.12, { type: 'number', format: { kind: 'percent', decimals: 1 } }, 'en')).toBe('12.0%');
  expect(sayValue(1000, { type: 'number' }, 'en')).toBe('1,000');
  expect(sayValue(1 / 3, { type: 'number' }, 'en')).toBe('0.3333');
  expect(sayValue(3, { type: 'number', format: { kind: 'unit', unit: 'days' } }, 'en')).toBe('3 days');
  expect(sayValue(46053, { type: 'date' }, 'en')).toBe('2026-01-31');
  expect([sayValue(null, money, 'en'), sayValue(null, money, 'zh-CN')]).toEqual(['blank', '空']);
  expect(sayValue(errors['#N/A'], money, 'en')).toBe('#N/A');
  expect(sayValue(true, { type: 'boolean' }, 'en')).toBe('TRUE');
});
