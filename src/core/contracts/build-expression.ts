/** Trees of formulas without text, for what kinds make themselves. What users write goes through `LowerContext.formula`. */
import type { Format } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { BinaryOperator, Expression, ExpressionType } from '../formula/expression.ts';

export const numberOf = (value: number): Expression => ({ node: 'literal', value, type: 'number' });
export const textOf = (value: string): Expression => ({ node: 'literal', value, type: 'text' });
export const blank: Expression = { node: 'literal', value: null, type: 'blank' };
/** What stands in for a formula that does not check: the column exists, its cells say why they are empty. */
export const notUnderstood: Expression = { node: 'literal', value: { error: '#NAME?' }, type: 'any' };

/** This row's value of a column; inside an aggregate the column of the group. */
export function columnOf(column: ColumnInfo): Expression {
  const type = column.type === 'mixed' ? 'any' : column.type;
  return { node: 'column', key: column.key, type, ...formatted(column.format) };
}

export function call(
  name: string,
  args: readonly Expression[],
  type: ExpressionType = 'number',
  format?: Format,
): Expression {
  return { node: 'call', name, args, type, ...formatted(format) };
}

const comparisons: readonly BinaryOperator[] = ['=', '<>', '<', '<=', '>', '>='];

export function binary(left: Expression, operator: BinaryOperator, right: Expression, format?: Format): Expression {
  const type = comparisons.includes(operator) ? 'boolean' : operator === '&' ? 'text' : 'number';
  return { node: 'binary', operator, left, right, type, ...formatted(format) };
}

export function sumOf(parts: readonly Expression[], format?: Format): Expression {
  const [first, ...rest] = parts;
  if (!first) return numberOf(0);
  return rest.reduce((left, right) => binary(left, '+', right, format), first);
}

/** To a number of decimals, half away from zero. */
export function rounded(expression: Expression, decimals: number, format?: Format): Expression {
  return call('ROUND', [expression, numberOf(decimals)], 'number', format);
}

export function ifElse(condition: Expression, then: Expression, otherwise: Expression): Expression {
  const { type, format } = then;
  return call('IF', [condition, then, otherwise], type, format);
}

function formatted(format: Format | undefined): { readonly format?: Format } {
  return format ? { format } : {};
}
