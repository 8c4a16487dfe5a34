/** An amount as people type it: a number, a percentage, or a scalar formula such as a parameter's name. */
import { formatNumber, type ShownFormat } from '#ui/format-value.ts';
import type { Language } from '#ui/language.tsx';
import { readNumber } from '#ui/read-number.ts';

export type Amount = number | string;
export type AmountFormat = 'number' | 'percent' | 'currency';

/**
 * `undefined`: nothing was typed. Where percentages are meant, Excel's rule for percent cells holds: a sign is obeyed, a bare number from 1 on is
 * a percentage (`4` is 4 %), a smaller one is a fraction (`0.04` is 4 %). What is no number is a formula.
 */
export function readAmount(text: string, format: AmountFormat = 'number'): Amount | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const plain = readNumber(typed);
  if (plain === undefined) return typed;
  if (format !== 'percent' || typed.normalize('NFKC').endsWith('%') || Math.abs(plain) < 1) return plain;
  return readNumber(typed, true) ?? plain;
}

const digits = (value: number) => Number(value.toPrecision(15));

/** Full precision, as it can be read back: what is shown rounded is never what is saved. */
export function amountText(value: Amount | undefined, format: AmountFormat = 'number'): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return format === 'percent' ? `${digits(value * 100)}%` : String(value);
}

/** How it is shown at rest: rates with one decimal and more where they have more, edges without needless ones. */
export function shownAmount(
  value: Amount | undefined,
  format: AmountFormat,
  language: Language,
  leastDecimals = 0,
  currency?: string,
): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const text = String(digits(format === 'percent' ? value * 100 : value));
  const own = text.includes('e') ? 0 : (text.split('.')[1]?.length ?? 0);
  const decimals = Math.min(10, Math.max(leastDecimals, own));
  const shape: ShownFormat =
    format === 'percent'
      ? { kind: 'percent', decimals }
      : format === 'currency' && currency !== undefined
        ? { kind: 'currency', currency, decimals: own === 0 ? 0 : Math.max(2, own) }
        : { kind: 'number', decimals };
  return formatNumber(value, shape, language);
}
