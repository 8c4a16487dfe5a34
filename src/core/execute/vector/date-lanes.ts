/** Parts of dates on lanes, from tables of the days that business data holds. Serials outside the calendar are `#NUM!`. */
import { dateOf } from '../../calendar/civil.ts';
import { areDates } from '../../formula/functions/date-range.ts';
import { markError, numberLane, passErrors, type NumberLane } from './lane.ts';

type Part = 'YEAR' | 'MONTH' | 'DAY';

/** Days from 1950 to 2099 are looked up; others are computed. */
const FIRST = 18_264;
const DAYS = 54_787;

const tables = new Map<Part, Int16Array>();

function tableOf(part: Part): Int16Array {
  let table = tables.get(part);
  if (!table) {
    table = Int16Array.from({ length: DAYS }, (_, at) => partOf(part, FIRST + at));
    tables.set(part, table);
  }
  return table;
}

function partOf(part: Part, serial: number): number {
  const { year, month, day } = dateOf(serial);
  return part === 'YEAR' ? year : part === 'MONTH' ? month : day;
}

export function dayPart(part: Part, operand: NumberLane): NumberLane {
  const table = tableOf(part);
  return numberLane('number', (out) => (_from, count) => {
    const from = operand.values;
    const o = out.values;
    let outside = 0;
    for (let i = 0; i < count; i++) {
      const at = Math.floor(from[i] as number) - FIRST;
      if (at >= 0 && at < DAYS) o[i] = table[at] as number;
      else {
        const day = at + FIRST;
        const known = areDates(day);
        if (!known) outside++;
        o[i] = partOf(part, known ? day : 0);
      }
    }
    passErrors(out, [operand], count);
    if (outside === 0) return;
    for (let i = 0; i < count; i++) {
      const day = Math.floor(from[i] as number);
      if (!areDates(day) && !(out.marked && out.state[i] !== 0)) markError(out, i, '#NUM!', count);
    }
  });
}
