/** Operators on number lanes: one plain loop each, then the marked places are mended. Same results as `formula/evaluate/operators.ts`. */
import { FIRST_ERROR } from '../../data/column.ts';
import { isError } from '../../data/value.ts';
import { TOLERANCE } from '../../formula/compare.ts';
import { power } from '../../formula/evaluate/operators.ts';
import type { BinaryOperator } from '../../formula/expression.ts';
import { markError, markOverflow, numberLane, passErrors, putValue, type NumberLane } from './lane.ts';

type Arithmetic = Extract<BinaryOperator, '+' | '-' | '*' | '/' | '^'>;

export function arithmeticLane(operator: Arithmetic, left: NumberLane, right: NumberLane): NumberLane {
  switch (operator) {
    case '+':
      return additive(sums, left, right);
    case '-':
      return additive(differences, left, right);
    case '*':
      return multiplication(left, right);
    case '/':
      return division(left, right);
    case '^':
      return powers(left, right);
  }
}

type Binary = (a: Float64Array, b: Float64Array, o: Float64Array, count: number) => boolean;

/**
 * Answers whether a place needs a second look: the sum left the numbers, or fell so far below its first operand that it may be 0 by the rule of
 * cancellation. Twice the tolerance covers the second operand: beside a sum that small, both are nearly as large.
 */
const sums: Binary = (a, b, o, count) => {
  let check = 0;
  let near = 0;
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const r = x + (b[i] as number);
    o[i] = r;
    near |= +(Math.abs(r) < Math.abs(x) * (2 * TOLERANCE)) & +(r !== 0);
    check += r * 0;
  }
  return near !== 0 || check !== 0;
};
const differences: Binary = (a, b, o, count) => {
  let check = 0;
  let near = 0;
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const r = x - (b[i] as number);
    o[i] = r;
    near |= +(Math.abs(r) < Math.abs(x) * (2 * TOLERANCE)) & +(r !== 0);
    check += r * 0;
  }
  return near !== 0 || check !== 0;
};

/** What is left of a sum or difference below 2^-48 of the larger operand is dust of the doubles: 0. */
export function dropDust(a: Float64Array, b: Float64Array, o: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const size = Math.abs(o[i] as number);
    if (size < Math.abs(a[i] as number) * TOLERANCE || size < Math.abs(b[i] as number) * TOLERANCE) o[i] = 0;
  }
}

function additive(loop: Binary, left: NumberLane, right: NumberLane): NumberLane {
  const operands = [left, right];
  return numberLane('number', (out) => (_from, count) => {
    const again = loop(left.values, right.values, out.values, count);
    if (again) dropDust(left.values, right.values, out.values, count);
    passErrors(out, operands, count);
    if (again) markOverflow(out, count);
  });
}

function multiplication(left: NumberLane, right: NumberLane): NumberLane {
  const operands = [left, right];
  return numberLane('number', (out) => (_from, count) => {
    const a = left.values;
    const b = right.values;
    const o = out.values;
    let check = 0;
    for (let i = 0; i < count; i++) {
      const r = (a[i] as number) * (b[i] as number);
      o[i] = r;
      check += r * 0;
    }
    passErrors(out, operands, count);
    if (check !== 0) markOverflow(out, count);
  });
}

function division(left: NumberLane, right: NumberLane): NumberLane {
  const operands = [left, right];
  return numberLane('number', (out) => (_from, count) => {
    const a = left.values;
    const b = right.values;
    const o = out.values;
    let check = 0;
    for (let i = 0; i < count; i++) {
      const r = (a[i] as number) / (b[i] as number);
      o[i] = r;
      check += r * 0;
    }
    passErrors(out, operands, count);
    if (check === 0) return;
    for (let i = 0; i < count; i++) if (b[i] === 0 && !isErrorAt(out, i)) markError(out, i, '#DIV/0!', count);
    markOverflow(out, count);
  });
}

function isErrorAt(out: NumberLane, i: number): boolean {
  return out.marked && (out.state[i] as number) >= FIRST_ERROR;
}

function powers(left: NumberLane, right: NumberLane): NumberLane {
  return numberLane('number', (out) => (_from, count) => {
    out.values.fill(0, 0, count);
    passErrors(out, [left, right], count);
    const faulty = out.marked;
    for (let i = 0; i < count; i++) {
      if (faulty && out.state[i] !== 0) continue;
      const value = power(left.values[i] as number, right.values[i] as number);
      if (isError(value)) markError(out, i, value.error === '#DIV/0!' ? '#DIV/0!' : '#NUM!', count);
      else if (out.marked) putValue(out, i, value);
      else out.values[i] = value as number;
    }
  });
}

/** A function of one number; `overflows`: its answer may leave the numbers, which is `#NUM!`. */
export function mapLane(
  operand: NumberLane,
  each: (from: Float64Array, to: Float64Array, count: number) => void,
  overflows = false,
): NumberLane {
  const operands = [operand];
  return numberLane('number', (out) => (_from, count) => {
    each(operand.values, out.values, count);
    passErrors(out, operands, count);
    if (overflows) markOverflow(out, count);
  });
}
