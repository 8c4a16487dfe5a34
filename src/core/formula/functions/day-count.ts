/** Distances between dates: 30/360 in its manners, fractions of a year, DATEDIF's units. Serial days without time of day. */
import { errors, type Value } from '../../data/value.ts';
import { dateOf, daysInMonth, isLeapYear, serialOf, type CivilDate } from '../../calendar/civil.ts';

const endsFebruary = ({ year, month, day }: CivilDate) => month === 2 && day === daysInMonth(year, 2);

const days360 = (from: CivilDate, to: CivilDate, fromDay: number, toDay: number) =>
  (to.year - from.year) * 360 + (to.month - from.month) * 30 + toDay - fromDay;

/** DAYS360: US (NASD) manner, or European where every 31st is a 30th. */
export function daysOf360(start: number, end: number, european: boolean): number {
  const [from, to] = [dateOf(start), dateOf(end)];
  if (european) return days360(from, to, Math.min(from.day, 30), Math.min(to.day, 30));
  const fromDay = from.day === 31 || endsFebruary(from) ? 30 : from.day;
  return days360(from, to, fromDay, to.day === 31 && fromDay === 30 ? 30 : to.day);
}

/** 30/360 as YEARFRAC counts it: two ends of February also make 30 days of a month. */
function nasd360(start: number, end: number): number {
  const [from, to] = [dateOf(start), dateOf(end)];
  const toDay = endsFebruary(from) && endsFebruary(to) ? 30 : to.day === 31 && from.day >= 30 ? 30 : to.day;
  const fromDay = from.day === 31 || endsFebruary(from) ? 30 : from.day;
  return days360(from, to, fromDay, toDay);
}

/** Days of the year that an actual/actual fraction divides by. */
function actualYear(start: number, end: number): number {
  const [from, to] = [dateOf(start), dateOf(end)];
  const withinAYear =
    from.year === to.year ||
    (to.year === from.year + 1 && (from.month > to.month || (from.month === to.month && from.day >= to.day)));
  if (!withinAYear) return (serialOf(to.year + 1, 1, 1) - serialOf(from.year, 1, 1)) / (to.year - from.year + 1);
  if (from.year === to.year) return isLeapYear(from.year) ? 366 : 365;
  const leapDay = isLeapYear(from.year)
    ? serialOf(from.year, 2, 29)
    : isLeapYear(to.year)
      ? serialOf(to.year, 2, 29)
      : NaN;
  return leapDay >= start && leapDay <= end ? 366 : 365;
}

/** YEARFRAC. Bases: 0 US 30/360, 1 actual/actual, 2 actual/360, 3 actual/365, 4 European 30/360. */
export function yearFraction(start: number, end: number, basis: number): Value {
  const [from, to] = start <= end ? [start, end] : [end, start];
  switch (basis) {
    case 0:
      return nasd360(from, to) / 360;
    case 1:
      return (to - from) / actualYear(from, to);
    case 2:
      return (to - from) / 360;
    case 3:
      return (to - from) / 365;
    case 4:
      return daysOf360(from, to, true) / 360;
    default:
      return errors['#NUM!'];
  }
}

/** Whole months between two dates: a month is over on the same day of a later one. */
export function wholeMonths(start: number, end: number): number {
  const [from, to] = [dateOf(start), dateOf(end)];
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

/** DATEDIF: `Y M D` whole units, `YM MD YD` what is left after larger ones. */
export function dateDifference(start: number, end: number, unit: string): Value {
  if (start > end) return errors['#NUM!'];
  const months = wholeMonths(start, end);
  const [from, to] = [dateOf(start), dateOf(end)];
  switch (unit.toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return end - start;
    case 'YM':
      return months % 12;
    case 'MD':
      return to.day >= from.day ? to.day - from.day : end - serialOf(to.year, to.month - 1, from.day);
    case 'YD': {
      const sameYear = serialOf(to.year, from.month, from.day);
      return end - (sameYear > end ? serialOf(to.year - 1, from.month, from.day) : sameYear);
    }
    default:
      return errors['#NUM!'];
  }
}
