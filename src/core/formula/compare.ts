/** The six comparisons: numbers within a relative 2^-48 are equal, text compares without case, number < text < boolean. */
import { isError, type Value } from '../data/value.ts';
import { foldText } from './fold-text.ts';

/** Spreadsheets treat doubles that differ only in their last bits as one number. */
export const TOLERANCE = 2 ** -48;

export function equalNumbers(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * TOLERANCE;
}

/** -1, 0 or 1. Not transitive: never sort or group by it (see `key.ts`). */
export function compareNumbers(a: number, b: number): number {
  if (equalNumbers(a, b)) return 0;
  return a < b ? -1 : 1;
}

export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = foldText(a);
  const right = foldText(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function typeOrder(value: Value): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** What a blank is beside another value: 0, "" or FALSE. */
function fill(blank: Value, beside: Value): Value {
  if (blank !== null) return blank;
  if (typeof beside === 'string') return '';
  return typeof beside === 'boolean' ? false : 0;
}

/** -1, 0 or 1. Errors are the caller's matter: both sides must be free of them. */
export function compareValues(a: Value, b: Value): number {
  if (isError(a) || isError(b)) throw new Error('an error value has no order');
  const left = fill(a, b);
  const right = fill(b, a);
  const types = typeOrder(left) - typeOrder(right);
  if (types !== 0) return Math.sign(types);
  if (typeof left === 'number') return compareNumbers(left, right as number);
  if (typeof left === 'string') return compareTexts(left, right as string);
  return Number(left) - Number(right);
}
