/** Two to five choices that exclude each other, all in sight: radio buttons in the shape of a switch. */
import { useId } from 'react';
import { Icon } from './icon.tsx';
import styles from './segmented.module.css';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['group']}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']} data-on={option.value === value || undefined}>
          <input
            type="radio"
            className="only-read"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon ? <Icon name={option.icon} size={14} /> : null}
          {option.label}
        </label>
      ))}
    </div>
  );
}
