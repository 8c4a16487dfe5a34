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
      return addition(left, right);
    case '-':
      return subtraction(left, right);
    case '*':
      return multiplication(left, right);
    case '/':
      return division(left, right);
    case '^':
      return powers(left, right);
  }
}

function addition(left: NumberLane, right: NumberLane): NumberLane {
  const operands = [left, right];
  return numberLane('number', (out) => (_from, count) => {
    const a = left.values;
    const b = right.values;
    const o = out.values;
    let check = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i] as number;
      const y = b[i] as number;
      const r = x + y;
      const size = Math.abs(r);
      o[i] = size < Math.abs(x) * TOLERANCE || size < Math.abs(y) * TOLERANCE ? 0 : r;
      check += r * 0;
    }
    passErrors(out, operands, count);
    if (check !== 0) markOverflow(out, count);
  });
}

function subtraction(left: NumberLane, right: NumberLane): NumberLane {
  const operands = [left, right];
  return numberLane('number', (out) => (_from, count) => {
    const a = left.values;
    const b = right.values;
    const o = out.values;
    let check = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i] as number;
      const y = b[i] as number;
      const r = x - y;
      const size = Math.abs(r);
      o[i] = size < Math.abs(x) * TOLERANCE || size < Math.abs(y) * TOLERANCE ? 0 : r;
      check += r * 0;
    }
    passErrors(out, operands, count);
    if (check !== 0) markOverflow(out, count);
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
