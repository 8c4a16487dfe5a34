/** Pay along the measure, as a picture: cliffs with open and filled dots, people as ticks on the axis, the marginal line dashed. */
import { largestJump, justBelow, type CurvePoint, type PayCurve } from '#core/execute/pay-curve.ts';
import { formatNumber, type ShownFormat } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import styles from './bands.module.css';
import { bandsWords, countWords } from './bands.words.ts';
import { labelsWithRoom, niceTicks } from './chart-scale.ts';
import type { BandAnswers } from './use-band-study.ts';

const width = 320;
const height = 204;
const left = 40;
const right = 302;
const floor = 180;
const ceiling = 20;
const boxWidth = 150;

interface PayChartProps {
  readonly answers: BandAnswers;
  readonly curve: PayCurve;
  readonly edgeText: (measure: number) => string;
  readonly payText: (pay: number, signed?: boolean) => string;
}

export function PayChart({ answers, curve, edgeText, payText }: PayChartProps) {
  const words = useWords(bandsWords);
  const counted = useWords(countWords);
  const { language } = useLanguage();
  const { marginal, measures, study } = answers;
  const points = [...curve.lines, ...(marginal?.lines ?? [])].flat();
  const top = Math.max(0, ...points.map((one) => one.pay));
  const low = Math.min(0, ...points.map((one) => one.pay));
  const x = (measure: number) => left + ((measure - curve.from) / (curve.to - curve.from)) * (right - left);
  const y = (pay: number) => floor - ((pay - low) / (top - low || 1)) * (floor - ceiling);
  const path = (line: readonly CurvePoint[]) =>
    line.map((one, index) => `${index === 0 ? 'M' : 'L'}${place(x(one.measure))} ${place(y(one.pay))}`).join('');
  const cliff = largestJump(curve);
  const edges = curve.lines
    .flatMap((line) => [line[0]?.measure, line.at(-1)?.measure])
    .filter((one) => one !== undefined);
  const starts = curve.jumps.map((one) => one.at);
  const half = (curve.to - curve.from) / 3 + curve.from;
  const bends = (marginal ?? curve).lines.flatMap((line) => line.map((one) => one.measure));
  const few = bends.length <= 12 ? bends : [];
  const ticks = labelsWithRoom([...starts, curve.from, curve.to, ...few, ...edges, half], x, 30);
  const compact: ShownFormat = { kind: 'number' };
  const jumps = curve.jumps.map((one) => {
    const text = { at: edgeText(one.at), by: payText(one.by, true) };
    return one.by > 0 ? words.cliff(text.at, text.by) : words.drop(text.at, text.by);
  });
  const inView = measures.filter((one) => one >= curve.from && one <= curve.to);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={styles.chart}
      role="img"
      aria-label={words.chartLabel(jumps.length === 0 ? words.noCliffs : `${jumps.join('; ')}.`)}
    >
      {niceTicks(top, 4).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={314} y1={y(tick)} y2={y(tick)} stroke="var(--c-grid)" />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end" className={styles.axis}>
            {formatNumber(tick, compact, language, { compact: true })}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={196} textAnchor="middle" className={styles.axis}>
          {edgeText(tick)}
        </text>
      ))}
      {inView.length > 0 && (
        <path
          d={[...new Set(inView.map((one) => place(x(one))))].map((at) => `M${at} ${floor - 5}V${floor}`).join('')}
          stroke="var(--c-axis)"
          opacity={0.55}
        />
      )}
      {marginal?.lines.map((line, index) => (
        <path key={index} d={path(line)} fill="none" stroke="var(--c-axis)" strokeWidth={1.25} strokeDasharray="3 3" />
      ))}
      {curve.lines.map((line, index) => (
        <path key={index} d={path(line)} fill="none" stroke="var(--accent)" strokeWidth={2.25} />
      ))}
      {curve.jumps.map((jump) => {
        const closed = study.tie === 'lower-in' ? jump.after : jump.before;
        return (
          <g key={jump.at}>
            <line
              x1={x(jump.at)}
              x2={x(jump.at)}
              y1={y(jump.before)}
              y2={y(jump.after)}
              stroke="var(--f-limit)"
              strokeWidth={2}
              strokeDasharray="2.5 2.5"
            />
            {[jump.before, jump.after].map((pay) => (
              <circle
                key={pay}
                cx={x(jump.at)}
                cy={y(pay)}
                r={3.5}
                fill={pay === closed ? 'var(--accent)' : 'var(--surface)'}
                stroke="var(--accent)"
                strokeWidth={2}
              />
            ))}
          </g>
        );
      })}
      {cliff && <CliffLabel {...{ cliff, answers, edgeText, payText }} x={x(cliff.at)} y={y(cliff.after)} />}
      {marginal && (
        <text x={312} y={y(marginal.lines.at(-1)?.at(-1)?.pay ?? 0) + 46} className={styles.axis} textAnchor="end">
          {words.ifMarginal}
        </text>
      )}
    </svg>
  );

  function CliffLabel(label: {
    readonly cliff: NonNullable<ReturnType<typeof largestJump>>;
    readonly x: number;
    readonly y: number;
  }) {
    const { cliff: jump } = label;
    const near = justBelow(measures, jump.at, study.percent ? 0.1 : Math.abs(jump.at) * 0.1);
    const said = answers.complete && near > 0;
    const who = counted(formatNumber(near, undefined, language), near === 1, study.onePerPerson);
    const at = label.x - boxWidth - 16 > left ? label.x - boxWidth - 16 : Math.min(label.x + 12, width - boxWidth - 2);
    const head = jump.by > 0 ? words.cliff : words.drop;
    const tall = said ? 36 : 22;
    const above = Math.max(2, label.y - 26);
    return (
      <g aria-hidden="true">
        <rect x={at} y={above} width={boxWidth} height={tall} rx={6} fill="var(--f-limit-soft)" />
        <text x={at + 7} y={above + 15} className={styles.cliff} fontWeight={600}>
          {head(edgeText(jump.at), payText(jump.by, true))}
        </text>
        {said && (
          <text x={at + 7} y={above + 30} className={styles.cliff}>
            {(study.percent ? words.near : words.nearShare)(who)}
          </text>
        )}
      </g>
    );
  }
}

const place = (value: number) => Math.round(value * 10) / 10;
