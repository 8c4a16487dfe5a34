/** A value in words: the same text in every browser and in Node, whatever the machine's locale. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '../calendar/iso-text.ts';
import type { Format } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { isError, type Value } from '../data/value.ts';
import { round } from '../formula/round.ts';
import type { Language } from '../problem/problem.ts';

/** How a value is shown; what a column's schema says is enough. */
export interface Shown {
  readonly type: ColumnInfo['type'];
  readonly format?: Format;
}

export function sayValue(value: Value, shown: Shown, language: Language): string {
  if (value === null) return language === 'en' ? 'blank' : '空';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return `“${value}”`;
  if (shown.type === 'date') return printIsoDate(value);
  if (shown.type === 'datetime') return printIsoDatetime(value);
  if (shown.type === 'time') return printIsoTime(value);
  return sayNumber(value, shown.format);
}

/** Thousands separated by commas; money with two decimals, percent times a hundred, other numbers with at most four decimals. */
export function sayNumber(value: number, format?: Format): string {
  switch (format?.kind) {
    case 'currency':
      return grouped(value, format.decimals ?? 2, false);
    case 'percent':
      return `${grouped(value * 100, format.decimals ?? 2, format.decimals === undefined)}%`;
    case 'unit':
      // A word stands apart (3 days), a sign does not (1.5×).
      return `${grouped(value, format.decimals ?? 4, format.decimals === undefined)}${/^\p{L}/u.test(format.unit) ? ' ' : ''}${format.unit}`;
    case 'number':
    case undefined:
      return grouped(value, format?.decimals ?? 4, format?.decimals === undefined);
  }
}

/** `trim`: without zeros at the end. */
function grouped(value: number, decimals: number, trim: boolean): string {
  const rounded = round(value, decimals);
  if (Math.abs(rounded) >= 1e21) return String(rounded);
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(decimals).split('.');
  const shown = trim ? fraction.replace(/0+$/, '') : fraction;
  const sign = rounded < 0 ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${shown === '' ? '' : `.${shown}`}`;
}
