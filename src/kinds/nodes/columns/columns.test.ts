import { expect, test } from 'vitest';
import { compile } from '#core/compile/compile.ts';
import { documentFormat, documentVersion, type Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';

const project = (columns: readonly { key: string; formula: string }[]): Project => ({
  format: documentFormat,
  version: documentVersion,
  id: 'p',
  name: 'P',
  locale: 'en',
  calendars: [],
  parameters: [],
  tables: [
    { id: 't', key: 'deals', label: 'Deals', columns: [{ id: 'c', key: 'amount', label: 'Amount', type: 'number' }] },
  ],
  designs: [
    {
      kind: 'plan',
      id: 'd',
      name: 'D',
      layout: {},
      tests: [],
      nodes: { deals: { kind: 'table', props: { table: 'deals' } }, made: { kind: 'columns', props: { columns } } },
      edges: [{ from: { node: 'deals', port: 'out' }, to: { node: 'made', port: 'in' } }],
    },
  ],
});

test('formula columns that need each other are named as a circle; the others are still made', () => {
  const { problems, nodes } = compile(
    project([
      { key: 'a', formula: 'b + 1' },
      { key: 'b', formula: 'a + 1' },
      { key: 'c', formula: 'amount * 2' },
    ]),
    catalog,
    'd',
  );
  expect(problems).toMatchObject([
    {
      code: 'compile.circular-formulas',
      params: { columns: ['a', 'b'] },
      at: { design: 'd', node: 'made', path: 'columns.0.formula' },
    },
  ]);
  expect(nodes['made']?.outputs['out']?.columns.map((column) => column.key)).toEqual(['amount', 'c']);
});

test('a formula column may use one that stands below it', () => {
  const { problems, nodes } = compile(
    project([
      { key: 'total', formula: 'net * 2' },
      { key: 'net', formula: 'amount - 1' },
    ]),
    catalog,
    'd',
  );
  expect(problems).toEqual([]);
  expect(nodes['made']?.outputs['out']?.columns.map((column) => column.key)).toEqual(['amount', 'net', 'total']);
});
