/**
 * What a visit does at one node: pure, from the node, the subject and what the customer has had so far to an outcome. Drivers (`simulate.ts`, later a
 * durable one) own the queue, the counters and the effects.
 */
import { isError, type ErrorText, type Value } from '../data/value.ts';
import type { Intent, Refusal } from './simulation-result.ts';
import { armOf, throwDice, type Salt } from './dice.ts';
import type { ReadyFlow, ReadyNode, Subject } from './ready-flow.ts';
import { afterQuietHours, DAY, instantOf, timeOfDay } from './virtual-clock.ts';
import { isoWeekday } from '../calendar/civil.ts';

/** The visit as a node sees it. */
export interface Visit extends Subject {
  readonly id: string;
  readonly dice: Salt;
  /** Arrivals of this customer at this node before this one. */
  readonly visits: number;
  readonly entry: number;
  /** Instants of what this customer was sent on a channel, oldest first. */
  readonly sent: (channel: string) => readonly number[];
}

export type Waiting = 'duration' | 'until' | 'window' | 'quiet-hours' | 'cap';
export interface SetVariable {
  readonly key: string;
  readonly value: Value;
}
type Effects = {
  readonly intent?: Omit<Intent, 'id' | 'at' | 'customer' | 'node'>;
  readonly set?: readonly SetVariable[];
  readonly goal?: string;
  readonly dice?: number;
};

export type Outcome =
  | ({ readonly then: 'go'; readonly port: number } & Effects)
  /** `again`: the node is asked once more when it is over; else the visit leaves by `port`. */
  | {
      readonly then: 'wait';
      readonly due: number;
      readonly why: Waiting;
      readonly port: number;
      readonly again: boolean;
    }
  | ({ readonly then: 'end'; readonly reason: string } & Effects)
  | { readonly then: 'fail'; readonly place: string; readonly error: ErrorText };

export function step(flow: ReadyFlow, ready: ReadyNode, visit: Visit, seed: number): Outcome {
  const { node } = ready;
  const go = (port: string, effects: Effects = {}): Outcome => ({
    then: 'go',
    port: ready.ports.indexOf(port),
    ...effects,
  });
  switch (node.node) {
    case 'entry':
      return go('out');
    case 'exit':
      return { then: 'end', reason: node.reason };
    case 'mark':
      return Object.hasOwn(node.ports, 'out')
        ? go('out', { goal: node.goal })
        : { then: 'end', reason: node.goal, goal: node.goal };
    case 'branch': {
      for (let index = 0; index < node.cases.length; index++) {
        const value = ready.expressions[`cases.${index}`]?.ask(visit) ?? null;
        if (isError(value)) {
          const failed = onError(ready, `cases.${index}`, value.error);
          if (failed) return failed;
        } else if (isTrue(value)) return go(node.cases[index]?.port ?? 'else');
      }
      return go('else');
    }
    case 'split': {
      const dice = throwDice(seed, ready.salt, visit.dice, node.sticky ? 0 : visit.visits + 1);
      const arm = armOf(
        node.arms.map((one) => one.weight),
        dice,
      );
      return go(node.arms[arm]?.port ?? '', { dice });
    }
    case 'set': {
      const set: SetVariable[] = [];
      for (const [index, one] of node.set.entries()) {
        const value = ready.expressions[`set.${index}`]?.ask(visit) ?? null;
        if (isError(value)) return onError(ready, `set.${index}`, value.error) ?? go('out');
        set.push({ key: one.key, value });
      }
      return go('out', { set });
    }
    case 'wait':
      return wait(flow, ready, visit);
    case 'act':
      return act(flow, ready, visit);
    case 'reserve':
    case 'release':
    case 'fork':
    case 'join':
    case 'approve':
    case 'call':
      throw new Error(`a flow node “${node.node}” is not simulated yet`);
  }
}

/** Blank, text and zero are not TRUE. */
export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** The outcome of an error: undefined where the node passes over it. */
function onError(ready: ReadyNode, place: string, error: ErrorText): Outcome | undefined {
  if (ready.node.onError === 'skip') return undefined;
  if (ready.node.onError === 'path') return { then: 'go', port: ready.ports.indexOf('error') };
  return { then: 'fail', place, error };
}

function wait(flow: ReadyFlow, ready: ReadyNode, visit: Visit): Outcome {
  const { node } = ready;
  if (node.node !== 'wait') throw new Error('not a wait');
  const out = ready.ports.indexOf('out');
  const until = (due: number, why: Waiting): Outcome =>
    due > visit.now ? { then: 'wait', due, why, port: out, again: false } : { then: 'go', port: out };
  switch (node.for.wait) {
    case 'duration': {
      const due = flow.later(visit.now, node.for.duration, visit);
      if (Number.isNaN(due)) return onError(ready, 'duration', '#VALUE!') ?? { then: 'go', port: out };
      return until(due, 'duration');
    }
    case 'until': {
      const value = ready.expressions['instant']?.ask(visit) ?? null;
      if (isError(value)) return onError(ready, 'instant', value.error) ?? { then: 'go', port: out };
      if (typeof value !== 'number') return onError(ready, 'instant', '#VALUE!') ?? { then: 'go', port: out };
      const due = instantOf(value);
      if (due <= visit.now && node.for.late === 'path') return { then: 'go', port: ready.ports.indexOf('late') };
      return until(due, 'until');
    }
    case 'window':
      return until(nextWindow(visit.now, node.for), 'window');
    case 'event':
      throw new Error('waiting for events is not simulated yet');
  }
}

/** The instant itself inside the window, else its next beginning. */
function nextWindow(
  now: number,
  window: { readonly days: readonly number[]; readonly from: string; readonly to: string },
): number {
  const from = timeOfDay(window.from) ?? 0;
  const to = timeOfDay(window.to) ?? DAY;
  const today = Math.floor(now / DAY);
  const clock = now - today * DAY;
  const isOpen = (day: number) => window.days.includes(isoWeekday(day));
  if (isOpen(today) && clock < to) return Math.max(now, today * DAY + from);
  for (let day = today + 1; day <= today + 7; day++) if (isOpen(day)) return day * DAY + from;
  return now;
}

function act(flow: ReadyFlow, ready: ReadyNode, visit: Visit): Outcome {
  const { node } = ready;
  if (node.node !== 'act') throw new Error('not an act');
  const out = ready.ports.indexOf('out');
  const refusedPort = Object.hasOwn(node.ports, 'refused') ? ready.ports.indexOf('refused') : out;
  const channel = node.channel === undefined ? {} : { channel: node.channel };
  const fields: Record<string, Value> = {};
  const refuse = (refused: Refusal, port = refusedPort): Outcome => ({
    then: 'go',
    port,
    intent: { effect: node.effect, ...channel, refused, fields },
  });
  for (const place of ['consent', 'address'] as const) {
    const asked = ready.expressions[place];
    if (!asked) continue;
    const value = asked.ask(visit);
    if (isError(value)) return onError(ready, place, value.error) ?? refuse(place);
    if (place === 'consent' ? !isTrue(value) : value === null || value === '') return refuse(place);
    if (place === 'address') fields['to'] = value;
  }
  const held = node.channel === undefined ? undefined : heldBack(flow, node.channel, visit);
  if (held) {
    if (held.policy === 'defer') return { then: 'wait', due: held.due, why: held.why, port: out, again: true };
    return refuse(held.why, held.policy === 'path' ? refusedPort : out);
  }
  for (const field of node.fields) {
    const value = ready.expressions[`fields.${field.key}`]?.ask(visit) ?? null;
    if (isError(value)) {
      const failed = onError(ready, `fields.${field.key}`, value.error);
      if (failed) return failed;
    }
    fields[field.key] = value;
  }
  return { then: 'go', port: out, intent: { effect: node.effect, ...channel, fields } };
}

/** Quiet hours first, then caps; the cap that holds longest decides. */
function heldBack(
  flow: ReadyFlow,
  channel: string,
  visit: Visit,
): { due: number; why: 'quiet-hours' | 'cap'; policy: 'defer' | 'skip' | 'path' } | undefined {
  const { quietHours, frequencyCaps } = flow.program.header;
  if (quietHours && quietHours.policy !== 'send') {
    const due = afterQuietHours(visit.now, quietHours);
    if (due > visit.now) return { due, why: 'quiet-hours', policy: quietHours.policy };
  }
  let held: ReturnType<typeof heldBack>;
  for (const cap of frequencyCaps) {
    if (cap.channel !== channel) continue;
    const sent = visit.sent(channel);
    const first = sent[sent.length - cap.most];
    if (cap.most > 0 && first === undefined) continue;
    const due = first === undefined ? Infinity : flow.later(first, cap.per, visit);
    if (due > visit.now && (!held || due > held.due)) held = { due, why: 'cap', policy: cap.policy };
  }
  return held;
}
