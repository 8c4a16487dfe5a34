/** The document of the sample: a visit report whose answers fill a table of visits and one of order lines. */
import type { FormDesign, FormField } from '#core/project/form-design.ts';
import type { ColumnDefinition, Project } from '#core/project/project.ts';

const money = { kind: 'currency', currency: 'CNY' } as const;
const shownMoney = { shown: 'currency', currency: 'CNY' } as const;
const choices = (...list: readonly (readonly [id: string, label: string])[]) => ({
  choices: list.map(([id, label]) => ({ id, label })),
});

const fields: Readonly<Record<string, FormField>> = {
  customer: {
    id: 'f_customer',
    kind: 'text',
    label: 'Customer',
    required: 'TRUE',
    props: { longest: 80, pattern: '' },
  },
  visited: {
    id: 'f_visited',
    kind: 'date',
    label: 'Visited on',
    required: 'TRUE',
    default: 'TODAY()',
    props: { earliest: '', latest: 'TODAY()' },
  },
  outcome: {
    id: 'f_outcome',
    kind: 'choice',
    label: 'Outcome',
    required: 'TRUE',
    props: choices(['order', 'Order'], ['interested', 'Interested'], ['no_order', 'No order']),
  },
  reason: {
    id: 'f_reason',
    kind: 'long-text',
    label: 'Why not?',
    help: 'A sentence is enough; it goes to the product team.',
    required: 'TRUE',
    visible: 'outcome="no_order"',
    props: { shortest: 10 },
  },
  lines: {
    id: 'f_lines',
    kind: 'repeat',
    label: 'Order',
    visible: 'outcome="order"',
    props: { item: 'line', least: 1, most: 20 },
  },
  product: {
    id: 'f_product',
    kind: 'choice',
    label: 'Product',
    required: 'TRUE',
    props: choices(['analyzer', 'Analyzer'], ['reagent', 'Reagent kit'], ['service', 'Service contract']),
  },
  quantity: {
    id: 'f_quantity',
    kind: 'number',
    label: 'Quantity',
    required: 'TRUE',
    default: '1',
    props: { shown: 'number', currency: 'CNY', decimals: 0, least: 1 },
  },
  price: {
    id: 'f_price',
    kind: 'number',
    label: 'Unit price',
    required: 'TRUE',
    props: { ...shownMoney, least: 0 },
  },
  line_total: {
    id: 'f_line_total',
    kind: 'computed',
    label: 'Line total',
    props: { formula: 'ROUND(quantity*price, 2)', gives: 'number', ...shownMoney },
  },
  subtotal: {
    id: 'f_subtotal',
    kind: 'computed',
    label: 'Subtotal',
    visible: 'outcome="order"',
    props: { formula: 'SUM(line_total)', gives: 'number', ...shownMoney },
  },
  discount: {
    id: 'f_discount',
    kind: 'number',
    label: 'Discount',
    help: 'From 1,000 on.',
    visible: 'subtotal>=1000',
    props: { shown: 'percent', currency: 'CNY', least: 0, most: 'max_discount' },
  },
  total: {
    id: 'f_total',
    kind: 'computed',
    label: 'Total',
    visible: 'outcome="order"',
    props: { formula: 'ROUND(subtotal*(1-discount), 2)', gives: 'number', ...shownMoney },
  },
  next_visit: {
    id: 'f_next_visit',
    kind: 'date',
    label: 'Next visit',
    visible: 'outcome<>"no_order"',
    props: { earliest: 'visited+1', latest: '' },
  },
};

export const form: FormDesign = {
  kind: 'form',
  id: 'visit-report',
  name: 'Visit report',
  description: 'Two minutes, after every visit.',
  fields,
  nodes: {
    visit: { order: 1, kind: 'section', label: 'Visit', props: { arrangement: 'columns' } },
    customer: { parent: 'visit', order: 1, field: 'f_customer' },
    visited: { parent: 'visit', order: 2, field: 'f_visited' },
    outcome: { order: 2, field: 'f_outcome' },
    reason: { order: 3, field: 'f_reason' },
    lines: { order: 4, field: 'f_lines' },
    product: { parent: 'lines', order: 1, field: 'f_product' },
    quantity: { parent: 'lines', order: 2, field: 'f_quantity' },
    price: { parent: 'lines', order: 3, field: 'f_price' },
    line_total: { parent: 'lines', order: 4, field: 'f_line_total' },
    subtotal: { order: 5, field: 'f_subtotal' },
    discount: { order: 6, field: 'f_discount' },
    total: { order: 7, field: 'f_total' },
    next_visit: { order: 8, field: 'f_next_visit' },
  },
  rules: [{ id: 'plan_ahead', when: 'outcome="interested"', do: 'require', at: ['f_next_visit'] }],
  checks: [
    {
      id: 'large',
      assert: 'total<100000',
      level: 'warning',
      at: ['f_total'],
      message: 'Orders from 100,000 are looked at by your manager first.',
    },
  ],
  into: [
    {
      table: 'visits',
      answer: 'c_visit',
      columns: {
        f_customer: 'c_customer',
        f_visited: 'c_visited',
        f_outcome: 'c_outcome',
        f_reason: 'c_reason',
        f_subtotal: 'c_subtotal',
        f_discount: 'c_discount',
        f_total: 'c_total',
        f_next_visit: 'c_next_visit',
      },
    },
    {
      table: 'visit_lines',
      of: 'f_lines',
      answer: 'c_visit',
      columns: {
        f_product: 'c_product',
        f_quantity: 'c_quantity',
        f_price: 'c_price',
        f_line_total: 'c_line_total',
      },
    },
  ],
  examples: [],
};

const column = (
  key: string,
  label: string,
  more: Omit<ColumnDefinition, 'id' | 'key' | 'label'>,
): ColumnDefinition => ({
  id: `c_${key}`,
  key,
  label,
  ...more,
});

export const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'visit-report',
  name: 'Visit report',
  locale: 'en',
  calendars: [],
  tables: [
    {
      id: 'visits',
      key: 'visits',
      label: 'Visits',
      grain: ['visit'],
      columns: [
        column('visit', 'Visit', { type: 'text', role: 'id' }),
        column('customer', 'Customer', { type: 'text' }),
        column('visited', 'Visited on', { type: 'date', role: 'date' }),
        column('outcome', 'Outcome', { type: 'text' }),
        column('reason', 'Why not?', { type: 'text' }),
        column('subtotal', 'Subtotal', { type: 'number', format: money }),
        column('discount', 'Discount', { type: 'number', format: { kind: 'percent' } }),
        column('total', 'Total', { type: 'number', format: money, role: 'amount' }),
        column('next_visit', 'Next visit', { type: 'date' }),
      ],
    },
    {
      id: 'visit_lines',
      key: 'visit_lines',
      label: 'Order lines',
      columns: [
        column('visit', 'Visit', { type: 'text' }),
        column('product', 'Product', { type: 'text' }),
        column('quantity', 'Quantity', { type: 'number' }),
        column('price', 'Unit price', { type: 'number', format: money }),
        column('line_total', 'Line total', { type: 'number', format: money }),
      ],
    },
  ],
  parameters: [
    {
      id: 'max_discount',
      key: 'max_discount',
      label: 'Highest discount',
      type: 'number',
      value: 0.2,
      format: { kind: 'percent' },
      min: 0,
      max: 0.5,
      step: 0.01,
    },
  ],
  designs: [form],
};
