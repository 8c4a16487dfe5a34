import { readFileSync } from 'node:fs';
import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../contracts/catalog.ts';
import { defineNode } from '../contracts/node-kind.ts';
import { sayProblem } from '../problem/codes.ts';
import { deepest } from './plain-data.ts';
import { parseProject } from './parse-project.ts';
import { printProject } from './print-project.ts';
import { isPlan, type PlanDesign, type Project } from './project.ts';
import { arbitraryProject } from './testing/arbitrary-project.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const codes = (input: unknown, catalog?: Catalog): string[] =>
  parseProject(input, catalog).problems.map((one) => one.code);
const words = { label: 'Bands', summary: '' };
const bands = defineNode({
  kind: 'rate-bands',
  version: 3,
  family: 'pay',
  icon: 'x',
  words: { en: words, 'zh-CN': words },
  props: z.strictObject({ rate: z.number() }),
  defaults: { rate: 0 },
  inputs: [{ key: 'in', type: 'rows', words: { en: 'In', 'zh-CN': '入' } }],
  outputs: [{ key: 'out', type: 'rows', words: { en: 'Out', 'zh-CN': '出' } }],
  inspector: [],
  lower: () => undefined,
  migrations: {
    1: (props) => ({ percent: (props as { p: number }).p }),
    2: (props) => ({ rate: (props as { percent: number }).percent / 100 }),
  },
});
const catalog: Catalog = { nodes: new Map([['rate-bands', bands]]), fields: new Map(), steps: new Map() };

function withNodes(nodes: PlanDesign['nodes'], edges: PlanDesign['edges'] = []): Project {
  const design: PlanDesign = { kind: 'plan', id: 'd1', name: '', nodes, edges, layout: {}, tests: [] };
  return {
    format: 'saleswright',
    version: 2,
    id: 'p',
    name: '',
    locale: 'en',
    calendars: [],
    tables: [],
    parameters: [],
    designs: [design],
  };
}
const empty = withNodes({});

test.prop([arbitraryProject], { numRuns: 100 })(
  'a printed project reads back the same, to the order of keys',
  (project) => {
    const text = printProject(project);
    const read = parseProject(text);
    expect(read.problems.filter((one) => one.severity === 'error')).toEqual([]);
    expect(JSON.stringify(read.project)).toBe(JSON.stringify(JSON.parse(text)));
    expect(read.project).toEqual(project);
    expect(read.project && printProject(read.project)).toBe(text);
  },
);

test('a document of version 1 is brought to today’s version', () => {
  const { project, problems } = parseProject(fixture('v1-commission.saleswright.json'));
  expect(problems.map((one) => [one.code, one.severity])).toEqual([['project.migrated', 'info']]);
  const plan = project?.designs.find(isPlan);
  expect(plan?.nodes['bands']).toEqual({
    kind: 'rate-bands',
    props: { on: 'amount', bands: [{ from: 0, rate: 0.05 }] },
  });
  expect(plan?.edges).toEqual([
    { from: { node: 'source', port: 'out' }, to: { node: 'bands', port: 'in' } },
    { from: { node: 'bands', port: 'out' }, to: { node: 'pay', port: 'in' } },
  ]);
  expect(project?.parameters[0]).toEqual({ id: 'r1', key: 'rate', label: 'Rate', type: 'number', value: 0.05 });
  expect(project && parseProject(printProject(project)).problems).toEqual([]);
});

test('a newer document is refused and says so', () => {
  const { project, problems } = parseProject({ ...empty, version: 9 });
  expect(project).toBeUndefined();
  expect(problems[0] && sayProblem(problems[0], 'en')).toMatch(
    /newer Saleswright \(document version 9; this one reads up to 2\)/,
  );
});

test.each([
  ['{"a": 1,\n  "b": }', 2, 8],
  ['{"a": [1, 2', 1, 12],
  ['', 1, 1],
  ['{"a" 1}', 1, 6],
  ['[1,]', 1, 4],
  ['{} x', 1, 4],
  ['{"a": "\n"}', 1, 7],
  ['{"a": 01}', 1, 8],
])('%j is not JSON at line %d, column %d', (text, line, column) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(parseProject(text).problems).toMatchObject([{ code: 'project.bad-json', params: { line, column } }]);
});

test('what is no project, or no known version of one, is refused', () => {
  expect(codes('[]')).toEqual(['project.not-a-project']);
  expect(codes({ format: 'other', version: 2 })).toEqual(['project.not-a-project']);
  expect(codes({ ...empty, version: 'two' })).toEqual(['project.bad-version']);
  expect(codes(`"${'x'.repeat(32_000_001)}"`)).toEqual(['project.too-large']);
});

test('a fault of shape names its path', () => {
  const { project, problems } = parseProject({
    ...empty,
    designs: [{ ...empty.designs[0], edges: [{ from: 1 }] }],
    locale: 'fr',
  });
  expect(project).toBeUndefined();
  expect(problems.map((one) => one.at.path)).toEqual(['locale', 'designs.0.edges.0.from', 'designs.0.edges.0.to']);
  expect(problems[0] && sayProblem(problems[0], 'zh-CN')).toContain('应为其中之一');
});

test('keys that would change prototypes do nothing', () => {
  const text = printProject(withNodes({ a: { kind: 'x', props: { deep: { here: 1 } } } }))
    .replace('"here": 1', '"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}')
    .replace('"nodes": {', '"nodes": {"__proto__": {"kind": "x", "props": {}},');
  const { project } = parseProject(text);
  const plan = project?.designs.find(isPlan);
  expect(Object.keys(plan?.nodes ?? {})).toEqual(['a']);
  expect(Object.keys(plan?.nodes['a']?.props['deep'] as object)).toEqual(['constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a document nested without end is refused, not a crash', () => {
  const deep = '['.repeat(deepest + 1) + ']'.repeat(deepest + 1);
  expect(codes(deep)).toEqual(['project.bad-shape']);
  expect(codes('['.repeat(200_000) + ']'.repeat(200_000))).toHaveLength(1);
});

test('an unknown kind and bad props are problems and the nodes stay untouched', () => {
  const nodes = {
    strange: { kind: 'from-the-future', version: 4, props: { any: ['thing'] } },
    newer: { kind: 'rate-bands', version: 8, props: { curve: 1 } },
    wrong: { kind: 'rate-bands', version: 3, props: { rate: 'a lot' } },
  };
  const { project, problems } = parseProject(withNodes(nodes), catalog);
  expect(project?.designs.find(isPlan)?.nodes).toEqual(nodes);
  expect(problems.map((one) => [one.code, one.at])).toEqual([
    ['project.unknown-kind', { design: 'd1', node: 'strange' }],
    ['project.newer-kind', { design: 'd1', node: 'newer' }],
    ['project.bad-props', { design: 'd1', node: 'wrong', path: 'rate' }],
  ]);
});

test('props of an earlier version of their kind are brought forward', () => {
  const { project, problems } = parseProject(withNodes({ old: { kind: 'rate-bands', props: { p: 5 } } }), catalog);
  expect(problems).toEqual([]);
  expect(project?.designs.find(isPlan)?.nodes['old']).toEqual({
    kind: 'rate-bands',
    version: 3,
    props: { rate: 0.05 },
  });
});

test('connections to missing nodes and ports are problems that a click removes', () => {
  const node = { kind: 'rate-bands', version: 3, props: { rate: 1 } };
  const good = { from: { node: 'a', port: 'out' }, to: { node: 'b', port: 'in' } };
  const hanging = { from: { node: 'a', port: 'out' }, to: { node: 'gone', port: 'in' } };
  const portless = { from: { node: 'a', port: 'up' }, to: { node: 'b', port: 'in' } };
  const { problems } = parseProject(withNodes({ a: node, b: node }, [good, hanging, portless, good]), catalog);
  expect(problems.map((one) => one.code)).toEqual([
    'project.edge-without-node',
    'project.edge-without-port',
    'project.duplicate-edge',
  ]);
  expect(problems[0]?.fix?.edits).toEqual([{ op: 'edge.remove', design: 'd1', edge: hanging }]);
});

test('doubled ids are made different, doubled and odd keys come with a new name', () => {
  const column = { id: 'c', key: 'amount', label: '', type: 'number' as const };
  const table = { id: 't', key: 'deals', label: '', columns: [column, column] };
  const { project, problems } = parseProject({
    ...empty,
    tables: [table, { ...table, key: '2nd table', columns: [] }],
  });
  expect(project?.tables.map((one) => one.id)).toEqual(['t', 't~2']);
  expect(project?.tables[0]?.columns.map((one) => one.id)).toEqual(['c', 'c~2']);
  expect(problems.map((one) => one.code)).toEqual([
    'project.duplicate-id',
    'project.duplicate-id',
    'project.bad-key',
    'project.duplicate-key',
  ]);
  expect(problems[3]?.fix?.edits).toEqual([{ op: 'rename', what: 'column', table: 't', id: 'c~2', to: 'amount_2' }]);
});
