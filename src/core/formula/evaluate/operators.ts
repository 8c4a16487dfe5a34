/** The operators on single values. Errors pass through, the left one first. */
import { errors, isError, type Value } from '../../data/value.ts';
import { add, subtract } from '../arithmetic.ts';
import { compareValues } from '../compare.ts';
import type { BinaryOperator, UnaryOperator } from '../expression.ts';
import { MAX_TEXT } from '../limits.ts';
import { toNumber, toText } from './coerce.ts';

/** Doubles outside the numbers are `#NUM!`; there is no negative zero. */
export function numberOr(x: number): Value {
  if (!Number.isFinite(x)) return errors['#NUM!'];
  return x === 0 ? 0 : x;
}

/** `base ^ exponent`; odd roots of negative numbers exist, as in `(-8)^(1/3)`. */
export function power(base: number, exponent: number): Value {
  if (base === 0 && exponent === 0) return errors['#NUM!'];
  if (base === 0 && exponent < 0) return errors['#DIV/0!'];
  if (base < 0 && !Number.isInteger(exponent)) {
    const root = Math.round(1 / exponent);
    if (Math.abs(root) % 2 === 1 && 1 / root === exponent) return numberOr(-((-base) ** exponent));
    return errors['#NUM!'];
  }
  return numberOr(base ** exponent);
}

function arithmetic(operator: BinaryOperator, a: number, b: number): Value {
  if (operator === '+') return numberOr(add(a, b));
  if (operator === '-') return numberOr(subtract(a, b));
  if (operator === '*') return numberOr(a * b);
  if (operator === '/') return b === 0 ? errors['#DIV/0!'] : numberOr(a / b);
  return power(a, b);
}

function comparison(operator: BinaryOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

export function applyBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === '&') {
    const a = toText(left);
    const b = toText(right);
    if (isError(a)) return a;
    if (isError(b)) return b;
    return a.length + b.length > MAX_TEXT ? errors['#VALUE!'] : a + b;
  }
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/' || operator === '^') {
    const a = toNumber(left);
    const b = toNumber(right);
    if (isError(a)) return a;
    return isError(b) ? b : arithmetic(operator, a, b);
  }
  if (isError(left)) return left;
  return isError(right) ? right : comparison(operator, compareValues(left, right));
}

export function applyUnary(operator: UnaryOperator, operand: Value): Value {
  if (operator === '+') return operand;
  const x = toNumber(operand);
  if (isError(x)) return x;
  return operator === '%' ? numberOr(x / 100) : numberOr(-x);
}
