/** The document, without the rows: how new customers are welcomed, and whom to call. */
import { emptyJourneyHeader } from '#core/project/journey-header.ts';
import type { ColumnDefinition, JourneyDesign, Project, TableDefinition } from '#core/project/project.ts';

type Column = Omit<ColumnDefinition, 'id' | 'key' | 'label'>;

const columns: Readonly<Record<string, [label: string, column: Column]>> = {
  customer: ['Customer', { type: 'text', role: 'id' }],
  company: ['Company', { type: 'text' }],
  email: ['E-mail', { type: 'text' }],
  consent: ['May be written to', { type: 'boolean' }],
  seats: ['Seats', { type: 'number' }],
  owner: ['Account owner', { type: 'text', role: 'person' }],
  signed_up: ['Signed up', { type: 'datetime', role: 'date' }],
  activated: ['First used', { type: 'datetime' }],
};

const customers: TableDefinition = {
  id: 'customers',
  key: 'customers',
  label: 'Customers',
  columns: Object.entries(columns).map(([key, [label, column]]) => ({ id: `customers_${key}`, key, label, ...column })),
  grain: ['customer'],
};

const edge = (from: string, port: string, to: string): JourneyDesign['edges'][number] => ({
  from: { node: from, port },
  to: { node: to, port: 'in' },
});
const step = (kind: string, label: string, props: Record<string, unknown>) => ({ kind, version: 1, label, props });
/** Lanes, with room for the way that leads from one to the next. */
const lanes = [60, 206, 392, 538];
const place = (column: number, lane: number) => ({ x: 40 + column * 224, y: lanes[lane] ?? 60 });

export const welcome: JourneyDesign = {
  kind: 'journey',
  id: 'welcome',
  name: 'Welcome',
  nodes: {
    signed: step('entry', 'Signed up', { where: '', at: 'signed_up' }),
    settle: step('wait', 'Next morning', { unit: 'days', amount: 1, at: '09:00' }),
    style: step('split', 'Tour or offer', { share: 0.6, sticky: true }),
    tour: step('email', 'Welcome tour', {
      to: 'email',
      subject: '"Welcome, " & company & ": a tour in five minutes"',
      consent: 'consent',
    }),
    offer: step('email', 'Welcome offer', {
      to: 'email',
      subject: '"Welcome, " & company & ": a second seat for free"',
      consent: 'consent',
    }),
    try: step('wait', 'Three days to try', { unit: 'days', amount: 3 }),
    large: step('branch', 'Large account?', { when: 'seats >= call_from' }),
    call: step('call', 'Call by the owner', { owner: 'owner', note: '"Has not used it yet, seats: " & seats' }),
    remind: step('email', 'Reminder', { to: 'email', subject: '"Shall we help you start?"', consent: 'consent' }),
    handed: step('goal', 'In good hands', { goal: 'Handed to sales' }),
    week: step('wait', 'A week more', { unit: 'weeks', amount: 1 }),
    end: step('exit', 'Not used', { reason: 'Not used' }),
    done: step('exit', 'With sales', { reason: 'With sales' }),
  },
  edges: [
    edge('signed', 'out', 'settle'),
    edge('settle', 'out', 'style'),
    edge('style', 'a', 'tour'),
    edge('style', 'b', 'offer'),
    edge('tour', 'out', 'try'),
    edge('offer', 'out', 'try'),
    edge('try', 'out', 'large'),
    edge('large', 'yes', 'call'),
    edge('large', 'else', 'remind'),
    edge('call', 'out', 'handed'),
    edge('handed', 'out', 'done'),
    edge('remind', 'out', 'week'),
    edge('week', 'out', 'end'),
  ],
  layout: {
    signed: place(0, 0),
    settle: place(1, 0),
    style: place(2, 0),
    tour: place(3, 0),
    offer: place(3, 1),
    try: place(0, 2),
    large: place(1, 2),
    call: place(2, 2),
    handed: place(3, 2),
    done: place(4, 2),
    remind: place(2, 3),
    week: place(3, 3),
    end: place(4, 3),
  },
  tests: [],
  header: {
    ...emptyJourneyHeader,
    customers: 'customers',
    id: 'customer',
    description: 'New customers are welcomed, reminded, and called where they are large, until they use the product.',
    holdout: { percent: 10, sticky: true },
    goals: [{ key: 'First used', at: 'activated', exits: true }],
    quietHours: { from: '20:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7], policy: 'defer' },
    frequencyCaps: [{ channel: 'email', most: 2, days: 7, policy: 'defer' }],
    simulation: { seed: 42, from: '2026-07-01', until: '2026-07-31' },
  },
};

export const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'welcome-journey',
  name: 'Welcome journey',
  locale: 'en',
  calendars: [],
  tables: [customers],
  parameters: [
    {
      id: 'call_from',
      key: 'call_from',
      label: 'Call from seats',
      type: 'number',
      value: 40,
      min: 1,
      max: 200,
      step: 1,
    },
  ],
  designs: [welcome],
};
