import { describe, expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { compileSmallJourney, journeyProject, type SmallJourney } from '#kinds/testing/small-journey.ts';
import { id, number, text } from '#kinds/testing/small-plan.ts';
import { applyEdits } from '../edit/apply.ts';
import type { Edit } from '../edit/edit.ts';
import type { Problem } from '../problem/problem.ts';
import { isJourney } from '../project/project.ts';
import { compileJourney } from './compile-journey.ts';
import { explainStepConnection } from './explain-step-connection.ts';
import { problemsOfDesign } from './problems-of-design.ts';
import { simulationSpan } from './simulation-span.ts';

const customers: SmallJourney['customers'] = { columns: { customer: id, name: text, seats: number }, rows: [] };
const fine: SmallJourney = {
  customers,
  nodes: { start: ['entry'], ask: ['branch', { when: 'seats > 5' }], call: ['call'], bye: ['exit'] },
  edges: ['start > ask', 'ask.yes > call', 'ask.else > bye', 'call > bye'],
};
const told = (small: SmallJourney) => compileSmallJourney(small).problems;
const codes = (problems: readonly Problem[]) =>
  problems.map((one) => `${one.severity} ${one.code} ${one.at.node ?? one.at.path ?? ''}`);

/** The journey after the fixes that its problems offer. */
function fixed(small: SmallJourney) {
  const project = journeyProject(small);
  const edits = compileJourney(project, catalog, 'journey').problems.flatMap(
    (one) => (one.fix?.edits ?? []) as readonly Edit[],
  );
  const { project: after, problems } = applyEdits(project, edits, catalog);
  expect(problems).toEqual([]);
  return codes(compileJourney(after, catalog, 'journey').problems);
}

describe('a journey becomes a flow', () => {
  test('of its steps with their ports, over the customers and their id', () => {
    const { program, problems } = compileSmallJourney(fine);
    expect(problems).toEqual([]);
    expect(program?.customers).toMatchObject({ table: 'customers', id: 'customer' });
    expect(
      Object.fromEntries(Object.entries(program?.nodes ?? {}).map(([key, node]) => [key, [node.node, node.ports]])),
    ).toEqual({
      start: ['entry', { out: 'ask' }],
      ask: ['branch', { yes: 'call', else: 'bye' }],
      call: ['act', { out: 'bye' }],
      bye: ['exit', {}],
    });
  });

  test('the same bytes whatever the order of keys', () => {
    const turned = { ...fine, nodes: Object.fromEntries(Object.entries(fine.nodes).reverse()) };
    expect(JSON.stringify(compileSmallJourney(turned).program)).toBe(JSON.stringify(compileSmallJourney(fine).program));
  });

  test('what it is asked for that is no journey is told', () => {
    const project = journeyProject(fine);
    expect(codes(compileJourney(project, catalog, 'nowhere').problems)).toEqual(['error compile.unknown-design ']);
    const [design] = project.designs;
    expect(design && problemsOfDesign(project, catalog, design)).toEqual([]);
  });
});

describe('problems of a journey', () => {
  test('a step nobody reaches', () => {
    expect(
      codes(told({ ...fine, nodes: { ...fine.nodes, lost: ['call'] }, edges: [...fine.edges, 'lost > bye'] })),
    ).toEqual(['warning compile.unreachable-step lost']);
  });

  test('a dead end and an answer that leads nowhere; the fix ends the journey there', () => {
    const dead = { ...fine, edges: ['start > ask', 'ask.yes > call'] };
    expect(codes(told(dead))).toEqual([
      'warning compile.open-port ask',
      'warning compile.unreachable-step bye',
      'warning compile.open-port call',
    ]);
    const only = {
      ...fine,
      nodes: { start: ['entry'], ask: fine.nodes['ask'] ?? ['branch'] } as SmallJourney['nodes'],
      edges: ['start > ask'],
    };
    const one = {
      ...only,
      edges: ['start > ask', 'ask.yes > bye'],
      nodes: { ...only.nodes, bye: ['exit'] } as SmallJourney['nodes'],
    };
    expect(fixed(one)).toEqual([]);
  });

  test('a loop in which no time passes; a wait mends it', () => {
    const nodes: SmallJourney['nodes'] = { ...fine.nodes, again: ['call'] };
    const edges = ['start > ask', 'ask.yes > again', 'again > ask', 'ask.else > bye', 'call > bye'];
    const loop = told({ ...fine, nodes, edges }).find((one) => one.code === 'compile.loop-without-wait');
    expect(loop?.params).toEqual({ steps: ['Call task', 'Branch'] });
    const waits = told({ ...fine, nodes: { ...nodes, again: ['wait'] }, edges });
    expect(waits.map((one) => one.code)).not.toContain('compile.loop-without-wait');
  });

  test('one way that leads to two steps; the fix keeps the first', () => {
    const two = { ...fine, edges: [...fine.edges, 'call > ask'] };
    expect(codes(told(two))).toContain('error compile.port-branches call');
    expect(fixed(two)).toEqual([]);
  });

  test('nobody comes in, no customers, no id', () => {
    const { start: _start, ...rest } = fine.nodes;
    expect(codes(told({ ...fine, nodes: rest, edges: fine.edges.slice(1) }))).toContain('error compile.no-entry ');
    expect(codes(told({ ...fine, header: { customers: '' } }))).toContain(
      'error compile.no-customers header.customers',
    );
    expect(codes(told({ ...fine, header: { customers: 'custmers' } }))[0]).toBe(
      'error compile.no-customers header.customers',
    );
    expect(fixed({ ...fine, header: { customers: 'custmers' } })).toEqual([]);
    expect(codes(told({ ...fine, header: { id: 'customr' } }))).toEqual(['error compile.no-customer-id header.id']);
    expect(fixed({ ...fine, header: { id: 'customr' } })).toEqual([]);
  });

  test('a name that is not known, with the nearest as a fix, at its prop and span', () => {
    const [one] = told({ ...fine, nodes: { ...fine.nodes, ask: ['branch', { when: 'seat > 5' }] } });
    expect(one).toMatchObject({
      code: 'formula.unknown-name',
      at: { node: 'ask', path: 'when', span: { start: 0, end: 4 } },
    });
    expect(one?.fix?.replace?.text).toBe('seats');
  });

  test('what is wrong in the header: variables, goals, exits, quiet hours without end', () => {
    const header: SmallJourney['header'] = {
      variables: [{ key: 'Seats', type: 'number' }],
      goals: [{ key: 'won', exits: true }],
      exits: [{ key: 'gone', when: 'TRUE', then: 'nowhere' }],
      quietHours: { from: '08:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7], policy: 'defer' },
    };
    expect(codes(told({ ...fine, header })).sort()).toEqual([
      'error compile.empty-criterion header.goals.0',
      'error compile.exit-nowhere header.exits.0.then',
      'error compile.never-loud header.quietHours',
      'error compile.variable-taken header.variables.0.key',
    ]);
  });

  test('steps of unknown kinds and with bad props are left out and told; the rest runs', () => {
    const nodes: SmallJourney['nodes'] = { ...fine.nodes, call: ['letter'], bye: ['exit', { reason: 3 }] };
    const { program, problems } = compileSmallJourney({ ...fine, nodes });
    expect(codes(problems)).toEqual(['error project.bad-props bye', 'error project.unknown-kind call']);
    expect(program?.nodes['ask']?.ports).toEqual({});
  });
});

describe('a way between two steps', () => {
  const design = journeyProject(fine).designs.find(isJourney);
  const ask = (from: string, to: string) => {
    if (!design) throw new Error('no journey');
    const [node = '', port = 'out'] = from.split('.');
    return (
      explainStepConnection(design, catalog, 'en', { from: { node, port }, to: { node: to, port: 'in' } })?.code ?? null
    );
  };
  test('may lead anywhere but to itself and to a start, and says why not', () => {
    expect(ask('call', 'ask')).toBe('compile.port-branches');
    expect(ask('ask.yes', 'call')).toBe('project.duplicate-edge');
    expect(ask('ask.yes', 'ask')).toBe('compile.to-itself');
    expect(ask('call', 'start')).toBe('project.edge-without-port');
    expect(ask('nowhere', 'ask')).toBe('project.edge-without-node');
  });
});

test('the days of a simulation are the header’s, else sixty from today', () => {
  const project = journeyProject({ ...fine, header: { simulation: { seed: 9 } } });
  const design = project.designs.find(isJourney);
  if (!design) throw new Error('no journey');
  expect(simulationSpan(design, 46_000)).toEqual({ seed: 9, from: 46_000, until: 46_060 });
  const dated = {
    ...design,
    header: { ...design.header, simulation: { seed: 9, from: '2026-07-01', until: '2026-07-31' } },
  };
  expect(simulationSpan(dated, 1)).toEqual({ seed: 9, from: 46_204, until: 46_235 });
});
