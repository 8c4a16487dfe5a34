/** What is known of a column, beside its head: counts, extremes, the most frequent values. */
import type { ColumnInfo } from '#core/data/schema.ts';
import type { ColumnStatistics } from '#engine/protocol.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useWords, type Language } from '#ui/language.tsx';
import styles from './column-card.module.css';
import { dataGridWords, type DataGridWords } from './data-grid.words.ts';
import { DistributionBars } from './distribution-bars.tsx';

const cardWidth = 240;

interface ColumnCardProps {
  readonly column: ColumnInfo;
  readonly statistics: ColumnStatistics | undefined;
  /** Pixels from the grid's left edge, and how many there are. */
  readonly left: number;
  readonly room: number;
  readonly language: Language;
}

/** Seen only: the head itself says the same to who listens. */
export function ColumnCard({ column, statistics, left, room, language }: ColumnCardProps) {
  const words = useWords(dataGridWords);
  const texts = column.type === 'text' ? (statistics?.bars.slice(0, 5) ?? []) : [];
  return (
    <div
      className={styles['card']}
      aria-hidden="true"
      style={{ left: Math.max(4, Math.min(left, room - cardWidth - 4)), width: cardWidth }}
    >
      <strong className={styles['name']}>{column.label ?? column.key}</strong>
      <span className={styles['key']}>
        {words.types[column.type]} · {column.key}
      </span>
      {statistics && column.type !== 'text' && <DistributionBars bars={statistics.bars} className={styles['bars']} />}
      {statistics && (
        <ul className={styles['facts']}>
          {statisticsInWords(statistics, column, words, language).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {texts.map((bar) => (
        <span key={bar.label} className={styles['frequent']}>
          <span className={styles['text']}>{bar.label}</span>
          <span>{formatNumber(bar.count, undefined, language)}</span>
        </span>
      ))}
    </div>
  );
}

export function statisticsInWords(
  statistics: ColumnStatistics,
  column: ColumnInfo,
  words: DataGridWords,
  language: Language,
): readonly string[] {
  const say = (value: number) => formatNumber(value, undefined, language);
  const show = (value: number) => formatValue(value, column.type, column.format, language);
  return [
    statistics.distinct === null ? words.many : words.distinct(say(statistics.distinct)),
    words.blanks(say(statistics.blanks)),
    ...(statistics.errors > 0 ? [words.errors(say(statistics.errors))] : []),
    ...(statistics.min !== undefined && statistics.max !== undefined && column.type !== 'boolean'
      ? [words.range(show(statistics.min), show(statistics.max))]
      : []),
    ...(column.type === 'number' && statistics.sum !== undefined && statistics.mean !== undefined
      ? [words.sum(show(statistics.sum)), words.mean(show(statistics.mean))]
      : []),
    ...(column.type === 'boolean' && statistics.sum !== undefined ? [words.truths(say(statistics.sum))] : []),
  ];
}
