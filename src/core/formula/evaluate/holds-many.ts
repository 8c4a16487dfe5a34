/** Whether an expression can stand for many values by the way it is written: a whole column, a table or a list in it, outside functions that take those. */
import type { Expression } from '../expression.ts';
import { parameterAt } from '../functions/arity.ts';
import { functionNamed } from '../functions/registry.ts';

/** Names of LET count as many: what they are bound to is not looked at. */
export function holdsMany(expression: Expression): boolean {
  switch (expression.node) {
    case 'whole':
    case 'table':
    case 'array':
    case 'local':
    case 'let':
      return true;
    case 'unary':
      return holdsMany(expression.operand);
    case 'binary': {
      // A long chain leans to the left: it is walked, not descended.
      let left: Expression = expression;
      for (; left.node === 'binary'; left = left.left) if (holdsMany(left.right)) return true;
      return holdsMany(left);
    }
    case 'call': {
      const spec = functionNamed(expression.name);
      const takesMany = (i: number) => spec !== undefined && parameterAt(spec, i)?.kind === 'range';
      return expression.args.some((arg, i) => !takesMany(i) && holdsMany(arg));
    }
    default:
      return false;
  }
}

type Call = Extract<Expression, { node: 'call' }>;

/** A position that is never 0, which would ask for a whole row or column. */
function isOnePosition(position: Expression | undefined): boolean {
  if (position?.node === 'literal') return typeof position.value === 'number' && position.value >= 1;
  return position?.node === 'call' && (position.name === 'MATCH' || position.name === 'XMATCH');
}

function answersMany({ name, args }: Call): boolean {
  if (name === 'XLOOKUP') return args[2]?.node !== 'whole';
  if (name !== 'INDEX') return false;
  return !isOnePosition(args[1]) || !(args[2] === undefined ? args[0]?.node === 'whole' : isOnePosition(args[2]));
}

/** Whether an expression can stand for many values at run time: also by INDEX and XLOOKUP, which can answer whole rows and columns. */
export function canBeMany(expression: Expression): boolean {
  if (expression.node === 'unary') return canBeMany(expression.operand);
  if (expression.node === 'binary') return canBeMany(expression.right) || canBeMany(expression.left);
  if (expression.node !== 'call') return holdsMany(expression);
  return answersMany(expression) || holdsMany(expression) || expression.args.some(canBeManyInside(expression));
}

function canBeManyInside(call: Call): (arg: Expression, i: number) => boolean {
  const spec = functionNamed(call.name);
  return (arg, i) => (spec && parameterAt(spec, i)?.kind) !== 'range' && canBeMany(arg);
}
