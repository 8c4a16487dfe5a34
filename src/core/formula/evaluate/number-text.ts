/** Numbers as text: the General format out, and everything a spreadsheet takes for a number in. */
import { parseDateText } from './date-text.ts';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DRESSED = /^(\(?)([+-]?)([$¥￥€£]?)([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:[eE]([+-]?\d+))?\s*(%?)(\)?)$/;

const MIXED = /^([+-]?)(\d{1,15}) (\d{1,5})\/(\d{1,5})$/;

/** `1 1/2`. */
function parseMixed(text: string): number | undefined {
  const [, sign, whole, over, under] = MIXED.exec(text) ?? [];
  if (Number(under ?? 0) === 0) return undefined;
  const magnitude = Number(whole) + Number(over) / Number(under);
  return sign === '-' ? -magnitude : magnitude;
}

function parseDressed(text: string): number | undefined {
  const match = DRESSED.exec(text);
  if (!match) return undefined;
  const [, open = '', sign = '', , inner = '', whole = '', fraction = '', exponent = '', percent = '', close = ''] =
    match;
  if ((open === '(') !== (close === ')') || (sign && inner) || (open && (sign || inner))) return undefined;
  if (!/\d/.test(whole + fraction)) return undefined;
  // A percent is two powers of ten less: dividing would round once more.
  const power = Number(exponent || 0) - (percent ? 2 : 0);
  const magnitude = Number(`${whole.replaceAll(',', '') || '0'}${fraction}e${power}`);
  return open || sign === '-' || inner === '-' ? -magnitude : magnitude;
}

/** Up to 15 digits and nothing else, which most numbers in texts are. */
function plainDigits(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

/**
 * The number a text stands for: digits with sign, exponent, thousands commas, percent, a currency sign or accounting brackets; a fraction
 * after a whole number;
 * a date or a time, as a serial number. Undefined for all other text, the empty one included.
 */
export function parseNumberText(text: string): number | undefined {
  const digits = plainDigits(text);
  if (digits !== undefined) return digits;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (PLAIN.test(trimmed)) {
    const number = Number(trimmed);
    return Number.isFinite(number) ? number : undefined;
  }
  const dressed = parseDressed(trimmed);
  if (dressed !== undefined) return Number.isFinite(dressed) ? dressed : undefined;
  return parseMixed(trimmed) ?? parseDateText(trimmed);
}

/** `digits × 10^(exponent - digits + 1)` written out, without trailing zeros. */
export function significantDigits(magnitude: number): { digits: string; exponent: number } {
  const text = magnitude.toExponential(14);
  const at = text.indexOf('e');
  const digits = (text[0] + text.slice(2, at)).replace(/0+$/, '') || '0';
  return { digits, exponent: Number(text.slice(at + 1)) };
}

/** General: at most 15 significant digits; scientific from 1E+15 on and for very small numbers. */
export function printNumber(x: number): string {
  if (x === 0) return '0';
  const sign = x < 0 ? '-' : '';
  if (Number.isInteger(x) && Math.abs(x) < 1e15) return String(x);
  const { digits, exponent } = significantDigits(Math.abs(x));
  if (exponent >= 15 || digits.length - exponent > 20) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}E${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0');
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
