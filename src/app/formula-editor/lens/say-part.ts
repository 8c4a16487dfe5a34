/** A part's value as the table shows it, and what is to be said beside it. */
import type { LensPart } from '#core/execute/lens.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';
import type { LensWords } from './lens.words.ts';

export interface SaidPart {
  readonly value: string;
  /** How many rows it was made of, how often it was computed. */
  readonly note: string;
}

export function sayPart(part: LensPart, words: LensWords, language: Language): SaidPart {
  const number = (count: number) => formatNumber(count, undefined, language);
  const notes = [
    ...(part.rows !== undefined && part.kind !== 'rows' ? [words.overRows(number(part.rows))] : []),
    ...(part.times === undefined ? [] : [words.times(number(part.times))]),
  ];
  const note = notes.join(' · ');
  switch (part.kind) {
    case 'not-computed':
      return { value: words.notComputed, note };
    case 'blank':
      return { value: words.blank, note };
    case 'rows':
      return { value: words.rows(number(part.rows ?? 0)), note };
    case 'value':
    case 'error':
      return { value: formatValue(part.value, part.type, part.format, language) || '""', note };
  }
}
