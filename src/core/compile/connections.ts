/** Which edges reach which port, and what is wrong with them. */
import type { Catalog } from '../contracts/catalog.ts';
import { graphKinds } from '../contracts/graph-kinds.ts';
import type { NodeKind, Port, TableShape } from '../contracts/node-kind.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Edge, GraphDesign } from '../project/project.ts';
import { byCodeUnits } from './order-nodes.ts';

/** The label people see on a node. */
export function labelOf(design: GraphDesign, key: string, catalog: Catalog, locale: 'en' | 'zh-CN'): string {
  const node = design.nodes[key];
  return node?.label ?? (node && graphKinds(catalog, design).get(node.kind)?.words[locale].label) ?? key;
}

/** The edges that reach a port, by the keys of the nodes they come from. */
export function edgesInto(design: Pick<GraphDesign, 'edges'>, node: string, port: string): readonly Edge[] {
  return design.edges
    .filter((edge) => edge.to.node === node && edge.to.port === port)
    .sort((a, b) => byCodeUnits(a.from.node, b.from.node) || byCodeUnits(a.from.port, b.from.port));
}

/** Why an output cannot feed an input, judged by their types and, where it is known, by the table itself. */
export function explainTypes(
  from: {
    readonly label: string;
    readonly kind: Pick<NodeKind, 'outputs'>;
    readonly port: string;
    readonly shape: TableShape | undefined;
  },
  to: { readonly label: string; readonly port: Port },
): Problem | null {
  const output = from.kind.outputs.find((port) => port.key === from.port);
  if (!output) return null;
  const params = { node: to.label, port: to.port.words, from: from.label };
  if ((output.type === 'number') !== (to.port.type === 'number')) return problem('compile.port-types', params);
  if (to.port.type === 'people' && output.type === 'rows' && from.shape && !namesPeople(from.shape))
    return problem('compile.needs-people', params);
  return null;
}

/** A table that says who each row is for. */
function namesPeople(shape: TableShape): boolean {
  return shape.columns.some((column) => column.role === 'person');
}
