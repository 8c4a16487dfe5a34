/** The simulations of open journeys: what runs, how far, what came of it. One at a time for each journey; a newer one cancels the older. */
import { create } from 'zustand';
import type { CustomerTrace } from '#core/simulate/customer-trace.ts';
import { isSimulationProgress, type NodeCounts } from '#core/simulate/simulation-result.ts';
import type { FlowInput, SimulationShown } from '#engine/protocol.ts';
import type { EnginePort } from '../session/engine-port.ts';

export interface Simulation {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly input: FlowInput;
  /** The virtual clock, serial days, while it runs. */
  readonly now: number;
  readonly nodes: Readonly<Record<string, NodeCounts>>;
  readonly ports: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly result?: SimulationShown;
  readonly milliseconds?: number;
  readonly failure?: string;
}

export interface StoryAsked {
  readonly input: FlowInput;
  readonly customer: string;
  readonly trace: CustomerTrace;
}

interface Simulations {
  readonly byDesign: Readonly<Record<string, Simulation>>;
  readonly stories: Readonly<Record<string, StoryAsked>>;
}

export const useSimulations = create<Simulations>(() => ({ byDesign: {}, stories: {} }));
const running = new Map<string, AbortController>();

function put(design: string, simulation: Simulation): void {
  useSimulations.setState(({ byDesign }) => ({ byDesign: { ...byDesign, [design]: simulation } }));
}

export async function runSimulation(design: string, input: FlowInput, engine: EnginePort, clock: () => number) {
  running.get(design)?.abort();
  const controller = new AbortController();
  running.set(design, controller);
  const before = useSimulations.getState().byDesign[design];
  // The last counts stay until there are new ones: numbers do not jump to nothing.
  const start = { nodes: before?.nodes ?? {}, ports: before?.ports ?? {} };
  let now: Simulation = {
    status: 'running',
    input,
    now: input.from,
    ...start,
    ...(before?.result ? { result: before.result } : {}),
    ...(before?.milliseconds === undefined ? {} : { milliseconds: before.milliseconds }),
  };
  put(design, now);
  const from = clock();
  try {
    const result = await engine.ask('simulate', input, {
      signal: controller.signal,
      onProgress(progress) {
        if (controller.signal.aborted || !isSimulationProgress(progress)) return;
        now = { ...now, now: progress.now, nodes: progress.nodes, ports: progress.ports };
        put(design, now);
      },
    });
    const { nodes, ports } = result;
    put(design, { status: 'done', input, now: input.until, nodes, ports, result, milliseconds: clock() - from });
  } catch (error) {
    // A newer one has taken its place, or it was stopped: what was counted so far stays.
    if (running.get(design) !== controller) return;
    const failure = error instanceof Error ? error.message : String(error);
    put(design, { ...now, ...(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', failure }) });
  } finally {
    if (running.get(design) === controller) running.delete(design);
  }
}

export function cancelSimulation(design: string): void {
  running.get(design)?.abort();
}

export function forgetSimulation(design: string): void {
  cancelSimulation(design);
  useSimulations.setState(({ byDesign, stories }) => {
    const { [design]: _, ...rest } = byDesign;
    const { [design]: __, ...others } = stories;
    return { byDesign: rest, stories: others };
  });
}

export async function askStory(design: string, input: FlowInput, customer: string, engine: EnginePort): Promise<void> {
  const known = useSimulations.getState().stories[design];
  if (known?.customer === customer && known.input === input) return;
  const trace = await engine.ask('simulate.trace', { ...input, customer });
  useSimulations.setState(({ stories }) => ({ stories: { ...stories, [design]: { input, customer, trace } } }));
}
