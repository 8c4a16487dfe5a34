import type { ControlIds } from './field-frame.tsx';
import styles from './controls.module.css';

export interface TypedProps {
  readonly ids: ControlIds;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** One line of text. */
export function TextInput({ ids, value, disabled, onChange, onLeave }: TypedProps) {
  return (
    <input
      id={ids.id}
      className={styles.input}
      aria-describedby={ids.describedBy}
      aria-invalid={ids.invalid || undefined}
      aria-required={ids.required || undefined}
      autoComplete="off"
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}
