/** Cells of every kind that columns hold, the awkward ones among them. Seeded by fast-check. */
import fc from 'fast-check';
import { errors, errorTexts, type Value } from '../../data/value.ts';
import type { Scope } from '../scope.ts';

const awkward = [0, -0, 1, -1, 0.1, 0.2, 0.3, 1.005, 2.675, -2.5, 1.1999999999999997, 1e15, 2 ** 53, -(2 ** 53)];
const extreme = [1e308, -1e308, Number.MAX_VALUE, Number.MIN_VALUE, -Number.MIN_VALUE, 2.2e-308, 1e-320, 1e300];

export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(...awkward),
  fc.constantFrom(...extreme),
  fc.integer({ min: -100, max: 60_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const texts = [
  '',
  'Ann',
  'ANN',
  'ann',
  'Bob',
  '5',
  ' 7 ',
  '1e3',
  '-0',
  '12%',
  'TRUE',
  '2024-01-31',
  '*',
  '?',
  '~',
  '>=10',
];
const marked = [
  'é',
  'e\u0301',
  'É',
  'ﬁ',
  'ß',
  'ẞ',
  'İ',
  'ı',
  '张伟',
  '👩‍👩‍👧',
  '\ud800',
  '\udc00',
  'a\u0000b',
  '\u200f',
  'क्षि',
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...marked),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

export const anyDay: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 44_000, max: 47_000 }),
  fc.constantFrom(0, 1, 59, 60, 61, 2_958_465),
  fc.integer({ min: 0, max: 4_000_000 }).map((seconds) => 45_000 + seconds / 86_400),
);

const anyError = fc.constantFrom(...errorTexts.map((text) => errors[text]));

function holed(cells: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 6, arbitrary: cells },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyError },
  );
}

export function cellOf(type: string): fc.Arbitrary<Value> {
  if (type === 'text') return holed(anyText);
  if (type === 'boolean') return holed(fc.boolean());
  if (type === 'date' || type === 'datetime') return holed(anyDay);
  if (type === 'number') return holed(anyNumber);
  return holed(fc.oneof(anyNumber, anyText, fc.boolean()));
}

/** Rows of a scope's columns, by key. */
export function rowsOf(scope: Scope, most: number): fc.Arbitrary<readonly Readonly<Record<string, Value>>[]> {
  const row = fc.record(Object.fromEntries(scope.columns.map(({ key, type }) => [key, cellOf(type)])));
  return fc.array(row, { maxLength: most });
}
