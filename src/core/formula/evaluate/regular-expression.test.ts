import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findsIn, readExpression } from './regular-expression.ts';

function finds(pattern: string, text: string): boolean | undefined {
  const read = readExpression(pattern);
  return read && findsIn(read, text);
}

test.each([
  ['pro', 'A pro', true],
  ['^pro', 'A pro', false],
  ['^A.pro$', 'A pro', true],
  ['(?i)PRO', 'a pro', true],
  ['PRO', 'a pro', false],
  ['^\\d{3}-\\d{4}$', '555-0199', true],
  ['^\\d{3}-\\d{4}$', '555-01999', false],
  ['^[A-Z]{2,3}\\d+$', 'ABC12', true],
  ['^[A-Z]{2,3}\\d+$', 'ABCD12', false],
  ['^(?:ab|cd)+$', 'abcdab', true],
  ['^(ab|cd)*?$', '', true],
  ['[^\\s,]+@[^\\s,]+\\.com', 'mail ann@x.com today', true],
  ['\\bcat\\b', 'a cat sat', true],
  ['\\bcat\\b', 'concat', false],
  ['\\Bcat', 'concat', true],
  ['^a?b+c*$', 'bbb', true],
  ['[]-]', 'a-b', true],
  ['[a-]', '-', true],
  ['华.{2}区', '华东大区', true],
  ['😀{2}', '😀😀', true],
  ['\\.', 'ab', false],
  ['', 'anything', true],
  ['a||b', 'zzz', true],
])('%s in %s is %s', (pattern, text, wanted) => {
  expect(finds(pattern, text)).toBe(wanted);
});

test.each([
  '(',
  ')',
  '[a',
  '*a',
  'a**',
  'a{2',
  'a{3,2}',
  '[z-a]',
  '\\1(a)',
  '(a)\\1',
  '(?=a)',
  '(?<!a)b',
  '\\',
  'a{9999}',
  '(?P<n>a)',
])('%s is no pattern', (pattern) => {
  expect(readExpression(pattern)).toBe(undefined);
});

test('patterns that make others run for ever are over at once', () => {
  const long = 'a'.repeat(20_000);
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a*)*b$', '(a?){50}a{50}$', '(.*)*x', '^((a|b)*)*c']) {
    expect(finds(pattern, `${long}!`)).toBe(false);
  }
});

const piece = fc.constantFrom(
  'a',
  'b',
  'ab',
  '.',
  '[ab]',
  '[^a]',
  '(a|bc)',
  '(?:ab)?',
  'a*',
  'b+',
  'c{2}',
  'a{1,2}',
  '(a*b)*',
  '^',
  '$',
  '\\w',
  '|',
);

test('it finds what the language’s own expressions find', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 7 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 10 }).map((signs) => signs.join('')),
      (pattern, text) => {
        expect(finds(pattern, text)).toBe(new RegExp(pattern, 'u').test(text));
      },
    ),
    { numRuns: 1000 },
  );
});
