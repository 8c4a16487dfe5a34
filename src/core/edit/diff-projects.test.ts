import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import type { PlanDesign, Project } from '../project/project.ts';
import { arbitraryProject, flawedProject } from '../project/testing/arbitrary-project.ts';
import { applyEdit, applyEdits } from './apply.ts';
import { diffProjects } from './diff-projects.ts';
import { editFrom, editSeed } from './testing/random-edit.ts';

test.prop([arbitraryProject, fc.oneof(arbitraryProject, flawedProject)], { numRuns: 40 })(
  'the edits of a difference turn the one project into the other',
  (a, b) => {
    const applied = applyEdits(a, diffProjects(a, b).edits);
    expect(applied.problems).toEqual([]);
    expect(applied.project).toEqual({ ...b, id: a.id });
  },
);

test.prop([flawedProject, fc.array(editSeed, { minLength: 1, maxLength: 6 })], { numRuns: 40 })(
  'the difference after some edits leads there as well, and back',
  (a, seeds) => {
    const b = seeds.reduce((project, seed) => applyEdit(project, editFrom(project, seed)).project, a);
    expect(applyEdits(a, diffProjects(a, b).edits).project).toEqual(b);
    expect(applyEdits(b, diffProjects(b, a).edits).project).toEqual(a);
  },
);

test.prop([arbitraryProject], { numRuns: 20 })('a project does not differ from itself', (project) => {
  expect(diffProjects(project, structuredClone(project))).toEqual({ edits: [], sentences: [] });
});

const plan: PlanDesign = {
  kind: 'plan',
  id: 'd1',
  name: 'Commission',
  nodes: {
    deals: { kind: 'table', props: { table: 'deals' } },
    pay: {
      kind: 'bands',
      label: 'Rate bands',
      props: {
        bands: [
          { from: 0, rate: 0.02 },
          { from: 1, rate: 0.03 },
          { from: 2, rate: 0.04 },
        ],
      },
    },
  },
  edges: [],
  layout: { deals: { x: 0, y: 0 } },
  tests: [],
};
const project: Project = {
  format: 'saleswright',
  version: 2,
  id: 'p1',
  name: 'Plan 2026',
  locale: 'en',
  calendars: [],
  tables: [],
  parameters: [{ id: 'r', key: 'cap', label: 'Cap', type: 'number', value: 100 }],
  designs: [plan],
};

test('a changed rate is one edit and one sentence', () => {
  const nodes = structuredClone(plan.nodes);
  nodes['pay']!.props['bands'] = [
    { from: 0, rate: 0.02 },
    { from: 1, rate: 0.03 },
    { from: 2, rate: 0.05 },
  ];
  const { edits, sentences } = diffProjects(project, { ...project, designs: [{ ...plan, nodes }] }, catalog);
  expect(edits).toEqual([{ op: 'node.prop', design: 'd1', node: 'pay', path: ['bands', 2, 'rate'], value: 0.05 }]);
  expect(sentences).toEqual([
    { en: 'Rate bands: bands.2.rate 0.04 → 0.05', 'zh-CN': 'Rate bands：bands.2.rate 0.04 → 0.05' },
  ]);
});

test('what people would say of other changes, and nothing of moves', () => {
  const { deals, pay } = plan.nodes;
  const b: Project = {
    ...project,
    name: 'Plan 2027',
    parameters: [{ ...project.parameters[0]!, value: 200 }],
    designs: [
      {
        ...plan,
        nodes: { deals: deals!, pay: pay!, won: { kind: 'filter', props: { where: '' } } },
        edges: [{ from: { node: 'deals', port: 'out' }, to: { node: 'won', port: 'in' } }],
        layout: { deals: { x: 90, y: 0 } },
      },
    ],
  };
  const { sentences } = diffProjects(project, b, catalog);
  expect(sentences.map((one) => one.en)).toEqual([
    'Project: name Plan 2026 → Plan 2027',
    'cap: value 100 → 200',
    'Node added: Filter',
    'Connection added: Table → Filter',
  ]);
  expect(sentences.map((one) => one['zh-CN'])).toContain('新增节点：筛选');
});
