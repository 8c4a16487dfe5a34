/**
 * Civil dates as whole numbers: serial days in Excel's numbering from 1 March 1900 (61) on. Before that day the count simply
 * goes on backwards (30 December 1899 is 0), without Excel's invented 29 February 1900. Gregorian throughout.
 */

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Serial of 1970-01-01. */
const UNIX_EPOCH = 25569;
/** Serials of 0001-01-01 and 9999-12-31: the dates this product knows. */
export const FIRST_SERIAL = -693593;
export const LAST_SERIAL = 2958465;

/** The serial of a date; the month may lie outside 1 to 12 and the day outside its month: they carry, as in DATE. */
export function serialOf(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const m = months - y * 12 + 1;
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + UNIX_EPOCH + (day - 1);
}

/** The date of a serial; its time of day is ignored. */
export function dateOf(serial: number): CivilDate {
  const days = Math.floor(serial) - UNIX_EPOCH + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day `months` later, or the month's last day where it has no such day (EDATE). */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = dateOf(serial);
  const first = dateOf(serialOf(year, month + months, 1));
  return serialOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

/** The last day of the month `months` away (EOMONTH). */
export function endOfMonth(serial: number, months: number): number {
  const { year, month } = dateOf(serial);
  return serialOf(year, month + months + 1, 0);
}

/** 1 Monday to 7 Sunday. */
export function isoWeekday(serial: number): number {
  const rest = (Math.floor(serial) - 2) % 7;
  return (rest < 0 ? rest + 7 : rest) + 1;
}

export function isoWeek(serial: number): { readonly year: number; readonly week: number } {
  const thursday = Math.floor(serial) - isoWeekday(serial) + 4;
  const { year } = dateOf(thursday);
  return { year, week: Math.floor((thursday - serialOf(year, 1, 1)) / 7) + 1 };
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The time of day of a serial, to the nearest second. */
export function timeOf(serial: number): TimeOfDay {
  const seconds = Math.round((serial - Math.floor(serial)) * 86400) % 86400;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}
