import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from './client.ts';
import { hashOfPlan, planHash } from './testing/plan-bytes.ts';

test('in the worker of a browser a plan over 20,000 deals answers the bytes that every host answers', async () => {
  const engine = createEngine();
  onTestFinished(() => engine.close());
  expect(await hashOfPlan((name, ask) => engine.ask(name, ask))).toBe(planHash);
});
