/**
 * Instants of a simulation: whole milliseconds of civil time, counted like serial days. The clock has no zone: every instant of the data is read as
 * it would stand on the customer's own wall.
 */
import { addMonths, isoWeekday } from '../calendar/civil.ts';
import { parseIsoTime } from '../calendar/iso-text.ts';
import { neverLoud, type QuietHours } from '../program/quiet-hours.ts';

export const DAY = 86_400_000;

export function instantOf(serial: number): number {
  return Math.round(serial * DAY);
}
export function serialOfInstant(instant: number): number {
  return instant / DAY;
}

/** Milliseconds into the day of `HH:MM`; undefined where it is no time. */
export function timeOfDay(text: string): number | undefined {
  const part = parseIsoTime(text);
  return part === undefined ? undefined : Math.round(part * DAY);
}

/** `days` later at the same time, or at `at`: always after `from`, so “today at 9” said at 10 is tomorrow. */
export function addCalendar(from: number, step: { months?: number; days?: number; at?: string }): number {
  const day = Math.floor(from / DAY);
  const clock = from - day * DAY;
  const moved = addMonths(day, step.months ?? 0) + (step.days ?? 0);
  const at = step.at === undefined ? undefined : timeOfDay(step.at);
  const due = moved * DAY + (at ?? clock);
  return at !== undefined && due <= from ? due + DAY : due;
}

/** The end of the quiet hours that hold at an instant; the instant itself where none do. */
export function afterQuietHours(instant: number, quiet: QuietHours): number {
  const from = timeOfDay(quiet.from);
  const to = timeOfDay(quiet.to);
  if (from === undefined || to === undefined || neverLoud(quiet)) return instant;
  let now = instant;
  for (;;) {
    const day = Math.floor(now / DAY);
    const clock = now - day * DAY;
    const begins = (one: number) => quiet.days.includes(isoWeekday(one));
    if (from < to) {
      if (!begins(day) || clock < from || clock >= to) return now;
      now = day * DAY + to;
    } else if (begins(day) && clock >= from) now = (day + 1) * DAY + to;
    else if (begins(day - 1) && clock < to) now = day * DAY + to;
    else return now;
  }
}
