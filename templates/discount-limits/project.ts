/** The document, without the rows: who may grant which discount, applied to the requests of a quarter. */
import type { DecisionDesign } from '#core/project/decision-design.ts';
import type { ColumnDefinition, PlanDesign, Project, TableDefinition } from '#core/project/project.ts';

type Column = Omit<ColumnDefinition, 'id' | 'key' | 'label'>;
const usd: Column['format'] = { kind: 'currency', currency: 'USD' };
const percent: Column['format'] = { kind: 'percent', decimals: 0 };

const columns: Readonly<Record<string, [label: string, column: Column]>> = {
  request: ['Request', { type: 'text', role: 'id' }],
  rep: ['Rep', { type: 'text', role: 'person' }],
  region: ['Region', { type: 'text', role: 'region' }],
  tier: ['Customer tier', { type: 'text' }],
  amount: ['Deal amount', { type: 'number', role: 'amount', format: usd }],
  discount: ['Discount', { type: 'number', format: percent }],
};

const requests: TableDefinition = {
  id: 'requests',
  key: 'requests',
  label: 'Discount requests',
  columns: Object.entries(columns).map(([key, [label, column]]) => ({ id: `requests_${key}`, key, label, ...column })),
  grain: ['request'],
};

const limits: DecisionDesign = {
  kind: 'decision',
  id: 'discount-limits',
  name: 'Discount limits',
  description: 'Who may grant a discount, by its size, the customer and the deal.',
  hit: 'first',
  inputs: [
    { id: 'discount', key: 'discount', label: 'Discount', type: 'number', format: { kind: 'percent', decimals: 0 } },
    { id: 'tier', key: 'tier', label: 'Customer tier', type: 'text' },
    {
      id: 'amount',
      key: 'amount',
      label: 'Deal amount',
      type: 'number',
      format: { kind: 'currency', currency: 'USD' },
    },
  ],
  outputs: [
    { id: 'who', key: 'approver', label: 'Who approves', type: 'text' },
    { id: 'days', key: 'days', label: 'Answer within (days)', type: 'number' },
  ],
  rules: [
    { id: 'r1', when: { discount: '<= 5%' }, then: { who: 'Rep', days: '0' }, label: 'Small' },
    {
      id: 'r2',
      when: { discount: '<= own_limit', tier: 'Gold' },
      then: { who: 'Rep', days: '0' },
      label: 'Gold customer',
    },
    { id: 'r3', when: { discount: '<= 20%', amount: '< 50000' }, then: { who: 'Manager', days: '1' }, label: 'Usual' },
    { id: 'r4', when: { discount: '<= 20%' }, then: { who: 'Sales director', days: '2' }, label: 'Large deal' },
    { id: 'r5', when: { discount: '> 20%' }, then: { who: 'Board', days: '5' }, label: 'Beyond the limit' },
  ],
  tryOn: { table: 'requests', inputs: {} },
};

const check: PlanDesign = {
  kind: 'plan',
  id: 'discount-check',
  name: 'Discounts by approver',
  header: { currency: 'USD', description: 'What the limits mean for the requests of the quarter.' },
  nodes: {
    requests: { kind: 'table', props: { table: 'requests' } },
    limits: { kind: 'decision', label: 'Discount limits', props: { decision: 'discount-limits', inputs: [] } },
    approvers: {
      kind: 'group',
      label: 'By approver',
      props: {
        by: ['approver'],
        made: [
          { key: 'requests', label: 'Requests', formula: 'COUNTA(request)' },
          {
            key: 'given',
            label: 'Discount in money',
            formula: 'ROUND(SUM(amount * discount), 2)',
            format: { kind: 'currency', currency: 'USD' },
          },
        ],
      },
    },
  },
  edges: [
    { from: { node: 'requests', port: 'out' }, to: { node: 'limits', port: 'in' } },
    { from: { node: 'limits', port: 'out' }, to: { node: 'approvers', port: 'in' } },
  ],
  layout: { requests: { x: 0, y: 0 }, limits: { x: 240, y: 0 }, approvers: { x: 480, y: 0 } },
  tests: [],
};

export const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'discount-limits',
  name: 'Discount limits',
  locale: 'en',
  calendars: [],
  tables: [requests],
  parameters: [
    {
      id: 'own_limit',
      key: 'own_limit',
      label: 'Own limit for gold customers',
      type: 'number',
      value: 0.12,
      format: { kind: 'percent', decimals: 0 },
      min: 0,
      max: 0.2,
      step: 0.01,
    },
  ],
  designs: [limits, check],
};
