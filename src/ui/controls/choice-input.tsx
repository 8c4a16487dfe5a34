/** One of a few: chips that stand side by side, or a list where there are many. */
import type { ControlIds } from './field-frame.tsx';
import styles from './controls.module.css';

/** More choices than these are a list. */
const mostChips = 6;

export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface ChoiceInputProps {
  readonly ids: ControlIds;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly disabled: boolean;
  /** What stands in a list while nothing is chosen. */
  readonly chooseWord: string;
  /** Takes the choice back. */
  readonly clearWord: string;
  readonly onChange: (id: string | null) => void;
}

export const isChips = (choices: readonly Choice[]) => choices.length <= mostChips;

export function ChoiceInput({ ids, choices, value, disabled, chooseWord, clearWord, onChange }: ChoiceInputProps) {
  if (!isChips(choices))
    return (
      <select
        id={ids.id}
        className={styles.input}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        aria-required={ids.required || undefined}
        disabled={disabled}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{chooseWord}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    );
  return (
    <div
      role="radiogroup"
      className={styles.chips}
      aria-labelledby={ids.labelId}
      aria-describedby={ids.describedBy}
      aria-invalid={ids.invalid || undefined}
      aria-required={ids.required || undefined}
    >
      {choices.map((one) => (
        <label key={one.id} className={styles.chip} data-checked={value === one.id || undefined}>
          <input
            type="radio"
            name={ids.id}
            className={styles.hidden}
            checked={value === one.id}
            disabled={disabled}
            onChange={() => onChange(one.id)}
          />
          {value === one.id && <span aria-hidden="true">✓ </span>}
          {one.label}
        </label>
      ))}
      {value !== undefined && !ids.required && !disabled && (
        <button type="button" className={styles.clear} onClick={() => onChange(null)}>
          {clearWord}
        </button>
      )}
    </div>
  );
}
