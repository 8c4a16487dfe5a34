import { expect, test } from 'vitest';
import { breathing, inSlices } from './in-slices.ts';

/** A clock that moves a millisecond each time it is looked at. */
function clock(): () => number {
  let time = 0;
  return () => (time += 1);
}

test('work in slices comes to its end, and what waits is heard on the way', async () => {
  const seen: string[] = [];
  function* work(): Generator<undefined, string, void> {
    for (let part = 0; part < 40; part++) {
      seen.push('work');
      yield;
    }
    return 'done';
  }
  setTimeout(() => seen.push('heard'), 0);
  expect(await inSlices(work(), clock())).toBe('done');
  expect(seen.indexOf('heard')).toBeGreaterThan(0);
  expect(seen.indexOf('heard')).toBeLessThan(seen.lastIndexOf('work'));
});

test('within a slice nothing waits', () => {
  const breathe = breathing(() => 0);
  expect([breathe(), breathe()]).toEqual([undefined, undefined]);
});
