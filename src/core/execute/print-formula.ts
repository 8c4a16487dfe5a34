/** An expression as formula text, for traces. */
import type { BinaryOperator, Expression, Literal } from '../formula/expression.ts';

export function printFormula(expression: Expression): string {
  return print(expression, 0);
}

function strength(operator: BinaryOperator): number {
  if (operator === '^') return 5;
  if (operator === '*' || operator === '/') return 4;
  if (operator === '+' || operator === '-') return 3;
  return operator === '&' ? 2 : 1;
}

const name = (key: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : `[${key.replaceAll(']', ']]')}]`);

function print(part: Expression, outer: number): string {
  switch (part.node) {
    case 'literal':
      return printLiteral(part.value, part.format?.kind === 'percent');
    case 'array':
      return `{${part.rows.map((row) => row.map((one) => printLiteral(one)).join(',')).join(';')}}`;
    case 'column':
    case 'parameter':
      return name(part.key);
    case 'whole':
      return `${name(part.table)}[${part.key.replaceAll(']', ']]')}]`;
    case 'table':
      return `${name(part.table)}[]`;
    case 'prior':
      return `prior[${part.key}]`;
    case 'local':
      return part.name;
    case 'let':
      return `LET(${part.name}, ${print(part.value, 0)}, ${print(part.body, 0)})`;
    case 'unary':
      return part.operator === '%' ? `${print(part.operand, 7)}%` : `${part.operator}${print(part.operand, 6)}`;
    case 'binary': {
      const own = strength(part.operator);
      const text = `${print(part.left, own)} ${part.operator} ${print(part.right, own + 1)}`;
      return own < outer ? `(${text})` : text;
    }
    case 'call':
      return `${part.name}(${part.args.map((arg) => print(arg, 0)).join(', ')})`;
    case 'missing':
      return '';
  }
}

function printLiteral(value: Literal, percent = false): string {
  if (value === null) return '""';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  return percent ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}
