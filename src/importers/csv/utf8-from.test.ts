import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8From } from './utf8-from.ts';

const mark = [0xef, 0xbb, 0xbf];

test('a mark at the beginning is left out and nothing else, however the bytes are cut', () => {
  const beginning = fc.constantFrom([], mark.slice(0, 1), mark.slice(0, 2), mark, [...mark, ...mark]);
  fc.assert(
    fc.property(
      beginning,
      fc.uint8Array({ maxLength: 6 }),
      fc.array(fc.nat(12), { maxLength: 4 }),
      (first, rest, cuts) => {
        const all = Uint8Array.from([...first, ...rest]);
        const marked = mark.every((byte, index) => all[index] === byte);
        const at = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
        const decoder = utf8From('utf-8');
        const made = at.slice(1).map((end, index) => [...decoder.next(all.subarray(at[index], end))]);
        expect([...made.flat(), ...decoder.last()]).toEqual([...all.subarray(marked ? mark.length : 0)]);
      },
    ),
    { numRuns: 300 },
  );
});

test('bytes without a mark are handed on as they are, not copied', () => {
  const bytes = new TextEncoder().encode('rep,amount\n');
  expect(utf8From('utf-8').next(bytes)).toBe(bytes);
});
