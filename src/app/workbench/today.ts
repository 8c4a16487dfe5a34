import { serialOf } from '#core/calendar/civil.ts';

/** Today where the person is, as serial days: the as-of date of runs. The only place that looks at the clock for it. */
export function today(now = new Date()): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
