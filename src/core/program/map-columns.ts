/** The same expression with columns replaced by other expressions; what `replace` does not know stays. */
import type { Expression } from '../formula/expression.ts';

export function mapColumns(expression: Expression, replace: (key: string) => Expression | undefined): Expression {
  const map = (one: Expression) => mapColumns(one, replace);
  switch (expression.node) {
    case 'column':
      return replace(expression.key) ?? expression;
    case 'let':
      return { ...expression, value: map(expression.value), body: map(expression.body) };
    case 'unary':
      return { ...expression, operand: map(expression.operand) };
    case 'binary':
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case 'call':
      return { ...expression, args: expression.args.map(map) };
    case 'literal':
    case 'array':
    case 'whole':
    case 'table':
    case 'parameter':
    case 'prior':
    case 'local':
    case 'missing':
      return expression;
  }
}
