import { expect, test } from 'vitest';
import { functionAt, insertionAt } from './insertion.ts';

/** `|` is the caret. */
function caretIn(marked: string): { text: string; at: number } {
  const at = marked.indexOf('|');
  return { text: marked.replace('|', ''), at };
}

test.each([
  ['S|UM(amount)', 'SUM'],
  ['SUM|(amount)', 'SUM'],
  ['sum(amo|unt)', 'SUM'],
  ['IF(a, SUM(b), |c)', 'IF'],
  ['IF(a, SUM(|b), c)', 'SUM'],
  ['ROUND(amount|', 'ROUND'],
  ['round（amount，|', 'ROUND'],
  ['SUM(a)| + 1', undefined],
  ['"SUM(|"', undefined],
  ['NOSUCH(|a)', undefined],
  ['am|ount', undefined],
])('the function meant in %s is %s', (marked, name) => {
  const { text, at } = caretIn(marked);
  expect(functionAt(text, at)).toBe(name);
});

test.each([
  ['|', 'ROUND(x, 1)', 'ROUND(x, 1)'],
  ['a + |', 'ROUND(x, 1)', 'a + ROUND(x, 1)'],
  ['a + RO|UND(b, 2) * c', 'MAX(1, 2)', 'a + MAX(1, 2) * c'],
  ['a + ROUND(b|', 'ROUND(x, 1)', 'a + ROUND(x, 1)'],
  ['ROUND(b + (c|), 2) * d', 'round(x, 1)', 'round(x, 1) * d'],
  ['IF(a > |, 1)', 'MAX(1, 2)', 'IF(a > MAX(1, 2), 1)'],
])('into %s, %s makes %s', (marked, inserted, wanted) => {
  const { text, at } = caretIn(marked);
  const { start, end } = insertionAt(text, { start: at, end: at }, inserted);
  expect(text.slice(0, start) + inserted + text.slice(end)).toBe(wanted);
});

test('a selection is what is replaced', () => {
  expect(insertionAt('a + b', { start: 4, end: 5 }, 'MAX(1, 2)')).toEqual({ start: 4, end: 5 });
});
