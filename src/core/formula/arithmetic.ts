/** The four operations with a spreadsheet's manners. They answer doubles; the caller turns an infinite one into `#NUM!`. */
import { TOLERANCE } from './compare.ts';
import { floor15 } from './round.ts';

function snap(result: number, a: number, b: number): number {
  return Math.abs(result) < Math.max(Math.abs(a), Math.abs(b)) * TOLERANCE ? 0 : result;
}

/** `a + b`; what is left of two nearly opposite numbers is 0. */
export function add(a: number, b: number): number {
  return snap(a + b, a, b);
}

/** `a - b`; the difference of two nearly equal numbers is 0. */
export function subtract(a: number, b: number): number {
  return snap(a - b, a, b);
}

/** MOD, with the sign of the divisor; the quotient is taken on its 15-digit value. The divisor is not 0. */
export function modulo(a: number, b: number): number {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    const rest = a % b;
    return rest === 0 ? 0 : rest < 0 === b < 0 ? rest : rest + b;
  }
  const rest = subtract(a, b * floor15(a / b));
  return rest === 0 ? 0 : rest;
}
