import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test('numbers are read as people type them', () => {
  expect(readNumber('1,234.5')).toBe(1234.5);
  expect(readNumber('−12')).toBe(-12);
  expect(readNumber('１２．５')).toBe(12.5);
  expect(readNumber('$1,000')).toBe(1000);
  expect(readNumber('￥20')).toBe(20);
  expect(readNumber('4.35%')).toBe(0.0435);
  expect(readNumber('4.35', true)).toBe(0.0435);
  expect(readNumber('1.75×')).toBe(1.75);
  expect(readNumber('1e3')).toBe(1000);
});

test('what is no number is not guessed', () => {
  for (const text of ['', '-', 'abc', '1.2.3', '12 apples', '--3', 'Infinity'])
    expect(readNumber(text)).toBeUndefined();
});
