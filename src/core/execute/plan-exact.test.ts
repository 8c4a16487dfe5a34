import { expect, test } from 'vitest';
import { isNumeric } from '../data/column.ts';
import { round } from '../formula/round.ts';
import { openRun } from './execution.ts';
import { createEngineMemory } from './memory.ts';
import { exactPayouts, planDeals, planFrames, planWorkload } from './reference/plan-workload.ts';
import { finish } from './testing/ask.ts';
import { tables } from './testing/programs.ts';
import { runProgram } from './run.ts';

test('a whole plan over 100,000 deals is 0 rows off the exact answer, edges included', () => {
  const deals = planDeals(100_000);
  const exact = exactPayouts(deals);
  const run = openRun(
    createEngineMemory(),
    { program: planWorkload, parameters: {}, asOf: 46204 },
    tables(planFrames(deals)),
  );
  const payout = finish(run.column('payouts', 'payout'));
  if (!isNumeric(payout) || payout.state) throw new Error('every deal has a payout');
  const off: string[] = [];
  for (let row = 0; row < deals.count; row++) {
    const wanted = (exact[row] as number) / 100;
    if (payout.values[row] !== wanted) off.push(`row ${row}: ${payout.values[row]} for ${wanted}`);
  }
  expect(off).toEqual([]);

  const total = exact.reduce((sum, cents) => sum + cents, 0) / 100;
  const { answers, problems } = finish(runProgram(run));
  expect(problems).toEqual([]);
  for (const node of ['payouts', 'by_rep', 'by_region']) {
    expect(round(Number(answers[node]?.value), 2), node).toBe(total);
  }

  // The run is worth something only where edges are really stood on.
  const factors = finish(run.column('factors', 'factor'));
  expect(isNumeric(factors) && new Set(factors.values).size).toBe(4);
  const onEdge = deals.amount.filter((amount, row) => ((amount - (deals.cost[row] as number)) * 10) % amount === 0);
  expect(onEdge.length).toBeGreaterThan(10_000);
});
