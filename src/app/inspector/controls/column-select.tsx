/** One column of a port, by its type icon and label. */
import type { ColumnInfo } from '#core/data/schema.ts';
import { Select } from '#ui/select.tsx';
import { useWords } from '#ui/language.tsx';
import { inspectorWords } from '../inspector.words.ts';
import { columnOptions } from './column-options.ts';

interface ColumnSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly columns: readonly ColumnInfo[];
  readonly value: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly onChange: (key: string) => void;
  readonly onClear?: (() => void) | undefined;
}

export function ColumnSelect({
  label,
  hideLabel = false,
  columns,
  value,
  types,
  onChange,
  onClear,
}: ColumnSelectProps) {
  const words = useWords(inspectorWords);
  const options = columnOptions(columns, value, words, types);
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      inline
      value={value === '' ? undefined : value}
      options={options}
      onChange={onChange}
      onClear={value === undefined || value === '' ? undefined : onClear}
      placeholder={options.length === 0 ? words.noColumns : words.choose}
    />
  );
}
