/** Everybody by place, with the move since the saved weights, what the score is made of, and the way to ask why. */
import { classNames } from '#ui/class-names.ts';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import type { Metric } from './card-edits.ts';
import styles from './scorecard-editor.module.css';
import { scorecardWords } from './scorecard-editor.words.ts';
import type { Ranked, Ranking } from './use-ranking.ts';
import { colourOf } from './weight-bar.tsx';

interface RankingListProps {
  readonly metrics: readonly Metric[];
  readonly ranking: Ranking;
  readonly onWhy: (row: Ranked) => void;
}

const score = { kind: 'number', decimals: 1 } as const;

export function RankingList({ metrics, ranking, onWhy }: RankingListProps) {
  const words = useWords(scorecardWords);
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, score, language);
  const most = Math.max(100, ...ranking.rows.map((one) => one.total ?? 0));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.right}>
            {words.rank}
          </th>
          <th scope="col">{words.change}</th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.parts}</th>
          <th scope="col" className={styles.right}>
            {words.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.rows.map((one) => (
          <tr key={one.person}>
            <td className={styles.right}>{one.rank ?? '–'}</td>
            <td>
              <Move before={one.before} now={one.rank} />
            </td>
            <th scope="row">{one.person}</th>
            <td>
              <span className={styles.parts} role="img" aria-label={partsText(metrics, one, number, words.missing)}>
                {metrics.map((metric, index) => (
                  <span
                    key={metric.key}
                    title={`${metric.label}: ${pointsText(one, metric, number, words.missing)}`}
                    style={{
                      width: `${((one.points.get(metric.key) ?? 0) / most) * 100}%`,
                      background: colourOf(index),
                    }}
                  />
                ))}
              </span>
            </td>
            <td className={styles.right}>
              {one.total === null ? (
                <span className={styles.quiet}>–</span>
              ) : (
                <button
                  type="button"
                  className={styles.why}
                  aria-label={words.why(one.person, number(one.total))}
                  onClick={() => onWhy(one)}
                >
                  {number(one.total)}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function pointsText(one: Ranked, metric: Metric, number: (value: number) => string, missing: string): string {
  const points = one.points.get(metric.key);
  return typeof points === 'number' ? number(points) : missing;
}

function partsText(metrics: readonly Metric[], one: Ranked, number: (value: number) => string, missing: string) {
  return metrics.map((metric) => `${metric.label} ${pointsText(one, metric, number, missing)}`).join(', ');
}

function Move({ before, now }: { readonly before: number | null; readonly now: number | null }) {
  const words = useWords(scorecardWords);
  const places = before === null || now === null ? 0 : before - now;
  if (places === 0)
    return (
      <span className={styles.quiet} role="img" aria-label={words.same}>
        –
      </span>
    );
  const up = places > 0;
  return (
    <span
      className={classNames(styles.move, up ? styles.up : styles.down)}
      role="img"
      aria-label={up ? words.up(places) : words.down(-places)}
    >
      {up ? '▲' : '▼'} {Math.abs(places)}
    </span>
  );
}
