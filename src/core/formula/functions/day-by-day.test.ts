// The functions of dates against counting one day after another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf, runFormula } from '../testing/run-formula.ts';

/** The host's calendar. */
const host = (serial: number) => new Date((serial - 25569) * 86_400_000);
const partsOf = (serial: number) => {
  const date = host(serial);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};
/** Monday 0 to Sunday 6. */
const weekday = (serial: number) => (host(serial).getUTCDay() + 6) % 7;
const isFirst = (serial: number) => partsOf(serial).day === 1;

const day = fc.integer({ min: 36526, max: 47847 });
const weekend = fc
  .array(fc.constantFrom('0', '1'), { minLength: 7, maxLength: 7 })
  .map((signs) => signs.join(''))
  .filter((signs) => signs !== '1111111');
const holidaysNear = (serial: number) =>
  fc.array(fc.integer({ min: serial - 60, max: serial + 60 }), { minLength: 1, maxLength: 8 });
const near = day.chain((start) =>
  fc.record({
    start: fc.constant(start),
    span: fc.integer({ min: -60, max: 60 }),
    weekend,
    holidays: holidaysNear(start),
  }),
);

describe('dates, day by day', () => {
  test('EDATE and EOMONTH walk the calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (serial, months) => {
        // The first day of the wanted month, by walking over first days.
        let first = serial;
        while (!isFirst(first)) first--;
        for (let left = months; left !== 0; left -= Math.sign(left)) {
          do first += Math.sign(left);
          while (!isFirst(first));
        }
        let last = first;
        while (!isFirst(last + 1)) last++;
        expect(runFormula(`EOMONTH(${serial}, ${months})`)).toBe(last);
        expect(runFormula(`EDATE(${serial}, ${months})`)).toBe(Math.min(last, first + partsOf(serial).day - 1));
      }),
      { numRuns: 80 },
    );
  });

  test('NETWORKDAYS.INTL counts working days', () => {
    fc.assert(
      fc.property(near, ({ start, span, weekend: free, holidays }) => {
        const works = (serial: number) => free[weekday(serial)] === '0' && !holidays.includes(serial);
        const [from, to] = [Math.min(start, start + span), Math.max(start, start + span)];
        let count = 0;
        for (let at = from; at <= to; at++) if (works(at)) count++;
        const wanted = span < 0 ? -count : count;
        const list = listOf(holidays);
        expect(runFormula(`NETWORKDAYS.INTL(${start}, ${start + span}, "${free}", ${list})`)).toBe(
          wanted === 0 ? 0 : wanted,
        );
        const plain = runFormula(`NETWORKDAYS.INTL(${start}, ${start + span}, "0000011", ${list})`);
        expect(runFormula(`NETWORKDAYS(${start}, ${start + span}, ${list})`)).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });

  test('WORKDAY.INTL steps over free days', () => {
    fc.assert(
      fc.property(near, ({ start, span, weekend: free, holidays }) => {
        const works = (serial: number) => free[weekday(serial)] === '0' && !holidays.includes(serial);
        let at = start;
        for (let left = span; left !== 0; left -= Math.sign(left)) {
          do at += Math.sign(left);
          while (!works(at));
        }
        expect(runFormula(`WORKDAY.INTL(${start}, ${span}, "${free}", ${listOf(holidays)})`)).toBe(at);
        const plain = runFormula(`WORKDAY.INTL(${start}, ${span}, "0000011", ${listOf(holidays)})`);
        expect(runFormula(`WORKDAY(${start}, ${span}, ${listOf(holidays)})`)).toBe(plain);
      }),
      { numRuns: 100 },
    );
  });

  test('DATEDIF counts whole months and years that are over', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3000 }), (start, days) => {
        const [from, to] = [partsOf(start), partsOf(start + days)];
        const isOver = (months: number) => {
          const [year, month] = [from.year + Math.floor((from.month + months) / 12), (from.month + months) % 12];
          if (year !== to.year) return year < to.year;
          return month < to.month || (month === to.month && from.day <= to.day);
        };
        let months = 0;
        while (isOver(months + 1)) months++;
        const between = `DATEDIF(${start}, ${start + days}`;
        expect(runFormula(`${between}, "M")`)).toBe(months);
        expect(runFormula(`${between}, "Y")`)).toBe(Math.floor(months / 12));
        expect(runFormula(`${between}, "YM")`)).toBe(months % 12);
        expect(runFormula(`${between}, "D")`)).toBe(days);
        // Days since the last day of the month, or of the year, that bears the start's number; where there is one.
        let same = start + days;
        while (partsOf(same).day !== from.day) same--;
        if (same >= start && start + days - same < 28)
          expect(runFormula(`${between}, "MD")`)).toBe(start + days - same);
        if (from.month !== 1 || from.day !== 29) {
          let birthday = start + days;
          while (partsOf(birthday).day !== from.day || partsOf(birthday).month !== from.month) birthday--;
          expect(runFormula(`${between}, "YD")`)).toBe(start + days - birthday);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('WEEKNUM and WEEKDAY of every type, counted from New Year', () => {
    const types = [1, 2, 11, 12, 13, 14, 15, 16, 17] as const;
    /** The first day of the week, Monday 0. */
    const firstOf = (type: number) => (type === 1 ? 6 : type === 2 ? 0 : type - 11);
    fc.assert(
      fc.property(day, fc.constantFrom(...types), (serial, type) => {
        let newYear = serial;
        while (partsOf(newYear).day !== 1 || partsOf(newYear).month !== 0) newYear--;
        let week = 1;
        for (let at = newYear + 1; at <= serial; at++) if (weekday(at) === firstOf(type)) week++;
        expect(runFormula(`WEEKNUM(${serial}, ${type})`)).toBe(week);
        expect(runFormula(`WEEKDAY(${serial}, ${type})`)).toBe(((weekday(serial) - firstOf(type) + 7) % 7) + 1);
        let monday = serial;
        while (weekday(monday) !== 0) monday--;
        // The ISO week has its year's number where its Thursday lies.
        let iso = 1;
        for (let at = monday + 3 - 7; partsOf(at).year === partsOf(monday + 3).year; at -= 7) iso++;
        expect(runFormula(`ISOWEEKNUM(${serial})`)).toBe(iso);
        expect(runFormula(`WEEKNUM(${serial}, 21)`)).toBe(iso);
      }),
      { numRuns: 100 },
    );
  });
});
