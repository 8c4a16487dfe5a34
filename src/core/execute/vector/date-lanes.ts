/** Parts of dates on lanes, without an object per row. Serials outside the calendar are `#NUM!`. */
import { dateOf } from '../../calendar/civil.ts';
import { areDates } from '../../formula/functions/date-range.ts';
import { markError, numberLane, passErrors, type NumberLane } from './lane.ts';

export function dayPart(part: 'YEAR' | 'MONTH' | 'DAY', operand: NumberLane): NumberLane {
  return numberLane('number', (out) => (_from, count) => {
    const from = operand.values;
    const o = out.values;
    let lastDay = NaN;
    let last = 0;
    let outside = 0;
    for (let i = 0; i < count; i++) {
      const day = Math.floor(from[i] as number);
      if (day !== lastDay) {
        lastDay = day;
        const known = areDates(day);
        if (!known) outside++;
        const { year, month, day: date } = dateOf(known ? day : 0);
        last = part === 'YEAR' ? year : part === 'MONTH' ? month : date;
      }
      o[i] = last;
    }
    passErrors(out, [operand], count);
    if (outside === 0) return;
    for (let i = 0; i < count; i++) {
      const day = Math.floor(from[i] as number);
      if (!areDates(day) && !(out.marked && out.state[i] !== 0)) markError(out, i, '#NUM!', count);
    }
  });
}
