/** Identity of values across threads: errors arrive as copies, and a parameter's value must be told apart exactly. */
import { isError, type Value } from '../data/value.ts';

export function sameValue(a: Value, b: Value): boolean {
  return isError(a) && isError(b) ? a.error === b.error : Object.is(a, b);
}
