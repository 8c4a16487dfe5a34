/** What is wrong with a journey as a graph: nobody comes in, steps nobody reaches, ways that lead nowhere, loops in which no time passes. */
import type { Catalog } from '../contracts/catalog.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { freeKey } from '../project/new-key.ts';
import type { JourneyDesign } from '../project/project.ts';
import { labelOf } from './connections.ts';
import { orderNodes } from './order-nodes.ts';

export function journeyShape(journey: JourneyDesign, catalog: Catalog, locale: 'en' | 'zh-CN'): Problem[] {
  const problems: Problem[] = [];
  const label = (key: string) => labelOf(journey, key, catalog, locale);
  const kindOf = (key: string) => catalog.steps.get(journey.nodes[key]?.kind ?? '');
  const keys = Object.keys(journey.nodes).sort();
  const starts = keys.filter((key) => kindOf(key)?.inputs.length === 0);
  if (keys.length > 0 && starts.length === 0)
    problems.push(problem('compile.no-entry', { journey: journey.name }, { design: journey.id }));

  const reached = new Set<string>();
  const open = [...starts, ...journey.header.exits.flatMap((exit) => exit.then ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    for (const edge of journey.edges) if (edge.from.node === key) open.push(edge.to.node);
  }
  for (const key of keys) {
    const kind = kindOf(key);
    const at = { design: journey.id, node: key };
    if (!kind) continue;
    if (starts.length > 0 && !reached.has(key))
      problems.push(problem('compile.unreachable-step', { step: label(key) }, at, { severity: 'warning' }));
    for (const port of kind.outputs) {
      const edges = journey.edges.filter((edge) => edge.from.node === key && edge.from.port === port.key);
      if (edges.length > 1) {
        const params = { step: label(key), port: port.words };
        const remove = edges.slice(1).map((edge) => ({ op: 'edge.remove', design: journey.id, edge }));
        const words = {
          en: `Keep the one to ${label(edges[0]?.to.node ?? '')}`,
          'zh-CN': `只保留连到${label(edges[0]?.to.node ?? '')}的`,
        };
        problems.push(problem('compile.port-branches', params, at, { fix: { label: words, edits: remove } }));
      }
      if (edges.length > 0 || kind.open?.includes(port.key)) continue;
      const only = kind.outputs.length === 1;
      const params = { step: label(key), port: port.words, only };
      problems.push(problem('compile.open-port', params, at, { severity: 'warning', ...endThere(key, port.key) }));
    }
  }

  const busy = Object.fromEntries(Object.entries(journey.nodes).filter(([key]) => !kindOf(key)?.waits));
  for (const circle of orderNodes({ nodes: busy, edges: journey.edges }).circles) {
    const at = { design: journey.id, node: circle[0] ?? '' };
    problems.push(problem('compile.loop-without-wait', { steps: circle.map(label) }, at));
  }
  return problems;

  /** An end of the journey behind a port: the first kind without outputs. */
  function endThere(node: string, port: string) {
    const end = [...catalog.steps.values()].find((kind) => kind.outputs.length === 0);
    if (!end) return {};
    const key = freeKey(end.words.en.label, Object.keys(journey.nodes), end.kind);
    const place = journey.layout[node] ?? { x: 40, y: 60 };
    const value = { kind: end.kind, version: end.version, props: end.defaults };
    const at = { x: place.x + 216, y: place.y + 150 };
    return {
      fix: {
        label: { en: 'End there', 'zh-CN': '在此结束' },
        edits: [
          { op: 'node.add', design: journey.id, node: key, value, at },
          { op: 'edge.add', design: journey.id, edge: { from: { node, port }, to: { node: key, port: 'in' } } },
        ],
      },
    };
  }
}
