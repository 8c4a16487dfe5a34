import styles from './controls.module.css';
import type { TypedProps } from './text-input.tsx';

/** A number as text, so that what is typed is never taken away; `suffix` is its unit. */
export function NumberInput({
  ids,
  value,
  disabled,
  onChange,
  onLeave,
  suffix,
}: TypedProps & { readonly suffix?: string | undefined }) {
  return (
    <span className={styles.withSuffix}>
      <input
        id={ids.id}
        className={styles.input}
        inputMode="decimal"
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        aria-required={ids.required || undefined}
        autoComplete="off"
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {suffix !== undefined && <span className={styles.suffix}>{suffix}</span>}
    </span>
  );
}
