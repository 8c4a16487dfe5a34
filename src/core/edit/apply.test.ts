import { expect, test } from 'vitest';
import type { PlanDesign, Project } from '../project/project.ts';
import { applyEdit } from './apply.ts';
import type { Edit } from './edit.ts';

const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'p1',
  name: 'Q1',
  locale: 'en',
  calendars: [],
  tables: [
    {
      id: 't1',
      key: 'deals',
      label: 'Deals',
      columns: [
        { id: 'c1', key: 'deal', label: 'Deal', type: 'text' },
        { id: 'c2', key: 'amount', label: 'Amount', type: 'number' },
      ],
      grain: ['deal'],
    },
  ],
  parameters: [{ id: 'r1', key: 'rate', label: 'Rate', type: 'number', value: 0.05 }],
  designs: [
    {
      kind: 'plan',
      id: 'd1',
      name: 'Commission',
      nodes: {
        source: { kind: 'table', props: { table: 'deals' } },
        bands: {
          kind: 'rate-bands',
          props: {
            bands: [
              { from: 0, rate: 0.02 },
              { from: 1000, rate: 0.04 },
            ],
          },
        },
        pay: { kind: 'payout', props: {} },
      },
      edges: [
        { from: { node: 'source', port: 'out' }, to: { node: 'bands', port: 'in' } },
        { from: { node: 'bands', port: 'out' }, to: { node: 'pay', port: 'in' } },
      ],
      layout: { source: { x: 0, y: 0 }, bands: { x: 200, y: 0 }, pay: { x: 400, y: 0 } },
      tests: [],
    },
  ],
};

const plan = (from: Project): PlanDesign => from.designs[0] as PlanDesign;

function throughAndBack(edit: Edit): Project {
  const before = JSON.stringify(project);
  const there = applyEdit(project, edit);
  expect(there.problems).toEqual([]);
  const back = applyEdit(there.project, there.inverse);
  expect(back.problems).toEqual([]);
  expect(JSON.stringify(back.project)).toBe(before);
  expect(JSON.stringify(project)).toBe(before);
  return there.project;
}

test('one rate inside a node changes and everything beside it is shared', () => {
  const after = throughAndBack({
    op: 'node.prop',
    design: 'd1',
    node: 'bands',
    path: ['bands', 1, 'rate'],
    value: 0.05,
  });
  expect(plan(after).nodes['bands']?.props['bands']).toEqual([
    { from: 0, rate: 0.02 },
    { from: 1000, rate: 0.05 },
  ]);
  expect(after.tables).toBe(project.tables);
  expect(plan(after).nodes['source']).toBe(plan(project).nodes['source']);
});

test('removing a node takes its edges and its place along, and undo brings all back in order', () => {
  const after = throughAndBack({ op: 'node.remove', design: 'd1', node: 'bands' });
  expect(Object.keys(plan(after).nodes)).toEqual(['source', 'pay']);
  expect(plan(after).edges).toEqual([]);
  expect(Object.keys(plan(after).layout)).toEqual(['source', 'pay']);
});

test('a band is inserted between two others and taken out again', () => {
  const after = throughAndBack({
    op: 'node.prop',
    design: 'd1',
    node: 'bands',
    path: ['bands', 1],
    index: 1,
    value: { from: 500, rate: 0.03 },
  });
  expect(plan(after).nodes['bands']?.props['bands']).toHaveLength(3);
  throughAndBack({ op: 'node.prop', design: 'd1', node: 'bands', path: ['bands', 0] });
});

test('a removed column leaves the grain, and both come back', () => {
  const after = throughAndBack({ op: 'column.remove', table: 't1', column: 'c1' });
  expect(after.tables[0]?.grain).toEqual([]);
});

test('renaming a node follows edges and layout', () => {
  const after = throughAndBack({ op: 'rename', what: 'node', design: 'd1', id: 'bands', to: 'tiers' });
  expect(plan(after).edges[0]?.to.node).toBe('tiers');
  expect(Object.keys(plan(after).layout)).toEqual(['source', 'tiers', 'pay']);
});

test.each<[string, Edit]>([
  ['edit.not-found', { op: 'table.remove', table: 'nope' }],
  [
    'edit.not-found',
    { op: 'edge.add', design: 'd1', edge: { from: { node: 'ghost', port: 'out' }, to: { node: 'pay', port: 'in' } } },
  ],
  ['edit.key-taken', { op: 'node.add', design: 'd1', node: 'pay', value: { kind: 'payout', props: {} } }],
  ['edit.bad-key', { op: 'node.add', design: 'd1', node: '__proto__', value: { kind: 'payout', props: {} } }],
  ['edit.bad-key', { op: 'node.add', design: 'd1', node: 'a.b', value: { kind: 'payout', props: {} } }],
  [
    'edit.key-taken',
    { op: 'parameter.add', parameter: { id: 'r2', key: 'RATE', label: '', type: 'number', value: 1 } },
  ],
  [
    'edit.id-taken',
    { op: 'parameter.add', parameter: { id: 'r1', key: 'other', label: '', type: 'number', value: 1 } },
  ],
  ['edit.bad-value', { op: 'parameter.set', parameter: 'r1', patch: { step: -1 } }],
  ['edit.no-such-place', { op: 'node.prop', design: 'd1', node: 'bands', path: ['bands', 7, 'rate'], value: 1 }],
  ['edit.no-such-place', { op: 'design.set', design: 'd1', path: ['id'], value: 'x' }],
  ['edit.bad-value', { op: 'design.set', design: 'd1', path: ['edges'], value: 'x' }],
  ['edit.no-such-place', { op: 'design.set', design: 'd1', path: ['colour'], value: 'red' }],
])('%s is refused with the same project', (code, edit) => {
  const applied = applyEdit(project, edit);
  expect(applied.project).toBe(project);
  expect(applied.problems.map((one) => one.code)).toEqual([code]);
});

test('what the document does not know is not kept in memory either', () => {
  const value = { currency: 'EUR', colour: 'red' };
  const after = throughAndBack({ op: 'design.set', design: 'd1', path: ['header'], value });
  expect(plan(after).header).toEqual({ currency: 'EUR' });
});

test('a batch is done whole or not at all', () => {
  const applied = applyEdit(project, {
    op: 'batch',
    edits: [
      { op: 'project.set', patch: { name: 'Q2' } },
      { op: 'table.remove', table: 'nope' },
    ],
  });
  expect(applied.project).toBe(project);
  expect(applied.problems).toHaveLength(1);
});
