/** Every entity beside every period, a row at a time: which rows of the entities' table, and which periods by their days. */
import { dateOf, isoWeekday } from '../../calendar/civil.ts';
import { key } from '../../formula/key.ts';
import type { PeriodGrain } from '../../program/table-program.ts';
import type { Row } from './join.ts';

export function entityRows(rows: readonly Row[], by: readonly string[]): readonly number[] {
  const nameOf = (row: Row) => JSON.stringify(by.map((one) => key(row[one] ?? null)));
  return rows.flatMap((row, i) => (rows.findIndex((other) => nameOf(other) === nameOf(row)) === i ? [i] : []));
}

/** Walks day by day and begins a period wherever the day is the first of one. */
export function periodStarts(from: number, to: number, grain: PeriodGrain, firstMonth: number): readonly number[] {
  const begins = (day: number): boolean => {
    const date = dateOf(day);
    const month = (date.month - firstMonth + 12) % 12;
    switch (grain) {
      case 'day':
        return true;
      case 'week':
        return isoWeekday(day) === 1;
      case 'month':
        return date.day === 1;
      case 'quarter':
        return date.day === 1 && month % 3 === 0;
      case 'half':
        return date.day === 1 && month % 6 === 0;
      case 'year':
        return date.day === 1 && month === 0;
    }
  };
  let first = from;
  while (!begins(first)) first--;
  const starts: number[] = [];
  for (let day = first; day < to; day++) if (begins(day)) starts.push(day);
  return starts;
}
