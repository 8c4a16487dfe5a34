/**
 * A journey over a table of customers on a virtual clock. Events wait in a heap in a total order (time; goals and exits before timers before entries;
 * customer; insertion); one moves a visit through every node that does not wait. Dice are a hash of seed, node, customer and visit: so nothing depends
 * on the order of rows or on who else takes part, and one customer's story is the same alone and in the crowd.
 */
import { isError } from '../data/value.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { FlowProgram } from '../program/flow-program.ts';
import { nodeCounts, portCounts, refusalCounts } from './counters.ts';
import { customersOf } from './customers.ts';
import { startDigest } from './digest.ts';
import { createEventHeap } from './event-heap.ts';
import type { Happening } from './happening.ts';
import { readyFlow, type FlowData } from './ready-flow.ts';
import type { SimulationProgress, SimulationResult } from './simulation-result.ts';
import { instantOf, serialOfInstant } from './virtual-clock.ts';
import { createWalk, CRITERION, ENTRY } from './walk.ts';

export interface SimulationInput extends FlowData {
  readonly program: FlowProgram;
  /** Serial days: the first instant, and the one before which the simulation ends. */
  readonly from: number;
  readonly until: number;
}

export interface SimulationOptions {
  /** Only this customer. */
  readonly customer?: string;
  readonly observe?: (happening: Happening) => void;
}

const yieldEvery = 2048;

export function* simulate(
  input: SimulationInput,
  options: SimulationOptions = {},
): Generator<SimulationProgress, SimulationResult, void> {
  const { program, seed } = input;
  const flow = readyFlow(program, input);
  const customers = customersOf(
    input.tables.get(program.customers.table),
    program.customers.id,
    seed,
    { design: program.design },
    options.customer,
  );
  const heap = createEventHeap();
  const until = instantOf(input.until);
  const from = instantOf(input.from);
  const count = customers.rows.length;
  const { observe } = options;
  const walk = createWalk({ flow, customers, heap, seed, until, observe });
  const { counters } = walk;

  for (let customer = 0; customer < count; customer++) {
    const row = customers.rows[customer] ?? 0;
    for (const node of flow.entries) {
      const at = node.expressions['at'];
      const value = at?.ask({ row, variables: {}, now: from });
      const time = at === undefined ? from : typeof value === 'number' ? instantOf(value) : NaN;
      if (!(time >= from)) {
        if (isError(value)) walk.fault('entry', node, value.error, customer);
        const why = isError(value) ? 'error' : Number.isNaN(time) ? 'no-instant' : 'too-early';
        observe?.({ what: 'not-entered', now: from, node, row, why });
      } else if (time < until) heap.push({ time, rank: ENTRY, customer, token: -1 - node.index, epoch: 0 });
    }
  }

  let processed = 0;
  while (heap.peekTime() < until) {
    const event = heap.pop();
    if (!event) break;
    const { rank, token, customer, epoch, time } = event;
    if (rank === ENTRY) {
      const node = flow.nodes[-1 - token];
      if (node) walk.enter(node, customer, time);
    } else if (rank === CRITERION) walk.criterion(token, epoch, time);
    else walk.wake(token, epoch, time);
    processed += 1;
    if (processed % yieldEvery === 0)
      yield {
        step: '',
        rows: processed,
        now: serialOfInstant(time),
        nodes: nodeCounts(flow, counters),
        ports: portCounts(flow, counters),
      };
  }

  const sorted = (map: ReadonlyMap<string, number>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const summary = {
    nodes: nodeCounts(flow, counters),
    ports: portCounts(flow, counters),
    refusals: refusalCounts(flow, counters),
    customers: count,
    ...walk.totals(),
    goals: sorted(walk.goals),
    ended: sorted(walk.ended),
    active: walk.tokens.filter((token) => token.active).length,
  };
  const digest = startDigest();
  digest.add(JSON.stringify(summary));
  for (const intent of walk.intents) digest.add(JSON.stringify(intent));
  return {
    ...summary,
    intents: walk.intents,
    digest: digest.text(),
    problems: [...customers.problems, ...faultProblems()],
  };

  function faultProblems(): Problem[] {
    return [...walk.faults.values()].map(({ count: many, node, code, error, customer }) => {
      const at = { design: program.design, node: node.key };
      const params = { step: node.node.origin.label, count: many, customer };
      const warning = { severity: 'warning' } as const;
      if (code === 'looped') return problem('simulate.looped', params, at, warning);
      if (code === 'entry') return problem('simulate.entry-errors', params, at, warning);
      return problem('simulate.failed', { ...params, error }, at, warning);
    });
  }
}

/** The whole of it at once, for hosts that need not stop it. */
export function simulateAll(input: SimulationInput, options: SimulationOptions = {}): SimulationResult {
  const work = simulate(input, options);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
