/** A name for what a project means: equal where results must be equal, whatever was moved on the canvas or noted beside it. */
import { isDecision, isForm, isGraph, type Design, type Project } from './project.ts';
import { sha256OfText } from './sha-256.ts';

/**
 * 64 hexadecimal digits. Left out: layout, notes, tests, the order of tables, parameters, designs, nodes, edges and of keys in objects, how files
 * were read and where rows are kept. The order of columns counts: it is the order of what comes out.
 */
export function semanticHash(project: Project): string {
  return sha256OfText(canonical(meaning(project)));
}

function meaning(project: Project): unknown {
  return {
    ...project,
    calendars: byId(project.calendars),
    tables: byId(project.tables).map(({ data: _data, source: _source, ...table }) => table),
    parameters: byId(project.parameters),
    designs: byId(project.designs).map(meaningOfDesign),
  };
}

function meaningOfDesign(design: Design): unknown {
  if (isForm(design)) {
    const { examples: _examples, ...form } = design;
    return form;
  }
  if (isDecision(design)) {
    const { tryOn: _tryOn, ...decision } = design;
    return decision;
  }
  if (!isGraph(design)) {
    const { layout: _layout, tests: _tests, ...other } = design;
    return other;
  }
  const { layout: _layout, tests: _tests, ...rest } = design;
  const nodes = Object.entries(design.nodes).map(([key, { note: _note, ...node }]) => [key, node]);
  return { ...rest, nodes: Object.fromEntries(nodes), edges: design.edges.map(canonical).sort(byCode) };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => byCode(a.id, b.id));
}
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with sorted keys and without white space. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => byCode(a, b));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
