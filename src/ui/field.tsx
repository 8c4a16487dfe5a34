/** A label, what it names, its help and its fault, wired together for screen readers. */
import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface FieldFrame {
  readonly label: string;
  /** The label is read out and not shown: something beside the field says it already. */
  readonly hideLabel?: boolean | undefined;
  /** Label and control on one line, as in the inspector. */
  readonly inline?: boolean | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

interface FieldProps extends FieldFrame {
  readonly children: (control: { id: string; describedBy: string | undefined }) => ReactNode;
}

export function Field({ label, hideLabel = false, inline = false, help, error, children }: FieldProps) {
  const id = useId();
  const describedBy = error ? `${id}-error` : help ? `${id}-help` : undefined;
  return (
    <div className={classNames(styles['field'], inline && !hideLabel && styles['inline'])}>
      <label htmlFor={id} className={hideLabel ? 'only-read' : styles['label']}>
        {label}
      </label>
      {children({ id, describedBy })}
      {help && !error ? (
        <p id={`${id}-help`} className={styles['help']}>
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles['error']}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
