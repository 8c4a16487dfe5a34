/** Values as people of a language write them: grouped digits, a true minus sign, dates without a time zone. Rounds for the eye only. */
import type { Language } from './language.tsx';

/** The shapes of `core/data`, named again because the design system knows no rooms. */
export type ShownValue = number | string | boolean | null | undefined | { readonly error: string };
export type ShownFormat =
  | { readonly kind: 'number'; readonly decimals?: number }
  | { readonly kind: 'currency'; readonly currency: string; readonly decimals?: number }
  | { readonly kind: 'percent'; readonly decimals?: number }
  | { readonly kind: 'unit'; readonly unit: string; readonly decimals?: number };

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const made = numberFormats.get(key) ?? new Intl.NumberFormat(language, options);
  numberFormats.set(key, made);
  return made;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const made = dateFormats.get(key) ?? new Intl.DateTimeFormat(language, options);
  dateFormats.set(key, made);
  return made;
}

/** Whole amounts of these are shown without decimals when no `decimals` is given and `whole` is asked for. */
function digits(format: ShownFormat | undefined, fallback: number | undefined): Intl.NumberFormatOptions {
  const decimals = format?.decimals ?? fallback;
  return decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

function optionsOf(format: ShownFormat | undefined): Intl.NumberFormatOptions {
  switch (format?.kind) {
    case 'currency':
      return {
        style: 'currency',
        currency: format.currency,
        currencyDisplay: 'narrowSymbol',
        ...digits(format, undefined),
      };
    case 'percent':
      return { style: 'percent', ...digits(format, 1) };
    case 'number':
    case 'unit':
    case undefined:
      return format?.decimals === undefined ? { maximumFractionDigits: 4 } : digits(format, undefined);
  }
}

const trueMinus = (text: string) => text.replace('-', '−');

export interface NumberOptions {
  /** Writes “+” before what is more than zero: for differences. */
  readonly signed?: boolean;
  /** 16.72M, 1672万: for labels where room is short. */
  readonly compact?: boolean;
}

export function formatNumber(
  value: number,
  format: ShownFormat | undefined,
  language: Language,
  { signed = false, compact = false }: NumberOptions = {},
): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '#NUM!';
  const short: Intl.NumberFormatOptions = compact
    ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 }
    : {};
  // `negative` and `exceptZero` look at the rounded number: nothing is ever shown as −0.
  const options: Intl.NumberFormatOptions = {
    ...optionsOf(format),
    ...short,
    signDisplay: signed ? 'exceptZero' : 'negative',
  };
  const text = trueMinus(numberFormat(language, options).format(value));
  if (format?.kind !== 'unit') return text;
  return /^[\p{L}]/u.test(format.unit) && language === 'en' ? `${text} ${format.unit}` : text + format.unit;
}

const msPerDay = 86_400_000;
/** Serial day 25569 is 1970-01-01. */
const instantOf = (serial: number) => Math.round((serial - 25_569) * msPerDay);

const dateOptions = {
  date: { dateStyle: 'medium', timeZone: 'UTC' },
  time: { timeStyle: 'short', timeZone: 'UTC' },
  datetime: { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateType = keyof typeof dateOptions;

/** A serial number (days since 1899-12-30, times as fractions) as a civil date, time or both. */
export function formatSerial(serial: number, type: DateType, language: Language): string {
  const instant = instantOf(serial);
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return '#NUM!';
  return dateFormat(language, dateOptions[type]).format(instant);
}

/** Any value of a column. Blank is empty text; an error shows its own name. */
export function formatValue(
  value: ShownValue,
  type: string | undefined,
  format: ShownFormat | undefined,
  language: Language,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (type === 'date' || type === 'time' || type === 'datetime') return formatSerial(value, type, language);
  return formatNumber(value, format, language);
}

/** A headline: money without cents once it has four digits, so that it fits a node. */
export function formatHeadline(value: ShownValue, format: ShownFormat | undefined, language: Language): string {
  if (typeof value !== 'number') return formatValue(value, undefined, format, language);
  const whole = format?.kind === 'currency' && format.decimals === undefined && Math.abs(value) >= 1000;
  return formatNumber(value, whole ? { ...format, decimals: 0 } : format, language);
}

/** A moment of this browser's clock (milliseconds), as people read it: “12:03”. */
export function formatClock(instant: number, language: Language): string {
  return dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** How long ago, in words: “3 minutes ago”, “昨天”. */
export function formatAgo(instant: number, now: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const seconds = Math.round((instant - now) / 1000);
  if (Math.abs(seconds) < 45) return relative.format(0, 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  if (Math.abs(seconds) < 86_400 * 30) return relative.format(Math.round(seconds / 86_400), 'day');
  return dateFormat(language, { dateStyle: 'medium' }).format(instant);
}
