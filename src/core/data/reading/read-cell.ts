/** One text cell to a number, a date or a truth; NaN where it is none. Blank cells never come here. */
import { serialOf, daysInMonth } from '../../calendar/civil.ts';
import { parseIsoTime } from '../../calendar/iso-text.ts';
import type { ColumnReading, DateOrder } from './column-reading.ts';

const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  '₩': 'KRW',
  '₹': 'INR',
};
const currencyCodes =
  /^(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|KRW|INR|SGD|AUD|CAD|CHF)\b\s*|\s*\b(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|KRW|INR|SGD|AUD|CAD|CHF)$|\s*元$/;
const signPattern = /[$€£¥￥₩₹]/u;

/** The currency a cell names, if it does. */
export function currencyOf(text: string): string | undefined {
  const sign = signPattern.exec(text)?.[0];
  if (sign) return currencySigns[sign];
  const code = currencyCodes.exec(text)?.[0].trim();
  if (code === undefined) return undefined;
  return code === 'RMB' || code === '元' ? 'CNY' : code;
}

const plain = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const grouped = {
  '.': /^\d{1,3}(?:[, '\u00a0\u202f]\d{3})*(?:\.\d*)?$|^\d*(?:\.\d+)?$|^\d+(?:,\d{4})+(?:\.\d*)?$/,
  ',': /^\d{1,3}(?:[. '\u00a0\u202f]\d{3})*(?:,\d*)?$|^\d*(?:,\d+)?$/,
} as const;

/** Digits grouped or not, a currency sign, a trailing %, parentheses for minus, full-width digits. */
export function readNumber(text: string, reading: Pick<ColumnReading, 'decimal' | 'percent'>): number {
  const decimal = reading.decimal ?? '.';
  if (decimal === '.' && plain.test(text)) return reading.percent ? Number(text) / 100 : Number(text);
  let rest = text.normalize('NFKC').trim();
  if (rest === '') return NaN;
  let sign = 1;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    sign = -1;
    rest = rest.slice(1, -1);
  }
  rest = rest.replace(signPattern, '').replace(currencyCodes, '').trim();
  const share = rest.endsWith('%');
  if (share) rest = rest.slice(0, -1).trim();
  const first = rest[0];
  if (first === '-' || first === '−' || first === '+') {
    if (first !== '+') sign = -sign;
    rest = rest.slice(1).replace(signPattern, '').trim();
  }
  if (!/^[\d.,]/.test(rest) || !/\d/.test(rest)) return NaN;
  if (!(decimal === '.' && plain.test(rest)) && !grouped[decimal].test(rest)) return NaN;
  const digits =
    decimal === ',' ? rest.replace(/[. '\u00a0\u202f]/g, '').replace(',', '.') : rest.replace(/[, '\u00a0\u202f]/g, '');
  const value = Number(digits);
  // Dividing keeps 12 % at exactly what the literal 0.12 is; multiplying by 0.01 would not.
  return (sign * value) / (share || reading.percent ? 100 : 1);
}

const dateParts =
  /^(\d{1,4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,4})\s*日?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[AaPp][Mm])?)?$/;
const compactDate = /^(\d{4})(\d{2})(\d{2})$/;

export interface DateParts {
  readonly numbers: readonly [number, number, number];
  /** Fraction of a day; NaN where there is no time. */
  readonly time: number;
}

export function dateParts3(text: string): DateParts | null {
  const match = dateParts.exec(text.trim());
  if (!match) {
    const compact = compactDate.exec(text.trim());
    return compact ? { numbers: [Number(compact[1]), Number(compact[2]), Number(compact[3])], time: NaN } : null;
  }
  return {
    numbers: [Number(match[1]), Number(match[2]), Number(match[3])],
    time: match[4] === undefined ? NaN : timeOf(match),
  };
}

function timeOf(match: RegExpExecArray): number {
  const half = match[8]?.toLowerCase();
  let hour = Number(match[4]);
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const minute = Number(match[5]);
  const second = Number(`${match[6] ?? '0'}.${match[7] ?? '0'}`);
  return hour > 23 || minute > 59 || second >= 60 ? Infinity : (hour * 3600 + minute * 60 + second) / 86_400;
}

/** Serial days; with a time, its fraction. A year of two digits is 1930 to 2029. NaN where there is no such day. */
export function readDate(text: string, order: DateOrder): number {
  const parts = dateParts3(text);
  if (!parts || parts.time === Infinity) return NaN;
  const [a, b, c] = parts.numbers;
  const [year, month, day] = a > 31 || order === 'ymd' ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a];
  const full = year < 100 ? year + (year < 30 ? 2000 : 1900) : year;
  if (full < 1000 || full > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(full, month)) return NaN;
  return serialOf(full, month, day) + (Number.isNaN(parts.time) ? 0 : parts.time);
}

/** A fraction of a day; NaN where it is no time. */
export function readTime(text: string): number {
  return parseIsoTime(text.trim()) ?? NaN;
}

const truths = new Map<string, number>([
  ['true', 1],
  ['yes', 1],
  ['y', 1],
  ['是', 1],
  ['真', 1],
  ['对', 1],
  ['false', 0],
  ['no', 0],
  ['n', 0],
  ['否', 0],
  ['假', 0],
  ['错', 0],
]);

export function readBoolean(text: string): number {
  return truths.get(text.trim().toLowerCase()) ?? NaN;
}
