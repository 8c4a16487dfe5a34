/** Asked by the canvas while a way between two steps is drawn: would it make sense, and if not, why. */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Edge, JourneyDesign } from '../project/project.ts';
import { labelOf } from './connections.ts';

/** Null where it may be made; loops are allowed. A port that leads elsewhere already answers with a *warning*: the canvas may replace the way. */
export function explainStepConnection(
  design: JourneyDesign,
  catalog: Catalog,
  locale: 'en' | 'zh-CN',
  { from, to }: Edge,
): Problem | null {
  const at = { design: design.id, node: to.node };
  const label = (key: string) => labelOf(design, key, catalog, locale);
  for (const end of [from, to])
    if (!Object.hasOwn(design.nodes, end.node)) return problem('project.edge-without-node', { node: end.node }, at);
  if (from.node === to.node) return problem('compile.to-itself', { node: label(to.node) }, at);
  const source = catalog.steps.get(design.nodes[from.node]?.kind ?? '');
  const target = catalog.steps.get(design.nodes[to.node]?.kind ?? '');
  // Steps of kinds this version does not know keep their ways; nothing can be said about new ones.
  if (!source || !target) return null;
  if (!target.inputs.some((port) => port.key === to.port)) {
    const own = target.outputs.find((port) => port.key === to.port);
    if (own) return problem('compile.wrong-way', { node: label(to.node), port: own.words }, at);
    return problem('project.edge-without-port', to, at);
  }
  const output = source.outputs.find((port) => port.key === from.port);
  if (!output) {
    const own = source.inputs.find((port) => port.key === from.port);
    if (own) return problem('compile.wrong-way', { node: label(from.node), port: own.words }, at);
    return problem('project.edge-without-port', from, at);
  }
  const others = design.edges.filter((edge) => edge.from.node === from.node && edge.from.port === from.port);
  if (others.some((edge) => edge.to.node === to.node && edge.to.port === to.port))
    return problem('project.duplicate-edge', { from: label(from.node), to: label(to.node) }, at);
  if (others.length > 0)
    return problem('compile.port-branches', { step: label(from.node), port: output.words }, at, {
      severity: 'warning',
    });
  return null;
}
