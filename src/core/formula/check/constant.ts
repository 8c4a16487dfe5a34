/** Whether an expression has the same value always. */
import { toNumber } from '../evaluate/coerce.ts';
import { applyBinary, applyUnary } from '../evaluate/operators.ts';
import type { Value } from '../../data/value.ts';
import type { Expression } from '../expression.ts';
import { printFormula } from '../text/print-formula.ts';

const CHANGING = new Set(['TODAY', 'NOW']);

export function isConstant(expression: Expression): boolean {
  switch (expression.node) {
    case 'literal':
    case 'array':
    case 'missing':
      return true;
    case 'column':
    case 'whole':
    case 'table':
    case 'parameter':
    case 'prior':
    case 'local':
    case 'let':
      return false;
    case 'unary':
      return isConstant(expression.operand);
    case 'binary':
      return isConstant(expression.right) && isConstant(expression.left);
    case 'call':
      return !CHANGING.has(expression.name) && expression.args.every(isConstant);
  }
}

/** The value of arithmetic on constants; undefined where a name or a call stands in it. */
export function constantValue(expression: Expression): Value | undefined {
  switch (expression.node) {
    case 'literal':
      return typeof expression.value === 'object' ? undefined : expression.value;
    case 'unary': {
      const operand = constantValue(expression.operand);
      return operand === undefined ? undefined : applyUnary(expression.operator, operand);
    }
    case 'binary': {
      const right = constantValue(expression.right);
      const left = right === undefined ? undefined : constantValue(expression.left);
      return left === undefined || right === undefined ? undefined : applyBinary(expression.operator, left, right);
    }
    default:
      return undefined;
  }
}

/** The number that arithmetic on constants comes to. */
export function constantNumber(expression: Expression): number | undefined {
  const value = constantValue(expression);
  const number = value === undefined ? undefined : toNumber(value);
  return typeof number === 'number' ? number : undefined;
}

/** `amount = amount`: a comparison with itself. */
export function sameBothSides(expression: Expression): boolean {
  if (expression.node !== 'binary' || !['=', '<>', '<', '<=', '>', '>='].includes(expression.operator)) return false;
  return printFormula(expression.left) === printFormula(expression.right);
}
