/** A number as people write it. Committed on Enter, on leaving and by the arrow keys; what is no number goes back to what was. */
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';
import { formatNumber, type ShownFormat } from './format-value.ts';
import { useLanguage } from './language.tsx';
import { readNumber } from './read-number.ts';
import { useSelectOnEntry } from './use-select-on-entry.ts';

export interface NumberFieldProps extends FieldFrame {
  readonly value: number | undefined;
  /** `undefined` only where the field is optional and was emptied. */
  readonly onCommit: (value: number | undefined) => void;
  readonly format?: ShownFormat | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly optional?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

const clean = (value: number) => Number(value.toPrecision(12));

/** Full precision while it is typed: what is shown rounded is never what is saved. */
function editText(value: number | undefined, percent: boolean): string {
  if (value === undefined) return '';
  return percent ? `${clean(value * 100)}%` : String(value);
}

export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, format, min, max, step, optional = false, placeholder, disabled, className } = props;
  const { language } = useLanguage();
  const [draft, setDraft] = useState<string | undefined>();
  const percent = format?.kind === 'percent';
  const within = (wanted: number) => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, wanted));
  const stepSize = step ?? (percent ? 0.01 : 1);

  function commit() {
    if (draft === undefined) return;
    setDraft(undefined);
    if (draft.trim() === '') {
      if (optional && value !== undefined) onCommit(undefined);
      return;
    }
    const read = readNumber(draft, percent);
    if (read !== undefined && within(read) !== value) onCommit(within(read));
  }

  const { field, entered, typed } = useSelectOnEntry();

  function nudge(times: number) {
    const from = (draft === undefined ? value : readNumber(draft, percent)) ?? 0;
    setDraft(undefined);
    onCommit(within(clean(from + times * stepSize)));
  }

  const shown = value === undefined ? '' : formatNumber(value, format, language);
  return (
    <Field {...props}>
      {({ id, describedBy }) => (
        <div className={classNames(styles['box'], props.error && styles['bad'], className)}>
          <input
            id={id}
            className={classNames(styles['input'], styles['number'])}
            inputMode="decimal"
            value={draft ?? shown}
            placeholder={placeholder}
            disabled={disabled}
            autoComplete="off"
            aria-describedby={describedBy}
            aria-invalid={props.error ? true : undefined}
            ref={field}
            onFocus={() => {
              setDraft(editText(value, percent));
              entered();
            }}
            onChange={(event) => {
              typed();
              setDraft(event.target.value);
            }}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') commit();
              else if (event.key === 'Escape' && draft !== undefined) setDraft(undefined);
              else if (event.key === 'ArrowUp') nudge(event.shiftKey ? 10 : 1);
              else if (event.key === 'ArrowDown') nudge(event.shiftKey ? -10 : -1);
              else return;
              if (event.key !== 'Enter') event.preventDefault();
            }}
          />
        </div>
      )}
    </Field>
  );
}
