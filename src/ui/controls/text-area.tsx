import styles from './controls.module.css';
import type { TypedProps } from './text-input.tsx';

/** Several lines of text; it grows with them. */
export function TextArea({ ids, value, disabled, onChange, onLeave }: TypedProps) {
  return (
    <textarea
      id={ids.id}
      className={`${styles.input} ${styles.area}`}
      rows={3}
      aria-describedby={ids.describedBy}
      aria-invalid={ids.invalid || undefined}
      aria-required={ids.required || undefined}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}
