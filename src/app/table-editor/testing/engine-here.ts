/** The engine itself on this thread, for tests: what the worker would answer, a moment later; a cancel is heard before the answer. */
import { drain } from '#core/execute/run.ts';
import { Cancelled } from '#engine/client.ts';
import type { RequestName, Requests } from '#engine/protocol.ts';
import { createEngineState, serve } from '#engine/serve.ts';
import type { EnginePort } from '../../session/engine-port.ts';

export interface EngineHere extends EnginePort {
  /** Every question that was answered. */
  readonly answered: RequestName[];
}

export function engineHere(): EngineHere {
  const state = createEngineState();
  const answered: RequestName[] = [];
  return {
    answered,
    async ask<N extends RequestName>(
      name: N,
      ask: Requests[N]['ask'],
      options: { readonly signal?: AbortSignal } = {},
    ) {
      await Promise.resolve();
      if (options.signal?.aborted) throw new Cancelled('cancelled');
      answered.push(name);
      return drain(serve(state, name, ask));
    },
  };
}
