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

const margin = 16;

/** Fewer nodes, larger tiles. */
const tileOf = (count: number) => (count <= 14 ? { width: 44, height: 22 } : { width: 26, height: 14 });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge that leads back to the left runs through the gap between the rows, as on the canvas. */
function edgePath(start: Point, end: Point, tall: number): string {
  if (end.x >= start.x) {
    const bend = (end.x - start.x) / 2;
    return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
  }
  const between = end.y > start.y ? Math.max((start.y + end.y) / 2, end.y - tall * 0.8) : (start.y + end.y) / 2;
  return `M${start.x} ${start.y}H${start.x + 8}V${between}H${end.x - 8}V${end.y}H${end.x}`;
}

export function ThumbnailView({ nodes, edges, width, height }: ThumbnailViewProps) {
  const tile = tileOf(nodes.length);
  const left = (node: ThumbnailNode) => margin + node.x * (width - 2 * margin - tile.width);
  const top = (node: ThumbnailNode) => margin + node.y * (height - 2 * margin - tile.height);
  const mark = tile.height / 2 - 1;
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
        const path = edgePath(start, { x: left(b), y: top(b) + tile.height / 2 }, tile.height);
        return (
          <path key={index} d={path} fill="none" stroke="var(--c-mute)" strokeWidth={1.25} strokeLinejoin="round" />
        );
      })}
      {nodes.map((node, index) => (
        <g key={index} transform={`translate(${left(node)} ${top(node)})`}>
          <rect {...tile} rx={5} fill="var(--surface)" stroke="var(--line-strong)" />
          <rect
            x={(tile.height - mark) / 2}
            y={(tile.height - mark) / 2}
            width={mark}
            height={mark}
            rx={mark / 4}
            fill={`var(--f-${node.family}-soft)`}
            stroke={`var(--f-${node.family})`}
          />
          <rect
            x={tile.height}
            y={tile.height / 2 - 1.5}
            width={tile.width - tile.height - 5}
            height={3}
            rx={1.5}
            fill="var(--c-mute)"
          />
        </g>
      ))}
    </svg>
  );
}
