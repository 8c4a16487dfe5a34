import { expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { sayProblem } from '../problem/codes.ts';
import type { Edge, PlanDesign, Project } from '../project/project.ts';
import { applyEdit } from './apply.ts';
import type { Edit } from './edit.ts';

const edge = (from: string, to: string, port = 'in'): Edge => ({
  from: { node: from, port: 'out' },
  to: { node: to, port },
});

const plan: PlanDesign = {
  kind: 'plan',
  id: 'd1',
  name: 'Commission',
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    reps: { kind: 'table', props: { table: 'reps' } },
    won: {
      kind: 'filter',
      label: 'Won only',
      props: { where: 'amount > floor /* amount in EUR */ AND(won, [amount] < MAX(deals[amount]))' },
    },
    more: {
      kind: 'columns',
      props: {
        columns: [
          { key: 'base', formula: '=amount * rate' },
          { key: 'double', formula: 'LET(rate, 2, rate * amount) + base' },
        ],
      },
    },
    join: {
      kind: 'lookup',
      props: {
        how: 'lookup',
        pairs: [{ left: 'rep', right: 'rep' }],
        take: [
          { key: 'region', from: 'region' },
          { key: 'their_quota', from: 'quota' },
        ],
        cardinality: 'many-to-one',
        missing: 'blank',
      },
    },
    total: {
      kind: 'group',
      props: {
        by: ['rep', 'region'],
        made: [
          { key: 'amount', label: 'Sum', formula: 'SUM(amount)' },
          { key: 'quota', formula: 'MAX(their_quota)' },
        ],
      },
    },
    best: { kind: 'filter', props: { where: 'amount > 0' } },
  },
  edges: [
    edge('deals', 'won'),
    edge('won', 'more'),
    edge('more', 'join'),
    edge('reps', 'join', 'table'),
    edge('join', 'total'),
    edge('total', 'best'),
  ],
  layout: {},
  tests: [
    {
      name: 'one deal',
      tables: { deals: [{ rep: 'Ann', amount: 10 }], reps: [{ rep: 'Ann', region: 'N', quota: 5 }] },
      parameters: { rate: 0.1 },
      expect: [{ rep: 'Ann', region: 'N', amount: 10 }],
    },
  ],
};

const columns = (prefix: string, ...keys: string[]) =>
  keys.map((key) => ({ id: `${prefix}-${key}`, key, label: key, type: 'number' as const }));
const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'p1',
  name: '',
  locale: 'en',
  calendars: [],
  tables: [
    { id: 't1', key: 'deals', label: '', columns: columns('d', 'rep', 'amount', 'won', 'note'), grain: ['rep'] },
    { id: 't2', key: 'reps', label: '', columns: columns('r', 'rep', 'region', 'quota') },
  ],
  parameters: ['rate', 'floor'].map((key) => ({ id: `p-${key}`, key, label: '', type: 'number', value: 1 })),
  designs: [plan],
};

function rename(edit: Edit, on = project): PlanDesign & { readonly tables: Project['tables'] } {
  const applied = applyEdit(on, edit, catalog);
  expect(applied.problems).toEqual([]);
  // One undoable edit, exact in both directions; and the log replays it without a catalog.
  expect(JSON.stringify(applyEdit(applied.project, applied.inverse).project)).toBe(JSON.stringify(on));
  expect(JSON.stringify(applyEdit(on, applied.applied).project)).toBe(JSON.stringify(applied.project));
  return { ...(applied.project.designs[0] as PlanDesign), tables: applied.project.tables };
}
const column = (table: string, key: string, to: string): Edit => ({ op: 'rename', what: 'column', table, id: key, to });
const props = (design: PlanDesign, node: string) => design.nodes[node]?.props;
function refused(edit: Edit, on = project): string {
  const applied = applyEdit(on, edit, catalog);
  expect(applied.project).toBe(on);
  expect(applied.problems).toHaveLength(1);
  return applied.problems[0] ? `${applied.problems[0].code}: ${sayProblem(applied.problems[0], 'en')}` : '';
}
function withNode(key: string, change: Record<string, unknown>): Project {
  const node = plan.nodes[key]!;
  return {
    ...project,
    designs: [{ ...plan, nodes: { ...plan.nodes, [key]: { ...node, props: { ...node.props, ...change } } } }],
  };
}

test('renaming a column edits the spans of the formulas that use it and leaves comments alone', () => {
  const after = rename(column('t1', 'd-amount', 'value'));
  expect(props(after, 'won')?.['where']).toBe(
    'value > floor /* amount in EUR */ AND(won, [value] < MAX(deals[value]))',
  );
  expect(props(after, 'more')?.['columns']).toEqual([
    { key: 'base', formula: '=value * rate' },
    { key: 'double', formula: 'LET(rate, 2, rate * value) + base' },
  ]);
  // The group makes a column of its own with the old name: from there on it is another column.
  expect(props(after, 'total')?.['made']).toMatchObject([{ key: 'amount', formula: 'SUM(value)' }, {}]);
  expect(props(after, 'best')).toEqual({ where: 'amount > 0' });
  expect(after.tests[0]?.tables?.['deals']).toEqual([{ rep: 'Ann', value: 10 }]);
  expect(after.tests[0]?.expect).toEqual([{ rep: 'Ann', region: 'N', amount: 10 }]);
});

test('a column is followed through look-ups and groups as long as it is passed on', () => {
  const region = rename(column('t2', 'r-region', 'area'));
  expect(props(region, 'join')?.['take']).toEqual([
    { key: 'area', from: 'area' },
    { key: 'their_quota', from: 'quota' },
  ]);
  expect(props(region, 'total')?.['by']).toEqual(['rep', 'area']);
  expect(region.tests[0]?.expect).toEqual([{ rep: 'Ann', area: 'N', amount: 10 }]);

  const quota = rename(column('t2', 'r-quota', 'target'));
  expect(props(quota, 'join')?.['take']).toMatchObject([{}, { key: 'their_quota', from: 'target' }]);
  expect(props(quota, 'total')?.['made']).toMatchObject([{}, { key: 'quota', formula: 'MAX(their_quota)' }]);
});

test('a column of the same name in another table stays', () => {
  const after = rename(column('t1', 'd-rep', 'seller'));
  expect(props(after, 'join')?.['pairs']).toEqual([{ left: 'seller', right: 'rep' }]);
  expect(props(after, 'total')?.['by']).toEqual(['seller', 'region']);
  expect(after.tables[0]?.grain).toEqual(['seller']);
  expect(after.tables[1]?.columns[0]?.key).toBe('rep');
  expect(after.tests[0]?.tables?.['reps']).toEqual([{ rep: 'Ann', region: 'N', quota: 5 }]);
});

test('renaming a parameter leaves the names that LET binds alone', () => {
  const after = rename({ op: 'rename', what: 'parameter', id: 'p-rate', to: '费率' });
  expect(props(after, 'more')?.['columns']).toEqual([
    { key: 'base', formula: '=amount * 费率' },
    { key: 'double', formula: 'LET(rate, 2, rate * amount) + base' },
  ]);
  expect(after.tests[0]?.parameters).toEqual({ 费率: 0.1 });
});

test('a parameter inside a rate table is renamed as well', () => {
  const nodes = {
    pay: {
      kind: 'bands',
      props: {
        bands: [
          { from: 'floor * 2', rate: 0.1 },
          { from: 5, rate: 'rate' },
        ],
      },
    },
  };
  const on: Project = { ...project, designs: [{ ...plan, nodes, edges: [], tests: [] }] };
  const after = rename({ op: 'rename', what: 'parameter', id: 'p-floor', to: 'least' }, on);
  expect(props(after, 'pay')?.['bands']).toMatchObject([{ from: 'least * 2' }, { rate: 'rate' }]);
});

test('renaming a table follows its nodes, its brackets in formulas and the tests', () => {
  const after = rename({ op: 'rename', what: 'table', id: 't1', to: '订单' });
  expect(props(after, 'deals')).toEqual({ table: '订单' });
  expect(props(after, 'won')?.['where']).toContain('MAX(订单[amount])');
  expect(Object.keys(after.tests[0]?.tables ?? {})).toEqual(['订单', 'reps']);
});

test('half-typed formulas survive a rename', () => {
  const on = withNode('won', { where: 'amount > (deals[amount' });
  expect(props(rename(column('t1', 'd-amount', 'value'), on), 'won')?.['where']).toMatch(/^value > \(/);
});

test('nodes of unknown kinds pass columns on, so that what comes after them still follows', () => {
  const on: Project = {
    ...project,
    designs: [{ ...plan, nodes: { ...plan.nodes, won: { kind: 'from-the-future', props: { where: 'amount' } } } }],
  };
  const after = rename(column('t1', 'd-amount', 'value'), on);
  expect(props(after, 'won')).toEqual({ where: 'amount' });
  expect(props(after, 'more')?.['columns']).toMatchObject([{ formula: '=value * rate' }, {}]);
});

test.each<[string, Edit, RegExp]>([
  ['another column', column('t1', 'd-amount', 'won'), /key-taken/],
  ['a key formulas cannot say', column('t1', 'd-amount', 'not a key'), /bad-key/],
  [
    'a parameter that a formula uses',
    column('t1', 'd-note', 'floor'),
    /captures: .*“note” cannot become “floor”: in Won only/,
  ],
  ['a column that a look-up takes', column('t1', 'd-note', 'region'), /captures/],
  ['a column that a formula made before', column('t1', 'd-amount', 'base'), /captures/],
  ['a column where a parameter is used', { op: 'rename', what: 'parameter', id: 'p-rate', to: 'won' }, /captures/],
  ['another table', { op: 'rename', what: 'table', id: 't1', to: 'REPS' }, /key-taken/],
])('a rename to %s is refused', (_what, edit, says) => {
  expect(refused(edit)).toMatch(says);
});

test('a rename to a name that LET binds in the same formula is refused', () => {
  const on = withNode('won', { where: 'LET(x, 1, amount > x)' });
  expect(refused(column('t1', 'd-amount', 'x'), on)).toMatch(/captures/);
});
