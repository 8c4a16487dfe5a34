import { expect, test } from 'vitest';
import { drain } from '#core/execute/run.ts';
import { createEngineState, serve } from './serve.ts';
import { hashOfPlan, planHash } from './testing/plan-bytes.ts';

test('in Node a plan over 20,000 deals answers the bytes that every host answers', async () => {
  const state = createEngineState();
  expect(await hashOfPlan((name, ask) => Promise.resolve(drain(serve(state, name, ask))))).toBe(planHash);
});
