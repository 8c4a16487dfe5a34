import { expect, test } from 'vitest';
import { kpi } from '#kinds/metrics/kpi/kpi.ts';
import { curveOf } from './card-edits.ts';

test('a curve is drawn of what is one, and broken settings of a file draw none', () => {
  const props = {
    ...(kpi.defaults as object),
    shape: 'bands',
    points: [
      { at: 2, score: 5 },
      { at: 1, score: 0 },
    ],
  };
  expect(curveOf(props)).toEqual({
    points: [
      { at: 1, score: 0 },
      { at: 2, score: 5 },
    ],
    steps: true,
  });
  expect([curveOf({ ...props, points: [null] }), curveOf({ points: [] }), curveOf(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
