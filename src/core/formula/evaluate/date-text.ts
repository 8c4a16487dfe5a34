/** Dates and times as people write them, to serial numbers. Month before day where only numbers are given, as in US English. */
import { daysInMonth, serialOf } from '../../calendar/civil.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_NAME = /^(\d{1,2})[- ]([a-z]{3,9})[- ,]+(\d{4}|\d{2})$/i;
const NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const NAME_YEAR = /^([a-z]{3,9})[- ](\d{4})$/i;
const CHINESE = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const CLOCK = /^(\d{1,4})(?::(\d{1,2}))?(?::(\d{1,2})(\.\d{1,9})?)?(?:\s*([ap])\.?m?\.?)?$/i;

function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  return Math.max(MONTHS.indexOf(lower), FULL.indexOf(lower)) + 1;
}

function date(year: number, month: number, day: number): number | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return serialOf(year, month, day);
}

/** Two-digit years: 00 to 29 are 2000 to 2029, the rest 1930 to 1999. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** The serial day of a date alone. */
export function parseDayText(text: string): number | undefined {
  let match = YEAR_FIRST.exec(text);
  if (match) return date(Number(match[1]), Number(match[3]), Number(match[4]));
  match = MONTH_FIRST.exec(text);
  if (match) return date(fullYear(match[4] ?? ''), Number(match[1]), Number(match[3]));
  match = DAY_NAME.exec(text);
  if (match) return date(fullYear(match[3] ?? ''), monthNamed(match[2] ?? ''), Number(match[1]));
  match = NAME_DAY.exec(text);
  if (match) return date(Number(match[3]), monthNamed(match[1] ?? ''), Number(match[2]));
  match = NAME_YEAR.exec(text);
  if (match) return date(Number(match[2]), monthNamed(match[1] ?? ''), 1);
  match = CHINESE.exec(text);
  return match ? date(Number(match[1]), Number(match[2]), Number(match[3] ?? 1)) : undefined;
}

/** A fraction of a day; hours above 24 go on, as in a time sheet. */
export function parseClockText(text: string): number | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minuteText, secondText, fraction, half] = match;
  if (minuteText === undefined && half === undefined) return undefined;
  let hour = Number(hourText);
  const [minute, second] = [Number(minuteText ?? 0), Number(secondText ?? 0)];
  if (minute > 59 || second > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return (hour * 3600 + minute * 60 + second + Number(fraction ?? 0)) / 86400;
}

interface Moment {
  readonly day: number;
  /** A fraction of a day; 0 where the text names no time. */
  readonly clock: number;
}

/** A date, a time, or a date and a time after a space or T. */
export function parseMoment(text: string): Moment | undefined {
  const date = parseDayText(text);
  if (date !== undefined) return { day: date, clock: 0 };
  const time = parseClockText(text);
  if (time !== undefined) return { day: 0, clock: time };
  const clockAt = /[T ]\s*\d{1,2}(:\d|\s*[ap]m)/i.exec(text)?.index;
  if (clockAt === undefined) return undefined;
  const day = parseDayText(text.slice(0, clockAt).trim());
  const clock = parseClockText(
    text
      .slice(clockAt + 1)
      .trim()
      .replace(/Z$/, ''),
  );
  return day === undefined || clock === undefined ? undefined : { day, clock };
}

/** The serial number of a date, a time or both. */
export function parseDateText(text: string): number | undefined {
  const moment = parseMoment(text);
  return moment && moment.day + moment.clock;
}
