// Journeys are edited, renamed, found and compared like any other design.
import { describe, expect, test } from 'vitest';
import { catalog } from '#kinds/catalog.ts';
import { journeyProject } from '#kinds/testing/small-journey.ts';
import { id, number, text } from '#kinds/testing/small-plan.ts';
import { isJourney, type JourneyDesign, type Project } from '../project/project.ts';
import { parseProject } from '../project/parse-project.ts';
import { printProject } from '../project/print-project.ts';
import { semanticHash } from '../project/semantic-hash.ts';
import { applyEdit } from './apply.ts';
import { diffProjects } from './diff-projects.ts';
import type { Edit } from './edit.ts';
import { usesOf } from './uses.ts';

const project: Project = {
  ...journeyProject({
    customers: { columns: { customer: id, name: text, seats: number, bought: { type: 'datetime' } }, rows: [] },
    header: {
      id: 'customer',
      variables: [{ key: 'touches', type: 'number', initial: 'seats * 0' }],
      goals: [{ key: 'won', at: 'bought', exits: true }],
      exits: [{ key: 'small', when: 'seats < limit', then: 'bye' }],
    },
    nodes: {
      start: ['entry'],
      ask: ['branch', { when: '[seats] > LEN(name) + touches' }],
      mail: ['email', { subject: '"Hi " & name' }],
      count: ['set', { variable: 'touches', value: 'touches + 1' }],
      bye: ['exit'],
    },
    edges: ['start > ask', 'ask.yes > mail', 'ask.else > count', 'mail > bye', 'count > bye'],
  }),
  parameters: [{ id: 'limit', key: 'limit', label: 'Limit', type: 'number', value: 3 }],
};
const journeyOf = (one: Project): JourneyDesign => {
  const found = one.designs.find(isJourney);
  if (!found) throw new Error('no journey');
  return found;
};
const text1 = (one: Project) => printProject(one);

describe('a journey', () => {
  test('goes through the document unchanged, and means the same wherever its steps stand', () => {
    const { project: read, problems } = parseProject(printProject(project), catalog);
    expect(problems).toEqual([]);
    expect(read).toEqual(project);
    const moved = applyEdit(project, {
      op: 'node.move',
      design: 'journey',
      positions: { ask: { x: 1, y: 2 } },
    }).project;
    expect(semanticHash(moved)).toBe(semanticHash(project));
    const other = applyEdit(project, {
      op: 'node.prop',
      design: 'journey',
      node: 'ask',
      path: ['when'],
      value: 'TRUE',
    });
    expect(semanticHash(other.project)).not.toBe(semanticHash(project));
  });

  const edits: readonly Edit[] = [
    {
      op: 'node.add',
      design: 'journey',
      node: 'more',
      value: { kind: 'wait', props: {} },
      at: { x: 5, y: 5 },
      index: 2,
    },
    { op: 'node.remove', design: 'journey', node: 'mail' },
    { op: 'node.set', design: 'journey', node: 'ask', patch: { label: 'Large?' } },
    { op: 'node.prop', design: 'journey', node: 'ask', path: ['when'], value: 'seats = 1' },
    { op: 'node.move', design: 'journey', positions: { ask: { x: 1, y: 2, pinned: true }, bye: { x: 0, y: 0 } } },
    {
      op: 'edge.add',
      design: 'journey',
      edge: { from: { node: 'mail', port: 'refused' }, to: { node: 'count', port: 'in' } },
      index: 1,
    },
    {
      op: 'edge.remove',
      design: 'journey',
      edge: { from: { node: 'ask', port: 'yes' }, to: { node: 'mail', port: 'in' } },
    },
    { op: 'rename', what: 'node', design: 'journey', id: 'bye', to: 'gone' },
    { op: 'design.set', design: 'journey', path: ['header', 'holdout'], value: { percent: 5, sticky: true } },
    { op: 'design.set', design: 'journey', path: ['header', 'goals', 0] },
    { op: 'design.set', design: 'journey', path: ['header', 'simulation', 'until'], value: '2026-12-31' },
    { op: 'rename', what: 'column', table: 'customers', id: 'seats', to: 'licences' },
    { op: 'design.remove', design: 'journey' },
  ];
  test.each(edits.map((edit) => [edit.op, JSON.stringify(edit).slice(0, 70), edit] as const))(
    '%s is taken back to the very same text: %s',
    (_, __, edit) => {
      const { project: after, inverse, problems, applied } = applyEdit(project, edit, catalog);
      expect(problems).toEqual([]);
      expect(text1(after)).not.toBe(text1(project));
      expect(text1(applyEdit(after, inverse).project)).toBe(text1(project));
      expect(text1(applyEdit(project, applied).project)).toBe(text1(after));
    },
  );

  test('a step that is renamed is still where an exit leads', () => {
    const { project: after } = applyEdit(project, {
      op: 'rename',
      what: 'node',
      design: 'journey',
      id: 'bye',
      to: 'gone',
    });
    expect(journeyOf(after).header.exits[0]?.then).toBe('gone');
  });

  test('a renamed column, parameter or table is renamed in steps and in the header', () => {
    const column = applyEdit(
      project,
      { op: 'rename', what: 'column', table: 'customers', id: 'seats', to: 'licences' },
      catalog,
    );
    const { nodes, header } = journeyOf(column.project);
    expect(nodes['ask']?.props['when']).toBe('[licences] > LEN(name) + touches');
    expect(header.exits[0]?.when).toBe('licences < limit');
    expect(header.variables[0]?.initial).toBe('licences * 0');
    const parameter = applyEdit(project, { op: 'rename', what: 'parameter', id: 'limit', to: 'least' }, catalog);
    expect(journeyOf(parameter.project).header.exits[0]?.when).toBe('seats < least');
    const table = applyEdit(project, { op: 'rename', what: 'table', id: 'customers', to: 'people' }, catalog);
    expect(journeyOf(table.project).header.customers).toBe('people');
    const ids = applyEdit(
      project,
      { op: 'rename', what: 'column', table: 'customers', id: 'customer', to: 'number' },
      catalog,
    );
    expect(journeyOf(ids.project).header.id).toBe('number');
  });

  test('a rename that would hide a variable or a parameter is refused', () => {
    for (const to of ['touches', 'limit']) {
      const edit = { op: 'rename', what: 'column', table: 'customers', id: 'seats', to } as const;
      expect(applyEdit(project, edit, catalog).problems.map((one) => one.code)).toEqual(['edit.captures']);
    }
  });

  test('its uses of a column are found, each with its place', () => {
    const uses = usesOf(project, catalog, { what: 'column', table: 'customers', id: 'seats' });
    expect(uses.map((use) => [use.at, 'node' in use ? use.node : '', use.path.join('.')])).toEqual([
      ['formula', 'ask', 'when'],
      ['formula', '', 'header.exits.0.when'],
      ['formula', '', 'header.variables.0.initial'],
    ]);
  });

  test('the difference between two states is told in words and leads from one to the other', () => {
    const after = edits
      .filter((edit) => edit.op !== 'design.remove' && edit.op !== 'rename')
      .reduce((one, edit) => applyEdit(one, edit, catalog).project, project);
    const { edits: found, sentences } = diffProjects(project, after, catalog);
    const applied = found.reduce((one, edit) => applyEdit(one, edit).project, project);
    expect(semanticHash(applied)).toBe(semanticHash(after));
    expect(sentences.map((one) => one.en)).toContain('Node removed: E-mail');
  });
});
