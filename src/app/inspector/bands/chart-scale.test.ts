import { expect, test } from 'vitest';
import { labelsWithRoom, niceTicks } from './chart-scale.ts';

test('axis ticks are round and do not pass the top', () => {
  expect(niceTicks(21_500, 4)).toEqual([0, 10_000, 20_000]);
  expect(niceTicks(21_500, 5)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
  expect(niceTicks(0.6, 3)).toEqual([0, 0.2, 0.4, 0.6]);
  expect(niceTicks(0, 4)).toEqual([0]);
  expect(niceTicks(NaN, 4)).toEqual([0]);
});

test('labels that would touch a more important one are left out', () => {
  expect(labelsWithRoom([1, 0, 1.5, 0.8, 1.01], (value) => value * 100, 15)).toEqual([0, 0.8, 1, 1.5]);
});
