import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dateOf,
  endOfMonth,
  FIRST_SERIAL,
  isoWeek,
  isoWeekday,
  LAST_SERIAL,
  serialOf,
  timeOf,
} from './civil.ts';
import { fiscalPeriodNumber, fiscalYear, periodOf, periodsBetween } from './fiscal.ts';
import {
  parseIsoDate,
  parseIsoDatetime,
  parseIsoTime,
  printIsoDate,
  printIsoDatetime,
  printIsoTime,
} from './iso-text.ts';

const day = fc.integer({ min: FIRST_SERIAL, max: LAST_SERIAL });

describe('civil dates', () => {
  test('serial numbers are Excel’s from 1 March 1900 on', () => {
    expect(serialOf(1900, 3, 1)).toBe(61);
    expect(serialOf(2024, 2, 29)).toBe(45351);
    expect(serialOf(9999, 12, 31)).toBe(LAST_SERIAL);
    expect(serialOf(1, 1, 1)).toBe(FIRST_SERIAL);
    expect(serialOf(2024, 14, 1)).toBe(45689);
    expect(serialOf(2023, 1, 0)).toBe(44926);
  });

  test('every day agrees with the host’s own calendar', () => {
    fc.assert(
      fc.property(day, (serial) => {
        const host = new Date((serial - 25569) * 86_400_000);
        const date = dateOf(serial);
        expect(date).toEqual({ year: host.getUTCFullYear(), month: host.getUTCMonth() + 1, day: host.getUTCDate() });
        expect(serialOf(date.year, date.month, date.day)).toBe(serial);
        expect(isoWeekday(serial)).toBe(host.getUTCDay() || 7);
      }),
      { numRuns: 500 },
    );
  });

  test('months end where they end', () => {
    expect(addMonths(45322, 1)).toBe(45351);
    expect(addMonths(45382, -1)).toBe(45351);
    expect(addMonths(45351, 12)).toBe(45716);
    expect(endOfMonth(45322, -3)).toBe(45230);
  });

  test('ISO weeks belong to the year of their Thursday', () => {
    expect(isoWeek(serialOf(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(isoWeek(serialOf(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
  });

  test('a time of day is told to the nearest second', () => {
    expect(timeOf(45306.541)).toEqual({ hour: 12, minute: 59, second: 2 });
    expect(timeOf(0.75)).toEqual({ hour: 18, minute: 0, second: 0 });
  });
});

describe('dates as text', () => {
  test('reads only real dates', () => {
    expect(parseIsoDate('2024-02-29')).toBe(45351);
    for (const wrong of ['2023-02-29', '2024-13-01', '2024-1-1', '24-01-01', '2024-02-30', 'soon', '0000-01-01']) {
      expect(parseIsoDate(wrong)).toBeUndefined();
    }
    expect(parseIsoTime('18:00')).toBe(0.75);
    expect(parseIsoTime('24:00')).toBeUndefined();
    expect(parseIsoDatetime('2024-02-29T06:00:00Z')).toBe(45351.25);
    expect(parseIsoDatetime('2024-02-29 06:00')).toBe(45351.25);
    expect(parseIsoDatetime('2024-02-29x06:00')).toBeUndefined();
  });

  test('prints what it reads', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86399 }), (serial, second) => {
        expect(parseIsoDate(printIsoDate(serial))).toBe(serial);
        const instant = serial + second / 86400;
        expect(printIsoDatetime(parseIsoDatetime(printIsoDatetime(instant)) ?? NaN)).toBe(printIsoDatetime(instant));
      }),
    );
    expect(printIsoDate(45351.9)).toBe('2024-02-29');
    expect(printIsoTime(0.5)).toBe('12:00:00');
    expect(printIsoDatetime(45351.999999999)).toBe('2024-03-01T00:00:00');
  });
});

describe('periods', () => {
  test('a fiscal year is named by the year in which it ends', () => {
    expect(fiscalYear(serialOf(2026, 3, 31), 4)).toBe(2026);
    expect(fiscalYear(serialOf(2026, 4, 1), 4)).toBe(2027);
    expect(fiscalYear(serialOf(2026, 12, 31), 1)).toBe(2026);
    expect(fiscalPeriodNumber(serialOf(2026, 4, 1), 4, 'quarter')).toBe(1);
    expect(fiscalPeriodNumber(serialOf(2026, 3, 31), 4, 'month')).toBe(12);
  });

  test('periods of every grain hold their day and meet without a gap', () => {
    expect(periodOf(serialOf(2026, 2, 14), 'quarter')).toEqual({
      name: '2026-Q1',
      from: serialOf(2026, 1, 1),
      to: serialOf(2026, 4, 1),
    });
    expect(periodOf(serialOf(2026, 2, 14), 'half', 4).name).toBe('FY2026-H2');
    expect(periodOf(serialOf(2026, 3, 14), 'week').name).toBe('2026-W11');
    fc.assert(
      fc.property(
        day.filter((serial) => serial < LAST_SERIAL - 800),
        fc.constantFrom('day', 'week', 'month', 'quarter', 'half', 'year'),
        fc.integer({ min: 1, max: 12 }),
        (serial, grain, start) => {
          const period = periodOf(serial, grain, start);
          expect(period.from).toBeLessThanOrEqual(serial);
          expect(period.to).toBeGreaterThan(serial);
          expect(periodOf(period.to, grain, start).from).toBe(period.to);
        },
      ),
    );
    expect(periodsBetween(serialOf(2026, 1, 15), serialOf(2026, 4, 1), 'month').map((one) => one.name)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
  });
});
