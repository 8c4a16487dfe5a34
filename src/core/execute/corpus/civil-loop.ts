/** Serial days as year, month and day in whole numbers: what a loop over dates costs at least. After Neri and Schneider (2021). */

/** `year × 512 + month × 32 + day` of a serial from 0 on. */
export function civilOf(serial: number): number {
  const century = 4 * (serial + 693_899) + 3;
  const c = (century / 146_097) | 0;
  const year = 4 * (((century - c * 146_097) / 4) | 0) + 3;
  const y = (year / 1_461) | 0;
  const month = 5 * (((year - y * 1_461) / 4) | 0) + 2;
  const m = (month / 153) | 0;
  const day = (((month - m * 153) / 5) | 0) + 1;
  return ((c * 100 + y + +(m >= 10)) << 9) | ((m < 10 ? m + 3 : m - 9) << 5) | day;
}

export const yearOf = (serial: number): number => civilOf(serial) >> 9;
export const monthOf = (serial: number): number => (civilOf(serial) >> 5) & 15;

/** The serial of the first day of a month; months count from the year 0 on, January 0. */
export function firstOfMonth(months: number): number {
  const y = (months / 12) | 0;
  const m = months - y * 12;
  const shifted = m < 2 ? y - 1 : y;
  const ofYear = ((153 * (m < 2 ? m + 10 : m - 2) + 2) / 5) | 0;
  return 365 * shifted + ((shifted / 4) | 0) - ((shifted / 100) | 0) + ((shifted / 400) | 0) + ofYear - 693_899;
}
