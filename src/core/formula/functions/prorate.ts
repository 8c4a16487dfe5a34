/** PRORATE: which part of a period a span of dates covers. */
import { errors, type Value } from '../../data/value.ts';
import { dateOf, serialOf } from '../../calendar/civil.ts';
import { periodOf, type Period } from '../../calendar/fiscal.ts';
import { daysOf360 } from './day-count.ts';
import { workdaysBetween } from './work-days.ts';

const NAME = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/i;

/** `2026`, `2026-H1`, `2026-Q2`, `2026-03`. */
function readPeriod(name: string): Period | undefined {
  const match = NAME.exec(name.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  const [half, quarter, month] = [match[2], match[3], match[4]];
  if (half) return periodOf(serialOf(year, Number(half) * 6, 1), 'half');
  if (quarter) return periodOf(serialOf(year, Number(quarter) * 3, 1), 'quarter');
  return month ? periodOf(serialOf(year, Number(month), 1), 'month') : periodOf(serialOf(year, 1, 1), 'year');
}

/** Whole months of which both the first and the last day lie in `[from, to)`. */
function fullMonths(from: number, to: number): number {
  const start = dateOf(from);
  const first = start.day === 1 ? from : serialOf(start.year, start.month + 1, 1);
  const [a, b] = [dateOf(first), dateOf(to)];
  return Math.max(0, (b.year - a.year) * 12 + b.month - a.month);
}

/** `[from, to)` in the basis's unit; undefined: no such basis. */
function measure(from: number, to: number, basis: string): number | undefined {
  if (basis === 'days') return to - from;
  if (basis === 'workdays') return workdaysBetween(from, to - 1);
  if (basis === '30/360') return daysOf360(from, to, true);
  return basis === 'months' ? fullMonths(from, to) : undefined;
}

/** `from` and `to` are serial days, both counted; undefined: open on that side. */
export function prorate(from: number | undefined, to: number | undefined, name: string, basis: string): Value {
  const period = readPeriod(name);
  if (!period) return errors['#VALUE!'];
  const start = Math.max(period.from, Math.floor(from ?? period.from));
  const end = Math.min(period.to, Math.floor(to ?? period.to) + 1);
  const whole = measure(period.from, period.to, basis);
  if (whole === undefined) return errors['#VALUE!'];
  return start >= end ? 0 : (measure(start, end, basis) ?? 0) / whole;
}
