/** The live pay curve of a rate table, and its twin as a table. */
import { useState } from 'react';
import type { PayCurve } from '#core/execute/pay-curve.ts';
import { formatNumber, type ShownFormat } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { useNodeEditing } from '../node-editing.ts';
import { shownAmount } from '../read-amount.ts';
import styles from './bands.module.css';
import { bandsWords } from './bands.words.ts';
import { PayChart } from './pay-chart.tsx';
import { useBandStudy } from './use-band-study.ts';

export function PaySection() {
  const { currency, design, language, node } = useNodeEditing();
  const words = useWords(bandsWords);
  const answers = useBandStudy(design.id, node);
  const [asTable, setAsTable] = useState(false);
  if (!answers) return null;
  const { curve, study, base } = answers;
  const format = study.payColumn?.format;
  const money: ShownFormat =
    format?.kind === 'currency'
      ? { ...format, decimals: 0 }
      : currency === undefined
        ? { kind: 'number', decimals: 0 }
        : { kind: 'currency', currency, decimals: 0 };
  const payText = (pay: number, signed = false) =>
    formatNumber(pay, Math.abs(pay) < 100 && pay !== 0 ? { ...money, decimals: 2 } : money, language, { signed });
  const edgeText = (measure: number) =>
    study.percent
      ? shownAmount(Number(measure.toFixed(4)), 'percent', language)
      : formatNumber(measure, undefined, language, { compact: true });
  const title = { quota: words.medianQuota, target: words.medianTarget, itself: words.payAlong }[study.means];
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {base !== null && <span className={styles.quiet}>{formatNumber(base, money, language)}</span>}
        <span className={styles.space} />
        {curve && (
          <IconButton
            size="small"
            icon={asTable ? 'chart-line' : 'table'}
            label={asTable ? words.asChart : words.asTable}
            onClick={() => setAsTable(!asTable)}
          />
        )}
      </div>
      {!curve ? (
        <p className={styles.quiet}>{words.noCurve}</p>
      ) : asTable ? (
        <CurveTable curve={curve} edgeText={edgeText} payText={payText} />
      ) : (
        <>
          <PayChart answers={answers} curve={curve} edgeText={edgeText} payText={payText} />
          {study.onePerPerson && (
            <p className={styles.note}>{answers.marginal ? words.chartNote : words.chartNoteAlone}</p>
          )}
        </>
      )}
    </section>
  );
}

interface CurveTableProps {
  readonly curve: PayCurve;
  readonly edgeText: (measure: number) => string;
  readonly payText: (pay: number, signed?: boolean) => string;
}

function CurveTable({ curve, edgeText, payText }: CurveTableProps) {
  const words = useWords(bandsWords);
  const rows = curve.lines.flatMap((line, lineIndex) =>
    line.flatMap((point, index) => {
      const jump = index === 0 ? curve.jumps.find((one) => one.at === point.measure) : undefined;
      const again = index === line.length - 1 && lineIndex < curve.lines.length - 1;
      return again ? [] : [{ ...point, jump }];
    }),
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          <th scope="col" className={styles.right}>
            {words.justBelow}
          </th>
          <th scope="col" className={styles.right}>
            {words.payFrom}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row" className={styles.plain}>
              {edgeText(row.measure)}
            </th>
            <td className={styles.right}>{row.jump ? payText(row.jump.before) : ''}</td>
            <td className={styles.right}>
              {payText(row.pay)}
              {row.jump ? ` (${payText(row.jump.by, true)})` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
