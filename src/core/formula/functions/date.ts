import { errors, type Value } from '../../data/value.ts';
import { addMonths, dateOf, endOfMonth, isoWeek, isoWeekday, serialOf, timeOf } from '../../calendar/civil.ts';
import { parseClockText, parseDateText, parseDayText, parseMoment } from '../evaluate/date-text.ts';
import { areDates } from './date-range.ts';
import { dateDifference, daysOf360, yearFraction } from './day-count.ts';
import { define, defineNumeric, en, inGroup, number, or, text, truth, type Ungrouped } from './declare.ts';

const whole = Math.floor;
const dated = (serial: number): Value => (areDates(serial) ? serial : errors['#NUM!']);

function part(
  name: string,
  help: readonly [string, string],
  example: readonly [string, number],
  of: (serial: number) => number,
): Ungrouped {
  return defineNumeric({
    name,
    parameters: [number('date')],
    result: 'number',
    help: en(...help),
    example,
    numeric: (serial) => (areDates(serial) ? of(serial) : errors['#NUM!']),
  });
}

/** WEEKDAY's types: 1 Sunday is 1; 2 Monday is 1; 3 Monday is 0; 11 to 17: the week starts on Monday to Sunday. */
function weekday(serial: number, type: number): Value {
  const day = isoWeekday(serial);
  if (type === 3) return day - 1;
  const first = type === 1 ? 7 : type === 2 ? 1 : type >= 11 && type <= 17 ? type - 10 : undefined;
  return first === undefined ? errors['#NUM!'] : ((day - first + 7) % 7) + 1;
}

/** WEEKNUM's types: 1 and 17 from Sunday, 2 and 11 from Monday, 12 to 16 on; 21 ISO. The week of 1 January is the first. */
function weekNumber(serial: number, type: number): Value {
  if (type === 21) return isoWeek(serial).week;
  const first = type === 1 ? 7 : type === 2 ? 1 : type >= 11 && type <= 17 ? type - 10 : undefined;
  if (first === undefined) return errors['#NUM!'];
  const newYear = serialOf(dateOf(serial).year, 1, 1);
  const lead = (isoWeekday(newYear) - first + 7) % 7;
  return Math.floor((whole(serial) - newYear + lead) / 7) + 1;
}

export const dateFunctions = inGroup('date', [
  define({
    name: 'DATE',
    parameters: [number('year'), number('month'), number('day')],
    result: 'date',
    help: en('A date from year, month and day; months and days carry over.', '由年、月、日组成日期；月和日可以进位。'),
    example: ['DATE(2024, 2, 29)', 45351],
    kernel: ([year, month, day]) => {
      const y = Math.trunc(year);
      const full = y >= 0 && y < 1900 ? y + 1900 : y;
      if (full < 0 || full > 9999 || Math.abs(month) > 1e6 || Math.abs(day) > 1e8) return errors['#NUM!'];
      return dated(serialOf(full, whole(month), whole(day)));
    },
  }),
  define({
    name: 'TIME',
    parameters: [number('hour'), number('minute'), number('second')],
    result: 'time',
    help: en('A time of day as a fraction of a day.', '由时、分、秒组成时间。'),
    example: ['TIME(12, 0, 0)', 0.5],
    kernel: ([hour, minute, second]) => {
      const parts = [hour, minute, second].map(Math.trunc);
      if (parts.some((one) => Math.abs(one) > 32767)) return errors['#NUM!'];
      const seconds = (parts[0] ?? 0) * 3600 + (parts[1] ?? 0) * 60 + (parts[2] ?? 0);
      return seconds < 0 ? errors['#NUM!'] : (seconds % 86400) / 86400;
    },
  }),
  define({
    name: 'DATEVALUE',
    parameters: [text('date_text')],
    result: 'date',
    help: en('The date that a text stands for.', '把文本转换为日期。'),
    example: ['DATEVALUE("2011-02-23")', 40597],
    kernel: ([source]) => {
      const trimmed = source.trim();
      const serial = parseDateText(trimmed);
      if (serial === undefined || (parseDayText(trimmed) === undefined && parseClockText(trimmed) !== undefined)) {
        return errors['#VALUE!'];
      }
      return whole(serial);
    },
  }),
  define({
    name: 'TIMEVALUE',
    parameters: [text('time_text')],
    result: 'time',
    help: en('The time of day that a text stands for.', '把文本转换为时间。'),
    example: ['TIMEVALUE("2:24 AM")', 0.1],
    kernel: ([source]) => {
      const moment = parseMoment(source.trim());
      return moment ? moment.clock % 1 : errors['#VALUE!'];
    },
  }),
  part('YEAR', ['The year of a date.', '日期的年份。'], ['YEAR(45657)', 2024], (serial) => dateOf(serial).year),
  part(
    'MONTH',
    ['The month of a date, 1 to 12.', '日期的月份，1 到 12。'],
    ['MONTH(45657)', 12],
    (serial) => dateOf(serial).month,
  ),
  part('DAY', ['The day of the month.', '日期在当月的第几天。'], ['DAY(45657)', 31], (serial) => dateOf(serial).day),
  part(
    'HOUR',
    ['The hour of a time, 0 to 23.', '时间的小时，0 到 23。'],
    ['HOUR(0.75)', 18],
    (serial) => timeOf(serial).hour,
  ),
  part(
    'MINUTE',
    ['The minute of a time, 0 to 59.', '时间的分钟，0 到 59。'],
    ['MINUTE(0.51)', 14],
    (serial) => timeOf(serial).minute,
  ),
  part(
    'SECOND',
    ['The second of a time, 0 to 59.', '时间的秒，0 到 59。'],
    ['SECOND(TIME(1, 2, 3))', 3],
    (serial) => timeOf(serial).second,
  ),
  part(
    'ISOWEEKNUM',
    ['The ISO week of a date.', '日期所在的 ISO 周数。'],
    ['ISOWEEKNUM(44199)', 53],
    (serial) => isoWeek(serial).week,
  ),
  defineNumeric({
    name: 'WEEKDAY',
    parameters: [number('date'), or(number('type'), 1)],
    result: 'number',
    help: en('The day of the week, Sunday 1 unless a type says otherwise.', '星期几，默认星期日为 1。'),
    example: ['WEEKDAY(45306)', 2],
    numeric: (serial, type) => (areDates(serial) ? weekday(serial, Math.trunc(type)) : errors['#NUM!']),
  }),
  defineNumeric({
    name: 'WEEKNUM',
    parameters: [number('date'), or(number('type'), 1)],
    result: 'number',
    help: en('The week of the year; type 21 is the ISO week.', '一年中的第几周；类型 21 为 ISO 周。'),
    example: ['WEEKNUM(DATE(2012, 3, 9))', 10],
    numeric: (serial, type) => (areDates(serial) ? weekNumber(serial, Math.trunc(type)) : errors['#NUM!']),
  }),
  defineNumeric({
    name: 'EDATE',
    parameters: [number('date'), number('months')],
    result: 'date',
    help: en('The same day some months later or earlier.', '若干个月之后（或之前）的同一天。'),
    example: ['EDATE(45322, 1)', 45351],
    numeric: (serial, months) =>
      areDates(serial) && Math.abs(months) < 2e5
        ? dated(addMonths(whole(serial), Math.trunc(months)))
        : errors['#NUM!'],
  }),
  defineNumeric({
    name: 'EOMONTH',
    parameters: [number('date'), number('months')],
    result: 'date',
    help: en('The last day of a month some months later or earlier.', '若干个月之后（或之前）的月末。'),
    example: ['EOMONTH(45328, 0)', 45351],
    numeric: (serial, months) =>
      areDates(serial) && Math.abs(months) < 2e5 ? dated(endOfMonth(serial, Math.trunc(months))) : errors['#NUM!'],
  }),
  define({
    name: 'DATEDIF',
    parameters: [number('start'), number('end'), text('unit')],
    result: 'number',
    help: en(
      'Whole years, months or days between two dates ("Y", "M", "D", "YM", "MD", "YD").',
      '两个日期之间的整年、整月或天数（"Y"、"M"、"D"、"YM"、"MD"、"YD"）。',
    ),
    example: ['DATEDIF(36892, 37622, "Y")', 2],
    kernel: ([start, end, unit]) =>
      areDates(start, end) ? dateDifference(whole(start), whole(end), unit) : errors['#NUM!'],
  }),
  defineNumeric({
    name: 'DAYS',
    parameters: [number('end'), number('start')],
    result: 'number',
    help: en('Days from one date to another.', '两个日期之间的天数。'),
    example: ['DAYS(DATE(2021, 3, 15), DATE(2021, 2, 1))', 42],
    numeric: (end, start) => (areDates(start, end) ? whole(end) - whole(start) : errors['#NUM!']),
  }),
  define({
    name: 'DAYS360',
    parameters: [number('start'), number('end'), or(truth('european'), false)],
    result: 'number',
    help: en('Days between two dates in a year of twelve months of 30 days.', '按每月 30 天计算的两个日期之间的天数。'),
    example: ['DAYS360(DATE(2011, 1, 30), DATE(2011, 2, 1))', 1],
    kernel: ([start, end, european]) => (areDates(start, end) ? daysOf360(start, end, european) : errors['#NUM!']),
  }),
  defineNumeric({
    name: 'YEARFRAC',
    parameters: [number('start'), number('end'), or(number('basis'), 0)],
    result: 'number',
    help: en('The part of a year between two dates, by one of five bases.', '两个日期之间占一年的比例，可选五种基准。'),
    example: ['YEARFRAC(40909, 41120, 3)', 211 / 365],
    numeric: (start, end, basis) =>
      areDates(start, end) ? yearFraction(whole(start), whole(end), Math.trunc(basis)) : errors['#NUM!'],
  }),
  define({
    name: 'TODAY',
    parameters: [],
    result: 'date',
    help: en('The day for which the run is made, not the clock’s.', '本次运行的基准日期，而非系统时钟。'),
    example: ['TODAY()', 0],
    kernel: (_, { environment }) => whole(environment.asOf),
  }),
  define({
    name: 'NOW',
    parameters: [],
    result: 'datetime',
    help: en('The instant for which the run is made, not the clock’s.', '本次运行的基准时刻，而非系统时钟。'),
    example: ['NOW()', 0],
    kernel: (_, { environment }) => environment.asOf,
  }),
]);
