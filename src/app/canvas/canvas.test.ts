import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Compiled } from '#core/compile/compiled.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { NodeKind } from '#core/contracts/node-kind.ts';
import { defineNode } from '#core/contracts/node-kind.ts';
import { applyEdit } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import { isPlan, type PlanDesign, type Project } from '#core/project/project.ts';
import { wrapLanes } from './auto-layout.ts';
import { edgePath } from './edge-path.ts';
import {
  addNode,
  connect,
  duplicate,
  insertOnEdge,
  nodeHeight,
  nodeWidth,
  readingOrder,
  removeNodes,
  type Graph,
} from './graph-edits.ts';
import { neighbour } from './walk.ts';

const words = { en: { label: 'Step', summary: 'A step' }, 'zh-CN': { label: '步骤', summary: '一步' } };
const port = (key: string, type: 'rows' | 'people') => ({ key, type, words: { en: key, 'zh-CN': key } });
const kind = (
  name: string,
  inputs: NodeKind['inputs'],
  outputs: NodeKind['outputs'],
  inspector: NodeKind['inspector'] = [],
): NodeKind =>
  defineNode({
    kind: name,
    version: 1,
    family: 'shape',
    icon: 'circle',
    words,
    props: z.record(z.string(), z.unknown()),
    defaults: {},
    inputs,
    outputs,
    inspector,
    lower: () => undefined,
  });
const source = kind(
  'source',
  [],
  [port('out', 'rows')],
  [{ control: 'table', prop: 'table', words: { en: 'Table', 'zh-CN': '表' } }],
);
const shape = kind('shape', [port('in', 'rows')], [port('out', 'rows')]);
const people = kind('people', [port('in', 'rows')], [port('out', 'people')]);
const pay = kind('pay', [port('in', 'people')], [port('out', 'people')]);
const catalog = {
  nodes: new Map([source, shape, people, pay].map((one) => [one.kind, one])),
  fields: new Map(),
  steps: new Map(),
};

const plan: PlanDesign = {
  kind: 'plan',
  id: 'd1',
  name: 'Plan',
  tests: [],
  layout: { a: { x: 0, y: 0 }, b: { x: 216, y: 0 }, c: { x: 432, y: 0 } },
  nodes: {
    a: { kind: 'source', props: { table: 'deals' } },
    b: { kind: 'people', props: {} },
    c: { kind: 'pay', props: {} },
  },
  edges: [
    { from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } },
    { from: { node: 'b', port: 'out' }, to: { node: 'c', port: 'in' } },
  ],
};
const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'p',
  name: 'P',
  locale: 'en',
  calendars: [],
  parameters: [],
  designs: [plan],
  tables: ['deals', 'quotas'].map((key) => ({ id: key, key, label: key, columns: [] })),
};
/** Deals name no person; what comes after `b` does. */
const shapes = { a: ['amount'], b: ['person', 'amount'], c: ['person', 'amount'] };
const compiled: Compiled = {
  program: { program: 'table', design: 'd1', steps: [], answers: {}, output: null, parameters: [] },
  problems: [],
  tables: new Map(),
  nodes: Object.fromEntries(
    Object.entries(shapes).map(([node, keys]) => {
      const columns = keys.map((key): ColumnInfo =>
        key === 'person' ? { key, type: 'text', role: 'person' } : { key, type: 'number' },
      );
      return [node, { inputs: {}, outputs: { out: { step: node, columns } }, parameters: [] }];
    }),
  ),
};
const graph: Graph = { project, design: plan, catalog, compiled };
const after = (edits: readonly Edit[]): PlanDesign => {
  const { project: changed, problems } = applyEdit(project, { op: 'batch', edits });
  expect(problems).toEqual([]);
  const design = changed.designs[0];
  if (!design || !isPlan(design)) throw new Error('no plan');
  return design;
};

describe('acting on a graph', () => {
  test('a node added after another is connected where the ports fit, beside it, with a table nobody uses yet', () => {
    const added = addNode(graph, pay, { after: 'b' });
    const design = after(added.edits);
    expect(design.edges).toContainEqual({ from: { node: 'b', port: 'out' }, to: { node: added.node, port: 'in' } });
    expect(design.layout[added.node]).toEqual({ x: 432, y: 150 });
    const table = after(addNode(graph, source, {}).edits);
    expect(Object.values(table.nodes).at(-1)?.props).toEqual({ table: 'quotas' });
  });

  test('a port that wants one value per person is not fed with plain rows', () => {
    expect(after(addNode(graph, pay, { after: 'a' }).edits).edges).toEqual(plan.edges);
  });

  test('a node dropped on an edge stands between its ends, and is refused where it would not fit', () => {
    const edge = plan.edges[0];
    if (!edge) throw new Error('no edge');
    const inserted = insertOnEdge(graph, shape, edge, { x: 1, y: 2 });
    expect(inserted && after(inserted.edits).edges).toEqual([
      plan.edges[1],
      { from: { node: 'a', port: 'out' }, to: { node: inserted?.node, port: 'in' } },
      { from: { node: inserted?.node, port: 'out' }, to: { node: 'b', port: 'in' } },
    ]);
    expect(insertOnEdge(graph, pay, edge, { x: 0, y: 0 })).toBeNull();
  });

  test('a port that takes one edge gives up the old one', () => {
    const extra = after(addNode(graph, source, {}).edits);
    const other = Object.keys(extra.nodes).find((node) => !(node in plan.nodes)) ?? '';
    const edits = connect(
      { ...graph, design: extra },
      { from: { node: other, port: 'out' }, to: { node: 'b', port: 'in' } },
    );
    expect(edits.map((edit) => edit.op)).toEqual(['edge.remove', 'edge.add']);
  });

  test('copies carry their props and the edges among them', () => {
    const { edits, nodes } = duplicate(graph, ['b', 'c']);
    const design = after(edits);
    expect(nodes).toHaveLength(2);
    expect(design.edges.slice(2)).toEqual([
      { from: { node: nodes[0], port: 'out' }, to: { node: nodes[1], port: 'in' } },
    ]);
  });

  test('removing a node from a chain joins its ends where they fit', () => {
    const between = after(
      insertOnEdge(graph, shape, plan.edges[0] as (typeof plan.edges)[number], { x: 0, y: 0 })?.edits ?? [],
    );
    const middle = Object.keys(between.nodes).find((node) => !(node in plan.nodes)) ?? '';
    const edits = removeNodes({ ...graph, design: between }, [middle]);
    expect(edits.at(-1)).toEqual({
      op: 'edge.add',
      design: 'd1',
      edge: { from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } },
    });
    expect(removeNodes(graph, ['b']).map((edit) => edit.op)).toEqual(['node.remove']);
  });

  test('reading order puts every node after what feeds it', () => {
    expect(readingOrder({ ...plan, layout: {} })).toEqual(['a', 'b', 'c']);
    const circle = {
      ...plan,
      edges: [...plan.edges, { from: { node: 'c', port: 'out' }, to: { node: 'b', port: 'in' } }],
    };
    expect([...readingOrder(circle)].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('drawing a graph', () => {
  test('arrow keys walk to the nearest node that way', () => {
    expect(neighbour(plan.layout, 'a', 'right')).toBe('b');
    expect(neighbour(plan.layout, 'c', 'left')).toBe('b');
    expect(neighbour(plan.layout, 'a', 'left')).toBeNull();
  });

  test('an edge to the left runs through the gap between lanes', () => {
    expect(edgePath({ x: 100, y: 20 }, { x: 300, y: 20 })).toMatchObject({ wrapped: false, path: 'M100,20L300,20' });
    const back = edgePath({ x: 900, y: 20 }, { x: 40, y: 300 });
    expect(back).toMatchObject({ wrapped: true, labelY: 250 });
  });

  test('no two nodes of a tidied graph overlap, and pinned nodes stay', () => {
    const placed = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 12 }), y: fc.integer({ min: 0, max: 500 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(placed, (list) => {
        const positions = Object.values(
          wrapLanes(
            list.map((one, index) => ({ ...one, node: `n${index}` })),
            { layout: {} },
          ),
        );
        for (const [i, a] of positions.entries())
          for (const b of positions.slice(i + 1))
            expect(Math.abs(a.x - b.x) >= nodeWidth || Math.abs(a.y - b.y) >= nodeHeight).toBe(true);
      }),
    );
    expect(wrapLanes([{ node: 'a', rank: 0, y: 0 }], { layout: { a: { x: 7, y: 9, pinned: true } } })).toEqual({
      a: { x: 7, y: 9, pinned: true },
    });
  });
});
