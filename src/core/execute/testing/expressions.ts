/** Expressions written by hand, without the formula room's parser. */
import type { Value } from '../../data/value.ts';
import type { BinaryOperator, Expression, UnaryOperator } from '../../formula/expression.ts';

export const column = (key: string): Expression => ({ node: 'column', key, type: 'any' });
export const literal = (value: Value): Expression => ({ node: 'literal', value, type: 'any' });
export const parameter = (key: string): Expression => ({ node: 'parameter', key, type: 'number' });
export const whole = (table: string, key: string): Expression => ({ node: 'whole', table, key, type: 'array' });

export function binary(left: Expression, operator: BinaryOperator, right: Expression): Expression {
  return { node: 'binary', operator, left, right, type: 'any' };
}
export function unary(operator: UnaryOperator, operand: Expression): Expression {
  return { node: 'unary', operator, operand, type: 'any' };
}
export function call(name: string, ...args: readonly Expression[]): Expression {
  return { node: 'call', name, args, type: 'any' };
}
