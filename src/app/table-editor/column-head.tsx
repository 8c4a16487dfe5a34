import type { ColumnInfo } from '#core/data/schema.ts';
import type { ColumnStatistics } from '#engine/protocol.ts';
import { classNames } from '#ui/class-names.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords, type Language } from '#ui/language.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import styles from './data-grid.module.css';
import { dataGridWords } from './data-grid.words.ts';

export function typeIcon(column: Pick<ColumnInfo, 'type' | 'format'>): string {
  if (column.type === 'number')
    return column.format?.kind === 'currency' ? 'coin' : column.format?.kind === 'percent' ? 'percentage' : 'number';
  if (column.type === 'date' || column.type === 'datetime' || column.type === 'time') return 'calendar';
  return column.type === 'boolean' ? 'checkbox' : 'letter-case';
}

interface ColumnHeadProps {
  readonly column: ColumnInfo;
  readonly first: boolean;
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
  readonly statistics: ColumnStatistics | undefined;
  readonly language: Language;
}

export function ColumnHead({ column, first, sorted, onSort, statistics, language }: ColumnHeadProps) {
  const words = useWords(dataGridWords);
  const label = column.label ?? column.key;
  const most = Math.max(1, ...(statistics?.bars.map((bar) => bar.count) ?? []));
  const number = column.type !== 'text' && column.type !== 'boolean';
  return (
    <div
      role="columnheader"
      aria-sort={sorted}
      className={classNames(styles.headCell, first && styles.first, number && styles.number)}
    >
      <Tooltip label={statistics ? inWords(statistics, column, words, language) : label}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.headButton}
          aria-label={words.sortBy(label)}
          onClick={onSort}
        >
          <span className={styles.headLabel}>
            <Icon name={typeIcon(column)} size={12} />
            <span className={styles.ellipsis}>{label}</span>
            {sorted !== 'none' && (
              <Icon name={sorted === 'descending' ? 'sort-descending' : 'sort-ascending'} size={12} />
            )}
          </span>
          <svg className={styles.bars} viewBox="0 0 48 12" preserveAspectRatio="none" aria-hidden="true">
            {statistics?.bars.map((bar, index) => (
              <rect
                key={index}
                x={index * 4}
                width={3}
                y={12 - (12 * bar.count) / most}
                height={(12 * bar.count) / most}
              />
            ))}
          </svg>
        </button>
      </Tooltip>
    </div>
  );
}

function inWords(
  statistics: ColumnStatistics,
  column: ColumnInfo,
  words: (typeof dataGridWords)['en'],
  language: Language,
): string {
  const say = (value: number) => formatNumber(value, undefined, language);
  const show = (value: number) => formatValue(value, column.type, column.format, language);
  return [
    statistics.distinct === null ? words.many : words.distinct(say(statistics.distinct)),
    words.blanks(say(statistics.blanks)),
    ...(statistics.errors > 0 ? [words.errors(say(statistics.errors))] : []),
    ...(statistics.min !== undefined && statistics.max !== undefined
      ? [words.range(show(statistics.min), show(statistics.max))]
      : []),
    ...(column.type === 'number' && statistics.sum !== undefined && statistics.mean !== undefined
      ? [words.sum(show(statistics.sum)), words.mean(show(statistics.mean))]
      : []),
  ].join(' · ');
}
