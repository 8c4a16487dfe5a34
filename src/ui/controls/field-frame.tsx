/** A label, a control, help and problems, tied together for screen readers. */
import { useId, type ReactNode } from 'react';
import styles from './controls.module.css';

export interface ControlIds {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

export interface FieldProblem {
  readonly text: string;
  readonly tone: 'bad' | 'warn';
}

interface FieldFrameProps {
  readonly label: string;
  readonly help?: string | undefined;
  /** “required”, said beside the label; absent where the field may stay empty. */
  readonly requiredWord?: string | undefined;
  readonly problems: readonly FieldProblem[];
  /** The control is a group of buttons or only shown: the label names it and is no <label>. */
  readonly group?: boolean;
  /** It wants the whole width, where fields stand side by side. */
  readonly wide?: boolean;
  readonly children: (ids: ControlIds) => ReactNode;
}

export function FieldFrame({
  label,
  help,
  requiredWord,
  problems,
  group = false,
  wide = false,
  children,
}: FieldFrameProps) {
  const id = useId();
  const labelId = `${id}-label`;
  const described = [help !== undefined && `${id}-help`, problems.length > 0 && `${id}-problems`].filter(Boolean);
  const ids: ControlIds = {
    id,
    labelId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: problems.some((one) => one.tone === 'bad'),
    required: requiredWord !== undefined,
  };
  return (
    <div className={styles.field} data-invalid={ids.invalid || undefined} data-wide={wide || undefined}>
      <div className={styles.head}>
        {group ? (
          <span id={labelId} className={styles.label}>
            {label}
          </span>
        ) : (
          <label id={labelId} htmlFor={id} className={styles.label}>
            {label}
          </label>
        )}
        {requiredWord !== undefined && <span className={styles.required}>{requiredWord}</span>}
      </div>
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {children(ids)}
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className={styles.problems}>
          {problems.map((one) => (
            <li key={one.text} data-tone={one.tone}>
              <span aria-hidden="true">{one.tone === 'bad' ? '!' : '△'}</span> {one.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
