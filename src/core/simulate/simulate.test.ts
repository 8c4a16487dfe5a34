import { describe, expect, test } from 'vitest';
import { parseIsoDatetime, printIsoDatetime } from '#core/calendar/iso-text.ts';
import { inputOf, simulateSmall, type SmallJourney } from '#kinds/testing/small-journey.ts';
import { id, number, text, date } from '#kinds/testing/small-plan.ts';
import { traceCustomer } from './customer-trace.ts';

const columns = {
  customer: id,
  name: text,
  email: text,
  seats: number,
  signed: { ...date, type: 'datetime' },
} as const;
const people = [
  { customer: 'C1', name: 'Ann', email: 'ann@x.example', seats: 80, signed: '2026-07-01T10:30:00' },
  { customer: 'C2', name: 'Bo', email: null, seats: 10, signed: '2026-07-02' },
  { customer: 'C3', name: 'Cy', email: 'cy@x.example', seats: null, signed: '2026-07-03' },
  { customer: 'C4', name: 'Di', email: 'di@x.example', seats: 60, signed: null },
  { customer: 'C5', name: 'Ed', email: 'ed@x.example', seats: 60, signed: '2026-06-01' },
];
const welcome: SmallJourney = {
  customers: { columns, rows: people },
  nodes: {
    start: ['entry', { at: 'signed' }],
    pause: ['wait', { unit: 'days', amount: 1, at: '09:00' }],
    big: ['branch', { when: 'seats >= 50' }],
    call: ['call', { owner: 'name' }],
    mail: ['email', { to: 'email', subject: '"Welcome, " & name' }],
    won: ['goal', { goal: 'Talked to' }],
    bye: ['exit', { reason: 'Done' }],
  },
  edges: ['start > pause', 'pause > big', 'big.yes > call', 'big.else > mail', 'call > won', 'mail > bye', 'won > bye'],
};
const counts = (all: Readonly<Record<string, unknown>>) => all;
const at = (serial: number) => printIsoDatetime(serial);

describe('a journey over a table of customers', () => {
  test('everybody is counted where they go, and what would be sent is told', () => {
    const result = simulateSmall(welcome);
    expect(counts(result.nodes)).toEqual({
      start: { in: 3, waiting: 0, out: 3, failed: 0 },
      pause: { in: 3, waiting: 0, out: 3, failed: 0 },
      big: { in: 3, waiting: 0, out: 3, failed: 0 },
      call: { in: 1, waiting: 0, out: 1, failed: 0 },
      mail: { in: 2, waiting: 0, out: 2, failed: 0 },
      won: { in: 1, waiting: 0, out: 1, failed: 0 },
      bye: { in: 3, waiting: 0, out: 3, failed: 0 },
    });
    expect(result.ports['big']).toEqual({ yes: 1, else: 2 });
    expect(result.goals).toEqual({ 'Talked to': 1 });
    expect(result.ended).toEqual({ Done: 3 });
    expect(result.intents.map((one) => [at(one.at), one.customer, one.effect, one.refused, one.fields])).toEqual([
      ['2026-07-02T09:00:00', 'C1', 'call', undefined, { owner: 'Ann' }],
      ['2026-07-03T09:00:00', 'C2', 'email', 'address', {}],
      ['2026-07-04T09:00:00', 'C3', 'email', undefined, { to: 'cy@x.example', subject: 'Welcome, Cy' }],
    ]);
    expect(result.problems).toEqual([]);
  });

  test('whoever is still waiting at the end is waiting', () => {
    const result = simulateSmall(welcome, { until: '2026-07-03' });
    expect(result.nodes['pause']).toEqual({ in: 2, waiting: 1, out: 1, failed: 0 });
    expect(result.active).toBe(1);
  });

  test('one customer’s story has times, reasons and the values of conditions', () => {
    const trace = traceCustomer(inputOf(welcome), 'C1');
    expect(trace.entries.map((one) => `${at(one.at)} ${one.node}: ${one.sentence.en}`)).toEqual([
      '2026-07-01T10:30:00 start: Came in.',
      '2026-07-01T10:30:00 pause: Waits 22 hours 30 minutes, until 2026-07-02 Thu 09:00.',
      '2026-07-02T09:00:00 big: Yes: seats ≥ 50 (80 ≥ 50) holds.',
      '2026-07-02T09:00:00 call: Call task made: owner “Ann”.',
      '2026-07-02T09:00:00 won: Reached “Talked to”.',
      '2026-07-02T09:00:00 bye: The journey ends here.',
    ]);
    expect(trace.entries.map((one) => one.sentence['zh-CN'])[2]).toBe('是：seats ≥ 50（80 ≥ 50） 成立。');
    expect(traceCustomer(inputOf(welcome), 'C4').entries.map((one) => one.sentence.en)).toEqual([
      'Did not come in: there is no date to come in at.',
    ]);
    expect(traceCustomer(inputOf(welcome), 'nobody').found).toBe(false);
  });

  test('an error in a formula fails that visit and says whose', () => {
    const result = simulateSmall({
      ...welcome,
      nodes: { ...welcome.nodes, big: ['branch', { when: '100 / (seats - 10) > 1' }] },
    });
    expect(result.nodes['big']).toEqual({ in: 3, waiting: 0, out: 2, failed: 1 });
    expect(result.problems.map((one) => [one.code, one.params])).toEqual([
      ['simulate.failed', { step: 'Branch', count: 1, error: '#DIV/0!', customer: 'C2' }],
    ]);
  });

  test('ids that are blank or doubled are told, and left out', () => {
    const rows = [...people, { ...people[0], seats: 1 }, { ...people[1], customer: null }];
    const result = simulateSmall({ ...welcome, customers: { columns, rows } });
    expect(result.entered).toBe(3);
    expect(result.problems.map((one) => one.code)).toEqual(['simulate.no-id', 'simulate.doubled-id']);
  });
});

describe('what the header says', () => {
  const simple = (header: SmallJourney['header'], nodes: SmallJourney['nodes'], edges: readonly string[]) =>
    ({ customers: { columns, rows: people.slice(0, 3) }, header, nodes, edges }) as SmallJourney;
  const mails = {
    start: ['entry', { at: 'signed' }],
    one: ['email', {}],
    wait: ['wait', { unit: 'hours', amount: 5 }],
    two: ['email', {}],
    bye: ['exit'],
  } as const;
  const chain = ['start > one', 'one > wait', 'wait > two', 'two > bye'];

  test('quiet hours put an e-mail off, or drop it', () => {
    const quiet = { from: '21:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] };
    const deferred = simulateSmall(simple({ quietHours: { ...quiet, policy: 'defer' } }, mails, chain));
    expect(deferred.intents.map((one) => `${one.customer} ${at(one.at)} ${one.refused ?? ''}`)).toEqual([
      'C1 2026-07-01T10:30:00 ',
      'C1 2026-07-01T15:30:00 ',
      'C2 2026-07-02T08:00:00 ',
      'C2 2026-07-02T13:00:00 ',
      'C3 2026-07-03T08:00:00 ',
      'C3 2026-07-03T13:00:00 ',
    ]);
    const dropped = simulateSmall(simple({ quietHours: { ...quiet, policy: 'skip' } }, mails, chain));
    expect(dropped.refusals).toEqual({ one: { 'quiet-hours': 2 }, two: { 'quiet-hours': 2 } });
  });

  test('a cap holds over a rolling time', () => {
    const cap = { channel: 'email', most: 1, days: 3 } as const;
    const deferred = simulateSmall(simple({ frequencyCaps: [{ ...cap, policy: 'defer' }] }, mails, chain));
    expect(deferred.intents.filter((one) => one.customer === 'C1').map((one) => at(one.at))).toEqual([
      '2026-07-01T10:30:00',
      '2026-07-04T10:30:00',
    ]);
    const dropped = simulateSmall(simple({ frequencyCaps: [{ ...cap, policy: 'skip' }] }, mails, chain));
    expect(dropped.refusals).toEqual({ two: { cap: 3 } });
  });

  test('goals and exits take people off at the instant they come, once', () => {
    const bought = { ...columns, bought: { type: 'datetime' } } as const;
    const rows = people.slice(0, 3).map((one, i) => ({ ...one, bought: i === 0 ? '2026-07-01T12:00:00' : null }));
    const goals = [{ key: 'bought', at: 'bought', exits: true }];
    const result = simulateSmall({ ...simple({ goals }, mails, chain), customers: { columns: bought, rows } });
    expect(result.goals).toEqual({ bought: 1 });
    expect(result.nodes['wait']).toEqual({ in: 3, waiting: 0, out: 3, failed: 0 });
    expect(result.nodes['two']?.in).toBe(2);
    const exits = [{ key: 'small', when: 'seats < 50', then: 'bye' }];
    const left = simulateSmall({ ...simple({ exits }, mails, chain), customers: { columns: bought, rows } });
    // Nobody is asked later than at the first step: Bo is small, and nothing counts as less than 50.
    expect(left.nodes['one']).toEqual({ in: 1, waiting: 0, out: 1, failed: 0 });
    expect(left.nodes['bye']?.in).toBe(3);
  });

  test('who may come in again', () => {
    const nodes = {
      start: ['entry', { every: 10 }],
      wait: ['wait', { unit: 'days', amount: 25 }],
      bye: ['exit'],
    } as const;
    const edges = ['start > wait', 'wait > bye'];
    const entered = (reentry: NonNullable<SmallJourney['header']>['reentry']) =>
      simulateSmall(simple({ ...(reentry ? { reentry } : {}) }, nodes, edges)).entered / 3;
    expect(entered({ mode: 'never' })).toBe(1);
    // Looked at on days 0, 10, 20, 30, 40 and 50; inside for 25 days.
    expect(entered({ mode: 'after-exit' })).toBe(2);
    expect(entered({ mode: 'after-period', days: 40 })).toBe(2);
    expect(entered({ mode: 'after-period', days: 55 })).toBe(1);
    expect(entered({ mode: 'always', most: 2 })).toBe(4);
    expect(entered({ mode: 'always', most: 9 })).toBe(6);
  });

  test('variables start as the header says and change by a step', () => {
    const header = { variables: [{ key: 'touches', type: 'number', initial: 'LEN(name)' }] } as const;
    const nodes = {
      start: ['entry'],
      more: ['set', { variable: 'touches', value: 'touches + 1' }],
      ask: ['branch', { when: 'touches >= 5' }],
      wait: ['wait', { unit: 'hours', amount: 1 }],
      bye: ['exit'],
    } as const;
    const edges = ['start > more', 'more > ask', 'ask.yes > bye', 'ask.else > wait', 'wait > more'];
    const result = simulateSmall(simple(header as never, nodes, edges));
    // Ann has three letters, Bo and Cy two: 2 rounds for one, 3 for two.
    expect(result.nodes['more']?.in).toBe(2 + 3 + 3);
    expect(result.nodes['bye']?.in).toBe(3);
  });

  test('the journey’s clock is what TODAY says', () => {
    const nodes = {
      start: ['entry', { at: 'signed' }],
      ask: ['branch', { when: 'DAY(TODAY()) = 2' }],
      bye: ['exit'],
    } as const;
    const result = simulateSmall(simple({}, nodes, ['start > ask', 'ask.yes > bye']));
    expect(result.ports['ask']).toEqual({ yes: 1, else: 2 });
    expect(result.ended).toEqual({ Exit: 1, '~dead-end': 2 });
  });
});

test('instants are whole milliseconds', () => {
  const serial = parseIsoDatetime('2026-07-01T10:30:00') ?? 0;
  expect(Math.round(serial * 86_400_000) % 60_000).toBe(0);
});
