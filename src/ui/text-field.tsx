/** One line of text. `onChange` at each key, `onCommit` on Enter and on leaving; Escape brings the old text back. */
import { useState, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface TextFieldProps extends FieldFrame {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly onCommit?: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly icon?: string | undefined;
  readonly after?: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly type?: 'text' | 'search' | 'email' | 'date';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly className?: string | undefined;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  readonly onKeyDown?: HTMLAttributes<HTMLInputElement>['onKeyDown'];
}

export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onCommit,
    placeholder,
    icon,
    after,
    disabled,
    type = 'text',
    inputMode,
    className,
    ref,
  } = props;
  const [draft, setDraft] = useState<string | undefined>();
  const shown = onCommit && draft !== undefined ? draft : value;

  function commit() {
    if (draft !== undefined && draft !== value) onCommit?.(draft);
    setDraft(undefined);
  }

  return (
    <Field {...props}>
      {({ id, describedBy }) => (
        <div className={classNames(styles['box'], props.error && styles['bad'], className)}>
          {icon ? <Icon name={icon} size={14} /> : null}
          <input
            ref={ref}
            id={id}
            type={type}
            inputMode={inputMode}
            className={styles['input']}
            value={shown}
            placeholder={placeholder}
            disabled={disabled}
            autoFocus={props.autoFocus}
            // In a dialog the focus would go to what comes first.
            data-autofocus={props.autoFocus ? true : undefined}
            aria-describedby={describedBy}
            aria-invalid={props.error ? true : undefined}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setDraft(event.target.value);
              onChange?.(event.target.value);
            }}
            onBlur={commit}
            onKeyDown={(event) => {
              props.onKeyDown?.(event);
              if (event.nativeEvent.isComposing || event.defaultPrevented) return;
              if (event.key === 'Enter') commit();
              if (event.key === 'Escape' && onCommit && draft !== undefined) {
                event.stopPropagation();
                setDraft(undefined);
              }
            }}
          />
          {after}
        </div>
      )}
    </Field>
  );
}
