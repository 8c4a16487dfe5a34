/** What acting on a graph means, as edits: one path for pointer, keyboard, menu and outline. */
import { compile } from '#core/compile/compile.ts';
import { explainTypes } from '#core/compile/connections.ts';
import type { Compiled } from '#core/compile/compiled.ts';
import type { Catalog } from '#core/contracts/catalog.ts';
import { graphKinds, type GraphKind } from '#core/contracts/graph-kinds.ts';
import type { Port, TableShape } from '#core/contracts/node-kind.ts';
import { customersPort } from '#core/contracts/step-kind.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { applyEdits } from '#core/edit/apply.ts';
import type { Edit } from '#core/edit/edit.ts';
import { freeKey } from '#core/project/new-key.ts';
import {
  isJourney,
  isPlan,
  type DesignNode,
  type Edge,
  type GraphDesign,
  type NodePosition,
  type Project,
} from '#core/project/project.ts';

/** The grid nodes are placed on: a node's width and height with the space between two. */
export const nodeWidth = 172;
export const nodeHeight = 118;
export const columnStep = 216;
export const rowStep = 150;

export interface Graph {
  readonly project: Project;
  readonly design: GraphDesign;
  readonly catalog: Catalog;
  /** Of a plan: what reaches and leaves each node. */
  readonly compiled: Compiled | undefined;
  /** Of a journey: what every step's formulas may name. */
  readonly columns?: readonly ColumnInfo[];
}

const kindOf = (graph: Graph, node: string): GraphKind | undefined =>
  graphKinds(graph.catalog, graph.design).get(graph.design.nodes[node]?.kind ?? '');

export interface Added {
  readonly edits: readonly Edit[];
  readonly node: string;
}

/** True where the output of a node may feed a port: by types, and by the table itself where it is known. */
function feeds(graph: Graph, from: Edge['from'], input: Port): boolean {
  const kind = kindOf(graph, from.node);
  if (!kind?.outputs.some((port) => port.key === from.port)) return false;
  const shape = graph.compiled?.nodes[from.node]?.outputs[from.port];
  return explainTypes({ label: from.node, kind, port: from.port, shape }, { label: '', port: input }) === null;
}

/** A node of the kind, connected after `after` where it fits, its props suggested from what reaches it. Without a place it goes to the right. */
export function addNode(
  graph: Graph,
  kind: GraphKind,
  where: { readonly after?: string; readonly at?: NodePosition; readonly table?: string },
): Added {
  const { design } = graph;
  const node = freeKey(kind.words.en.label, Object.keys(design.nodes), kind.kind);
  const output = where.after === undefined ? undefined : freeOutput(graph, where.after);
  const after = where.after ?? '';
  const input = output ? kind.inputs.find((port) => feeds(graph, { node: after, port: output.key }, port)) : undefined;
  const edge: Edge | undefined =
    where.after !== undefined && output && input
      ? { from: { node: where.after, port: output.key }, to: { node, port: input.key } }
      : undefined;
  const at = where.at ?? freePlace(design, where.after);
  const value: DesignNode = {
    kind: kind.kind,
    version: kind.version,
    props: suggestedProps(graph, kind, edge ? [edge] : [], where.table),
  };
  return {
    node,
    edits: [
      { op: 'node.add', design: design.id, node, value, at },
      ...(edge ? [{ op: 'edge.add', design: design.id, edge } as const] : []),
    ],
  };
}

/** The port that what is added next follows: the first; in a journey, where each way leads to one step, the first that leads nowhere yet. */
function freeOutput(graph: Graph, node: string): Port | undefined {
  const outputs = kindOf(graph, node)?.outputs ?? [];
  if (!isJourney(graph.design)) return outputs[0];
  return outputs.find(
    (port) => !graph.design.edges.some((edge) => edge.from.node === node && edge.from.port === port.key),
  );
}

/** The kind's defaults, its table and column props filled from the project and from what the edges bring. */
export function suggestedProps(
  graph: Graph,
  kind: GraphKind,
  edges: readonly Edge[],
  table?: string,
): Record<string, unknown> {
  const props = structuredClone(kind.defaults) as Record<string, unknown>;
  for (const field of kind.inspector) {
    if (field.control !== 'table') continue;
    const chosen = table ?? unusedTable(graph) ?? graph.project.tables[0]?.key;
    if (chosen !== undefined) props[field.prop] = chosen;
  }
  if (!kind.suggest) return props;
  const inputs: Record<string, TableShape[]> = graph.columns
    ? { [customersPort]: [{ step: '', columns: graph.columns }] }
    : {};
  for (const edge of edges) {
    const shape = graph.compiled?.nodes[edge.from.node]?.outputs[edge.from.port];
    if (shape) (inputs[edge.to.port] ??= []).push(shape);
  }
  return kind.suggest(props, inputs) as Record<string, unknown>;
}

function unusedTable(graph: Graph): string | undefined {
  const used = new Set(
    Object.values(graph.design.nodes).flatMap((node) =>
      Object.values(node.props).filter((value) => typeof value === 'string'),
    ),
  );
  return graph.project.tables.find((table) => !used.has(table.key))?.key;
}

/** To the right of a node, or below everything, and never on top of another. */
export function freePlace(design: GraphDesign, after: string | undefined): NodePosition {
  const places = Object.values(design.layout);
  const base = after === undefined ? undefined : design.layout[after];
  const start = base
    ? { x: base.x + columnStep, y: base.y }
    : { x: 40, y: places.length === 0 ? 60 : Math.max(...places.map((one) => one.y)) + rowStep };
  const { x } = start;
  let { y } = start;
  const taken = () => places.some((one) => Math.abs(one.x - x) < nodeWidth && Math.abs(one.y - y) < nodeHeight);
  while (taken()) y += rowStep;
  return { x, y };
}

/** Connecting also refreshes props that were never touched: columns found by role in what now arrives. A single port gives up its old edge. */
export function connect(graph: Graph, edge: Edge): readonly Edit[] {
  const { design } = graph;
  const target = design.nodes[edge.to.node];
  const kind = kindOf(graph, edge.to.node);
  const port = kind?.inputs.find((one) => one.key === edge.to.port);
  // In a journey people take one way out of a port; in a plan one table comes into a port.
  const old = isJourney(design)
    ? design.edges.filter((one) => one.from.node === edge.from.node && one.from.port === edge.from.port)
    : port?.many
      ? []
      : design.edges.filter((one) => one.to.node === edge.to.node && one.to.port === edge.to.port);
  const edits: Edit[] = [
    ...old.map((one): Edit => ({ op: 'edge.remove', design: design.id, edge: one })),
    { op: 'edge.add', design: design.id, edge },
  ];
  if (!target || !kind?.suggest || isJourney(design)) return edits;
  const incoming = [...design.edges.filter((one) => one.to.node === edge.to.node && !old.includes(one)), edge];
  return suggestBelow(graph, edge.to.node, [...edits, ...suggestionsFor(graph, edge.to.node, incoming)]);
}

/** Props of a node that nobody has touched, found anew in what its edges bring. */
function suggestionsFor(graph: Graph, node: string, incoming: readonly Edge[]): readonly Edit[] {
  const value = graph.design.nodes[node];
  const kind = kindOf(graph, node);
  if (!value || !kind?.suggest) return [];
  return Object.entries(suggestedProps(graph, kind, incoming)).flatMap(([prop, wanted]): Edit[] =>
    isUntouched(value.props[prop], kind, prop) && JSON.stringify(wanted) !== JSON.stringify(value.props[prop])
      ? [{ op: 'node.prop', design: graph.design.id, node, path: [prop], value: wanted }]
      : [],
  );
}

/** What was connected before there was anything to read finds its columns as soon as the table above it comes to be. */
function suggestBelow(graph: Graph, from: string, edits: readonly Edit[]): readonly Edit[] {
  const all = [...edits];
  const after = (): Graph | null => {
    const { project } = applyEdits(graph.project, all, graph.catalog);
    const design = project.designs.find((one) => one.id === graph.design.id);
    return design && isPlan(design)
      ? { ...graph, project, design, compiled: compile(project, graph.catalog, design.id) }
      : null;
  };
  let now = after();
  if (!now) return all;
  const below = new Set([from]);
  for (const node of readingOrder(now.design)) {
    const incoming: readonly Edge[] = now.design.edges.filter((edge) => edge.to.node === node);
    if (!incoming.some((edge) => below.has(edge.from.node))) continue;
    below.add(node);
    const found = suggestionsFor(now, node, incoming);
    if (found.length === 0) continue;
    all.push(...found);
    now = after() ?? now;
  }
  return all;
}

function isUntouched(value: unknown, kind: GraphKind, prop: string): boolean {
  const initial = (kind.defaults as Record<string, unknown>)[prop];
  return value === undefined || value === '' || JSON.stringify(value) === JSON.stringify(initial);
}

/** A node dropped on an edge stands between its ends, where the ports fit. */
export function insertOnEdge(graph: Graph, kind: GraphKind, edge: Edge, at: NodePosition): Added | null {
  const { design } = graph;
  const from = kindOf(graph, edge.from.node)?.outputs.find((port) => port.key === edge.from.port);
  const to = kindOf(graph, edge.to.node)?.inputs.find((port) => port.key === edge.to.port);
  const input = from && kind.inputs.find((port) => feeds(graph, edge.from, port));
  const output =
    to &&
    kind.outputs.find(
      (port) => explainTypes({ label: '', kind, port: port.key, shape: undefined }, { label: '', port: to }) === null,
    );
  if (!input || !output) return null;
  const node = freeKey(kind.words.en.label, Object.keys(design.nodes), kind.kind);
  const first: Edge = { from: edge.from, to: { node, port: input.key } };
  const second: Edge = { from: { node, port: output.key }, to: edge.to };
  const value: DesignNode = { kind: kind.kind, version: kind.version, props: suggestedProps(graph, kind, [first]) };
  const id = design.id;
  return {
    node,
    edits: [
      { op: 'edge.remove', design: id, edge },
      { op: 'node.add', design: id, node, value, at },
      { op: 'edge.add', design: id, edge: first },
      { op: 'edge.add', design: id, edge: second },
    ],
  };
}

/** Copies nodes with the edges among them, beside the originals. */
export function duplicate(
  graph: Graph,
  nodes: readonly string[],
): { readonly edits: readonly Edit[]; readonly nodes: readonly string[] } {
  const { design } = graph;
  const names = new Map<string, string>();
  const taken = new Set(Object.keys(design.nodes));
  const edits: Edit[] = [];
  for (const old of nodes) {
    const value = design.nodes[old];
    if (!value) continue;
    const node = freeKey(old, taken);
    taken.add(node);
    names.set(old, node);
    const place = design.layout[old] ?? freePlace(design, undefined);
    edits.push({
      op: 'node.add',
      design: design.id,
      node,
      value: structuredClone(value),
      at: { x: place.x + 32, y: place.y + 40 },
    });
  }
  for (const edge of design.edges) {
    const from = names.get(edge.from.node);
    const to = names.get(edge.to.node);
    if (from !== undefined && to !== undefined)
      edits.push({
        op: 'edge.add',
        design: design.id,
        edge: { from: { node: from, port: edge.from.port }, to: { node: to, port: edge.to.port } },
      });
  }
  return { edits, nodes: [...names.values()] };
}

/** Removes nodes; a chain through one removed node is joined again where the ports fit. */
export function removeNodes(graph: Graph, nodes: readonly string[]): readonly Edit[] {
  const { design } = graph;
  const edits: Edit[] = nodes
    .filter((node) => design.nodes[node])
    .map((node) => ({ op: 'node.remove', design: design.id, node }));
  if (nodes.length !== 1) return edits;
  const into = design.edges.filter((edge) => edge.to.node === nodes[0]);
  const out = design.edges.filter((edge) => edge.from.node === nodes[0]);
  const before = into.length === 1 ? into[0] : undefined;
  const outputOf = before && kindOf(graph, before.from.node)?.outputs.find((port) => port.key === before.from.port);
  if (!before || !outputOf) return edits;
  // Of several ways out of a step the one in goes on by the first.
  for (const edge of isJourney(design) ? out.slice(0, 1) : out) {
    const inputOf = kindOf(graph, edge.to.node)?.inputs.find((port) => port.key === edge.to.port);
    if (inputOf && feeds(graph, before.from, inputOf))
      edits.push({ op: 'edge.add', design: design.id, edge: { from: before.from, to: edge.to } });
  }
  return edits;
}

/** Nodes in reading order: sources first, each after what feeds it; ties by place on the canvas, then by key. */
export function readingOrder(design: GraphDesign): readonly string[] {
  const left = new Set(Object.keys(design.nodes));
  const order: string[] = [];
  const place = (node: string) => design.layout[node] ?? { x: 0, y: 0 };
  const compare = (a: string, b: string) => place(a).y - place(b).y || place(a).x - place(b).x || (a < b ? -1 : 1);
  while (left.size > 0) {
    const ready = [...left].filter(
      (node) =>
        !design.edges.some((edge) => edge.to.node === node && edge.from.node !== node && left.has(edge.from.node)),
    );
    const next = (ready.length > 0 ? ready : [...left]).sort(compare)[0];
    if (next === undefined) break;
    left.delete(next);
    order.push(next);
  }
  return order;
}
