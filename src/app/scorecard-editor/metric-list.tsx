/** What is weighed: each metric with its weight, its curve and everybody's average score. */
import { formatNumber } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { NumberField } from '#ui/number-field.tsx';
import type { Metric } from './card-edits.ts';
import { CurvePicture } from './curve-picture.tsx';
import styles from './scorecard-editor.module.css';
import { scorecardWords } from './scorecard-editor.words.ts';
import { mean, type Ranking } from './use-ranking.ts';
import { colourOf } from './weight-bar.tsx';

interface MetricListProps {
  readonly metrics: readonly Metric[];
  readonly ranking: Ranking | null;
  readonly selected: string | undefined;
  readonly onOpen: (metric: Metric) => void;
  readonly onWeight: (metric: Metric, share: number) => void;
  readonly onRemove: (metric: Metric) => void;
}

const score = { kind: 'number', decimals: 1 } as const;

export function MetricList({ metrics, ranking, selected, onOpen, onWeight, onRemove }: MetricListProps) {
  const words = useWords(scorecardWords);
  const { language } = useLanguage();
  const said = (value: number | null) => (value === null ? '–' : formatNumber(value, score, language));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.metric}</th>
          <th scope="col" className={styles.right}>
            {words.weight}
          </th>
          <th scope="col">{words.curveColumn}</th>
          <th scope="col" className={styles.right}>
            {words.mean}
          </th>
          <th>
            <span className="only-read">{words.remove('')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric, index) => (
          <tr key={metric.key} data-selected={metric.node !== undefined && metric.node === selected}>
            <th scope="row">
              <button
                type="button"
                className={styles.open}
                aria-label={words.edit(metric.label)}
                onClick={() => onOpen(metric)}
              >
                <span className={styles.dot} style={{ background: colourOf(index) }} />
                {metric.label}
              </button>
            </th>
            <td className={styles.right}>
              <NumberField
                label={words.weightOf(metric.label)}
                hideLabel
                className={styles.weightField}
                value={metric.weight}
                min={0}
                max={1}
                step={0.01}
                format={{ kind: 'percent', decimals: 0 }}
                onCommit={(share) => share !== undefined && onWeight(metric, share)}
              />
            </td>
            <td>{metric.curve && <CurvePicture curve={metric.curve} width={48} height={24} />}</td>
            <td className={styles.right}>
              {said(mean(ranking?.rows.map((one) => one.scores.get(metric.key) ?? null) ?? []))}
            </td>
            <td>
              <IconButton icon="x" size="small" label={words.remove(metric.label)} onClick={() => onRemove(metric)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td className={styles.right}>
            {formatNumber(
              metrics.reduce((sum, one) => sum + one.weight, 0),
              { kind: 'percent', decimals: 0 },
              language,
            )}
          </td>
          <td />
          <td className={styles.right}>{said(ranking?.mean ?? null)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
