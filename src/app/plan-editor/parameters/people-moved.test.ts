import { expect, test } from 'vitest';
import { peopleMoved } from './people-moved.ts';

const row = (who: string, month: string, before: number | null, after: number | null) => ({
  id: [month, who],
  row: 0,
  before,
  after,
});

test('people who gain and lose are counted once, over all their rows', () => {
  const comparison = {
    key: ['month', 'person'],
    before: 0,
    after: 0,
    rows: [
      row('Ann', 'Jan', 100, 150),
      row('Ann', 'Feb', 100, 90),
      row('Bo', 'Jan', 100, 50),
      row('Bo', 'Feb', 0, 50),
      row('Cy', 'Jan', 10, 9),
      row('Di', 'Jan', null, 5),
      row('Ed', 'Jan', 7, 7 + 1e-12),
    ],
  };
  expect(peopleMoved(comparison, 1)).toEqual({ gain: 2, lose: 1 });
  expect(peopleMoved(comparison, -1)).toEqual({ gain: 3, lose: 3 });
});
