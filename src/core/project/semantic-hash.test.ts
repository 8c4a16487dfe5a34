import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parseProject } from './parse-project.ts';
import { printProject } from './print-project.ts';
import { isPlan, type PlanDesign, type Project } from './project.ts';
import { semanticHash } from './semantic-hash.ts';
import { arbitraryProject } from './testing/arbitrary-project.ts';

const reversed = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).reverse()) as T;
const plans = (project: Project, change: (plan: PlanDesign) => PlanDesign): Project => ({
  ...project,
  designs: project.designs.map((design) => (isPlan(design) ? change(design) : design)),
});

test.prop([arbitraryProject], { numRuns: 40 })(
  'moving, noting, testing and reordering do not change what a project means',
  (project) => {
    const hash = semanticHash(project);
    const other = plans(
      { ...reversed(project), tables: [...project.tables].reverse(), designs: [...project.designs].reverse() },
      (plan) => ({
        ...plan,
        nodes: reversed(
          Object.fromEntries(
            Object.entries(plan.nodes).map(([key, node]) => [key, { ...node, props: reversed(node.props), note: 'x' }]),
          ),
        ),
        edges: [...plan.edges].reverse(),
        layout: { moved: { x: 1, y: 2 } },
        tests: [],
      }),
    );
    expect(semanticHash(other)).toBe(hash);
    expect(semanticHash(parseProject(printProject(project)).project ?? other)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  },
);

test('a rate, a label and the order of columns are part of the meaning', () => {
  const columns = ['a', 'b'].map((key) => ({ id: key, key, label: key, type: 'number' as const }));
  const nodes = { pay: { kind: 'rate-bands', props: { rate: 0.04 } } };
  const plan: PlanDesign = { kind: 'plan', id: 'd', name: '', nodes, edges: [], layout: {}, tests: [] };
  const base: Project = {
    format: 'saleswright',
    version: 2,
    id: 'p',
    name: '',
    locale: 'en',
    calendars: [],
    tables: [{ id: 't', key: 't', label: '', columns }],
    parameters: [],
    designs: [plan],
  };
  const rate = plans(base, (one) => ({ ...one, nodes: { pay: { kind: 'rate-bands', props: { rate: 0.05 } } } }));
  const label = plans(base, (one) => ({ ...one, nodes: { pay: { ...nodes.pay, label: 'Pay' } } }));
  const order = { ...base, tables: [{ ...base.tables[0]!, columns: [...columns].reverse() }] };
  expect(new Set([base, rate, label, order].map(semanticHash)).size).toBe(4);
});
