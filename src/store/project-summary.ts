/** What the list of projects shows without opening any of them. */
import { formTree } from '#core/project/form-tree.ts';
import { isForm, isGraph, type Project } from '#core/project/project.ts';

export interface ProjectSummary {
  readonly name: string;
  readonly counts: {
    readonly tables: number;
    readonly rows: number;
    readonly parameters: number;
    readonly designs: number;
    readonly nodes: number;
  };
  readonly thumbnail: Thumbnail;
}

/** The first graph in small: places between 0 and 1 in both directions, and edges as pairs of indexes of nodes. */
export interface Thumbnail {
  readonly nodes: readonly { readonly kind: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export function summarise(project: Project): ProjectSummary {
  const graphs = project.designs.filter(isGraph);
  return {
    name: project.name,
    counts: {
      tables: project.tables.length,
      rows: project.tables.reduce((sum, table) => sum + (table.data?.rows ?? 0), 0),
      parameters: project.parameters.length,
      designs: project.designs.length,
      nodes: graphs.reduce((sum, graph) => sum + Object.keys(graph.nodes).length, 0),
    },
    thumbnail: thumbnail(project),
  };
}

const mostNodes = 60;

function thumbnail(project: Project): Thumbnail {
  const plan = project.designs.find(isGraph);
  if (!plan) return thumbnailOfForm(project);
  const placed = Object.entries(plan.nodes)
    .slice(0, mostNodes)
    .map(([key, node], index) => ({ key, kind: node.kind, ...(plan.layout[key] ?? { x: index * 240, y: 0 }) }));
  const along = (axis: 'x' | 'y'): ((value: number) => number) => {
    const all = placed.map((node) => node[axis]);
    const low = Math.min(...all);
    const span = Math.max(...all) - low;
    return (value) => (span === 0 ? 0.5 : Math.round(((value - low) / span) * 1000) / 1000);
  };
  const x = along('x');
  const y = along('y');
  const indexes = new Map(placed.map((node, index) => [node.key, index]));
  return {
    nodes: placed.map((node) => ({ kind: node.kind, x: x(node.x), y: y(node.y) })),
    edges: plan.edges.flatMap((edge) => {
      const from = indexes.get(edge.from.node);
      const to = indexes.get(edge.to.node);
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  };
}

/** A form in small: its fields in reading order, column after column. */
function thumbnailOfForm(project: Project): Thumbnail {
  const form = project.designs.find(isForm);
  const items = form ? formTree(form).items.slice(0, mostNodes) : [];
  const tall = items.length > 15 ? Math.ceil(items.length / 5) : 4;
  const columns = Math.ceil(items.length / tall);
  const part = (at: number, of: number) => (of < 2 ? 0.5 : at / (of - 1));
  return {
    nodes: items.map(({ kind }, i) => ({ kind, x: part(Math.floor(i / tall), columns), y: part(i % tall, tall) })),
    edges: [],
  };
}

/** Chunks that a document or an edit names, wherever in it. */
export function chunksNamedIn(value: unknown): string[] {
  const found = new Set<string>();
  const look = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (!Array.isArray(one) && 'rows' in one && 'chunks' in one && Array.isArray(one.chunks)) {
      for (const id of one.chunks as unknown[]) if (typeof id === 'string') found.add(id);
    }
    if ('take' in one && 'put' in one && Array.isArray(one.take) && Array.isArray(one.put)) {
      for (const id of [...one.take, ...one.put] as unknown[]) if (typeof id === 'string') found.add(id);
    }
    for (const inner of Object.values(one)) look(inner);
  };
  look(value);
  return [...found];
}
