/** Keys: what formulas, ports and files name things by. */

/** Letters of any script, digits and `_`, not beginning with a digit: what a formula can name without brackets. */
const identifier = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
/** Node keys are part of step ids, in which `~` and `.` have a meaning; formulas never name them, so `-` may stand. */
const nodeKey = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** Constants of formulas, and the one name plain objects cannot hold safely. */
const reserved = /^(true|false|__proto__)$/i;

export const longestKey = 64;

/** True for a key of a table, a column or a parameter. */
export function isKey(text: string): boolean {
  return text.length <= longestKey && identifier.test(text) && !reserved.test(text);
}

export function isNodeKey(text: string): boolean {
  return text.length <= longestKey && nodeKey.test(text) && text !== '__proto__';
}
