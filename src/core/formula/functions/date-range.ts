/** Which serial numbers the date functions take, as spreadsheets do: from 0 to the last day of 9999. */
import { LAST_SERIAL } from '../../calendar/civil.ts';

export function areDates(...serials: readonly number[]): boolean {
  return serials.every((serial) => serial >= 0 && serial < LAST_SERIAL + 1);
}
