import { expect, test } from 'vitest';
import { errors } from '#core/data/value.ts';
import { checkFormula } from '#core/formula/check/check-formula.ts';
import { dates, money, numbers, percents, table, texts, truths } from '#core/formula/reference/example.ts';
import { helpWords } from './help.words.ts';
import { paintFormula } from './paint-formula.ts';
import { readCell, withCell, withoutRow, withRow, writeCell } from './sample-cells.ts';

const rate = percents('rate', 'Rate', '费率');
const closed = dates('closed', 'Closed', '成交');
const amount = money('amount', 'Amount', '金额');

test('cells are read back as they are written', () => {
  for (const [value, column, text] of [
    [0.07, rate, '7%'],
    [0.285, rate, '28.5%'],
    [46_295, closed, '2026-09-30'],
    [12_000.5, amount, '12000.5'],
    [null, amount, ''],
    ['Ann', texts('rep', 'Rep', '销售'), 'Ann'],
    [true, truths('first', 'First', '首单'), 'TRUE'],
  ] as const) {
    expect(writeCell(value, column)).toBe(text);
    expect(readCell(text, column)).toBe(value);
  }
});

test('what cannot be read is an error in its cell; spaces alone are blank, but not in text', () => {
  expect(readCell('abc', amount)).toBe(errors['#VALUE!']);
  expect(readCell('30.9.26', closed)).toBe(errors['#VALUE!']);
  expect(readCell(' ', amount)).toBeNull();
  expect(readCell(' ', texts('rep', 'Rep', '销售'))).toBe(' ');
  expect(readCell('1,200.50', amount)).toBe(1200.5);
});

test('changing a cell or the rows leaves the table before as it was', () => {
  const before = table([numbers('a', 'A', '甲'), amount], [[1, 2]]);
  const after = withRow(withCell(before, 0, 1, 9));
  expect(after.rows).toEqual([
    [1, 9],
    [null, null],
  ]);
  expect(withoutRow(after, 0).rows).toEqual([[null, null]]);
  expect(before.rows).toEqual([[1, 2]]);
});

test('a formula is painted whole, its problems marked where they are', () => {
  const scope = { place: 'scalar', columns: [], parameters: [], tables: new Map() } as const;
  const text = 'SUM(deals[amount]) /* all */ + nix & "x"';
  const pieces = paintFormula(text, checkFormula(text, scope).problems);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.find((piece) => piece.text === 'SUM')?.paint).toBe('function');
  expect(pieces.find((piece) => piece.text === '/* all */')?.paint).toBe('comment');
  expect(pieces.find((piece) => piece.text === 'nix')).toEqual({ text: 'nix', paint: 'column', problem: 'error' });
  expect(pieces.find((piece) => piece.text === '"x"')?.problem).toBeUndefined();
  expect(paintFormula('', [])).toEqual([]);
});

test('the words of the help say how many were found', () => {
  expect(helpWords.en.found(2, 'sum')).toBe('2 found for “sum”');
  expect(helpWords['zh-CN'].found(2, '求和')).toBe('“求和”找到 2 项');
});
