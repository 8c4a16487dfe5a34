/** What a change did to one number: `▲ 3.2% +18,356`. Always 20 px high, so that nothing jumps while it is computed. */
import styles from './chip.module.css';
import { classNames } from './class-names.ts';
import { formatNumber, type ShownFormat } from './format-value.ts';
import { useWords } from './language.tsx';

export interface Difference {
  readonly direction: 'up' | 'down' | 'unchanged';
  /** After minus before. */
  readonly delta: number;
  /** The share of what was before; absent where that was zero, the sign changed, or more than tenfold says nothing. */
  readonly share?: number;
}

/** Differences smaller than what anyone could be paid (a thousandth, or 1e-9 of the value) are noise of binary fractions. */
export function differenceOf(before: number, after: number): Difference {
  const delta = after - before;
  const noise = Math.max(Math.abs(before), Math.abs(after)) * 1e-9;
  if (!(Math.abs(delta) > noise)) return { direction: 'unchanged', delta: 0 };
  const direction = delta > 0 ? 'up' : 'down';
  if (before === 0 || before * after < 0) return { direction, delta };
  const share = Math.abs(delta / before);
  return share > 10 ? { direction, delta } : { direction, delta, share };
}

interface DifferenceChipProps {
  readonly before: number;
  readonly after: number;
  /** How the number itself is shown; money is written without its symbol, which stands on the number beside it. */
  readonly format?: ShownFormat | undefined;
  /** Neither more nor less is good here (weights, counts): grey. */
  readonly neutral?: boolean | undefined;
  /** Words after the numbers, such as “2 more”. */
  readonly note?: string | undefined;
}

const words = {
  en: { unchanged: 'unchanged', up: 'more', down: 'less', points: 'pts' },
  'zh-CN': { unchanged: '未变', up: '增加', down: '减少', points: '个百分点' },
};
const languageOf = { en: 'en', 'zh-CN': 'zh-CN' } as const;

function deltaFormat(format: ShownFormat | undefined, delta: number): ShownFormat {
  if (format?.kind === 'currency') return { kind: 'number', decimals: Math.abs(delta) >= 1000 ? 0 : 2 };
  return format ?? { kind: 'number', decimals: Number.isInteger(delta) ? 0 : 2 };
}

export function DifferenceChip({ before, after, format, neutral = false, note }: DifferenceChipProps) {
  const say = useWords(words);
  const language = useWords(languageOf);
  const { direction, delta, share } = differenceOf(before, after);
  if (direction === 'unchanged') {
    return (
      <span className={styles['chip']}>
        <span aria-hidden="true">=</span> {say.unchanged}
      </span>
    );
  }
  // A percentage that moves is told in points: “▲ 3.2%” of a percentage would be read as points.
  const points = format?.kind === 'percent';
  const amount = points
    ? `${formatNumber(delta * 100, { kind: 'number', decimals: 1 }, language, { signed: true })} ${say.points}`
    : formatNumber(delta, deltaFormat(format, delta), language, { signed: true });
  const percent =
    share === undefined || points ? undefined : formatNumber(share, { kind: 'percent', decimals: 1 }, language);
  return (
    <span className={classNames(styles['chip'], !neutral && styles[direction])}>
      <svg width="8" height="8" viewBox="0 0 8 8" role="img" aria-label={say[direction]}>
        <path d={direction === 'up' ? 'M4 .8 7.6 7.2H.4z' : 'M4 7.2.4 .8h7.2z'} fill="currentColor" />
      </svg>
      {percent ? <span className={styles['strong']}>{percent}</span> : null}
      <span className={percent ? undefined : styles['strong']}>{amount}</span>
      {note ? <span>· {note}</span> : null}
    </span>
  );
}
