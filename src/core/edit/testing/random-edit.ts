/** Edits made of random numbers and of what a project has at the moment: most fit, some must be refused. */
import fc from 'fast-check';
import { arbitraryJson } from '../../project/testing/arbitrary-project.ts';
import { isForm, isPlan, type PlanDesign, type Project } from '../../project/project.ts';
import type { Edit } from '../edit.ts';

export interface EditSeed {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly key: string;
  readonly value: unknown;
}

export const editSeed: fc.Arbitrary<EditSeed> = fc.record({
  op: fc.nat(999),
  a: fc.nat(20),
  b: fc.nat(20),
  c: fc.nat(20),
  key: fc.constantFrom('deals', 'amount', 'rate', '金额', 'fresh', 'bands', 'pay', 'ghost', 'not a key', '__proto__'),
  value: arbitraryJson,
});

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

type Make = (project: Project, seed: EditSeed) => Edit;

const planOf = (project: Project, n: number): PlanDesign | undefined => pick(project.designs.filter(isPlan), n);
const nodeOf = (project: Project, { a, b }: EditSeed): { design: string; node: string } => {
  const plan = planOf(project, a);
  return { design: plan?.id ?? 'none', node: pick(Object.keys(plan?.nodes ?? {}), b) ?? 'none' };
};
const tableOf = (project: Project, n: number) => pick(project.tables, n);
const columnOf = (project: Project, { a, b }: EditSeed): { table: string; column: string } => {
  const table = tableOf(project, a);
  return { table: table?.id ?? 'none', column: pick(table?.columns ?? [], b)?.id ?? 'none' };
};
const formOf = (project: Project, { a, b }: EditSeed) => {
  const form = pick(project.designs.filter(isForm), a);
  return { design: form?.id ?? 'none', node: pick(Object.keys(form?.nodes ?? {}), b) ?? 'none', form };
};
const id = ({ b, c }: EditSeed): string => `id${b}-${c}`;

const makers: readonly Make[] = [
  (project, seed) => {
    const { design } = formOf(project, seed);
    const field = { id: id(seed), kind: 'text', label: '', default: 'amount', props: { value: seed.value } };
    const parent = seed.c % 3 === 0 ? { parent: 'n1' } : {};
    const place = { order: seed.b, ...parent, field: field.id };
    return seed.c % 4 === 0
      ? { op: 'field.add', design, node: id(seed), place: { order: seed.b, kind: 'section' } }
      : { op: 'field.add', design, node: id(seed), place, field: { key: seed.key, value: field } };
  },
  (project, seed) => {
    const { design, node } = formOf(project, seed);
    return { op: 'field.remove', design, node };
  },
  (project, seed) => {
    const { design, node, form } = formOf(project, seed);
    const parent = pick([null, ...Object.keys(form?.nodes ?? {})], seed.c) ?? null;
    return { op: 'field.move', design, node, parent, order: seed.c / 2 };
  },
  (project, seed) => {
    const { design, form } = formOf(project, seed);
    const field = pick(Object.values(form?.fields ?? {}), seed.c);
    return { op: 'rename', what: 'field', design, id: field?.id ?? 'none', to: seed.key };
  },
  (_project, { value, a }) => ({ op: 'project.set', patch: { name: JSON.stringify(value).slice(0, 20 + a) } }),
  (_project, seed) => ({
    op: 'table.add',
    table: { id: id(seed), key: seed.key, label: '', columns: [{ id: 'c', key: 'x', label: '', type: 'number' }] },
    index: seed.a,
  }),
  (project, seed) => ({ op: 'table.remove', table: tableOf(project, seed.a)?.id ?? 'none' }),
  (project, seed) => ({ op: 'table.move', table: tableOf(project, seed.a)?.id ?? 'none', index: seed.b }),
  (project, seed) => {
    const table = tableOf(project, seed.a);
    const chunks = table?.data?.chunks ?? [];
    const at = seed.b % (chunks.length + 1);
    const take = chunks.slice(at, at + (seed.c % 3));
    const next = seed.c % 7 === 0 ? 'ghost' : (chunks[at + take.length] ?? null);
    const rows = Math.max(-(table?.data?.rows ?? 0), seed.c - 3);
    return { op: 'table.rows', table: table?.id ?? 'none', swaps: [{ at, take, put: [`k${seed.b}`], next }], rows };
  },
  (project, seed) => ({
    op: 'table.set',
    table: tableOf(project, seed.a)?.id ?? 'none',
    patch: seed.b % 2 === 0 ? { label: 'New', data: null } : { grain: ['x'], source: { value: seed.value } },
  }),
  (project, seed) => ({
    op: 'column.add',
    table: tableOf(project, seed.a)?.id ?? 'none',
    column: { id: id(seed), key: seed.key, label: 'L', type: 'text' },
    index: seed.c,
  }),
  (project, seed) => ({ op: 'column.remove', ...columnOf(project, seed) }),
  (project, seed) => ({
    op: 'column.set',
    ...columnOf(project, seed),
    patch: seed.c % 2 === 0 ? { format: null, label: 'l' } : { role: 'amount', type: 'number' },
  }),
  (project, seed) => {
    const { table, column } = columnOf(project, seed);
    return { op: 'rename', what: 'column', table, id: column, to: seed.key };
  },
  (project, seed) => ({ op: 'rename', what: 'table', id: tableOf(project, seed.a)?.id ?? 'none', to: seed.key }),
  (_project, seed) => ({
    op: 'parameter.add',
    parameter: { id: id(seed), key: seed.key, label: '', type: 'number', value: seed.a },
    index: seed.c,
  }),
  (project, seed) => ({ op: 'parameter.remove', parameter: pick(project.parameters, seed.a)?.id ?? 'none' }),
  (project, seed) => ({
    op: 'parameter.set',
    parameter: pick(project.parameters, seed.a)?.id ?? 'none',
    patch: seed.b % 2 === 0 ? { value: seed.c, min: null } : { max: 10, step: seed.c - 1 },
  }),
  (project, seed) => ({
    op: 'rename',
    what: 'parameter',
    id: pick(project.parameters, seed.a)?.id ?? 'none',
    to: seed.key,
  }),
  (_project, seed) => ({
    op: 'design.add',
    design: { kind: 'plan', id: id(seed), name: 'New', nodes: {}, edges: [], layout: {}, tests: [] },
    index: seed.a,
  }),
  (project, seed) => ({ op: 'design.remove', design: pick(project.designs, seed.a)?.id ?? 'none' }),
  (project, seed) => ({ op: 'design.move', design: pick(project.designs, seed.a)?.id ?? 'none', index: seed.b }),
  (project, seed) => {
    const paths = [
      ['name'],
      ['tests'],
      ['header', 'description'],
      ['header'],
      ['content', seed.key],
      ['tests', seed.c],
    ];
    const value = seed.value === null ? {} : { value: seed.value };
    return {
      op: 'design.set',
      design: pick(project.designs, seed.a)?.id ?? 'none',
      path: pick(paths, seed.b) ?? [],
      ...value,
    };
  },
  (project, seed) => ({
    op: 'node.add',
    design: planOf(project, seed.a)?.id ?? 'none',
    node: seed.key,
    value: { kind: 'rate-bands', props: { bands: [] } },
    ...(seed.b % 2 === 0 ? { at: { x: seed.b, y: seed.c } } : {}),
  }),
  (project, seed) => ({ op: 'node.remove', ...nodeOf(project, seed) }),
  (project, seed) => ({
    op: 'node.set',
    ...nodeOf(project, seed),
    patch: seed.c % 2 === 0 ? { label: 'Label', note: null } : { note: 'n', version: 2, label: null },
  }),
  (project, seed) => {
    const paths = [
      ['bands', seed.c % 4],
      ['bands', seed.c % 4, 'rate'],
      ['bands'],
      ['table'],
      ['more', seed.key],
      [],
      [seed.key],
    ];
    const path = pick(paths, seed.op) ?? [];
    const last = path.at(-1);
    const value = seed.value === null ? {} : { value: seed.value };
    const index = typeof last === 'number' && seed.b % 3 === 0 ? { index: last } : {};
    return { op: 'node.prop', ...nodeOf(project, seed), path, ...value, ...index };
  },
  (project, seed) => {
    const { design, node } = nodeOf(project, seed);
    const second = nodeOf(project, { ...seed, b: seed.b + 1 }).node;
    const positions =
      seed.c % 3 === 0
        ? { [node]: null }
        : { [node]: { x: seed.b, y: seed.c }, [second]: { x: 1, y: 1, pinned: true } };
    return { op: 'node.move', design, positions };
  },
  (project, seed) => {
    const { design, node } = nodeOf(project, seed);
    const to = nodeOf(project, { ...seed, b: seed.c }).node;
    return { op: 'edge.add', design, edge: { from: { node, port: 'out' }, to: { node: to, port: 'in' } } };
  },
  (project, seed) => {
    const plan = planOf(project, seed.a);
    const none = { from: { node: 'none', port: 'out' }, to: { node: 'none', port: 'in' } };
    return { op: 'edge.remove', design: plan?.id ?? 'none', edge: pick(plan?.edges ?? [], seed.b) ?? none };
  },
  (project, seed) => {
    const { design, node } = nodeOf(project, seed);
    return { op: 'rename', what: 'node', design, id: node, to: seed.key };
  },
];

export function editFrom(project: Project, seed: EditSeed): Edit {
  const make = pick(makers, seed.op)!;
  if (seed.c !== 20) return make(project, seed);
  return { op: 'batch', edits: [make(project, seed), editFrom(project, { ...seed, op: seed.op + 7, c: 3 })] };
}
