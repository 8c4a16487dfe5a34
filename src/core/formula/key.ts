/**
 * The key of a value for grouping, joining, distinct, sorting, ranking and exact look-up: equality without tolerance.
 * A number is its 15-digit value, text is folded, blank is a key of its own.
 */
import { isError, type Value } from '../data/value.ts';
import { foldText } from './fold-text.ts';
import { fifteenDigits } from './round.ts';

export type Key = string | number;

/** Keys of what is neither number nor text start with this, which no text key does. */
const MARK = '\u0000';
export const BLANK_KEY: Key = `${MARK}blank`;

/** The key of a number: 0.1 + 0.2 and 0.3 share one. */
export const numberKey = fifteenDigits;

export function textKey(text: string): string {
  const folded = foldText(text);
  return folded.startsWith(MARK) ? MARK + folded : folded;
}

/** Equal values have keys equal under `===`, so that a Map takes them. */
export function key(value: Value): Key {
  if (typeof value === 'number') return numberKey(value);
  if (typeof value === 'string') return textKey(value);
  if (value === null) return BLANK_KEY;
  if (typeof value === 'boolean') return value ? `${MARK}true` : `${MARK}false`;
  return MARK + value.error;
}

/** Where a value stands when rows are sorted ascending: numbers, text, booleans, then blanks, errors after them. */
export function sortRank(value: Value): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return 2;
  return isError(value) ? 4 : 3;
}

/** Order by key: below, at or above zero. Antisymmetric and transitive, unlike tolerant comparison. */
export function compareByKey(a: Value, b: Value): number {
  const rank = sortRank(a) - sortRank(b);
  if (rank !== 0) return rank;
  if (typeof a === 'boolean') return Number(a) - Number(b);
  const left = key(a);
  const right = key(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
