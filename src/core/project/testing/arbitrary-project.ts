/** Random projects that keep the document's rules, for property tests; `flawed` ones have doubled keys and connections into the air. */
import fc from 'fast-check';
import type { FormDesign } from '../form-design.ts';
import { isPlan, projectSchema, type Edge, type PlanDesign, type Project, type TableDefinition } from '../project.ts';

const key = fc.constantFrom(
  'deals',
  'reps',
  'amount',
  'rate',
  '金额',
  'region',
  'close_date',
  'x',
  'y_2',
  'période',
  'Z',
);
const label = fc.string({ unit: 'grapheme', maxLength: 8 });
const id = fc.string({ minLength: 1, maxLength: 6 });
/** Values JSON can say: no negative zero, which printing would lose. */
export const arbitraryJson: fc.Arbitrary<unknown> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)));

const column = fc.record(
  {
    id,
    key,
    label,
    type: fc.constantFrom('number', 'text', 'boolean', 'date'),
    format: fc.constant({ kind: 'currency' as const, currency: 'EUR' }),
    role: fc.constantFrom('id', 'person', 'amount'),
  },
  { requiredKeys: ['id', 'key', 'label', 'type'] },
);

function unique<T extends { readonly id: string; readonly key: string }>(one: fc.Arbitrary<T>, maxLength: number) {
  const ids = fc.uniqueArray(one, { maxLength, selector: (each) => each.id });
  return ids.map((list) =>
    list.filter((each, i) => list.findIndex((other) => other.key.toLowerCase() === each.key.toLowerCase()) === i),
  );
}

const table: fc.Arbitrary<TableDefinition> = fc
  .record({ id, key, label, columns: unique(column, 4), grain: fc.boolean(), rows: fc.option(fc.nat(9)) })
  .map(({ grain, rows, ...rest }) => ({
    ...rest,
    ...(grain && rest.columns[0] ? { grain: [rest.columns[0].key] } : {}),
    ...(rows === null ? {} : { data: { rows, chunks: ['c0'] } }),
  }));

const parameter = fc.record(
  {
    id,
    key,
    label,
    type: fc.constant('number' as const),
    value: fc.integer(),
    min: fc.integer(),
    step: fc.integer({ min: 1 }),
  },
  { requiredKeys: ['id', 'key', 'label', 'type', 'value'] },
);

const props = fc.record(
  {
    bands: fc.array(fc.record({ from: fc.nat(), rate: fc.integer().map((n) => n / 100) }), { maxLength: 3 }),
    table: key,
    where: label,
    more: fc.dictionary(key, arbitraryJson, { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);
const node = fc.record(
  {
    kind: fc.constantFrom('table', 'keep-rows', 'rate-bands', 'unheard-of'),
    version: fc.integer({ min: 1, max: 3 }),
    label,
    props,
    note: label,
  },
  { requiredKeys: ['kind', 'props'] },
);
const port = fc.constantFrom('in', 'out', 'left');
const spot = fc.record({ x: fc.integer(), y: fc.integer() });

const plan: fc.Arbitrary<PlanDesign> = fc
  .record({
    id,
    name: label,
    nodes: fc.dictionary(fc.constantFrom('source', 'keep-1', 'pay', 'bands', '合计', 'out'), node, {
      maxKeys: 5,
      noNullPrototype: true,
    }),
    ends: fc.array(fc.tuple(fc.nat(), port, fc.nat(), port), { maxLength: 5 }),
    spots: fc.array(fc.option(spot), { minLength: 5, maxLength: 5 }),
    description: fc.option(label),
    tests: fc.array(
      fc.record({ name: label, expect: fc.constant<Record<string, unknown>[]>([{ rep: 'Ann', pay: 1 }]) }),
      { maxLength: 1 },
    ),
  })
  .map(({ id, name, nodes, ends, spots, description, tests }) => {
    const keys = Object.keys(nodes);
    const edges = new Map<string, Edge>();
    if (keys.length > 0) {
      for (const [a, out, b, into] of ends) {
        const edge = {
          from: { node: keys[a % keys.length]!, port: out },
          to: { node: keys[b % keys.length]!, port: into },
        };
        edges.set(JSON.stringify(edge), edge);
      }
    }
    const layout = Object.fromEntries(keys.flatMap((one, i) => (spots[i] ? [[one, spots[i]]] : [])));
    const header = description === null ? {} : { header: { description } };
    return { kind: 'plan', id, name, nodes, edges: [...edges.values()], layout, tests, ...header };
  });

/** Fields of two kinds on a page that may nest, some in circles, some shown nowhere. */
const form: fc.Arbitrary<FormDesign> = fc
  .record({
    id,
    name: label,
    keys: fc.uniqueArray(fc.constantFrom('amount', 'rate', 'fresh', '金额', 'note'), { maxLength: 5 }),
    formulas: fc.array(fc.constantFrom('amount*2', 'SUM(rate)', 'rate>1 // 金额', 'amount+'), {
      minLength: 5,
      maxLength: 5,
    }),
    parents: fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 5, maxLength: 5 }),
    rules: fc.boolean(),
  })
  .map(({ id, name, keys, formulas, parents, rules }) => {
    const at = (i: number) => `n${i}`;
    const fields = keys.map((key, i): [string, FormDesign['fields'][string]] => [
      key,
      { id: `f${i}`, kind: i % 2 === 0 ? 'number' : 'computed', label: key, visible: formulas[i] ?? '', props: {} },
    ]);
    const nodes = keys.slice(1).map((_, i): [string, FormDesign['nodes'][string]] => {
      const parent = parents[i];
      return [at(i), { order: i, field: `f${i}`, ...(parent === undefined ? {} : { parent: at(parent) }) }];
    });
    return {
      kind: 'form',
      id,
      name,
      fields: Object.fromEntries(fields),
      nodes: Object.fromEntries(nodes),
      rules: rules ? [{ id: 'r', when: 'amount>1', do: 'show', at: ['f0', 'f1'] }] : [],
      checks: [],
      into: [],
      examples: [{ name: '', answers: { amount: 1 }, expect: { visible: ['amount'] } }],
    };
  });

const other = fc
  .record({ kind: fc.constant('dashboard' as const), id, name: label, content: arbitraryJson })
  .map(({ kind, id, name, content }) => ({ kind, id, name, content }));

export const arbitraryProject: fc.Arbitrary<Project> = fc
  .record({
    id,
    name: label,
    locale: fc.constantFrom('en', 'zh-CN'),
    tables: unique(table, 3),
    parameters: unique(parameter, 3),
    designs: fc.uniqueArray(
      fc.oneof({ weight: 4, arbitrary: plan }, { weight: 2, arbitrary: form }, { weight: 1, arbitrary: other }),
      {
        maxLength: 3,
        selector: (one) => one.id,
      },
    ),
  })
  .map((rest) => projectSchema.parse({ format: 'saleswright', version: 2, calendars: [], ...rest }));

/** The same with keys twice, keys formulas cannot say, and edges to nodes that are not there. */
export const flawedProject: fc.Arbitrary<Project> = arbitraryProject.map((project) => {
  const [first] = project.tables;
  const [parameter] = project.parameters;
  return {
    ...project,
    tables: first ? [...project.tables, { ...first, id: 'twin of the first', columns: [...first.columns] }] : [],
    parameters: parameter ? [...project.parameters, { ...parameter, id: 'odd', key: 'not a key' }] : [],
    designs: project.designs.map((design) => {
      if (!isPlan(design)) return design;
      const [node] = Object.keys(design.nodes);
      const hanging = node === undefined ? [] : [{ from: { node, port: 'out' }, to: { node: 'ghost', port: 'in' } }];
      return { ...design, edges: [...design.edges, ...hanging] };
    }),
  };
});
