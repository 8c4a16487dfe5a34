/** Notes on dates and times. */
import type { Example, Pair } from '../example.ts';
import { note, type FunctionNote, type Notes } from './note.ts';

const serial: Pair = [
  'A date is a number of days, so that adding and subtracting work: `closed + 30`.',
  '日期就是天数，因此可以加减：`closed + 30`。',
];
const holidays: Pair = [
  'Holidays are a column of dates, or a list of texts such as `{"2026-10-01", "2026-10-02"}`.',
  '节假日可以是一列日期，或 `{"2026-10-01", "2026-10-02"}` 这样的文本列表。',
];
const weekends: Pair = [
  'Weekend: 1 Saturday and Sunday, 7 Friday and Saturday, 11 Sunday alone, 17 Saturday alone; or seven signs from Monday on, 1 for days off: `"0000011"`.',
  '周末：1 为周六周日，7 为周五周六，11 仅周日，17 仅周六；或从周一起的七个数字，1 表示休息：`"0000011"`。',
];
const asOf: Pair = [
  'It reads the run’s as-of date, so that the same run gives the same answer tomorrow. There is no clock in a formula.',
  '它读取本次运行的基准日期，同一次运行明天重算结果不变。公式里没有系统时钟。',
];
const monthEnds: Pair = [
  'A day that the month has not becomes its last: 31 January and one month is 28 February.',
  '当月没有这一天时取月末：1 月 31 日加一个月是 2 月 28 日。',
];

/** 30 September 2026: an as-of date shows what a clock would hide. */
const standing = (formula: string): Example => ({
  formula,
  sample: { place: 'scalar', asOf: 46_295 },
  values: [46_295],
});
const withExample = (of: FunctionNote, example: Example): FunctionNote => ({ ...of, example });

export const dateNotes: Notes = {
  DATE: note('YEAR MONTH DAY EOMONTH', 'make date 日期 组成', serial, [
    'Months and days may overflow: month 13 is January of the next year, day 0 the last of the month before.',
    '月和日可以溢出：13 月是次年一月，0 日是上月最后一天。',
  ]),
  TIME: note('HOUR MINUTE SECOND', 'make time 时间', [
    'A time is a part of a day: 12:00 is 0.5.',
    '时间是一天的一部分：12:00 是 0.5。',
  ]),
  DATEVALUE: note('DATE TEXT VALUE', 'parse text date 文本转日期', [
    '`2026-09-30` is read everywhere the same; other spellings follow Excel’s English ones.',
    '`2026-09-30` 的写法处处一致；其他写法按 Excel 的英文习惯。',
  ]),
  TIMEVALUE: note('TIME DATEVALUE', 'parse text time 文本转时间'),
  YEAR: note('MONTH FISCALYEAR DATE', 'year of date 年份'),
  MONTH: note('YEAR DAY FISCALPERIOD', 'month of date 月份'),
  DAY: note('MONTH DATE', 'day of month 几号'),
  HOUR: note('MINUTE TIME', 'hour of time 小时'),
  MINUTE: note('HOUR SECOND', 'minute of time 分钟'),
  SECOND: note('MINUTE TIME', 'second of time 秒'),
  ISOWEEKNUM: note('WEEKNUM WEEKDAY', 'week number iso 周数 第几周'),
  WEEKDAY: note('WEEKNUM NETWORKDAYS', 'day of week monday 星期 周几', [
    'Type 2 counts from Monday = 1 to Sunday = 7.',
    '类型 2 从星期一 = 1 数到星期日 = 7。',
  ]),
  WEEKNUM: note('ISOWEEKNUM WEEKDAY', 'week of year 周数 第几周'),
  EDATE: note('EOMONTH DATEDIF', 'add months renewal 加月 续约 到期', monthEnds),
  EOMONTH: note('EDATE DATE', 'month end due 月末 账期', [
    'The first of a month: `EOMONTH(date, -1) + 1`.',
    '当月第一天：`EOMONTH(date, -1) + 1`。',
  ]),
  DATEDIF: note('DAYS YEARFRAC', 'age tenure months between 相差 工龄 月数', [
    'Whole years, months or days that have passed. A start after the end gives #NUM!.',
    '已满的年、月或天数。开始晚于结束时返回 #NUM!。',
  ]),
  DAYS: note('DATEDIF NETWORKDAYS', 'days between 相差天数', ['The end comes first.', '结束日期在前。']),
  DAYS360: note('YEARFRAC DAYS', '30/360 accounting 财务天数'),
  YEARFRAC: note('DAYS360 DATEDIF PRORATE', 'fraction of year 年占比 折算', [
    'Basis: 0 30/360 US, 1 actual, 2 actual/360, 3 actual/365, 4 30/360 European.',
    '基准：0 为美式 30/360，1 实际，2 实际/360，3 实际/365，4 欧式 30/360。',
  ]),
  TODAY: withExample(note('NOW DAYS', 'today current date 今天 当前日期', asOf), standing('TODAY()')),
  NOW: withExample(note('TODAY', 'now current time 现在 当前时间', asOf), standing('NOW()')),
  NETWORKDAYS: note('NETWORKDAYS.INTL WORKDAY', 'working days between 工作日 天数', holidays),
  'NETWORKDAYS.INTL': note('NETWORKDAYS WORKDAY.INTL', 'working days weekend 工作日 周末', weekends, holidays),
  WORKDAY: note('WORKDAY.INTL NETWORKDAYS', 'add working days deadline 工作日 截止', holidays),
  'WORKDAY.INTL': note('WORKDAY NETWORKDAYS.INTL', 'add working days weekend 工作日 周末 截止', weekends, holidays),
};
