/** A whole graph as small tiles in the places they have on the canvas: places are between 0 and 1. */
import type { NodeFamily } from '#core/contracts/node-kind.ts';

export interface ThumbnailNode {
  readonly family: NodeFamily;
  readonly x: number;
  readonly y: number;
}

interface ThumbnailViewProps {
  readonly nodes: readonly ThumbnailNode[];
  readonly edges: readonly (readonly [from: number, to: number])[];
  readonly width: number;
  readonly height: number;
}

const tile = { width: 26, height: 15 };
const margin = 14;

export function ThumbnailView({ nodes, edges, width, height }: ThumbnailViewProps) {
  const left = (node: ThumbnailNode) => margin + node.x * (width - 2 * margin - tile.width);
  const top = (node: ThumbnailNode) => margin + node.y * (height - 2 * margin - tile.height);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height="100%"
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {edges.map(([from, to], index) => {
        const a = nodes[from];
        const b = nodes[to];
        if (!a || !b) return null;
        const start = { x: left(a) + tile.width, y: top(a) + tile.height / 2 };
        const end = { x: left(b), y: top(b) + tile.height / 2 };
        const bend = Math.max(10, Math.abs(end.x - start.x) / 2);
        const path = `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
        return <path key={index} d={path} fill="none" stroke="var(--c-mute)" strokeWidth={1.25} />;
      })}
      {nodes.map((node, index) => (
        <g key={index} transform={`translate(${left(node)} ${top(node)})`}>
          <rect {...tile} rx={4} fill="var(--surface)" stroke="var(--line-strong)" />
          <rect x={4} y={4} width={7} height={7} rx={2} fill={`var(--f-${node.family})`} />
          <rect x={14} y={6} width={8} height={3} rx={1.5} fill="var(--c-mute)" />
        </g>
      ))}
    </svg>
  );
}
