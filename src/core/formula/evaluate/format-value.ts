/** TEXT: a value written by a format code. */
import { errors, isError, type Value } from '../../data/value.ts';
import { FIRST_SERIAL, LAST_SERIAL } from '../../calendar/civil.ts';
import { toText } from './coerce.ts';
import { isDateSection, readFormatCode, type FormatCode, type FormatSection } from './format-code.ts';
import { formatDate } from './format-date.ts';
import { formatFraction, isFraction } from './format-fraction.ts';
import { formatNumber } from './format-number.ts';
import { parseNumberText, printNumber } from './number-text.ts';

const MOST_CODES = 500;
const codes = new Map<string, FormatCode>();

/** The same code is read once; the memory is emptied rather than let grow. */
function codeOf(text: string): FormatCode {
  let known = codes.get(text);
  if (!known) {
    if (codes.size >= MOST_CODES) codes.clear();
    known = readFormatCode(text);
    codes.set(text, known);
  }
  return known;
}

function holds({ sign, value }: { sign: string; value: number }, x: number): boolean {
  if (sign === '=') return x === value;
  if (sign === '<>') return x !== value;
  if (sign === '<') return x < value;
  if (sign === '<=') return x <= value;
  return sign === '>' ? x > value : x >= value;
}

/** The section for a number, and whether its minus sign is still to be written. */
function sectionFor(code: FormatCode, x: number): { section: FormatSection | undefined; minus: boolean } {
  if (code.some((section) => section.condition)) {
    const section = code.find((one) => !one.condition || holds(one.condition, x));
    return { section, minus: true };
  }
  if (x < 0 && code.length > 1) return { section: code[1], minus: false };
  if (x === 0 && code.length > 2) return { section: code[2], minus: false };
  return { section: code[0], minus: true };
}

function formatText(text: string, code: FormatCode): string {
  const section = code.length > 3 ? code[3] : code.find((one) => one.parts.some((part) => part.part === 'text'));
  if (!section) return text;
  return section.parts.map((part) => (part.part === 'literal' ? part.text : part.part === 'text' ? text : '')).join('');
}

export function formatValue(value: Value, formatCode: string): Value {
  if (isError(value)) return value;
  const code = codeOf(formatCode);
  if (typeof value === 'boolean') return toText(value);
  const number = value === null ? 0 : typeof value === 'string' ? parseNumberText(value) : value;
  if (number === undefined) return formatText(String(value), code);
  if (formatCode === '') return '';
  if (isFraction(formatCode)) return formatFraction(number, formatCode);
  const { section, minus } = sectionFor(code, number);
  if (!section) return errors['#VALUE!'];
  if (section.parts.some((part) => part.part === 'text')) return formatText(printNumber(number), [section]);
  if (!isDateSection(section)) return formatNumber(number, section, minus);
  if (number < 0 || number < FIRST_SERIAL || number > LAST_SERIAL + 1) return errors['#VALUE!'];
  return formatDate(number, section);
}
