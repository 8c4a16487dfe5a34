import styles from './controls.module.css';
import type { TypedProps } from './text-input.tsx';

/** The browser's own date, time or date and time; ISO text in and out. */
export function DateInput({
  ids,
  value,
  disabled,
  onChange,
  onLeave,
  type,
}: TypedProps & { readonly type: 'date' | 'time' | 'datetime-local' }) {
  return (
    <input
      id={ids.id}
      type={type}
      className={styles.input}
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
