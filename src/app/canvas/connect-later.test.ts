// A plan is often laid out first and connected later.
import { expect, test } from 'vitest';
import { compile } from '#core/compile/compile.ts';
import { applyEdits } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import { isPlan, type Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { id, money, number, person, projectOf } from '#kinds/testing/small-plan.ts';
import { addNode, connect, type Graph } from './graph-edits.ts';

let project: Project;
function graph(): Graph {
  const design = project.designs[0];
  if (!design || !isPlan(design)) throw new Error('no plan');
  return { project, design, catalog, compiled: compile(project, catalog, design.id) };
}
function edit(edits: readonly Edit[]): void {
  const applied = applyEdits(project, edits, catalog);
  expect(applied.problems).toEqual([]);
  project = applied.project;
}
function add(kind: string, after?: string): string {
  const found = catalog.nodes.get(kind);
  if (!found) throw new Error(`no kind ${kind}`);
  const added = addNode(graph(), found, after === undefined ? {} : { after });
  edit(added.edits);
  return added.node;
}
const problems = () => graph().compiled?.problems.map((one) => one.code) ?? [];

test('nodes laid out before their data find their columns when the missing table is connected', () => {
  project = projectOf({
    tables: {
      deals: { columns: { deal: id, owner: person, amount: money }, rows: [] },
      quotas: { columns: { person, quota: { ...number, role: 'quota' } }, grain: ['person'], rows: [] },
    },
    nodes: {},
    edges: [],
  });
  const attainment = add('attainment', add('credit', add('table')));
  const bands = add('bands', attainment);
  const payout = add('payout', bands);
  const quotas = add('table');
  expect(problems()).not.toEqual([]);
  edit(connect(graph(), { from: { node: quotas, port: 'out' }, to: { node: attainment, port: 'quotas' } }));
  expect(problems()).toEqual([]);
  expect(graph().design.nodes[bands]?.props).toMatchObject({ value: 'credited', quota: 'quota' });
  expect(graph().compiled?.program.output).toBe(payout);
});

test('a column somebody chose stays when something is connected above it', () => {
  project = projectOf({
    tables: {
      deals: { columns: { deal: id, owner: person, amount: money }, rows: [] },
      quotas: { columns: { person, quota: { ...number, role: 'quota' } }, grain: ['person'], rows: [] },
    },
    nodes: {},
    edges: [],
  });
  const attainment = add('attainment', add('credit', add('table')));
  const bands = add('bands', attainment);
  const quotas = add('table');
  edit([{ op: 'node.prop', design: graph().design.id, node: bands, path: ['value'], value: 'quota' }]);
  edit(connect(graph(), { from: { node: quotas, port: 'out' }, to: { node: attainment, port: 'quotas' } }));
  expect(graph().design.nodes[bands]?.props['value']).toBe('quota');
});
