import { expect, test } from 'vitest';
import { breakdown } from './breakdown.ts';
import { commissionPlan } from './fixtures/commission-plan.ts';
import { wiringFaults } from './wiring.ts';

test('a breakdown is one more wired step that sums from the grain', () => {
  const made = breakdown(commissionPlan, 'payout', ['person'], ['payout', 'base']);
  expect(made?.columns.map((column) => column.key)).toEqual(['person', 'payout', 'base', 'rows']);
  expect(made && wiringFaults(made.program)).toEqual([]);
  expect(breakdown(commissionPlan, 'nowhere', [], [])).toBeNull();
});
