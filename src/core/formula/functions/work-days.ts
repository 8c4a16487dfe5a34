import { errors, isError, type ErrorValue, type Value } from '../../data/value.ts';
import { isoWeekday, LAST_SERIAL } from '../../calendar/civil.ts';
import { toNumber } from '../evaluate/coerce.ts';
import type { Operand } from '../evaluate/matrix.ts';
import { any, define, en, inGroup, maybe, number, or, range } from './declare.ts';
import { areDates } from './date-range.ts';
import { asMatrix } from './numbers-in.ts';

/** Which days of the week, Monday first, are free. */
type Week = readonly boolean[];

const SATURDAY_SUNDAY: Week = [false, false, false, false, false, true, true];

/** 1 to 7: two days from Saturday and Sunday on; 11 to 17: one day from Sunday on; or seven signs, 1 for a free day, Monday first. */
function readWeekend(weekend: Value): Week | ErrorValue {
  if (typeof weekend === 'string' && /^[01]{7}$/.test(weekend)) {
    return Array.from(weekend, (sign) => sign === '1');
  }
  const kind = typeof weekend === 'number' ? Math.trunc(weekend) : weekend === null ? 1 : NaN;
  const free = kind >= 1 && kind <= 7 ? [kind + 4, kind + 5] : kind >= 11 && kind <= 17 ? [kind - 5] : [];
  if (free.length === 0) return typeof weekend === 'string' ? errors['#VALUE!'] : errors['#NUM!'];
  return SATURDAY_SUNDAY.map((_, day) => free.some((one) => one % 7 === day));
}

const isFree = (week: Week, day: number) => week[isoWeekday(day) - 1] === true;

/** Free days that fall on working days, each once, in order. Dates may be text, as in `{"2026/1/1"}`. */
function readHolidays(holidays: Operand | undefined, week: Week): number[] | ErrorValue {
  if (holidays === undefined) return [];
  const found: number[] = [];
  for (const cell of asMatrix(holidays).cells) {
    if (cell === null || cell === '') continue;
    const serial = toNumber(cell);
    if (isError(serial)) return serial;
    found.push(serial);
  }
  const days = new Set(found.map(Math.floor).filter((day) => !isFree(week, day)));
  return [...days].sort((a, b) => a - b);
}

/** Working days of the weeks alone from `from` to `to`, both counted. */
function countWeekdays(from: number, to: number, week: Week): number {
  const days = to - from + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * week.filter((free) => !free).length;
  for (let day = from + weeks * 7; day <= to; day++) if (!isFree(week, day)) count++;
  return count;
}

/** Mondays to Fridays from `from` to `to`, both counted. */
export function workdaysBetween(from: number, to: number): number {
  return to < from ? 0 : countWeekdays(from, to, SATURDAY_SUNDAY);
}

function netWorkdays(start: number, end: number, weekend: Value, holidays: Operand | undefined): Value {
  const week = readWeekend(weekend);
  if (isError(week)) return week;
  const free = readHolidays(holidays, week);
  if (isError(free)) return free;
  if (!areDates(start, end)) return errors['#NUM!'];
  const [from, to] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const count = countWeekdays(from, to, week) - free.filter((day) => day >= from && day <= to).length;
  return start > end ? -count : count;
}

function workday(start: number, days: number, weekend: Value, holidays: Operand | undefined): Value {
  const week = readWeekend(weekend);
  if (isError(week)) return week;
  const free = readHolidays(holidays, week);
  if (isError(free)) return free;
  if (week.every((free) => free)) return errors['#VALUE!'];
  if (!areDates(start) || Math.abs(days) > LAST_SERIAL) return errors['#NUM!'];
  const step = days < 0 ? -1 : 1;
  const perWeek = week.filter((one) => !one).length;
  let left = Math.abs(Math.trunc(days));
  let day = Math.floor(start);
  const taken = new Set(free);
  while (left > 0 && areDates(day)) {
    const weeks = Math.floor((left - 1) / perWeek);
    if (weeks > 0) {
      const next = day + step * weeks * 7;
      const [low, high] = step > 0 ? [day + 1, next] : [next, day - 1];
      left -= weeks * perWeek - free.filter((one) => one >= low && one <= high).length;
      day = next;
    } else {
      day += step;
      if (!isFree(week, day) && !taken.has(day)) left--;
    }
  }
  return areDates(day) ? day : errors['#NUM!'];
}

export const workDayFunctions = inGroup('date', [
  define({
    name: 'NETWORKDAYS',
    parameters: [number('start'), number('end'), maybe(range('holidays'))],
    result: 'number',
    help: en('Working days between two dates, both counted.', '两个日期之间的工作日数，含首尾。'),
    example: ['NETWORKDAYS(41183, 41334)', 110],
    kernel: ([start, end, holidays]) => netWorkdays(start, end, 1, holidays),
  }),
  define({
    name: 'NETWORKDAYS.INTL',
    parameters: [number('start'), number('end'), or(any('weekend'), 1), maybe(range('holidays'))],
    result: 'number',
    help: en('Working days between two dates with a weekend of your own.', '两个日期之间的工作日数，可自定周末。'),
    example: ['NETWORKDAYS.INTL(45292, 45322, 11)', 27],
    kernel: ([start, end, weekend, holidays]) => netWorkdays(start, end, weekend, holidays),
  }),
  define({
    name: 'WORKDAY',
    parameters: [number('start'), number('days'), maybe(range('holidays'))],
    result: 'date',
    help: en('The date some working days later or earlier.', '若干个工作日之后（或之前）的日期。'),
    example: ['WORKDAY(45303, 5)', 45310],
    kernel: ([start, days, holidays]) => workday(start, days, 1, holidays),
  }),
  define({
    name: 'WORKDAY.INTL',
    parameters: [number('start'), number('days'), or(any('weekend'), 1), maybe(range('holidays'))],
    result: 'date',
    help: en(
      'The date some working days later or earlier, with a weekend of your own.',
      '若干个工作日之后（或之前）的日期，可自定周末。',
    ),
    example: ['WORKDAY.INTL(45306, 10, 7)', 45320],
    kernel: ([start, days, weekend, holidays]) => workday(start, days, weekend, holidays),
  }),
]);
