import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '#ui/class-names.ts';
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { formatHeadline, formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Sparkline } from '#ui/sparkline.tsx';
import type { Port } from '#core/contracts/node-kind.ts';
import { canvasWords } from './canvas.words.ts';
import styles from './canvas.module.css';
import type { NodeView } from './node-view.ts';

export type GraphNodeData = { readonly view: NodeView; readonly fits: Readonly<Record<string, boolean>> | null };
export type CanvasNode = Node<GraphNodeData, 'card'>;

/** The card of a node: what it is, its own answer live, what changed, what is wrong. */
export const GraphNode = memo(function GraphNode({ data, selected }: NodeProps<CanvasNode>) {
  const { view, fits } = data;
  const { language } = useLanguage();
  const words = useWords(canvasWords);
  const rows = view.rows === undefined ? '' : words.rows(formatNumber(view.rows, undefined, language));
  const isRows = view.format === undefined && view.value === view.rows;
  // “rows” before “232 rows” says nothing.
  const unit = rows.endsWith(view.unit) ? '' : view.unit;
  const under = isRows ? view.unit || rows.replace(/^[\d,.\s]+/, '') : [unit, rows].filter(Boolean).join(' · ');
  return (
    <div
      className={classNames(
        styles.node,
        selected && styles.selected,
        view.stale && styles.stale,
        view.lit === true && styles.lit,
        view.lit === false && styles.dim,
      )}
    >
      {view.inputs.map((port, index) => (
        <PortHandle key={port.key} port={port} side="in" top={22 + index * 26} fits={fits?.[port.key]} />
      ))}
      <div className={styles.head}>
        <span className={styles.tile} data-family={view.family}>
          <Icon name={view.icon} size={14} />
        </span>
        <span className={styles.name} title={view.label}>
          {view.label}
        </span>
      </div>
      <div className={styles.answer}>
        <span className={styles.big} data-testid="answer">
          {view.value === undefined ? '–' : formatHeadline(view.value, view.format, language)}
        </span>
        <span className={styles.spark} data-family={view.family}>
          {view.spark.length > 1 && (
            <Sparkline
              values={view.spark}
              shape={view.format?.kind === 'percent' ? 'bars' : 'line'}
              colour={`var(--f-${view.family})`}
            />
          )}
        </span>
      </div>
      <div className={styles.unit} title={under}>
        {under}
      </div>
      {view.flow && <FlowBar flow={view.flow} />}
      <div className={classNames(styles.difference, view.flow && styles.noDifference)}>
        {typeof view.before === 'number' && typeof view.value === 'number' && (
          <DifferenceChip before={view.before} after={view.value} {...(view.format ? { format: view.format } : {})} />
        )}
      </div>
      {view.problem && (
        <div
          className={classNames(styles.problem, view.problem.severity === 'error' && styles.bad)}
          title={view.problem.words}
        >
          <Icon name="alert-triangle" size={14} />
          <span className={styles.ellipsis}>{view.problem.words}</span>
        </div>
      )}
      {view.outputs.map((port, index) => (
        <PortHandle key={port.key} port={port} side="out" top={22 + index * 26} named={view.namePorts ?? false} />
      ))}
    </div>
  );
});

/** Out, waiting, failed: a bar in shares, and the counts in words. */
function FlowBar({ flow }: { readonly flow: NonNullable<NodeView['flow']> }) {
  const words = useWords(canvasWords);
  const { language } = useLanguage();
  const parts = (['out', 'waiting', 'failed'] as const).filter((part) => flow[part] > 0);
  return (
    <div className={styles.flow}>
      <div className={styles.flowBar} aria-hidden="true">
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: flow[part] }} />
        ))}
      </div>
      <div className={styles.flowCounts}>
        {parts.map((part) => (
          <span key={part}>
            <i data-part={part} aria-hidden="true" />
            <b>{formatNumber(flow[part], undefined, language)}</b> {words[part]}
          </span>
        ))}
      </div>
    </div>
  );
}

function PortHandle({
  port,
  side,
  top,
  fits,
  named = false,
}: {
  port: Port & { label: string };
  side: 'in' | 'out';
  top: number;
  fits?: boolean | undefined;
  /** Its name stands beside it. */
  named?: boolean;
}) {
  return (
    <Handle
      id={port.key}
      type={side === 'in' ? 'target' : 'source'}
      position={side === 'in' ? Position.Left : Position.Right}
      className={classNames(styles.port, fits === true && styles.fits, fits === false && styles.fitsNot)}
      style={{ top }}
      title={port.label}
      data-port={port.key}
    >
      <span className={styles.shape} data-shape={port.type} />
      {named && <span className={styles.portName}>{port.label}</span>}
    </Handle>
  );
}
