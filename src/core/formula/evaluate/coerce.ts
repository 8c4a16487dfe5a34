/** One type made of another, as a spreadsheet does it without being asked. */
import { errors, isError, type ErrorValue, type Value } from '../../data/value.ts';
import { parseNumberText, printNumber } from './number-text.ts';

/** Blank is 0, TRUE is 1, numeric text is its number; other text is `#VALUE!`. */
export function toNumber(value: Value): number | ErrorValue {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseNumberText(value) ?? errors['#VALUE!'];
  return value;
}

export function toText(value: Value): string | ErrorValue {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value;
}

/** Numbers other than 0 are TRUE; of text only TRUE and FALSE have a truth. */
export function toBoolean(value: Value): boolean | ErrorValue {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return value;
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : errors['#VALUE!'];
}
