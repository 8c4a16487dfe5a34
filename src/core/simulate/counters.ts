/** Who is where: counters of every node and port in typed arrays, read out as plain data. */
import type { NodeKey } from '../program/flow-program.ts';
import type { ReadyFlow } from './ready-flow.ts';
import type { NodeCounts, Refusal } from './simulation-result.ts';

export interface Counters {
  readonly in: Int32Array;
  readonly waiting: Int32Array;
  readonly out: Int32Array;
  readonly failed: Int32Array;
  readonly ports: readonly Int32Array[];
  readonly refusals: readonly Map<Refusal, number>[];
}

export function createCounters(flow: ReadyFlow): Counters {
  const each = () => new Int32Array(flow.nodes.length);
  return {
    in: each(),
    waiting: each(),
    out: each(),
    failed: each(),
    ports: flow.nodes.map((node) => new Int32Array(node.ports.length)),
    refusals: flow.nodes.map(() => new Map()),
  };
}

export function nodeCounts(flow: ReadyFlow, counters: Counters): Record<NodeKey, NodeCounts> {
  return Object.fromEntries(
    flow.nodes.map(({ key, index }) => [
      key,
      {
        in: counters.in[index] ?? 0,
        waiting: counters.waiting[index] ?? 0,
        out: counters.out[index] ?? 0,
        failed: counters.failed[index] ?? 0,
      },
    ]),
  );
}

/** Ports that were used, and those that lead somewhere. */
export function portCounts(flow: ReadyFlow, counters: Counters): Record<NodeKey, Record<string, number>> {
  return Object.fromEntries(
    flow.nodes.map(({ key, index, ports, targets }) => [
      key,
      Object.fromEntries(
        ports.flatMap((port, at) => {
          const count = counters.ports[index]?.[at] ?? 0;
          return count > 0 || (targets[at] ?? -1) >= 0 ? [[port, count]] : [];
        }),
      ),
    ]),
  );
}

export function refusalCounts(flow: ReadyFlow, counters: Counters): Record<NodeKey, Partial<Record<Refusal, number>>> {
  return Object.fromEntries(
    flow.nodes.flatMap(({ key, index }) => {
      const found = counters.refusals[index];
      const order = [...(found ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      return order.length > 0 ? [[key, Object.fromEntries(order)]] : [];
    }),
  );
}
