import { describe, expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { namesIn } from '../formula/text/names-in.ts';
import { sayProblem } from '../problem/codes.ts';
import type { Edge, PlanDesign, Project } from '../project/project.ts';
import { applyEdit } from './apply.ts';
import type { Edit } from './edit.ts';
import { meaningOf } from './name-meaning.ts';
import { parseEdits } from './parse-edits.ts';
import { usesOf, type NameRef, type NameUsed } from './uses.ts';

const edge = (from: string, to: string, port = 'in'): Edge => ({
  from: { node: from, port: 'out' },
  to: { node: to, port },
});
const columns = (prefix: string, ...keys: string[]) =>
  keys.map((key) => ({ id: `${prefix}-${key}`, key, label: key, type: 'number' as const }));

const plan: PlanDesign = {
  kind: 'plan',
  id: 'd1',
  name: 'Commission',
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    quotas: { kind: 'table', props: { table: 'quotas' } },
    more: {
      kind: 'columns',
      props: {
        columns: [
          { key: 'net', formula: 'gross * (1 - rate)' },
          { key: 'gross', formula: 'amount * 1.2 /* amount */ + [amount]' },
        ],
      },
    },
    join: {
      kind: 'lookup',
      props: {
        how: 'lookup',
        pairs: [{ left: 'rep', right: 'rep' }],
        take: [{ key: 'target', from: 'quota' }],
        cardinality: 'many-to-one',
        missing: 'blank',
      },
    },
    pay: {
      kind: 'bands',
      props: {
        key: 'base',
        measure: 'attainment',
        value: 'net',
        quota: 'target',
        pays: 'value',
        base: '',
        mode: 'marginal',
        bands: [{ from: 0, rate: 'rate' }],
        tie: 'lower-in',
        scope: 'row',
        by: [],
        order: [],
        opening: '',
        rounding: 'later',
      },
    },
    kept: { kind: 'filter', props: { where: 'base > 0 + base_rate + SUM(deals[amount])' } },
  },
  edges: [
    edge('deals', 'more'),
    edge('more', 'join'),
    edge('quotas', 'join', 'table'),
    edge('join', 'pay'),
    edge('pay', 'kept'),
  ],
  layout: {},
  tests: [
    { name: 'one', tables: { deals: [{ rep: 1, amount: 10 }] }, parameters: { rate: 0.1 }, expect: [{ base: 1 }] },
  ],
};
const second: PlanDesign = {
  kind: 'plan',
  id: 'd2',
  name: 'Second',
  nodes: {
    rows: { kind: 'table', props: { table: 'deals' } },
    big: { kind: 'filter', label: 'Big deals', props: { where: 'Amount > rate * 10' } },
  },
  edges: [edge('rows', 'big')],
  layout: {},
  tests: [],
};
const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'p1',
  name: '',
  locale: 'en',
  calendars: [],
  tables: [
    {
      id: 't1',
      key: 'deals',
      label: '',
      columns: columns('d', 'rep', 'amount', 'note'),
      grain: ['amount'],
      generator: { rows: 3, columns: { rep: { rule: 'constant', value: 1 }, amount: { rule: 'constant', value: 2 } } },
    },
    { id: 't2', key: 'quotas', label: '', columns: columns('q', 'rep', 'quota') },
  ],
  parameters: [{ id: 'p-rate', key: 'rate', label: '', type: 'number', value: 0.1 }],
  designs: [plan, second],
};

/** `design.node.path: «the text that names it»`, or what else names it. */
function said(use: NameUsed): string {
  const place = 'design' in use ? `${use.design}${'node' in use ? `.${use.node}` : ''}` : use.table;
  const text =
    use.at === 'formula' ? `: ${use.spans.map(({ start, end }) => use.text.slice(start, end)).join(' ')}` : '';
  return `${use.at} ${place} ${use.path.join('.')}${text}`;
}
const uses = (name: NameRef, on = project) => usesOf(on, catalog, name).map(said);
const amount: NameRef = { what: 'column', table: 't1', id: 'd-amount' };

describe('uses', () => {
  test('a column is found in formulas of every design, in props, tests, key columns and rules of rows', () => {
    expect(uses(amount)).toEqual(
      [
        'grain t1 grain',
        'generator t1 generator.columns.amount',
        'formula d1.more columns.1.formula: amount [amount]',
        'formula d1.kept where: amount',
        'test d1 tests.0',
        'formula d2.big where: Amount',
      ].map((one) => one.replace('where: amount', 'where: [amount]')),
    );
    expect(uses({ what: 'column', table: 't2', id: 'q-quota' })).toEqual(['prop d1.join take.0.from']);
    expect(uses({ what: 'column', table: 't1', id: 'd-note' })).toEqual([]);
  });

  test('a parameter, a table and a column that a node makes are found where they are named', () => {
    expect(uses({ what: 'parameter', id: 'p-rate' })).toEqual([
      'formula d1.more columns.0.formula: rate',
      'formula d1.pay bands.0.rate: rate',
      'test d1 tests.0',
      'formula d2.big where: rate',
    ]);
    expect(uses({ what: 'table', id: 't1' })).toEqual([
      'prop d1.deals table',
      'formula d1.kept where: deals',
      'test d1 tests.0',
      'prop d2.rows table',
    ]);
    expect(uses({ what: 'made', design: 'd1', node: 'more', key: 'net' })).toEqual(['prop d1.pay value']);
    expect(uses({ what: 'made', design: 'd1', node: 'more', key: 'gross' })).toEqual([
      'formula d1.more columns.0.formula: gross',
    ]);
    expect(uses({ what: 'made', design: 'd1', node: 'join', key: 'target' })).toEqual(['prop d1.pay quota']);
    expect(uses({ what: 'made', design: 'd1', node: 'pay', key: 'base' })).toEqual(['formula d1.kept where: base']);
    expect(uses({ what: 'made', design: 'd1', node: 'pay', key: 'base_rate' })).toEqual([
      'formula d1.kept where: base_rate',
    ]);
  });
});

describe('meaning', () => {
  const meaning = (design: string, node: string, path: (string | number)[], name: string) => {
    const found = project.designs.find((one) => one.id === design) as PlanDesign;
    let text: unknown = found.nodes[node]?.props;
    for (const part of path) text = (text as Record<string | number, unknown>)[part];
    const use = namesIn(String(text)).find((one) => one.name === name);
    return use && meaningOf(project, catalog, { design, node, path }, use);
  };

  test('a name means the column of the table it came from, through every node that passed it on', () => {
    expect(meaning('d1', 'more', ['columns', 1, 'formula'], 'amount')).toEqual(amount);
    expect(meaning('d2', 'big', ['where'], 'Amount')).toEqual(amount);
    expect(meaning('d1', 'kept', ['where'], 'amount')).toEqual(amount);
    expect(meaning('d1', 'kept', ['where'], 'deals')).toEqual({ what: 'table', id: 't1' });
  });

  test('a name means the column that a node made, beside it or before it, and else a parameter', () => {
    expect(meaning('d1', 'more', ['columns', 0, 'formula'], 'gross')).toMatchObject({ node: 'more', key: 'gross' });
    expect(meaning('d1', 'kept', ['where'], 'base')).toMatchObject({ what: 'made', node: 'pay', key: 'base' });
    expect(meaning('d1', 'kept', ['where'], 'base_rate')).toMatchObject({ node: 'pay', key: 'base_rate' });
    expect(meaning('d1', 'more', ['columns', 0, 'formula'], 'rate')).toEqual({ what: 'parameter', id: 'p-rate' });
  });
});

describe('renaming what a node makes', () => {
  const rename = (node: string, id: string, to: string): Edit => ({
    op: 'rename',
    what: 'made',
    design: 'd1',
    node,
    id,
    to,
  });
  function renamed(edit: Edit) {
    const applied = applyEdit(project, edit, catalog);
    expect(applied.problems).toEqual([]);
    expect(JSON.stringify(applyEdit(applied.project, applied.inverse).project)).toBe(JSON.stringify(project));
    expect(JSON.stringify(applyEdit(project, applied.applied).project)).toBe(JSON.stringify(applied.project));
    return (applied.project.designs[0] as PlanDesign).nodes;
  }
  const refused = (edit: Edit) =>
    applyEdit(project, edit, catalog).problems.map((one) => `${one.code}: ${sayProblem(one, 'en')}`);

  test('it is renamed where it is made, beside it in any order, and wherever it is passed on to', () => {
    const nodes = renamed(rename('more', 'gross', 'brutto'));
    expect(nodes['more']?.props['columns']).toMatchObject([
      { key: 'net', formula: 'brutto * (1 - rate)' },
      { key: 'brutto', formula: 'amount * 1.2 /* amount */ + [amount]' },
    ]);
    expect(renamed(rename('more', 'net', 'netto'))['pay']?.props).toMatchObject({ key: 'base', value: 'netto' });
  });

  test('the edit can be read from a file', () => {
    const edits = [rename('more', 'net', 'netto')];
    expect(parseEdits(JSON.parse(JSON.stringify(edits)))).toEqual({ edits, problems: [] });
  });

  test('columns that are named after it follow it', () => {
    const nodes = renamed(rename('pay', 'base', 'commission'));
    expect(nodes['pay']?.props['key']).toBe('commission');
    expect(nodes['kept']?.props['where']).toBe('commission > 0 + commission_rate + SUM(deals[amount])');
  });

  test('it is refused where the new name means something already, or where the kind gives the name', () => {
    expect(refused(rename('more', 'gross', 'amount'))).toEqual([expect.stringMatching(/^edit.captures/)]);
    expect(refused(rename('more', 'gross', 'rate'))).toEqual([expect.stringMatching(/^edit.captures/)]);
    expect(refused(rename('more', 'gross', 'not a name'))).toEqual([expect.stringMatching(/^edit.bad-key/)]);
    expect(refused(rename('pay', 'base_rate', 'share'))).toEqual([
      expect.stringMatching(/^edit.fixed-name: “base_rate”/),
    ]);
    expect(refused(rename('ghost', 'base', 'share'))).toEqual([expect.stringMatching(/^edit.not-found/)]);
  });

  test('a column of a table is renamed in the rules of its rows as well', () => {
    const applied = applyEdit(
      project,
      { op: 'rename', what: 'column', table: 't1', id: 'd-amount', to: 'value' },
      catalog,
    );
    expect(applied.problems).toEqual([]);
    expect(applied.project.tables[0]).toMatchObject({
      grain: ['value'],
      generator: { columns: { rep: {}, value: {} } },
    });
    expect((applied.project.designs[1] as PlanDesign).nodes['big']?.props).toEqual({ where: 'value > rate * 10' });
    expect(usesOf(applied.project, catalog, amount)).toHaveLength(6);
    expect(JSON.stringify(applyEdit(applied.project, applied.inverse).project)).toBe(JSON.stringify(project));
  });
});
