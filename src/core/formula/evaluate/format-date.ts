/** A serial number written by a date section of a format code. */
import { dateOf, isoWeekday } from '../../calendar/civil.ts';
import { readDatePart } from './chinese-numerals.ts';
import type { FormatPart, FormatSection } from './format-code.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const CHINESE_DAYS = Array.from('一二三四五六日');

interface Instant {
  readonly serial: number;
  readonly day: number;
  /** Since midnight, in units of the smallest part shown. */
  readonly seconds: number;
  readonly fraction: number;
}

/** Rounds to the smallest part that the section shows, so that 59.9996 seconds become the next minute. */
function instantOf(serial: number, section: FormatSection): Instant {
  const digits = Math.max(0, ...section.parts.map((part) => (part.part === 'second-fraction' ? part.digits : 0)));
  const unit = 10 ** digits;
  const total = Math.round(serial * 86400 * unit) / unit;
  const day = Math.floor(total / 86400);
  const inDay = total - day * 86400;
  return { serial: total / 86400, day, seconds: Math.floor(inDay), fraction: inDay - Math.floor(inDay) };
}

const padded = (n: number, letters: string) => String(n).padStart(Math.min(letters.length, 2), '0');

/** `m` is minutes beside hours or seconds, else months. */
function isMinutes(parts: readonly FormatPart[], at: number): boolean {
  const clock = (part: FormatPart | undefined, letter: string) =>
    part !== undefined && 'letters' in part && part.letters.startsWith(letter);
  const dated = (part: FormatPart) => part.part === 'date' || part.part === 'elapsed';
  const before = parts.slice(0, at).findLast(dated);
  const after = parts.slice(at + 1).find(dated);
  return clock(before, 'h') || clock(after, 's');
}

function datePart(letters: string, { day, seconds }: Instant, twelve: boolean, minutes: boolean): string {
  const { year, month, day: ofMonth } = dateOf(day);
  const weekday = isoWeekday(day) - 1;
  switch (letters[0]) {
    case 'y':
      return letters.length > 2 ? String(year).padStart(4, '0') : String(year % 100).padStart(2, '0');
    case 'm': {
      if (minutes && letters.length <= 2) return padded(Math.floor(seconds / 60) % 60, letters);
      const name = MONTHS[month - 1] ?? '';
      if (letters.length === 5) return name.slice(0, 1);
      return letters.length === 3 ? name.slice(0, 3) : letters.length > 3 ? name : padded(month, letters);
    }
    case 'd': {
      const name = DAYS[weekday] ?? '';
      return letters.length === 3 ? name.slice(0, 3) : letters.length > 3 ? name : padded(ofMonth, letters);
    }
    case 'a':
      return (letters.length === 4 ? '星期' : '') + (CHINESE_DAYS[weekday] ?? '');
    case 'h': {
      const hour = Math.floor(seconds / 3600);
      return padded(twelve ? hour % 12 || 12 : hour, letters);
    }
    default:
      return padded(seconds % 60, letters);
  }
}

function elapsed(letters: string, serial: number): string {
  const seconds = Math.floor(serial * 86400 + 1e-6);
  const total = letters.startsWith('h') ? seconds / 3600 : letters.startsWith('m') ? seconds / 60 : seconds;
  return String(Math.floor(total)).padStart(letters.length, '0');
}

export function formatDate(serial: number, section: FormatSection): string {
  const instant = instantOf(serial, section);
  const inNumerals = (printed: string, letters: string) =>
    section.numerals ? readDatePart(printed, letters[0] ?? '', section.numerals) : printed;
  const twelve = section.parts.some((part) => part.part === 'half');
  return section.parts
    .map((part, at) => {
      switch (part.part) {
        case 'literal':
          return part.text;
        case 'date':
          return inNumerals(datePart(part.letters, instant, twelve, isMinutes(section.parts, at)), part.letters);
        case 'elapsed':
          return elapsed(part.letters, instant.serial);
        case 'half': {
          const [am = '', pm = ''] = part.signs.split('/');
          return instant.seconds < 43200 ? am : pm;
        }
        case 'second-fraction':
          return `.${instant.fraction.toFixed(part.digits).slice(2)}`;
        case 'digits':
          return part.signs;
        default:
          return '';
      }
    })
    .join('');
}
