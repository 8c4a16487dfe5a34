/** Weights as one bar: each handle gives to one neighbour what it takes from the other, and is a keyboard slider. Old places stay as ticks. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { withBorder, type Weight } from '#kinds/metrics/scorecard/weights.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { keyedValue } from '#ui/slider.tsx';
import styles from './scorecard-editor.module.css';
import { scorecardWords } from './scorecard-editor.words.ts';

interface WeightBarProps {
  readonly weights: readonly Weight[];
  /** The saved ones, in the same order. */
  readonly saved: readonly Weight[];
  readonly labels: ReadonlyMap<string, string>;
  readonly onChange: (weights: readonly Weight[]) => void;
}

export const percentOf = (share: number) => `${Math.round(share * 100)}%`;
/** The colour of a metric everywhere on the screen. */
export const colourOf = (index: number) => `var(--c-${(index % 6) + 1})`;

const upTo = (weights: readonly Weight[], index: number) =>
  weights.slice(0, index + 1).reduce((sum, one) => sum + one.weight, 0);

export function WeightBar({ weights, saved, labels, onChange }: WeightBarProps) {
  const words = useWords(scorecardWords);
  const bar = useRef<HTMLDivElement>(null);
  const whole = weights.reduce((sum, one) => sum + one.weight, 0) || 1;
  const name = (index: number) => labels.get(weights[index]?.key ?? '') ?? weights[index]?.key ?? '';

  function onKeyDown(event: KeyboardEvent, index: number) {
    const start = index === 0 ? 0 : upTo(weights, index - 1);
    const range = {
      value: upTo(weights, index),
      min: start,
      max: upTo(weights, index + 1),
      step: 0.01,
      was: saved.length === weights.length ? upTo(saved, index) : undefined,
    };
    const next = keyedValue(event.key, event.shiftKey, range);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(withBorder(weights, index, next));
  }

  function toPointer(event: PointerEvent, index: number) {
    const box = bar.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    onChange(withBorder(weights, index, ((event.clientX - box.left) / box.width) * whole));
  }

  return (
    <div className={styles.barFrame}>
      <div className={styles.bar} ref={bar}>
        {weights.map(({ key, weight }, index) => (
          <div
            key={key}
            className={styles.segment}
            style={{ width: `${(weight / whole) * 100}%`, borderBlockEndColor: colourOf(index) }}
            data-colour={index % 6}
          >
            <span className={styles.segmentName}>{name(index)}</span>
            <span className={styles.segmentShare}>{percentOf(weight)}</span>
          </div>
        ))}
        {weights.slice(0, -1).map(({ key, weight }, index) => (
          <span
            key={key}
            role="slider"
            tabIndex={0}
            className={styles.handle}
            style={{ left: `${(upTo(weights, index) / whole) * 100}%` }}
            aria-label={words.border(name(index), name(index + 1))}
            aria-valuemin={0}
            aria-valuemax={Math.round((weight + (weights[index + 1]?.weight ?? 0)) * 100)}
            aria-valuenow={Math.round(weight * 100)}
            aria-valuetext={words.borderValue(
              name(index),
              percentOf(weight),
              name(index + 1),
              percentOf(weights[index + 1]?.weight ?? 0),
            )}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              event.currentTarget.focus({ preventScroll: true });
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) toPointer(event, index);
            }}
          >
            <Icon name="grip-vertical" size={12} />
          </span>
        ))}
      </div>
      <div className={styles.ticks} aria-hidden="true">
        {saved.length === weights.length &&
          saved.slice(0, -1).map((one, index) =>
            Math.abs(upTo(saved, index) - upTo(weights, index)) < 0.004 ? null : (
              <span key={one.key} className={styles.tick} style={{ left: `${upTo(saved, index) * 100}%` }}>
                {words.was(percentOf(one.weight))}
              </span>
            ),
          )}
      </div>
    </div>
  );
}
