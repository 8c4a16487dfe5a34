/** A number written by one section of a format code. */
import { fifteenDigits, round } from '../round.ts';
import { readNumber, spellDigits } from './chinese-numerals.ts';
import type { FormatPart, FormatSection } from './format-code.ts';
import { printNumber, significantDigits } from './number-text.ts';

interface Layout {
  /** Signs before and after the point, commas taken out. */
  readonly whole: string;
  readonly fraction: string;
  readonly grouped: boolean;
  /** Commas at the end: thousands left out. */
  readonly thousands: number;
}

function layoutOf(signs: string): Layout {
  const [before = '', ...after] = signs.split('.');
  const tail = /,+$/.exec(signs)?.[0].length ?? 0;
  const inner = after.length === 0 ? before.replace(/,+$/, '') : before;
  return {
    whole: before.replaceAll(',', ''),
    fraction: after.join('').replaceAll(',', ''),
    grouped: inner.includes(','),
    thousands: tail,
  };
}

/** `x` with exactly `decimals` decimals, plain digits, never scientific. */
export function fixedDigits(x: number, decimals: number): string {
  const rounded = round(Math.abs(x), decimals);
  const { digits, exponent } = significantDigits(rounded);
  const padded = rounded === 0 ? '0' : digits;
  const point = rounded === 0 ? 1 : exponent + 1;
  const whole = point <= 0 ? '0' : padded.slice(0, point).padEnd(point, '0');
  const fraction = (point <= 0 ? '0'.repeat(-point) + padded : padded.slice(point)).slice(0, decimals);
  return decimals > 0 ? `${whole}.${fraction.padEnd(decimals, '0')}` : whole;
}

export function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Lays digits over signs from the point leftwards: `0` always shows, `#` only what is there, `?` a space for nothing. */
function layWhole(digits: string, layout: Layout): string {
  const bare = digits === '0' && !layout.whole.includes('0') ? '' : digits;
  const needed = layout.whole.length - bare.length;
  let lead = '';
  for (let i = 0; i < needed; i++) {
    const sign = layout.whole[i];
    if (sign === '0') lead += '0';
    else if (sign === '?') lead += ' ';
    else if (lead.includes('0')) lead += '0';
  }
  const full = lead + bare;
  return layout.grouped ? groupThousands(full) : full;
}

function layFraction(digits: string, signs: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0' && signs[end - 1] !== '0') end--;
  const spaces = Array.from(signs.slice(end), (sign) => (sign === '?' ? ' ' : '')).join('');
  return signs === '' ? '' : `.${digits.slice(0, end)}${spaces}`;
}

function layDigits(magnitude: number, signs: string): string {
  const layout = layoutOf(signs);
  const scaled = fifteenDigits(magnitude) / 1000 ** layout.thousands;
  const [whole = '0', fraction = ''] = fixedDigits(scaled, layout.fraction.length).split('.');
  return layWhole(whole, layout) + (signs.includes('.') ? layFraction(fraction, layout.fraction) || '.' : '');
}

/** Mantissa and power so that the mantissa has as many whole digits as the format shows. */
function scientific(magnitude: number, signs: string): { mantissa: number; power: number } {
  const { whole, fraction } = layoutOf(signs);
  const width = Math.max(1, whole.length);
  if (magnitude === 0) return { mantissa: 0, power: 0 };
  const { exponent } = significantDigits(magnitude);
  const power = width === 1 ? exponent : Math.floor(exponent / width) * width;
  const mantissa = round(magnitude / 10 ** power, fraction.length);
  return mantissa >= 10 ** width ? { mantissa: mantissa / 10 ** width, power: power + width } : { mantissa, power };
}

/** Whether the section, rounded as it rounds, shows nothing but zeros. */
function showsZero(magnitude: number, section: FormatSection): boolean {
  const digits = section.parts.find((part) => part.part === 'digits');
  if (!digits || section.parts.some((part) => part.part === 'exponent')) return magnitude === 0;
  const { fraction, thousands } = layoutOf(digits.signs);
  const percents = section.parts.filter((part) => part.part === 'percent').length;
  return round((magnitude * 100 ** percents) / 1000 ** thousands, fraction.length) === 0;
}

/** `0.00`, `#,##0` and their like: decimals that always show, one digit at least before the point. */
interface PlainLayout {
  readonly decimals: number;
  readonly grouped: boolean;
}

const plainLayouts = new WeakMap<FormatSection, PlainLayout | null>();

function plainLayoutOf(section: FormatSection): PlainLayout | null {
  const known = plainLayouts.get(section);
  if (known !== undefined) return known;
  const [part] = section.parts;
  const signs = section.parts.length === 1 && part?.part === 'digits' && !section.numerals ? part.signs : '';
  const match = /^(?:(#,##0)|#*0)(?:\.(0{1,6}))?$/.exec(signs);
  const made = match ? { decimals: match[2]?.length ?? 0, grouped: match[1] !== undefined } : null;
  plainLayouts.set(section, made);
  return made;
}

/** Undefined where the number has more digits than can be written this way. */
function formatPlain(x: number, { decimals, grouped }: PlainLayout, minus: boolean): string | undefined {
  const rounded = round(Math.abs(x), decimals);
  // Below 10^15 steps of the last decimal, the double has those digits and no others.
  if (!(rounded * 10 ** decimals < 1e15)) return undefined;
  const written = rounded.toFixed(decimals);
  const sign = minus && x < 0 && rounded !== 0 ? '-' : '';
  if (!grouped || rounded < 1000) return sign + written;
  const end = decimals > 0 ? written.length - decimals - 1 : written.length;
  let whole = written.slice(Math.max(0, end - 3), end);
  for (let at = end - 3; at > 0; at -= 3) whole = `${written.slice(Math.max(0, at - 3), at)},${whole}`;
  return sign + whole + written.slice(end);
}

/** The number by a section; `minus` where the section itself does not speak of negative numbers. */
export function formatNumber(x: number, section: FormatSection, minus: boolean): string {
  const layout = plainLayoutOf(section);
  const plain = layout && formatPlain(x, layout, minus);
  if (plain) return plain;
  const magnitude = Math.abs(x);
  const percents = section.parts.filter((part) => part.part === 'percent').length;
  const scaled = percents > 0 ? fifteenDigits(magnitude * 100 ** percents) : magnitude;
  const sign = minus && x < 0 && !showsZero(magnitude, section) ? '-' : '';
  const exponent = section.parts.find((part) => part.part === 'exponent');
  const runs = section.parts.filter((part): part is Extract<FormatPart, { part: 'digits' }> => part.part === 'digits');
  const { mantissa, power } = exponent ? scientific(scaled, runs[0]?.signs ?? '0') : { mantissa: scaled, power: 0 };
  // Of several runs of digits only the last takes a whole number; the rest take what stands left of it, as in 000-0000.
  const written = runs.length > 1 ? spreadOver(mantissa, runs) : runs.map((run) => layDigits(mantissa, run.signs));
  const inNumerals = (digits: string) => (section.numerals ? spellDigits(digits, section.numerals) : digits);
  let next = 0;
  const body = section.parts.map((part) => {
    switch (part.part) {
      case 'literal':
        return part.text;
      case 'digits':
        return inNumerals(written[next++] ?? '');
      case 'percent':
        return '%';
      case 'general':
        return section.numerals ? readNumber(printNumber(magnitude), section.numerals) : printNumber(magnitude);
      case 'exponent': {
        const digits = String(Math.abs(power)).padStart(part.digits, '0');
        return `E${power < 0 ? '-' : part.plus ? '+' : ''}${digits}`;
      }
      default:
        return '';
    }
  });
  return sign + body.join('');
}

function spreadOver(magnitude: number, runs: readonly { readonly signs: string }[]): string[] {
  const all = runs.map((run) => run.signs).join('');
  let laid = layDigits(magnitude, all);
  const pieces: string[] = [];
  for (const run of [...runs].reverse().slice(0, -1)) {
    pieces.unshift(laid.slice(-run.signs.length));
    laid = laid.slice(0, -run.signs.length);
  }
  return [laid, ...pieces];
}
