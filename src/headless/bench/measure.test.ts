import { expect, test } from 'vitest';
import { lowerQuartile, measure, median } from './measure.ts';

test('the lower quartile and the middle of some times', () => {
  expect(lowerQuartile([9, 1, 7, 3, 5])).toBe(3);
  expect(lowerQuartile([4])).toBe(4);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('rivals take turns, each turn begun by another, and each work is prepared before it is timed', () => {
  const said: string[] = [];
  const rival = (name: string) => ({
    prepare() {
      said.push(`prepare ${name}`);
      return () => void said.push(name);
    },
  });
  const found = measure([rival('a'), rival('b')], { turns: 2, warmUps: 1, leastMilliseconds: 0 });
  expect(found).toHaveLength(2);
  const warmUp = ['prepare a', 'a', 'prepare b', 'b'];
  expect(said).toEqual([...warmUp, ...warmUp, 'prepare b', 'b', 'prepare a', 'a']);
});
