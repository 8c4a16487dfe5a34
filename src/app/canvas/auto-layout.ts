/** Lays a graph out left to right with dagre, then wraps long chains into lanes like text; pinned nodes stay. */
import type { Edit } from '#core/edit/edit.ts';
import type { GraphDesign, NodePosition } from '#core/project/project.ts';
import { columnStep, nodeHeight, nodeWidth, rowStep } from './graph-edits.ts';

/** Ranks per lane: what stands beside each other at 1440 px before the reader's eye has to travel. */
const laneLength = 4;

export async function autoLayout(design: GraphDesign): Promise<Edit> {
  const { graphlib, layout } = await import('@dagrejs/dagre');
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: rowStep - nodeHeight, ranksep: columnStep - nodeWidth });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of Object.keys(design.nodes).sort()) graph.setNode(node, { width: nodeWidth, height: nodeHeight });
  for (const edge of design.edges)
    if (design.nodes[edge.from.node] && design.nodes[edge.to.node]) graph.setEdge(edge.from.node, edge.to.node);
  layout(graph);
  const placed = Object.keys(design.nodes).map((node) => {
    const { x, y } = graph.node(node) as { x: number; y: number };
    return { node, rank: Math.round((x - nodeWidth / 2) / columnStep), y };
  });
  return { op: 'node.move', design: design.id, positions: wrapLanes(placed, design) };
}

/** Ranks become lanes of at most `laneLength`; the rows of a rank keep dagre's order. */
export function wrapLanes(
  placed: readonly { readonly node: string; readonly rank: number; readonly y: number }[],
  design: Pick<GraphDesign, 'layout'>,
): Record<string, NodePosition> {
  const ranks = new Map<number, { node: string; y: number }[]>();
  for (const one of placed) ranks.set(one.rank, [...(ranks.get(one.rank) ?? []), one]);
  const positions: Record<string, NodePosition> = {};
  let top = 60;
  const sorted = [...ranks.keys()].sort((a, b) => a - b);
  for (let start = 0; start < sorted.length; start += laneLength) {
    const lane = sorted.slice(start, start + laneLength);
    let tallest = 1;
    lane.forEach((rank, column) => {
      const nodes = (ranks.get(rank) ?? []).sort((a, b) => a.y - b.y || (a.node < b.node ? -1 : 1));
      tallest = Math.max(tallest, nodes.length);
      nodes.forEach(({ node }, row) => {
        const old = design.layout[node];
        positions[node] = old?.pinned ? old : { x: 40 + column * columnStep, y: top + row * rowStep };
      });
    });
    top += tallest * rowStep + 40;
  }
  return positions;
}
