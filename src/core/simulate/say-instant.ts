/** Instants and stretches of time in words, the same on every machine. */
import { isoWeekday } from '../calendar/civil.ts';
import { printIsoDate, printIsoTime } from '../calendar/iso-text.ts';
import type { Language } from '../problem/problem.ts';
import { DAY } from './virtual-clock.ts';

const weekdays = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;

/** `Mon 2026-07-06 09:00`; midnight needs no time. */
export function sayInstant(instant: number, language: Language): string {
  const day = Math.floor(instant / DAY);
  const date = `${printIsoDate(day)} ${weekdays[language][isoWeekday(day) - 1] ?? ''}`;
  return instant === day * DAY ? date : `${date} ${printIsoTime(instant / DAY).slice(0, 5)}`;
}

/** `3 days 4 hours`; seconds are left out. */
export function sayStretch(length: number, language: Language): string {
  const minutes = Math.round(length / 60_000);
  const parts: readonly (readonly [number, string, string])[] = [
    [Math.floor(minutes / 1440), 'day', '天'],
    [Math.floor((minutes % 1440) / 60), 'hour', '小时'],
    [minutes % 60, 'minute', '分钟'],
  ];
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  if (told.length === 0) return language === 'en' ? 'no time' : '片刻';
  return told
    .map(([count, en, zh]) => (language === 'en' ? `${count} ${en}${count === 1 ? '' : 's'}` : `${count} ${zh}`))
    .join(' ');
}
