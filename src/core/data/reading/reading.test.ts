import { describe, expect, test } from 'vitest';
import { serialOf } from '../../calendar/civil.ts';
import { cellAt } from '../column.ts';
import { errors } from '../value.ts';
import { columnBuilder } from './column-builder.ts';
import { detectColumn } from './detect-column.ts';
import { readDate, readNumber } from './read-cell.ts';

describe('numbers as people write them', () => {
  test.each([
    ['1,234.56', '.', 1234.56],
    ['1234.5', '.', 1234.5],
    ['-7', '.', -7],
    ['(1,200.00)', '.', -1200],
    ['$1,234', '.', 1234],
    ['-$5.50', '.', -5.5],
    ['¥1,234.50', '.', 1234.5],
    ['１２３', '.', 123],
    ['1.234,56', ',', 1234.56],
    ['1 234,5', ',', 1234.5],
    ['12%', '.', 0.12],
    ['3.5 %', '.', 0.035],
    ['1e3', '.', 1000],
    ['USD 5', '.', 5],
    ['100元', '.', 100],
    ['.5', '.', 0.5],
    ["1'234.5", '.', 1234.5],
  ] as const)('%s with decimal %s is %d', (text, decimal, value) => {
    expect(readNumber(text, { decimal })).toBe(value);
  });
  test.each(['abc', '', '1,23,4', '12-3', '1.2.3', '%', '$', '--5', '0x10', 'Infinity', '1,2345,6'])(
    '%s is no number',
    (text) => {
      expect(readNumber(text, { decimal: '.' })).toBeNaN();
    },
  );
});

describe('dates as people write them', () => {
  test.each([
    ['2026-03-01', 'ymd', 2026, 3, 1],
    ['2026/3/1', 'mdy', 2026, 3, 1],
    ['3/31/2026', 'mdy', 2026, 3, 31],
    ['31/03/2026', 'dmy', 2026, 3, 31],
    ['31.3.26', 'dmy', 2026, 3, 31],
    ['2026年3月1日', 'ymd', 2026, 3, 1],
    ['20260301', 'ymd', 2026, 3, 1],
    ['1/2/95', 'mdy', 1995, 1, 2],
  ] as const)('%s read as %s', (text, order, year, month, day) => {
    expect(readDate(text, order)).toBe(serialOf(year, month, day));
  });
  test('a time is a fraction of the day', () => {
    expect(readDate('2026-03-01 18:00', 'ymd')).toBe(serialOf(2026, 3, 1) + 0.75);
    expect(readDate('3/1/2026 6:00 PM', 'mdy')).toBe(serialOf(2026, 3, 1) + 0.75);
  });
  test.each(['2026-02-30', '13/13/2026', 'today', '1/2', '2026-3', '2026-01-01 25:00'])('%s is no date', (text) => {
    expect(readDate(text, 'mdy')).toBeNaN();
  });
});

describe('what a column is', () => {
  test.each([
    [['1', '2', ''], { type: 'number' }],
    [['1.234,5', '2,25'], { type: 'number', decimal: ',' }],
    [['$1,000.00', '$2'], { type: 'number', currency: 'USD' }],
    [['￥5', '¥6'], { type: 'number', currency: 'CNY' }],
    [['5%', '7.5%'], { type: 'number', percent: true }],
    [['001', '002'], { type: 'text' }],
    [['12345678901234567', '1'], { type: 'text' }],
    [['yes', 'no'], { type: 'boolean' }],
    [['是', '否'], { type: 'boolean' }],
    [['', ''], { type: 'text' }],
    [['2026-01-05', '2026-01-31'], { type: 'date', order: 'ymd' }],
    [['1/31/2026', '2/1/2026'], { type: 'date', order: 'mdy' }],
    [['31/1/2026', '1/2/2026'], { type: 'date', order: 'dmy' }],
    [['1/2/2026', '3/4/2026'], { type: 'date', order: 'mdy', ambiguous: true }],
    [['20260105', '20260131'], { type: 'date', order: 'ymd' }],
    [['2026-01-05 10:00', '2026-01-06'], { type: 'datetime', order: 'ymd' }],
    [['Ann', '5'], { type: 'text' }],
  ] as const)('%j', (cells, reading) => {
    expect(detectColumn(cells)).toEqual(reading);
  });

  test('one odd cell in many does not turn a column of numbers into text', () => {
    expect(detectColumn([...Array<string>(99).fill('5'), 'n/a'])).toEqual({ type: 'number' });
  });
});

describe('a growing column', () => {
  test('wrong cells become errors and are listed with their rows', () => {
    const builder = columnBuilder({ type: 'number' });
    for (const cell of ['1', '', 'oops', '4']) builder.add(cell);
    const column = builder.finish();
    expect([0, 1, 2, 3].map((row) => cellAt(column, row))).toEqual([1, null, errors['#VALUE!'], 4]);
    expect([builder.wrongCount, builder.wrong]).toEqual([1, [{ row: 2, text: 'oops' }]]);
  });

  test('it grows past its first room with every cell in place', () => {
    const numbers = columnBuilder({ type: 'number' });
    const names = columnBuilder({ type: 'text' });
    for (let i = 0; i < 5000; i++) {
      numbers.add(String(i));
      names.add(i % 7 === 0 ? '' : `n${i % 3}`);
    }
    const [a, b] = [numbers.finish(), names.finish()];
    expect([cellAt(a, 0), cellAt(a, 4999), cellAt(b, 4998), cellAt(b, 4999)]).toEqual([0, 4999, null, 'n1']);
  });
});
