/** Asked by the canvas while a connection is drawn: would it make sense, and if not, why. */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { isPlan, type Edge, type Project } from '../project/project.ts';
import { compile } from './compile.ts';
import type { Compiled } from './compiled.ts';
import { edgesInto, explainTypes, labelOf } from './connections.ts';
import { closesCircle, orderNodes } from './order-nodes.ts';

/**
 * Null where the connection may be made. A port that holds one connection and is asked for a second answers with a *warning*: the canvas may replace
 * the first. `compiled`: the design as compiled now, where it is at hand.
 */
export function explainConnection(
  project: Project,
  catalog: Catalog,
  designId: string,
  from: Edge['from'],
  to: Edge['to'],
  compiled?: Compiled,
): Problem | null {
  const design = project.designs.find((one) => one.id === designId);
  if (!design) return problem('compile.unknown-design', { design: designId });
  if (!isPlan(design)) return problem('compile.not-a-plan', { design: design.name }, { design: designId });
  const at = { design: designId, node: to.node };
  const label = (key: string) => labelOf(design, key, catalog, project.locale);
  for (const end of [from, to])
    if (!Object.hasOwn(design.nodes, end.node)) return problem('project.edge-without-node', { node: end.node }, at);
  if (from.node === to.node) return problem('compile.to-itself', { node: label(to.node) }, at);

  const sourceKind = catalog.nodes.get(design.nodes[from.node]?.kind ?? '');
  const targetKind = catalog.nodes.get(design.nodes[to.node]?.kind ?? '');
  // Nodes of kinds this version does not know keep their connections; nothing can be said about new ones.
  if (!sourceKind || !targetKind) return null;
  const input = targetKind.inputs.find((port) => port.key === to.port);
  const output = sourceKind.outputs.find((port) => port.key === from.port);
  if (!input) {
    const own = targetKind.outputs.find((port) => port.key === to.port);
    if (own) return problem('compile.wrong-way', { node: label(to.node), port: own.words }, at);
    return problem('project.edge-without-port', to, at);
  }
  if (!output) {
    const own = sourceKind.inputs.find((port) => port.key === from.port);
    if (own) return problem('compile.wrong-way', { node: label(from.node), port: own.words }, at);
    return problem('project.edge-without-port', from, at);
  }
  if (closesCircle(design, from.node, to.node)) {
    const closed = { ...design, edges: [...design.edges, { from, to }] };
    const circle = orderNodes(closed).circles.find((keys) => keys.includes(from.node) && keys.includes(to.node));
    return problem('compile.cycle', { nodes: (circle ?? [from.node, to.node]).map(label) }, at);
  }
  const known = compiled ?? compile(project, catalog, designId);
  const shape = known.nodes[from.node]?.outputs[from.port];
  const types = explainTypes(
    { label: label(from.node), kind: sourceKind, port: from.port, shape },
    { label: label(to.node), port: input },
  );
  if (types) return { ...types, at };
  const others = edgesInto(design, to.node, to.port);
  if (others.some((edge) => edge.from.node === from.node && edge.from.port === from.port))
    return problem('project.duplicate-edge', { from: label(from.node), to: label(to.node) }, at);
  if (!input.many && others.length > 0)
    return problem('compile.port-taken', { node: label(to.node), port: input.words }, at, { severity: 'warning' });
  return null;
}
