/** What a simulation comes to: plain data. */
import type { Value } from '../data/value.ts';
import type { Progress } from '../execute/operation.ts';
import type { Problem } from '../problem/problem.ts';
import type { NodeKey } from '../program/flow-program.ts';

/** Everybody who came in is waiting, has gone on (or ended here), or has failed: in = waiting + out + failed, always. */
export interface NodeCounts {
  readonly in: number;
  readonly waiting: number;
  readonly out: number;
  readonly failed: number;
}

/** What would be done: an e-mail, a task. `refused` says why it would not. */
export interface Intent {
  /** Its idempotency key: the same visit gives the same one. */
  readonly id: string;
  /** Serial days. */
  readonly at: number;
  readonly customer: string;
  readonly node: NodeKey;
  readonly effect: string;
  readonly channel?: string;
  readonly refused?: Refusal;
  readonly fields: Readonly<Record<string, Value>>;
}
export type Refusal = 'consent' | 'address' | 'quiet-hours' | 'cap';

export interface SimulationResult {
  readonly nodes: Readonly<Record<NodeKey, NodeCounts>>;
  /** Visits that left by each port, by node. */
  readonly ports: Readonly<Record<NodeKey, Readonly<Record<string, number>>>>;
  /** Refusals at each node, by reason. */
  readonly refusals: Readonly<Record<NodeKey, Readonly<Partial<Record<Refusal, number>>>>>;
  readonly customers: number;
  readonly entered: number;
  readonly heldOut: number;
  /** Visits that reached each goal; ends of visits by reason. */
  readonly goals: Readonly<Record<string, number>>;
  readonly ended: Readonly<Record<string, number>>;
  readonly active: number;
  /** By time, then by customer. */
  readonly intents: readonly Intent[];
  readonly digest: string;
  readonly problems: readonly Problem[];
}

/** Yielded while a simulation runs: the virtual clock (serial days) and who is where by then. */
export interface SimulationProgress extends Progress {
  readonly now: number;
  readonly nodes: Readonly<Record<NodeKey, NodeCounts>>;
  readonly ports: Readonly<Record<NodeKey, Readonly<Record<string, number>>>>;
}

export function isSimulationProgress(progress: Progress): progress is SimulationProgress {
  return 'now' in progress && 'nodes' in progress;
}
