/** An amount in place: a number as people write it, or (where `formula` is allowed) a parameter's name or a scalar formula. */
import { useId, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSelectOnEntry } from '#ui/use-select-on-entry.ts';
import { inspectorWords } from '../inspector.words.ts';
import { amountText, readAmount, shownAmount, type Amount, type AmountFormat } from '../read-amount.ts';
import styles from './controls.module.css';
import { useSettled } from './use-settled.ts';

export interface AmountFieldProps {
  readonly label: string;
  readonly value: Amount | undefined;
  /** `undefined` only where the field is optional and was emptied. */
  readonly onChange: (value: Amount | undefined, typing: boolean) => void;
  readonly format?: AmountFormat | undefined;
  readonly currency?: string | undefined;
  readonly optional?: boolean | undefined;
  /** Whether a parameter or a formula may stand here. */
  readonly formula?: boolean | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly decimals?: number | undefined;
  /** Shown while nothing is set; said as part of the value. */
  readonly placeholder?: string | undefined;
  readonly bad?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
}

export function AmountField(props: AmountFieldProps) {
  const { value, onChange, format = 'number', currency, optional = false, formula = false, decimals } = props;
  const { language } = useLanguage();
  const words = useWords(inspectorWords);
  const own = useId();
  const [focused, setFocused] = useState(false);
  const { field, entered, typed } = useSelectOnEntry();
  const within = (wanted: number) => Math.min(props.max ?? Infinity, Math.max(props.min ?? -Infinity, wanted));

  const settled = useSettled(amountText(value, format), (text, last) => {
    const read = readAmount(text, format);
    if (read === undefined) {
      if (!optional || value === undefined) return false;
      onChange(undefined, !last);
      return true;
    }
    // A half-typed name would be a problem at each key: formulas wait until the field is left.
    if (typeof read === 'string' && (!formula || !last)) return false;
    const next = typeof read === 'string' ? read : within(read);
    if (next === value) return false;
    onChange(next, !last);
    return true;
  });
  const read = settled.typing ? readAmount(settled.text, format) : undefined;
  const unreadable = typeof read === 'string' && !formula;
  const shown =
    focused || settled.text !== amountText(value, format)
      ? settled.text
      : shownAmount(value, format, language, decimals, currency);

  function nudge(times: number) {
    const from = readAmount(settled.text, format) ?? 0;
    if (typeof from === 'string') return;
    const step = props.step ?? (format === 'percent' ? 0.01 : 1);
    const next = within(Number((from + times * step).toPrecision(12)));
    settled.change(amountText(next, format));
  }

  return (
    <>
      <input
        id={props.id}
        className={classNames(
          styles.input,
          typeof value === 'string' && !focused ? styles.mono : styles.number,
          (props.bad || unreadable) && styles.bad,
          props.className,
        )}
        aria-label={props.label}
        aria-invalid={props.bad || unreadable || undefined}
        aria-describedby={unreadable ? own : props.describedBy}
        inputMode={formula ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        title={formula ? words.amountHelp : undefined}
        value={shown}
        ref={field}
        onFocus={() => {
          setFocused(true);
          entered();
        }}
        onChange={(event) => {
          typed();
          settled.change(event.target.value);
        }}
        onBlur={() => {
          setFocused(false);
          settled.settle();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.altKey) return;
          if (event.key === 'Enter') settled.settle();
          else if (event.key === 'Escape' && settled.typing) {
            event.stopPropagation();
            settled.revert();
          } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            nudge((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
          }
        }}
      />
      {unreadable && (
        <span id={own} className={styles.fault}>
          {words.notNumber}
        </span>
      )}
    </>
  );
}
