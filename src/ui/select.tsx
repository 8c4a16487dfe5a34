/** A choice from a list: compact, searchable when the list is long, with an icon per option where there is one. */
import { Select as MantineSelect } from '@mantine/core';
import { Field, type FieldFrame } from './field.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './language.tsx';
import styles from './select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: string | undefined;
  /** A second, quieter line. */
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps extends FieldFrame {
  readonly value: string | undefined;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  /** Adds a way to choose nothing. */
  readonly onClear?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly searchable?: boolean | undefined;
}

const words = { en: { nothing: 'Nothing found', clear: 'Clear' }, 'zh-CN': { nothing: '没有找到', clear: '清除' } };

export function Select(props: SelectProps) {
  const { value, options, onChange, onClear, placeholder, disabled } = props;
  const say = useWords(words);
  const chosen = options.find((option) => option.value === value);
  const byValue = new Map(options.map((option) => [option.value, option]));
  return (
    <Field {...props}>
      {({ id, describedBy }) => (
        <MantineSelect
          id={id}
          aria-describedby={describedBy}
          error={props.error !== undefined}
          data={options.map(({ value: key, label, disabled: off }) => ({ value: key, label, disabled: off ?? false }))}
          value={value ?? null}
          placeholder={placeholder ?? ''}
          disabled={disabled ?? false}
          allowDeselect={false}
          searchable={props.searchable ?? options.length > 8}
          clearable={onClear !== undefined}
          clearButtonProps={{ 'aria-label': say.clear }}
          nothingFoundMessage={say.nothing}
          comboboxProps={{ transitionProps: { duration: 120 }, width: 'max-content', position: 'bottom-start' }}
          maxDropdownHeight={280}
          classNames={{ option: styles['option'] ?? '', dropdown: styles['dropdown'] ?? '' }}
          rightSection={<Icon name="chevron-down" size={14} className={styles['chevron']} />}
          rightSectionPointerEvents="none"
          {...(chosen?.icon ? { leftSection: <Icon name={chosen.icon} size={14} /> } : {})}
          renderOption={({ option, checked }) => {
            const full = byValue.get(String(option.value));
            return (
              <span className={styles['line']}>
                {full?.icon ? <Icon name={full.icon} size={14} /> : null}
                <span className={styles['words']}>
                  {option.label}
                  {full?.help ? <span className={styles['help']}>{full.help}</span> : null}
                </span>
                {checked ? <Icon name="check" size={14} /> : null}
              </span>
            );
          }}
          onChange={(next) => {
            if (next !== null) onChange(next);
            else onClear?.();
          }}
        />
      )}
    </Field>
  );
}
