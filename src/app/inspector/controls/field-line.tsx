/** A field of the inspector: label column of 112, control, help and problems. Wide controls stand under their label. */
import { useId, type ReactNode } from 'react';
import type { Problem } from '#core/problem/problem.ts';
import { classNames } from '#ui/class-names.ts';
import styles from './controls.module.css';
import { FieldProblems } from './field-problems.tsx';

interface FieldLineProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly wide?: boolean;
  /** The control is a group (a list, a set of buttons): the label names the group and is no <label>. */
  readonly group?: boolean;
  readonly problems: readonly Problem[];
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}

export function FieldLine({ label, help, wide = false, group = false, problems, children }: FieldLineProps) {
  const id = useId();
  const describedBy = [problems.length > 0 && `${id}-problems`, help !== undefined && `${id}-help`].filter(Boolean);
  const content = children({ id, describedBy: describedBy.length > 0 ? describedBy.join(' ') : undefined });
  return (
    <div
      className={classNames(styles.line, wide && styles.wide)}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      {group ? (
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
      ) : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.control}>{content}</div>
      <FieldProblems problems={problems} id={`${id}-problems`} />
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
