import type { ColumnInfo } from '#core/data/schema.ts';
import type { SelectOption } from '#ui/select.tsx';
import { typeIcon, type InspectorWords } from '../inspector.words.ts';

/** Columns as choices: type icon, label, and the key where it says more. A chosen key that is not there stays visible. */
export function columnOptions(
  columns: readonly ColumnInfo[],
  chosen: string | undefined,
  words: InspectorWords,
  types?: readonly string[],
): readonly SelectOption[] {
  const fitting = types ? columns.filter((one) => types.includes(one.type) || one.key === chosen) : columns;
  const options = fitting.map((one) => {
    const label = one.label ?? one.key;
    return {
      value: one.key,
      label,
      icon: typeIcon(one.type, one.format),
      ...(label === one.key ? {} : { help: one.key }),
    };
  });
  if (chosen === undefined || chosen === '' || options.some((one) => one.value === chosen)) return options;
  return [...options, { value: chosen, label: words.notThere(chosen), icon: 'alert-triangle' }];
}
