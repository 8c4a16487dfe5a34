import type { Format } from '#core/data/column.ts';
import type { BandLine } from '#core/execute/trace.ts';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import styles from './results.module.css';
import look from './trace.module.css';
import { resultsWords } from './results.words.ts';

/** The bands an amount ran through: what fell in each, its rate, what it earned. */
export function BandLines({
  lines,
  format,
  measured,
}: {
  readonly lines: readonly BandLine[];
  readonly format: Format | undefined;
  readonly measured: 'value' | 'ratio';
}) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const percent: Format = { kind: 'percent', decimals: 1 };
  const money: Format = { kind: 'number', decimals: 2 };
  const edge = (value: number) =>
    formatNumber(value, measured === 'ratio' ? { kind: 'percent', decimals: 0 } : format, language);
  const paid = lines.filter((line) => line.on !== 0 || line.amount !== 0);
  return (
    <table className={look.bandTable}>
      <tbody>
        {(paid.length > 0 ? paid : lines.slice(0, 1)).map((line) => (
          <tr key={line.from}>
            <td>
              {line.label ||
                (line.to === null ? `${edge(line.from)} ${words.upTo}` : `${edge(line.from)} – ${edge(line.to)}`)}
              {line.retroactive && <span className={look.retro}>{words.retroactive}</span>}
            </td>
            <td className={styles.right}>
              {formatNumber(line.on, money, language)}
              {line.rate !== null && ` × ${formatNumber(line.rate, percent, language)}`}
            </td>
            <td className={styles.right}>
              <b>{formatNumber(line.amount, money, language)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
