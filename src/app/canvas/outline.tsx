/** The same graph as an ordered list: for reading, for screen readers, and with every action of the canvas. */
import type { Edge } from '#core/project/project.ts';
import { formatHeadline, formatNumber } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { canvasWords } from './canvas.words.ts';
import styles from './canvas.module.css';
import lines from './outline.module.css';
import type { NodeView } from './node-view.ts';

export interface OutlineProps {
  /** In reading order. */
  readonly views: readonly NodeView[];
  readonly edges: readonly Edge[];
  readonly selected: readonly string[];
  readonly onSelect: (nodes: readonly string[]) => void;
  readonly onRemove: (nodes: readonly string[], edges: readonly Edge[]) => void;
  readonly onDuplicate: (nodes: readonly string[]) => void;
  readonly onConnectMenu: (node: string) => void;
}

export function Outline({ views, edges, selected, onSelect, onRemove, onDuplicate, onConnectMenu }: OutlineProps) {
  const words = useWords(canvasWords);
  const { language } = useLanguage();
  const labelOf = (node: string) => views.find((view) => view.node === node)?.label ?? node;
  return (
    <div className={lines.outline} tabIndex={0} role="region" aria-label={words.outline}>
      <ol>
        {views.map((view) => {
          const reads = edges.filter((edge) => edge.to.node === view.node).map((edge) => labelOf(edge.from.node));
          return (
            <li
              key={view.node}
              className={lines.line}
              data-selected={selected.includes(view.node)}
              data-node={view.node}
            >
              <span className={styles.tile} data-family={view.family}>
                <Icon name={view.icon} size={14} />
              </span>
              <span>
                <button
                  type="button"
                  className={lines.lineName}
                  aria-pressed={selected.includes(view.node)}
                  onClick={() => onSelect([view.node])}
                >
                  {view.label}
                </button>
                <span className={lines.lineReads}>
                  {view.inputs.length > 0 &&
                    `${words.reads} ${reads.length > 0 ? reads.join(language === 'en' ? ', ' : '、') : words.nothing}`}
                </span>
              </span>
              <span className={lines.lineValue}>
                {view.value === undefined ? '–' : formatHeadline(view.value, view.format, language)}
                {view.rows !== undefined && view.rows !== view.value && (
                  <span className={lines.lineReads}> {words.rows(formatNumber(view.rows, undefined, language))}</span>
                )}
              </span>
              <span className={lines.lineTools}>
                {view.outputs.length > 0 && (
                  <IconButton
                    icon="arrow-right"
                    label={`${words.connect} (${view.label})`}
                    onClick={() => onConnectMenu(view.node)}
                  />
                )}
                <IconButton
                  icon="copy"
                  label={`${words.duplicate} ${view.label}`}
                  onClick={() => onDuplicate([view.node])}
                />
                <IconButton
                  icon="trash"
                  label={`${words.remove} ${view.label}`}
                  onClick={() => onRemove([view.node], [])}
                />
              </span>
              {view.problem && <span className={lines.lineProblem}>{view.problem.words}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
