/** The scorecard's document, without the rows: revenue against target, renewals kept, what customers say. */
import type { ColumnDefinition, PlanDesign, Project, TableDefinition } from '#core/project/project.ts';

type Column = Omit<ColumnDefinition, 'id' | 'key' | 'label'>;
const usd: Column['format'] = { kind: 'currency', currency: 'USD' };

function table(
  key: string,
  label: string,
  columns: Readonly<Record<string, [label: string, column: Column]>>,
  grain: readonly string[],
): TableDefinition {
  return {
    id: key,
    key,
    label,
    columns: Object.entries(columns).map(([name, [title, column]]) => ({
      id: `${key}_${name}`,
      key: name,
      label: title,
      ...column,
    })),
    grain: [...grain],
  };
}

const person: Column = { type: 'text', role: 'person' };

export const tables: readonly TableDefinition[] = [
  table(
    'people',
    'People',
    {
      person: ['Person', person],
      region: ['Region', { type: 'text', role: 'region' }],
      target: ['Revenue target', { type: 'number', role: 'quota', format: usd }],
    },
    ['person'],
  ),
  table(
    'deals',
    'Deals',
    {
      deal: ['Deal', { type: 'text', role: 'id' }],
      owner: ['Owner', person],
      stage: ['Stage', { type: 'text' }],
      amount: ['Amount', { type: 'number', role: 'amount', format: usd }],
    },
    ['deal'],
  ),
  table(
    'renewals',
    'Renewals',
    {
      contract: ['Contract', { type: 'text', role: 'id' }],
      owner: ['Owner', person],
      due: ['Due', { type: 'number', role: 'amount', format: usd }],
      renewed: ['Renewed', { type: 'number', format: usd }],
    },
    ['contract'],
  ),
  table(
    'surveys',
    'Customer surveys',
    {
      answer: ['Answer', { type: 'text', role: 'id' }],
      person: ['About', person],
      score: ['Score 0–10', { type: 'number' }],
    },
    ['answer'],
  ),
];

const edge = (from: string, to: string, port = 'in') => ({
  from: { node: from, port: 'out' },
  to: { node: to, port },
});

const scorecard: PlanDesign = {
  kind: 'scorecard',
  id: 'rep-scorecard',
  name: 'Rep scorecard',
  header: { description: 'Revenue against target, renewals kept and what customers say, weighted into one ranking.' },
  nodes: {
    people: { kind: 'table', props: { table: 'people' } },
    deals: { kind: 'table', props: { table: 'deals' } },
    renewals: { kind: 'table', props: { table: 'renewals' } },
    surveys: { kind: 'table', props: { table: 'surveys' } },
    won: {
      kind: 'metric',
      label: 'Won revenue',
      props: { person: 'owner', measure: 'sum', value: 'amount', per: '', where: 'stage = "Won"', key: 'won' },
    },
    targeted: {
      kind: 'lookup',
      label: 'Target',
      props: {
        how: 'lookup',
        pairs: [{ left: 'owner', right: 'person' }],
        take: [{ key: 'target', from: 'target' }],
        cardinality: 'many-to-one',
        missing: 'blank',
      },
    },
    kept: {
      kind: 'metric',
      label: 'Renewal rate',
      props: { person: 'owner', measure: 'ratio', value: 'renewed', per: 'due', where: '', key: 'kept' },
    },
    said: {
      kind: 'metric',
      label: 'Survey average',
      props: { person: 'person', measure: 'average', value: 'score', per: '', where: '', key: 'said' },
    },
    revenue: {
      kind: 'kpi',
      label: 'Revenue attainment',
      props: {
        person: 'owner',
        value: 'won / target',
        shape: 'line',
        points: [
          { at: 0.5, score: 40 },
          { at: 0.8, score: 70 },
          { at: 1, score: 100 },
          { at: 1.2, score: 120 },
        ],
        goal: 1,
        red: 0.5,
        top: 100,
        key: 'revenue',
      },
    },
    renewal: {
      kind: 'kpi',
      label: 'Renewals',
      props: {
        person: 'owner',
        value: 'kept',
        shape: 'bands',
        points: [
          { at: 0.6, score: 40 },
          { at: 0.7, score: 60 },
          { at: 0.8, score: 80 },
          { at: 0.9, score: 100 },
        ],
        goal: 1,
        red: 0.5,
        top: 100,
        key: 'renewal',
      },
    },
    customer: {
      kind: 'kpi',
      label: 'Customer voice',
      props: {
        person: 'person',
        value: 'said',
        shape: 'goal',
        points: [],
        goal: 8.5,
        red: 6.5,
        top: 100,
        key: 'customer',
      },
    },
    total: {
      kind: 'scorecard',
      props: {
        weights: [
          { key: 'revenue', weight: 0.5 },
          { key: 'renewal', weight: 0.3 },
          { key: 'customer', weight: 0.2 },
        ],
        missing: 'share',
        decimals: 1,
        within: '',
      },
    },
  },
  edges: [
    edge('deals', 'won'),
    edge('won', 'targeted'),
    edge('people', 'targeted', 'table'),
    edge('renewals', 'kept'),
    edge('surveys', 'said'),
    edge('targeted', 'revenue'),
    edge('kept', 'renewal'),
    edge('said', 'customer'),
    edge('revenue', 'total', 'kpis'),
    edge('renewal', 'total', 'kpis'),
    edge('customer', 'total', 'kpis'),
    edge('people', 'total', 'people'),
  ],
  layout: {
    deals: { x: 0, y: 0 },
    won: { x: 240, y: 0 },
    targeted: { x: 480, y: 0 },
    revenue: { x: 720, y: 0 },
    renewals: { x: 0, y: 160 },
    kept: { x: 240, y: 160 },
    renewal: { x: 720, y: 160 },
    surveys: { x: 0, y: 320 },
    said: { x: 240, y: 320 },
    customer: { x: 720, y: 320 },
    people: { x: 240, y: 480 },
    total: { x: 960, y: 160 },
  },
  tests: [],
};

export const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'rep-scorecard',
  name: 'Rep scorecard',
  locale: 'en',
  calendars: [],
  tables: [...tables],
  parameters: [],
  designs: [scorecard],
};
