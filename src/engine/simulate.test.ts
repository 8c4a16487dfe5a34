// The engine answers simulations with signs of life, first intents and one customer's story; it can be stopped between any two.
import { describe, expect, test } from 'vitest';
import { drain } from '#core/execute/run.ts';
import { isSimulationProgress } from '#core/simulate/simulation-result.ts';
import { inputOf, type SmallJourney } from '#kinds/testing/small-journey.ts';
import { id, number } from '#kinds/testing/small-plan.ts';
import type { FlowInput } from './protocol.ts';
import { cancelled, pump } from './pump.ts';
import { createEngineState, serve } from './serve.ts';

const crowd: SmallJourney = {
  customers: {
    columns: { customer: id, seats: number },
    rows: Array.from({ length: 3000 }, (_, n) => ({ customer: `C${n}`, seats: n % 10 })),
  },
  nodes: { start: ['entry'], rest: ['wait'], ask: ['branch', { when: 'seats >= 3' }], call: ['call'], bye: ['exit'] },
  edges: ['start > rest', 'rest > ask', 'ask.yes > call', 'ask.else > bye', 'call > bye'],
};

function opened() {
  const { tables, ...rest } = inputOf(crowd, { seed: 3 });
  const state = createEngineState();
  for (const [table, frame] of tables) drain(serve(state, 'table.put', { table, frame }));
  const input: FlowInput = rest;
  return { state, input };
}

describe('the engine', () => {
  test('simulates over the rows it holds, says who is where meanwhile, and gives the first intents', () => {
    const { state, input } = opened();
    const work = serve(state, 'simulate', input);
    const seen: number[] = [];
    for (;;) {
      const next = work.next();
      if (!next.done) {
        if (!isSimulationProgress(next.value)) throw new Error('no counts');
        const counts = Object.values(next.value.nodes);
        for (const one of counts) expect(one.in).toBe(one.waiting + one.out + one.failed);
        seen.push(next.value.nodes['start']?.in ?? 0);
        continue;
      }
      expect(next.value.nodes['call']).toEqual({ in: 2100, waiting: 0, out: 2100, failed: 0 });
      expect([next.value.intents.length, next.value.intentCount]).toEqual([500, 2100]);
      break;
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0]).toBeLessThan(3000);
  });

  test('tells one customer’s story', () => {
    const { state, input } = opened();
    const trace = drain(serve(state, 'simulate.trace', { ...input, customer: 'C7' }));
    expect(trace.entries.map((one) => one.node)).toEqual(['start', 'rest', 'ask', 'call', 'bye']);
  });

  test('stops when it is asked to', async () => {
    const { state, input } = opened();
    let now = 0;
    const host = { now: () => (now += 10), pause: () => Promise.resolve() };
    const stopped = await pump(serve(state, 'simulate', input), host, { isCancelled: () => true });
    expect(stopped).toBe(cancelled);
  });
});
