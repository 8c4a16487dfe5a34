/** A curve in small or in full: the score over the value, its points, and where people stand on it. */
import { useId } from 'react';
import { formatNumber, type ShownFormat } from '#ui/format-value.ts';
import { useLanguage } from '#ui/language.tsx';
import { scorecardWords } from './scorecard-editor.words.ts';
import styles from './curve-picture.module.css';

export interface CurveShown {
  readonly points: readonly { readonly at: number; readonly score: number }[];
  readonly steps: boolean;
}

interface CurvePictureProps {
  readonly curve: CurveShown;
  readonly width: number;
  readonly height: number;
  /** Values of people, drawn as ticks. */
  readonly people?: readonly number[];
  readonly format?: ShownFormat | undefined;
  /** With axes and labels; without: a small picture beside words that say the same. */
  readonly full?: boolean;
}

const round = (value: number) => Math.round(value * 10) / 10;

export function CurvePicture({ curve, width, height, people = [], format, full = false }: CurvePictureProps) {
  const { language } = useLanguage();
  const title = useId();
  const points = [...curve.points].sort((a, b) => a.at - b.at);
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return null;
  const pad = full ? { left: 34, right: 12, top: 10, bottom: 24 } : { left: 2, right: 2, top: 3, bottom: 3 };
  const span = last.at - first.at || 1;
  const low = first.at - span * 0.12;
  const high = last.at + span * 0.12;
  const top = Math.max(...points.map((one) => one.score), 1);
  const x = (at: number) =>
    round(pad.left + ((Math.min(high, Math.max(low, at)) - low) / (high - low)) * (width - pad.left - pad.right));
  const y = (score: number) => round(height - pad.bottom - (score / top) * (height - pad.top - pad.bottom));
  const start = curve.steps ? 0 : first.score;
  const path = [
    `M${x(low)} ${y(start)}`,
    ...points.map((one) => (curve.steps ? `H${x(one.at)} V${y(one.score)}` : `L${x(one.at)} ${y(one.score)}`)),
    `H${x(high)}`,
  ];
  if (!curve.steps) path.splice(1, 0, `H${x(first.at)}`);
  const number = (value: number) => formatNumber(value, format, language);
  const score = (value: number) => formatNumber(value, { kind: 'number', decimals: 1 }, language);
  const labelled = points.length > 6 ? [first, last] : points;
  if (!full)
    return (
      <svg className={styles.curve} width={width} height={height} aria-hidden="true">
        <path d={path.join(' ')} />
      </svg>
    );
  return (
    <svg className={styles.curve} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title}>
      <title id={title}>
        {scorecardWords[language].curve(points.map((one) => `${number(one.at)} → ${score(one.score)}`).join(', '))}
      </title>
      {[0, top / 2, top].map((line) => (
        <g key={line}>
          <line className={styles.grid} x1={pad.left} x2={width - pad.right} y1={y(line)} y2={y(line)} />
          <text x={pad.left - 6} y={y(line) + 4} textAnchor="end">
            {formatNumber(line, { kind: 'number', decimals: 0 }, language)}
          </text>
        </g>
      ))}
      {labelled.map((one) => (
        <text key={one.at} x={x(one.at)} y={height - 8} textAnchor="middle">
          {number(one.at)}
        </text>
      ))}
      {people.map((value, index) => (
        <line
          key={index}
          className={styles.person}
          x1={x(value)}
          x2={x(value)}
          y1={height - pad.bottom}
          y2={height - pad.bottom - 8}
        />
      ))}
      <path d={path.join(' ')} />
      {points.map((one) => (
        <circle key={one.at} cx={x(one.at)} cy={y(one.score)} r={3.5} />
      ))}
    </svg>
  );
}
