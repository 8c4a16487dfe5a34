/** Format codes such as `#,##0.00;(#,##0.00)` or `yyyy-mm-dd`, cut into sections and parts. */
import type { Numerals } from './chinese-numerals.ts';

export type FormatPart =
  | { readonly part: 'literal'; readonly text: string }
  /** A run of `0 # ?` with points and commas inside; the signs as written. */
  | { readonly part: 'digits'; readonly signs: string }
  | { readonly part: 'exponent'; readonly plus: boolean; readonly digits: number }
  | { readonly part: 'percent' }
  | { readonly part: 'text' }
  | { readonly part: 'general' }
  | { readonly part: 'date'; readonly letters: string }
  /** Elapsed hours, minutes or seconds: `[h]`. */
  | { readonly part: 'elapsed'; readonly letters: string }
  | { readonly part: 'half'; readonly signs: string }
  | { readonly part: 'second-fraction'; readonly digits: number };

export interface FormatSection {
  readonly parts: readonly FormatPart[];
  /** `[DBNum1]` to `[DBNum3]`: written in Chinese numerals. */
  readonly numerals?: Numerals;
  readonly condition?: { readonly sign: string; readonly value: number };
}

/** A format with at most four sections: positive, negative, zero, text. */
export type FormatCode = readonly FormatSection[];

const TOKEN =
  /"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(General|G\/通用格式)|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+|aaaa|aaa)|(E[+-]0+)|([0#?][0#?,.]*|\.[0#?]+)|(%)|(@)|(;)|([^])/giy;

function bracket(inner: string): FormatPart | undefined {
  if (/^(h+|m+|s+)$/i.test(inner)) return { part: 'elapsed', letters: inner.toLowerCase() };
  const currency = /^\$([^-\]]*)/.exec(inner)?.[1];
  return currency ? { part: 'literal', text: currency } : undefined;
}

interface Reading {
  sections: { parts: FormatPart[]; numerals?: Numerals; condition?: { sign: string; value: number } }[];
}

function take(reading: Reading, match: RegExpExecArray): void {
  const [, quoted, escaped, spaced, filled, inner, general, half, date, exponent, digits, percent, at, end, other] =
    match;
  const section = reading.sections.at(-1);
  if (!section) return;
  const { parts } = section;
  if (quoted !== undefined) parts.push({ part: 'literal', text: quoted });
  else if (escaped !== undefined) parts.push({ part: 'literal', text: escaped });
  else if (spaced !== undefined) parts.push({ part: 'literal', text: ' ' });
  else if (filled !== undefined) return;
  else if (inner !== undefined) {
    const condition = /^(<=|>=|<>|=|<|>)(-?[\d.]+)$/.exec(inner);
    if (condition) section.condition = { sign: condition[1] ?? '=', value: Number(condition[2]) };
    const numerals = /^DBNum([123])$/i.exec(inner)?.[1];
    if (numerals) section.numerals = Number(numerals) as Numerals;
    const part = bracket(inner);
    if (part) parts.push(part);
  } else if (general !== undefined) parts.push({ part: 'general' });
  else if (half !== undefined) parts.push({ part: 'half', signs: half });
  else if (date !== undefined) parts.push({ part: 'date', letters: date.toLowerCase() });
  else if (exponent !== undefined)
    parts.push({ part: 'exponent', plus: exponent[1] === '+', digits: exponent.length - 2 });
  else if (digits !== undefined) {
    const before = parts.at(-1);
    if (/^\.0+$/.test(digits) && before && 'letters' in before && before.letters.startsWith('s')) {
      parts.push({ part: 'second-fraction', digits: digits.length - 1 });
    } else parts.push({ part: 'digits', signs: digits });
  } else if (percent !== undefined) parts.push({ part: 'percent' });
  else if (at !== undefined) parts.push({ part: 'text' });
  else if (end !== undefined) reading.sections.push({ parts: [] });
  else if (other !== undefined) parts.push({ part: 'literal', text: other });
}

export function readFormatCode(code: string): FormatCode {
  const reading: Reading = { sections: [{ parts: [] }] };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(code); match; match = TOKEN.exec(code)) take(reading, match);
  // A section of nothing but [DBNum…] writes the number as it is, in these numerals.
  for (const { numerals, parts } of reading.sections) {
    if (numerals && parts.length === 0) parts.push({ part: 'general' });
  }
  return reading.sections;
}

export function isDateSection(section: FormatSection): boolean {
  return section.parts.some((part) => part.part === 'date' || part.part === 'elapsed' || part.part === 'half');
}
