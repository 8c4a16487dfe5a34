/** Dates as text: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`, `HH:MM:SS`. Serial numbers in, serial numbers out. */
import { dateOf, daysInMonth, serialOf } from './civil.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/;

const two = (n: number) => String(n).padStart(2, '0');

/** The serial of a real date written `YYYY-MM-DD`, else undefined. */
export function parseIsoDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return serialOf(year, month, day);
}

/** A fraction of a day from `HH:MM`, `HH:MM:SS` or with a fraction of a second; `24:00` is not a time. */
export function parseIsoTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = match[4] === undefined ? 0 : Number(`0.${match[4]}`);
  return (hour * 3600 + minute * 60 + second + fraction) / 86400;
}

/** `YYYY-MM-DD`, then `T` or a space, then a time; a trailing `Z` is allowed and means nothing: times here are local. */
export function parseIsoDatetime(text: string): number | undefined {
  const date = parseIsoDate(text.slice(0, 10));
  if (date === undefined) return undefined;
  if (text.length === 10) return date;
  if (text[10] !== 'T' && text[10] !== ' ') return undefined;
  const time = parseIsoTime(text.endsWith('Z') ? text.slice(11, -1) : text.slice(11));
  return time === undefined ? undefined : date + time;
}

export function printIsoDate(serial: number): string {
  const { year, month, day } = dateOf(serial);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`;
}

function printMilliseconds(total: number): string {
  const seconds = Math.floor(total / 1000);
  const rest = total % 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}

/** `HH:MM:SS`, with milliseconds only where there are any. */
export function printIsoTime(serial: number): string {
  return printMilliseconds(Math.round((serial - Math.floor(serial)) * 86_400_000) % 86_400_000);
}

/** `YYYY-MM-DDTHH:MM:SS`, to the millisecond. */
export function printIsoDatetime(serial: number): string {
  const day = Math.floor(serial);
  const milliseconds = Math.round((serial - day) * 86_400_000);
  return milliseconds >= 86_400_000
    ? `${printIsoDate(day + 1)}T00:00:00`
    : `${printIsoDate(day)}T${printMilliseconds(milliseconds)}`;
}
