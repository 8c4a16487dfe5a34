/** Arguments of aggregates that mean the same for each row alone as for all rows of a group at once: those are computed over rows. */
import type { Expression } from '../../formula/expression.ts';
import { parameterAt } from '../../formula/functions/arity.ts';
import { functionNamed } from '../../formula/functions/registry.ts';
import { childrenOf } from './expression-parts.ts';

/** Whether an expression, given each row's values, answers what its spreading over whole columns answers there. */
export function isRowWise(expression: Expression): boolean {
  if (expression.node === 'let' || expression.node === 'array' || expression.node === 'whole') return false;
  if (expression.node === 'call') {
    const spec = functionNamed(expression.name);
    if (spec && expression.args.some((_, i) => parameterAt(spec, i)?.kind === 'range')) return false;
  }
  return childrenOf(expression).every(isRowWise);
}

/**
 * Whether it has a value for each row whatever is decided on the way: `IF(rate > 1, amount, 0)` is one given 0 where the rate is lower,
 * and not a 0 for each row.
 */
export function isPerRow(expression: Expression): boolean {
  switch (expression.node) {
    case 'column':
      return true;
    case 'unary':
      return isPerRow(expression.operand);
    case 'binary': {
      let left: Expression = expression;
      for (; left.node === 'binary'; left = left.left) if (isPerRow(left.right)) return true;
      return isPerRow(left);
    }
    case 'call':
      return isCallPerRow(expression);
    default:
      return false;
  }
}

function isCallPerRow({ name, args }: Extract<Expression, { node: 'call' }>): boolean {
  const spec = functionNamed(name);
  if (!spec) return false;
  const isLazy = (i: number) => parameterAt(spec, i)?.kind === 'lazy';
  if (args.some((arg, i) => !isLazy(i) && isPerRow(arg))) return true;
  // The first condition of IFS decides whether there are many.
  if (name === 'IFS') return args[0] !== undefined && isPerRow(args[0]);
  // IFERROR and its kin may answer their first argument, which is no row's.
  if (spec.parameters.some((parameter) => parameter.kind === 'raw')) return false;
  // Otherwise the answer is one of those that are put off, whole: all of them must be there and have a value for each row.
  const answers = args.filter((_, i) => isLazy(i));
  return answers.length > 0 && args.length >= spec.parameters.length && answers.every(isPerRow);
}
