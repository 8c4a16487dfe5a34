/**
 * A journey customer by customer, one after the other, with a list of what is due that is searched from end to end each time: slow, plain, and made
 * apart from the simulator. Only the dice are shared, because they are part of what a journey means.
 */
import { isoWeekday } from '../../calendar/civil.ts';
import { cellAt } from '../../data/column.ts';
import { isError, type Value } from '../../data/value.ts';
import { evaluate } from '../../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Duration, FlowNode } from '../../program/flow-program.ts';
import { saltOf, throwDice } from '../dice.ts';
import type { SimulationInput } from '../simulate.ts';

const DAY = 86_400_000;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export interface Reference {
  readonly nodes: Record<string, { in: number; waiting: number; out: number; failed: number }>;
  readonly entered: number;
  readonly heldOut: number;
  readonly goals: Record<string, number>;
  /** `time customer node effect refusal`, sorted. */
  readonly intents: readonly string[];
}

interface Due {
  readonly time: number;
  readonly rank: number;
  readonly order: number;
  readonly act: () => void;
}

export function referenceOf(input: SimulationInput): Reference {
  const { program, seed } = input;
  const { header } = program;
  const frame = input.tables.get(program.customers.table);
  const until = Math.round(input.until * DAY);
  const start = Math.round(input.from * DAY);
  const nodes: Reference['nodes'] = {};
  for (const key of Object.keys(program.nodes)) nodes[key] = { in: 0, waiting: 0, out: 0, failed: 0 };
  const count = (key: string) => nodes[key] ?? { in: 0, waiting: 0, out: 0, failed: 0 };
  const goals: Record<string, number> = {};
  const intents: string[] = [];
  let entered = 0;
  let heldOut = 0;

  for (let row = 0; row < (frame?.rowCount ?? 0); row++) {
    const cell = (key: string): Value => {
      const column = frame?.columns.get(key);
      return column ? cellAt(column, row) : null;
    };
    const id = String(cell(program.customers.id));
    const me = saltOf(id, seed);
    const ask = (expression: Expression, now: number): Value => {
      const environment: Environment = {
        column: cell,
        parameter: (key) => input.parameters[key] ?? null,
        prior: () => null,
        whole: () => [],
        table: () => ({ rowCount: 0, columns: new Map() }),
        asOf: now / DAY,
      };
      return evaluate(expression, environment);
    };
    const holds = (expression: Expression, now: number) => {
      const value = ask(expression, now);
      return value === true || (typeof value === 'number' && value !== 0);
    };
    const later = (from: number, duration: Duration): number => {
      if ('exact' in duration) return from + Number(ask(duration.exact, from));
      const midnight = Math.floor(from / DAY) * DAY;
      const { days = 0, at } = duration.calendar;
      if (at === undefined) return from + days * DAY;
      const due = midnight + days * DAY + minutesOf(at) * 60_000;
      return due > from ? due : due + DAY;
    };
    const isQuiet = (instant: number): boolean => {
      const quiet = header.quietHours;
      if (!quiet) return false;
      const day = Math.floor(instant / DAY);
      const minute = (instant - day * DAY) / 60_000;
      const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
      const on = (one: number) => quiet.days.includes(isoWeekday(one));
      if (from < to) return on(day) && minute >= from && minute < to;
      return (on(day) && minute >= from) || (on(day - 1) && minute < to);
    };

    const due: Due[] = [];
    let order = 0;
    const plan = (time: number, rank: number, act: () => void) => due.push({ time, rank, order: order++, act });
    const sent: number[] = [];
    const arrivals = new Map<string, number>();
    let entries = 0;
    let inside = 0;
    let lastEntry = -Infinity;
    let held = false;

    const enter = (key: string, now: number): void => {
      const node = program.nodes[key];
      if (node?.node !== 'entry' || node.on.trigger !== 'segment') return;
      const { every, where } = node.on;
      if (every) plan(later(now, every), 4, () => enter(key, later(now, every)));
      if (where && !holds(where, now)) return;
      const { mode, period, most = 1 } = header.reentry;
      const again =
        entries === 0 ||
        (mode === 'always' && inside < most) ||
        (mode === 'after-exit' && inside === 0) ||
        (mode === 'after-period' && inside === 0 && (!period || now >= later(lastEntry, period)));
      if (!again) return;
      entries += 1;
      lastEntry = now;
      if (header.holdout) {
        const dice = throwDice(seed, saltOf('~holdout', seed), me, header.holdout.sticky ? 0 : entries);
        if (dice * 100 < header.holdout.percent) {
          if (!held) heldOut += 1;
          held = true;
          return;
        }
      }
      entered += 1;
      inside += 1;
      visit(key, now);
    };

    const visit = (first: string, begun: number): void => {
      let at = first;
      let here: 'waiting' | 'gone' | 'moving' = 'moving';
      let turn = 0;
      const met = new Set<string>();
      const end = () => {
        here = 'gone';
        turn += 1;
        inside -= 1;
      };
      for (const goal of header.goals) {
        const value = goal.at ? ask(goal.at, begun) : null;
        if (typeof value !== 'number' || Math.round(value * DAY) < begun) continue;
        plan(Math.round(value * DAY), 2, () => {
          if (here === 'gone' || met.has(goal.key)) return;
          if (!reach(goal, Math.round(value * DAY))) return;
          count(at).waiting -= 1;
          count(at).out += 1;
          end();
        });
      }
      const reach = (goal: (typeof header.goals)[number], now: number): boolean => {
        if (goal.window && now > later(begun, goal.window)) return false;
        met.add(goal.key);
        goals[goal.key] = (goals[goal.key] ?? 0) + 1;
        return goal.exits;
      };
      const stopped = (now: number, waiting: boolean): boolean => {
        for (const goal of header.goals) {
          if (!goal.when || met.has(goal.key) || !holds(goal.when, now) || !reach(goal, now)) continue;
          if (waiting) count(at).waiting -= 1;
          count(at).out += 1;
          end();
          return true;
        }
        return false;
      };
      const waitUntil = (time: number, then: (now: number) => void) => {
        count(at).waiting += 1;
        here = 'waiting';
        turn += 1;
        const mine = turn;
        plan(time, 3, () => {
          if (here !== 'waiting' || turn !== mine || stopped(time, true)) return;
          count(at).waiting -= 1;
          here = 'moving';
          then(time);
        });
      };
      const leave = (port: string, now: number): void => {
        count(at).out += 1;
        const next = program.nodes[at]?.ports[port];
        if (next === undefined) end();
        else come(next, now);
      };
      const come = (key: string, now: number): void => {
        at = key;
        count(at).in += 1;
        if (!stopped(now, false)) perform(now);
      };
      const perform = (now: number): void => {
        const node = program.nodes[at] as FlowNode;
        switch (node.node) {
          case 'entry':
            return leave('out', now);
          case 'wait': {
            if (node.for.wait !== 'duration') throw new Error('not in the reference');
            const time = later(now, node.for.duration);
            return time > now ? waitUntil(time, (then) => leave('out', then)) : leave('out', now);
          }
          case 'branch':
            for (const { port, when } of node.cases) {
              const value = ask(when, now);
              if (isError(value)) {
                count(at).failed += 1;
                return end();
              }
              if (holds(when, now)) return leave(port, now);
            }
            return leave('else', now);
          case 'split': {
            const nth = (arrivals.get(at) ?? 0) + 1;
            arrivals.set(at, nth);
            const dice = throwDice(seed, saltOf(node.salt, seed), me, node.sticky ? 0 : nth);
            const total = node.arms.reduce((sum, arm) => sum + arm.weight, 0);
            let upTo = 0;
            const arm = node.arms.find(({ weight }) => dice * total < (upTo += weight)) ?? node.arms.at(-1);
            return leave(arm?.port ?? '', now);
          }
          case 'act': {
            const tell = (refused: string) => intents.push(`${now} ${id} ${at} ${node.effect} ${refused}`);
            const refuse = (why: string, out: string) => {
              tell(why);
              leave(out in node.ports ? out : 'out', now);
            };
            if (node.consent && !holds(node.consent, now)) return refuse('consent', 'refused');
            if (node.channel !== undefined && isQuiet(now)) {
              if (header.quietHours?.policy === 'skip') return refuse('quiet-hours', 'out');
              let minute = Math.floor(now / 60_000) * 60_000;
              while (isQuiet(minute)) minute += 60_000;
              return waitUntil(minute, perform);
            }
            const cap = header.frequencyCaps.find((one) => one.channel === node.channel);
            const oldest = cap && sent[sent.length - cap.most];
            if (cap && oldest !== undefined && later(oldest, cap.per) > now) {
              if (cap.policy !== 'defer') return refuse('cap', cap.policy === 'path' ? 'refused' : 'out');
              return waitUntil(later(oldest, cap.per), perform);
            }
            tell('');
            if (node.channel !== undefined) sent.push(now);
            return leave('out', now);
          }
          case 'mark':
            goals[node.goal] = (goals[node.goal] ?? 0) + 1;
            return leave('out', now);
          case 'exit':
            count(at).out += 1;
            return end();
          default:
            throw new Error('not in the reference');
        }
      };
      come(first, begun);
    };

    for (const key of Object.keys(program.nodes).sort()) {
      const node = program.nodes[key];
      if (node?.node !== 'entry' || node.on.trigger !== 'segment') continue;
      const value = node.on.at ? ask(node.on.at, start) : input.from;
      const time = typeof value === 'number' ? Math.round(value * DAY) : NaN;
      if (time >= start) plan(time, 4, () => enter(key, time));
    }
    for (;;) {
      let first: Due | undefined;
      for (const one of due) {
        if (one.time >= until) continue;
        if (
          !first ||
          one.time < first.time ||
          (one.time === first.time && (one.rank < first.rank || (one.rank === first.rank && one.order < first.order)))
        )
          first = one;
      }
      if (!first) break;
      due.splice(due.indexOf(first), 1);
      first.act();
    }
  }
  return { nodes, entered, heldOut, goals, intents: intents.sort() };
}
