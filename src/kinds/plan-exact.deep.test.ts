import { expect, test } from 'vitest';
import { exactHoledPayouts, withHoles } from '#core/execute/reference/plan-holes.ts';
import { exactPayouts, planDeals, planFrames } from '#core/execute/reference/plan-workload.ts';
import { measuredPlans, rowsOff, type MeasuredPlan } from './testing/run-plan.ts';

const ROWS = 1_000_000;
const deals = planDeals(ROWS);
const plans = Object.keys(measuredPlans) as MeasuredPlan[];

test.each(plans)('the plan %s is 0 of 1,000,000 rows off the exact answer', (plan) => {
  expect(rowsOff(plan, planFrames(deals), { cents: exactPayouts(deals) })).toEqual({ off: 0, first: [] });
});

test.each(plans)(
  'with two cells of a hundred blank or broken the plan %s is 0 of 1,000,000 rows off the exact answer',
  (plan) => {
    const holed = withHoles(deals, 0.02);
    expect(rowsOff(plan, holed.frames, exactHoledPayouts(holed))).toEqual({ off: 0, first: [] });
  },
);
