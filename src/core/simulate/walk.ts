/**
 * Visits on their way: who enters, what moves a visit from node to node until it waits, what ends it. All counting happens here; the queue is only
 * written to. The order in which customers come changes nothing but the order of intents.
 */
import type { Value } from '../data/value.ts';
import { isError } from '../data/value.ts';
import { createCounters } from './counters.ts';
import { type Customers } from './customers.ts';
import { hashOfText, saltOf, throwDice } from './dice.ts';
import { type EventHeap } from './event-heap.ts';
import type { Happening } from './happening.ts';
import type { ReadyFlow, ReadyNode, Subject } from './ready-flow.ts';
import type { Intent } from './simulation-result.ts';
import { isTrue, step, type Outcome, type Visit } from './step.ts';
import { instantOf, serialOfInstant } from './virtual-clock.ts';

/** One visit of a customer: its token on the graph. */
export interface Token {
  readonly customer: number;
  readonly row: number;
  readonly entry: number;
  readonly entered: number;
  variables: Readonly<Record<string, Value>>;
  node: number;
  /** Raised whenever it moves: what was planned for it before is stale. */
  epoch: number;
  /** The port by which it leaves when its wait is over; -1: its node is asked again. */
  port: number;
  active: boolean;
  readonly met: Set<number>;
}

/** Kinds of events in the order in which they come within one instant. */
export const CRITERION = 2;
export const TIMER = 3;
export const ENTRY = 4;
/** Nodes that a visit may pass in one instant. */
const mostHops = 1000;

/** What went wrong on the data, counted by node. */
export interface Fault {
  count: number;
  readonly node: ReadyNode;
  readonly code: 'failed' | 'looped' | 'entry';
  readonly error: string;
  readonly customer: string;
}

export interface WalkOptions {
  readonly flow: ReadyFlow;
  readonly customers: Customers;
  readonly heap: EventHeap;
  readonly seed: number;
  /** The instant before which the simulation ends. */
  readonly until: number;
  readonly observe: ((happening: Happening) => void) | undefined;
}

export function createWalk({ flow, customers, heap, seed, until, observe }: WalkOptions) {
  const { program } = flow;
  const { header } = program;
  const counters = createCounters(flow);
  const tokens: Token[] = [];
  const intents: Intent[] = [];
  const goals = new Map<string, number>();
  const ended = new Map<string, number>();
  const count = customers.rows.length;
  const entries = new Int32Array(count);
  const active = new Int32Array(count);
  const lastEntry = new Float64Array(count).fill(-Infinity);
  const held = new Uint8Array(count);
  const visits = new Map<number, Int32Array>();
  const sent = new Map<string, Map<number, number[]>>();
  const faults = new Map<string, Fault>();
  const holdoutSalt = saltOf('~holdout', seed);
  let entered = 0;
  let heldOut = 0;
  /** Nodes passed since the clock last moved this visit. */
  let hops = 0;

  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const fault = (code: Fault['code'], node: ReadyNode, error: string, customer: number) => {
    const name = `${code} ${node.key} ${error}`;
    const known = faults.get(name);
    if (known) known.count += 1;
    else faults.set(name, { count: 1, node, code, error, customer: customers.ids[customer] ?? '' });
  };
  const subjectOf = (token: Token, now: number): Subject => ({ row: token.row, variables: token.variables, now });
  const visitsAt = (node: number) => {
    let found = visits.get(node);
    if (!found) visits.set(node, (found = new Int32Array(count)));
    return found;
  };

  /** The customer comes to an entry: enters, is held out, or stays away. */
  function enter(node: ReadyNode, customer: number, now: number): void {
    if (node.node.node !== 'entry') return;
    const row = customers.rows[customer] ?? 0;
    const { on } = node.node;
    const nobody: Subject = { row, variables: {}, now };
    if (on.trigger === 'segment' && on.every) {
      const next = flow.later(now, on.every, nobody);
      if (next > now && next < until)
        heap.push({ time: next, rank: ENTRY, customer, token: -1 - node.index, epoch: 0 });
    }
    const where = node.expressions['where']?.ask(nobody);
    if (where !== undefined && !isTrue(where)) {
      if (isError(where)) fault('entry', node, where.error, customer);
      observe?.({ what: 'not-entered', now, node, row, why: isError(where) ? 'error' : 'condition' });
      return;
    }
    if (!mayEnter(customer, now, nobody)) {
      observe?.({ what: 'not-entered', now, node, row, why: 're-entry' });
      return;
    }
    const { holdout } = header;
    const entry = (entries[customer] = (entries[customer] ?? 0) + 1);
    lastEntry[customer] = now;
    if (holdout) {
      const salt = customers.dice[customer] ?? holdoutSalt;
      const dice = throwDice(seed, holdoutSalt, salt, holdout.sticky ? 0 : entry);
      if (dice * 100 < holdout.percent) {
        if (held[customer] === 0) heldOut += 1;
        held[customer] = 1;
        observe?.({ what: 'held-out', now, node, dice });
        return;
      }
      observe?.({ what: 'kept-in', now, node, dice });
    }
    entered += 1;
    active[customer] = (active[customer] ?? 0) + 1;
    const variables: Record<string, Value> = {};
    for (const one of flow.initial) variables[one.key] = one.value?.ask({ ...nobody, variables }) ?? null;
    const token: Token = {
      customer,
      row,
      entry,
      entered: now,
      variables,
      node: node.index,
      epoch: 0,
      port: -1,
      active: true,
      met: new Set(),
    };
    tokens.push(token);
    planCriteria(token, tokens.length - 1, now);
    arrive(token, tokens.length - 1, node.index, now);
  }

  function mayEnter(customer: number, now: number, subject: Subject): boolean {
    const { reentry } = header;
    if ((entries[customer] ?? 0) === 0) return true;
    if (reentry.mode === 'never') return false;
    const inside = active[customer] ?? 0;
    if (reentry.mode === 'always') return inside < (reentry.most ?? 1);
    if (inside > 0) return false;
    if (reentry.mode !== 'after-period' || !reentry.period) return true;
    return now >= flow.later(lastEntry[customer] ?? -Infinity, reentry.period, subject);
  }

  /** Goals and exits that come at an instant of their own are planned at the entry; a goal reached before it does not count. */
  function planCriteria(token: Token, id: number, now: number): void {
    flow.criteria.forEach((criterion, index) => {
      const value = criterion.at?.ask(subjectOf(token, now));
      if (typeof value !== 'number') return;
      const time = instantOf(value);
      if (criterion.isGoal && time < now) return;
      heap.push({ time: Math.max(time, now), rank: CRITERION, customer: token.customer, token: id, epoch: index });
    });
  }

  function endToken(token: Token, reason: string): void {
    token.active = false;
    token.epoch += 1;
    active[token.customer] = (active[token.customer] ?? 1) - 1;
    add(ended, reason);
  }

  /** Marks a criterion once for a visit; true where the visit leaves because of it. */
  function meet(token: Token, index: number, now: number): boolean {
    const criterion = flow.criteria[index];
    const node = flow.nodes[token.node];
    if (!criterion || !node || token.met.has(index)) return false;
    if (criterion.window && now > criterion.window(token.entered, subjectOf(token, now))) return false;
    token.met.add(index);
    if (criterion.isGoal) add(goals, criterion.key);
    observe?.({ what: 'criterion', now, node, criterion });
    return criterion.exits;
  }

  /** Takes a visit off its node because of a criterion: to the path the exit names, or out of the journey. */
  function leaveFor(token: Token, id: number, index: number, now: number, wasWaiting: boolean): void {
    const criterion = flow.criteria[index];
    if (!criterion) return;
    if (wasWaiting) bump(counters.waiting, token.node, -1);
    bump(counters.out, token.node, 1);
    token.epoch += 1;
    if (criterion.then >= 0) arrive(token, id, criterion.then, now);
    else endToken(token, criterion.key);
  }

  /** Conditions among the criteria; true where the visit has left because of one. */
  function interrupted(token: Token, id: number, now: number, wasWaiting: boolean): boolean {
    for (const [index, criterion] of flow.criteria.entries()) {
      if (!criterion.when || token.met.has(index)) continue;
      if (!isTrue(criterion.when.ask(subjectOf(token, now)))) continue;
      if (!meet(token, index, now)) continue;
      leaveFor(token, id, index, now, wasWaiting);
      return true;
    }
    return false;
  }

  function arrive(token: Token, id: number, index: number, now: number): void {
    bump(counters.in, index, 1);
    token.node = index;
    hops += 1;
    const node = flow.nodes[index];
    if (!node) return;
    if (hops > mostHops) {
      fault('looped', node, '', token.customer);
      bump(counters.failed, index, 1);
      observe?.({ what: 'looped', now, node });
      endToken(token, '~failed');
      return;
    }
    if (flow.criteria.length > 0 && interrupted(token, id, now, false)) return;
    perform(token, id, node, now);
  }

  function perform(token: Token, id: number, node: ReadyNode, now: number): void {
    const { customer } = token;
    const counted = node.node.node === 'split' || node.node.node === 'act';
    const before = counted ? (visitsAt(node.index)[customer] ?? 0) : 0;
    const visit: Visit = {
      row: token.row,
      variables: token.variables,
      now,
      id: customers.ids[customer] ?? '',
      dice: customers.dice[customer] ?? holdoutSalt,
      visits: before,
      entry: token.entry,
      sent: (channel) => sent.get(channel)?.get(customer) ?? [],
    };
    const outcome = step(flow, node, visit, seed);
    observe?.({ what: 'stepped', now, node, visit, outcome });
    if (outcome.then === 'wait') {
      bump(counters.waiting, node.index, 1);
      token.port = outcome.again ? -1 : outcome.port;
      token.epoch += 1;
      if (outcome.due < until) heap.push({ time: outcome.due, rank: TIMER, customer, token: id, epoch: token.epoch });
      return;
    }
    if (counted) visitsAt(node.index)[customer] = before + 1;
    if (outcome.then === 'fail') {
      fault('failed', node, outcome.error, customer);
      bump(counters.failed, node.index, 1);
      endToken(token, '~failed');
      return;
    }
    settle(token, node, visit, outcome, now);
    if (outcome.then === 'end') {
      bump(counters.out, node.index, 1);
      endToken(token, outcome.reason);
    } else leave(token, id, node, outcome.port, now);
  }

  /** What a step has done besides moving on. */
  function settle(token: Token, node: ReadyNode, visit: Visit, outcome: Outcome & { then: 'go' | 'end' }, now: number) {
    if (outcome.goal !== undefined) add(goals, outcome.goal);
    if (outcome.set) {
      const changed: Record<string, Value> = { ...token.variables };
      for (const { key, value } of outcome.set) changed[key] = value;
      token.variables = changed;
    }
    const { intent } = outcome;
    if (!intent) return;
    const name = `${program.design}\n${node.key}\n${visit.id}\n${token.entry}\n${visit.visits}`;
    const half = (lane: number) =>
      hashOfText(name, seed ^ lane)
        .toString(16)
        .padStart(8, '0');
    intents.push({
      id: half(0x13198a2e) + half(0x03707344),
      at: serialOfInstant(now),
      customer: visit.id,
      node: node.key,
      ...intent,
    });
    if (intent.refused !== undefined) {
      const refused = counters.refusals[node.index];
      refused?.set(intent.refused, (refused.get(intent.refused) ?? 0) + 1);
    } else if (intent.channel !== undefined) {
      const channel = sent.get(intent.channel) ?? new Map<number, number[]>();
      sent.set(intent.channel, channel);
      channel.set(token.customer, [...(channel.get(token.customer) ?? []), now]);
    }
  }

  function leave(token: Token, id: number, node: ReadyNode, port: number, now: number): void {
    bump(counters.out, node.index, 1);
    const ports = counters.ports[node.index];
    if (ports) bump(ports, port, 1);
    const target = node.targets[port] ?? -1;
    if (target >= 0) {
      arrive(token, id, target, now);
      return;
    }
    observe?.({ what: 'dead-end', now, node, port: node.ports[port] ?? '' });
    endToken(token, '~dead-end');
  }

  return {
    counters,
    tokens,
    intents,
    goals,
    ended,
    faults,
    fault,
    totals: () => ({ entered, heldOut }),
    enter(node: ReadyNode, customer: number, now: number): void {
      hops = 0;
      enter(node, customer, now);
    },
    /** The instant of a goal or an exit has come. */
    criterion(id: number, index: number, now: number): void {
      hops = 0;
      const token = tokens[id];
      if (token?.active && meet(token, index, now)) leaveFor(token, id, index, now, true);
    },
    /** A wait is over. */
    wake(id: number, epoch: number, now: number): void {
      hops = 0;
      const token = tokens[id];
      const node = token && flow.nodes[token.node];
      if (!token?.active || !node || token.epoch !== epoch || interrupted(token, id, now, true)) return;
      bump(counters.waiting, node.index, -1);
      if (token.port < 0) perform(token, id, node, now);
      else leave(token, id, node, token.port, now);
    },
  };
}

function bump(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}
