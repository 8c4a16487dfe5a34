/** Whether an expression has the same value always. */
import type { Expression } from '../expression.ts';

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
