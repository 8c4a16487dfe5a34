/** How the numbers of a made column or a parameter are shown: from a short list, the present one always among them. */
import type { Format } from '#core/data/column.ts';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { inspectorWords } from '../inspector.words.ts';

interface FormatSelectProps {
  readonly label: string;
  readonly inline?: boolean;
  readonly value: Format | undefined;
  readonly currency: string | undefined;
  readonly onChange: (format: Format | undefined) => void;
}

const key = (format: Format | undefined) => (format ? JSON.stringify(format) : 'plain');

export function FormatSelect({ label, inline = false, value, currency = 'USD', onChange }: FormatSelectProps) {
  const words = useWords(inspectorWords);
  const choices: readonly { readonly format: Format | undefined; readonly label: string; readonly icon: string }[] = [
    { format: undefined, label: words.plain, icon: 'variable' },
    { format: { kind: 'number', decimals: 0 }, label: '1,235', icon: 'hash' },
    { format: { kind: 'number', decimals: 2 }, label: '1,234.50', icon: 'hash' },
    { format: { kind: 'currency', currency }, label: `${words.formats.currency} (${currency})`, icon: 'coin' },
    { format: { kind: 'percent', decimals: 1 }, label: `${words.formats.percent} 12.3%`, icon: 'percentage' },
    { format: { kind: 'unit', unit: '×', decimals: 2 }, label: '1.50×', icon: 'x' },
  ];
  const known = choices.some((one) => key(one.format) === key(value));
  const all =
    known || !value ? choices : [...choices, { format: value, label: ownLabel(value, words.formats), icon: 'hash' }];
  return (
    <Select
      label={label}
      hideLabel={!inline}
      inline={inline}
      value={key(value)}
      options={all.map((one) => ({ value: key(one.format), label: one.label, icon: one.icon }))}
      onChange={(next) => onChange(all.find((one) => key(one.format) === next)?.format)}
    />
  );
}

function ownLabel(format: Format, words: Readonly<Record<Format['kind'], string>>): string {
  const detail = format.kind === 'currency' ? format.currency : format.kind === 'unit' ? format.unit : '';
  return [words[format.kind], detail, format.decimals].filter((one) => one !== '' && one !== undefined).join(' ');
}
