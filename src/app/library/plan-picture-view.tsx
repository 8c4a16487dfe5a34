/** Draws a plan's picture: cards with their answers on the canvas' dots, joined by the edge that wraps between the rows. */
import { Icon } from '#ui/icon.tsx';
import { fitText, type PictureNode } from './plan-picture.ts';
import styles from './plan-picture-view.module.css';

const card = { width: 116, height: 60 };
const gap = { x: 24, y: 58 };
const margin = 28;

type Placed = PictureNode & { readonly row: number; readonly column: number };

const leftOf = (node: Placed) => margin + node.column * (card.width + gap.x);
const topOf = (node: Placed) => margin + node.row * (card.height + gap.y);

/** From one card's right side to the next card's left side; into the next row it runs through the gap between the rows. */
function edgePath(from: Placed, to: Placed): string {
  const start = { x: leftOf(from) + card.width, y: topOf(from) + card.height / 2 };
  const end = { x: leftOf(to), y: topOf(to) + card.height / 2 };
  if (from.row === to.row) return `M${start.x} ${start.y}H${end.x}`;
  const between = topOf(from) + card.height + gap.y / 2;
  const right = start.x + 14;
  const left = end.x - 14;
  const r = 9;
  return [
    `M${start.x} ${start.y}H${right - r}Q${right} ${start.y} ${right} ${start.y + r}V${between - r}`,
    `Q${right} ${between} ${right - r} ${between}H${left + r}Q${left} ${between} ${left} ${between + r}`,
    `V${end.y - r}Q${left} ${end.y} ${left + r} ${end.y}H${end.x}`,
  ].join('');
}

interface PlanPictureViewProps {
  readonly nodes: readonly PictureNode[];
  /** Nodes in one row before the next begins. */
  readonly perRow?: number;
  /** What is drawn, in words. */
  readonly label: string;
}

export function PlanPictureView({ nodes: inOrder, perRow = 4, label }: PlanPictureViewProps) {
  const nodes = inOrder.map((node, index): Placed => ({
    ...node,
    row: Math.floor(index / perRow),
    column: index % perRow,
  }));
  const columns = Math.max(1, ...nodes.map((node) => node.column + 1));
  const rows = Math.max(1, ...nodes.map((node) => node.row + 1));
  const width = 2 * margin + columns * card.width + (columns - 1) * gap.x;
  const height = 2 * margin + rows * card.height + (rows - 1) * gap.y;
  return (
    <div className={styles['ground']} role="img" aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles['picture']} aria-hidden="true">
        {nodes.slice(1).map((node, index) => {
          const from = nodes[index];
          return from ? <path key={node.key} d={edgePath(from, node)} className={styles['edge']} /> : null;
        })}
        {nodes.map((node) => (
          <g key={node.key} transform={`translate(${leftOf(node)} ${topOf(node)})`}>
            <rect {...card} rx={9} className={styles['card']} />
            <rect x={10} y={9} width={18} height={18} rx={5} fill={`var(--f-${node.family}-soft)`} />
            <g transform="translate(13 12)" color={`var(--f-${node.family})`}>
              <Icon name={node.icon} size={12} />
            </g>
            <text x={33} y={22} className={styles['name']}>
              {fitText(node.label, card.width - 39)}
            </text>
            {node.value === undefined ? null : (
              <text x={10} y={48} className={styles['value']}>
                {node.value}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
