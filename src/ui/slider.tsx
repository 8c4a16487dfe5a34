/**
 * One number on a track. The value it had before stays as a tick. Arrows move by a step, Shift by ten, Page keys by a tenth of
 * the range; Escape goes back to the tick. `onChange` while it moves, `onCommit` when it is let go.
 */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { classNames } from './class-names.ts';
import styles from './slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The old value, kept as a tick on the track. */
  readonly was?: number | undefined;
  /** How the value is read out: “1.75×”. */
  readonly valueText?: string;
  readonly onChange: (value: number) => void;
  readonly onCommit?: (value: number) => void;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** The nearest step inside the range; decimals of binary noise are cut off. */
export function snap(value: number, min: number, max: number, step: number): number {
  const stepped = min + Math.round((value - min) / step) * step;
  return Number(Math.min(max, Math.max(min, stepped)).toPrecision(12));
}

/** Where a key leads, or `undefined` for keys that mean nothing here. */
export function keyedValue(
  key: string,
  shift: boolean,
  { value, min, max, step, was }: { value: number; min: number; max: number; step: number; was?: number | undefined },
): number | undefined {
  const small = step * (shift ? 10 : 1);
  const page = Math.max(step, (max - min) / 10);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return snap(value + small, min, max, step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return snap(value - small, min, max, step);
    case 'PageUp':
      return snap(value + page, min, max, step);
    case 'PageDown':
      return snap(value - page, min, max, step);
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Escape':
      return was;
    default:
      return undefined;
  }
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, was, valueText, onChange, onCommit, disabled = false, className } = props;
  const step = props.step ?? (max - min) / 100;
  const track = useRef<HTMLDivElement>(null);
  const moved = useRef(value);
  const share = (of: number) => (max === min ? 0 : (Math.min(max, Math.max(min, of)) - min) / (max - min)) * 100;

  function move(next: number) {
    moved.current = next;
    if (next !== value) onChange(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = keyedValue(event.key, event.shiftKey, { value, min, max, step, was });
    if (next === undefined || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    move(next);
    onCommit?.(next);
  }

  function toPointer(event: PointerEvent) {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) move(snap(min + ((event.clientX - box.left) / box.width) * (max - min), min, max, step));
  }

  return (
    <div
      ref={track}
      className={classNames(styles['slider'], disabled && styles['disabled'], className)}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true });
        moved.current = value;
        toPointer(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) toPointer(event);
      }}
      onLostPointerCapture={() => onCommit?.(moved.current)}
    >
      <span className={styles['track']} />
      <span
        className={styles['fill']}
        style={
          was === undefined
            ? { left: 0, width: `${share(value)}%` }
            : { left: `${Math.min(share(was), share(value))}%`, width: `${Math.abs(share(value) - share(was))}%` }
        }
      />
      {was === undefined ? null : <span className={styles['was']} style={{ left: `${share(was)}%` }} />}
      <span
        role="slider"
        tabIndex={disabled ? -1 : 0}
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        aria-disabled={disabled || undefined}
        className={styles['thumb']}
        style={{ left: `${share(value)}%` }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
