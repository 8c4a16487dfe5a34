import { expect, test } from 'vitest';
import { exactHoledPayouts, withHoles } from '#core/execute/reference/plan-holes.ts';
import { exactPayouts, planDeals, planFrames } from '#core/execute/reference/plan-workload.ts';
import { measuredPlans, rowsOff, type MeasuredPlan } from './testing/run-plan.ts';

const ROWS = 100_000;
const deals = planDeals(ROWS);
const plans = Object.keys(measuredPlans) as MeasuredPlan[];

test('the plan composed on the canvas is 0 of 100,000 rows off the exact answer', () => {
  const exact = { cents: exactPayouts(deals) };
  expect(rowsOff('composed on the canvas', planFrames(deals), exact)).toEqual({ off: 0, first: [] });
});

test.each(plans)(
  'with two cells of a hundred blank or broken the plan %s is 0 of 100,000 rows off the exact answer',
  (plan) => {
    const holed = withHoles(deals, 0.02);
    const exact = exactHoledPayouts(holed);
    expect(rowsOff(plan, holed.frames, exact)).toEqual({ off: 0, first: [] });
    // Every way to lose an answer is met.
    expect(new Set(exact.state).size).toBe(8);
  },
);
