/** Which serial numbers the date functions take, as spreadsheets do: from 0 to the last day of 9999. */
import { LAST_SERIAL } from '../../calendar/civil.ts';

export function areDates(one: number, other = one): boolean {
  return one >= 0 && one < LAST_SERIAL + 1 && other >= 0 && other < LAST_SERIAL + 1;
}
