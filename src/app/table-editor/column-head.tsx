import type { ColumnInfo } from '#core/data/schema.ts';
import type { ColumnStatistics } from '#engine/protocol.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords, type Language } from '#ui/language.tsx';
import { statisticsInWords } from './column-card.tsx';
import styles from './data-grid.module.css';
import { dataGridWords } from './data-grid.words.ts';
import { DistributionBars } from './distribution-bars.tsx';

export function typeIcon(column: Pick<ColumnInfo, 'type' | 'format'>): string {
  if (column.type === 'number')
    return column.format?.kind === 'currency' ? 'coin' : column.format?.kind === 'percent' ? 'percentage' : 'number';
  if (column.type === 'date' || column.type === 'datetime' || column.type === 'time') return 'calendar';
  return column.type === 'boolean' ? 'checkbox' : 'letter-case';
}

interface ColumnHeadProps {
  readonly id: string;
  readonly column: ColumnInfo;
  readonly index: number;
  readonly width: number;
  /** Pixels of columns to the left that are not drawn. */
  readonly gap: number;
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
  readonly onHover: (inside: boolean) => void;
  readonly focused: boolean;
  readonly statistics: ColumnStatistics | undefined;
  readonly language: Language;
}

/** A column's name, type and distribution; pressing it sorts. Keys come from the grid, whose active descendant it is. */
export function ColumnHead(props: ColumnHeadProps) {
  const { id, column, index, width, gap, sorted, onSort, onHover, focused, statistics, language } = props;
  const words = useWords(dataGridWords);
  const label = column.label ?? column.key;
  const number = column.type !== 'text' && column.type !== 'boolean';
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted}
      aria-description={[
        words.types[column.type],
        ...(statistics ? statisticsInWords(statistics, column, words, language) : []),
      ].join(' · ')}
      style={{ width, marginLeft: gap }}
      className={classNames(
        styles['headCell'],
        index === 0 && styles['first'],
        number && styles['number'],
        focused && styles['focused'],
      )}
      onClick={onSort}
      onPointerEnter={(event) => event.pointerType !== 'touch' && onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <span className={styles['headLabel']}>
        <Icon name={typeIcon(column)} size={12} />
        <span className={styles['ellipsis']}>{label}</span>
        {sorted !== 'none' && <Icon name={sorted === 'descending' ? 'sort-descending' : 'sort-ascending'} size={12} />}
      </span>
      <DistributionBars bars={statistics?.bars ?? []} className={styles['bars']} />
    </div>
  );
}
