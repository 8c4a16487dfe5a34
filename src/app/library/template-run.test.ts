import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drain } from '#core/execute/run.ts';
import { isPlan } from '#core/project/project.ts';
import type { Engine } from '#engine/client.ts';
import { createEngineState, serve } from '#engine/serve.ts';
import { loadTemplate, runPlan } from './template-run.ts';

/** The same engine in this thread. */
function engineHere(): Pick<Engine, 'ask'> {
  const state = createEngineState();
  return { ask: (name, ask) => Promise.resolve(drain(serve(state, name, ask))) };
}

test('the numbers of the first screen are those the sample must pay', async () => {
  const expected = JSON.parse(
    readFileSync(new URL('../../../templates/commission-plan/expected.json', import.meta.url), 'utf8'),
  ) as { 'q3-commission': { total: number; credits: number } };
  const { project, frames } = await loadTemplate('commission-plan');
  const plan = project.designs.find(isPlan);
  if (!plan) throw new Error('the sample has no plan');
  const { figures, rows } = await runPlan(engineHere(), project, plan, frames);
  expect(figures['payout']?.value).toBeCloseTo(expected['q3-commission'].total, 6);
  expect(figures['payout']?.format).toMatchObject({ kind: 'currency', currency: 'USD' });
  expect(figures['credits']?.value).toBe(expected['q3-commission'].credits);
  expect(rows).toBe([...frames.values()].reduce((sum, frame) => sum + frame.rowCount, 0));
});
