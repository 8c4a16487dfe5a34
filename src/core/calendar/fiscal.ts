/** Periods of the Gregorian and of a shifted fiscal year, as half-open ranges of serial days. */
import { dateOf, isoWeek, isoWeekday, serialOf } from './civil.ts';

export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

export interface Period {
  /** `2026-03-14`, `2026-W11`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`; of fiscal years `FY2026-Q1`, `FY2026-H1`, `FY2026`. */
  readonly name: string;
  readonly from: number;
  /** The day after the last. */
  readonly to: number;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The fiscal year a day lies in, named by the calendar year in which it ends (the year itself when it starts in January). */
export function fiscalYear(serial: number, startMonth: number): number {
  const { year, month } = dateOf(serial);
  return startMonth > 1 && month >= startMonth ? year + 1 : year;
}

/** Zero-based month within the fiscal year. */
export function fiscalMonthIndex(serial: number, startMonth: number): number {
  return (dateOf(serial).month - startMonth + 12) % 12;
}

/** 1-based number of the period within its fiscal year: month 1 to 12, quarter 1 to 4, half 1 to 2. */
export function fiscalPeriodNumber(serial: number, startMonth: number, grain: keyof typeof MONTHS): number {
  return Math.floor(fiscalMonthIndex(serial, startMonth) / MONTHS[grain]) + 1;
}

function nameOf(serial: number, startMonth: number, grain: keyof typeof MONTHS): string {
  const { year, month } = dateOf(serial);
  if (grain === 'month') return `${year}-${String(month).padStart(2, '0')}`;
  const named = `${startMonth > 1 ? 'FY' : ''}${fiscalYear(serial, startMonth)}`;
  if (grain === 'year') return named;
  return `${named}-${grain === 'quarter' ? 'Q' : 'H'}${fiscalPeriodNumber(serial, startMonth, grain)}`;
}

/** The period of a grain that holds a day; years, halves and quarters start in `startMonth` (1: Gregorian). Weeks are ISO weeks. */
export function periodOf(serial: number, grain: PeriodGrain, startMonth = 1): Period {
  const day = Math.floor(serial);
  if (grain === 'day') {
    const { year, month, day: ofMonth } = dateOf(day);
    const name = `${year}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
    return { name, from: day, to: day + 1 };
  }
  if (grain === 'week') {
    const { year, week } = isoWeek(day);
    const from = day - isoWeekday(day) + 1;
    return { name: `${year}-W${String(week).padStart(2, '0')}`, from, to: from + 7 };
  }
  const { year, month } = dateOf(day);
  const length = MONTHS[grain];
  const intoPeriod = fiscalMonthIndex(day, startMonth) % length;
  return {
    name: nameOf(day, startMonth, grain),
    from: serialOf(year, month - intoPeriod, 1),
    to: serialOf(year, month - intoPeriod + length, 1),
  };
}

/** The periods that touch `[from, to)`, in order. */
export function periodsBetween(from: number, to: number, grain: PeriodGrain, startMonth = 1): readonly Period[] {
  const found: Period[] = [];
  for (let at = Math.floor(from); at < to;) {
    const period = periodOf(at, grain, startMonth);
    found.push(period);
    at = period.to;
  }
  return found;
}
