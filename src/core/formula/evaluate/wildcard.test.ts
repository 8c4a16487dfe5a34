import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesWhole, readPattern, searchPattern } from './wildcard.ts';

/** The pattern's signs as its definition reads them. */
function signsOf(pattern: string): readonly { readonly kind: 'one' | 'any' | 'run'; readonly sign?: string }[] {
  const read: { kind: 'one' | 'any' | 'run'; sign?: string }[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (sign === '~' && next !== '' && '*?~'.includes(next)) {
      read.push({ kind: 'one', sign: next });
      at++;
    } else if (sign === '*') read.push({ kind: 'run' });
    else if (sign === '?') read.push({ kind: 'any' });
    else read.push({ kind: 'one', sign });
  }
  return read;
}

/** Whether the text fits, the whole of it or its start, by trying every way. */
function fits(pattern: string, text: string, start = false): boolean {
  const signs = signsOf(pattern.toLowerCase());
  const source = text.toLowerCase();
  const from = (p: number, t: number): boolean => {
    const sign = signs[p];
    if (!sign) return start || t === source.length;
    if (sign.kind === 'run') return from(p + 1, t) || (t < source.length && from(p, t + 1));
    return t < source.length && (sign.kind === 'any' || sign.sign === source.charAt(t)) && from(p + 1, t + 1);
  };
  return from(0, 0);
}

const pattern = fc
  .array(fc.constantFrom('a', 'B', 'b', '*', '?', '~', '~*', '~?'), { maxLength: 7 })
  .map((signs) => signs.join(''));
const text = fc.array(fc.constantFrom('a', 'b', 'A', '*', '?', '~'), { maxLength: 8 }).map((signs) => signs.join(''));

test('a pattern fits what trying every way fits, and is found where it first stands', () => {
  fc.assert(
    fc.property(pattern, text, fc.nat({ max: 8 }), (wanted, source, from) => {
      expect(matchesWhole(readPattern(wanted), source)).toBe(fits(wanted, source));
      const places = Array.from({ length: source.length + 1 }, (_, at) => at);
      const first = places.find((at) => at >= from && fits(wanted, source.slice(at), true));
      expect(searchPattern(readPattern(wanted), source, from)).toBe(first ?? -1);
    }),
    { numRuns: 500 },
  );
});

test('patterns made to go wrong are over at once', () => {
  const long = 'a'.repeat(32_767);
  const half = 'a'.repeat(16_000);
  for (const hostile of [
    `*${half}b*`,
    `${half}b`,
    '*a'.repeat(4000) + 'b',
    `${'a*'.repeat(8000)}b`,
    `*${'?*'.repeat(8000)}b`,
  ]) {
    expect(matchesWhole(readPattern(hostile), long)).toBe(false);
    expect(searchPattern(readPattern(hostile), long, 0)).toBe(-1);
  }
  expect(matchesWhole(readPattern(`*${half}*${half}*`), long)).toBe(true);
  expect(matchesWhole(readPattern(`*${half}?${half}*`), long)).toBe(true);
});
