import { expect, test } from 'vitest';
import { barBoxes, linePoints } from './sparkline.tsx';

test('a line fills its box and a flat one stands in the middle', () => {
  expect(linePoints([0, 5, 10], 52, 26)).toEqual([
    [2, 24],
    [26, 13],
    [50, 2],
  ]);
  expect(linePoints([7, 7], 52, 26).map(([, y]) => y)).toEqual([13, 13]);
  expect(linePoints([3], 52, 26)).toEqual([[2, 13]]);
});

test('bars below zero hang from the zero line', () => {
  const [up, down, none] = barBoxes([10, -10, 0], 30, 26);
  expect(up && down && none).toBeTruthy();
  expect(up?.y).toBe(1);
  expect(down?.y).toBe((up?.y ?? 0) + (up?.height ?? 0));
  expect(none?.height).toBe(0);
});
