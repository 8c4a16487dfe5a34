/**
 * A step may make one key twice, the second time from the first. The last one is the step's column; the earlier ones have a result key of their own.
 */
import type { Made } from '../program/table-program.ts';

const MARK = '\u0000';

/** The result key of `made[at]`. */
export function resultKey(made: readonly Made[], at: number): string {
  const key = made[at]?.key ?? '';
  return made.findLastIndex((one) => one.key === key) === at ? key : `${key}${MARK}${at}`;
}

/** The index in `made` that a result key means; -1 where the key is not made here. */
export function madeIndex(made: readonly Made[], resultKey: string): number {
  const [key, at] = resultKey.split(MARK);
  return at === undefined ? made.findLastIndex((one) => one.key === key) : Number(at);
}

const TOTAL = `${MARK}total `;

/** The result key of a column's total. */
export const totalKey = (key: string): string => TOTAL + key;

/** The column whose total a result key means; undefined where it means a column or a row set. */
export function totalOfKey(resultKey: string | null): string | undefined {
  return resultKey?.startsWith(TOTAL) ? resultKey.slice(TOTAL.length) : undefined;
}
