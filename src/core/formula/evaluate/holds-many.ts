/** Whether an expression can stand for many values by the way it is written: a whole column, a table or a list in it, outside functions that take those. */
import type { Expression } from '../expression.ts';
import { parameterAt } from '../functions/arity.ts';
import { functionNamed } from '../functions/registry.ts';

/** `names`: whether the names that LET binds around it hold many. All others count as many: what they are bound to is not known here. */
export function holdsMany(expression: Expression, names: ReadonlyMap<string, boolean> = new Map()): boolean {
  switch (expression.node) {
    case 'whole':
    case 'table':
    case 'array':
      return true;
    case 'local':
      return names.get(expression.name) ?? true;
    case 'let':
      return holdsMany(expression.body, new Map([...names, [expression.name, holdsMany(expression.value, names)]]));
    case 'unary':
      return holdsMany(expression.operand, names);
    case 'binary': {
      // A long chain leans to the left: it is walked, not descended.
      let left: Expression = expression;
      for (; left.node === 'binary'; left = left.left) if (holdsMany(left.right, names)) return true;
      return holdsMany(left, names);
    }
    case 'call': {
      const spec = functionNamed(expression.name);
      const takesMany = (i: number) => spec !== undefined && parameterAt(spec, i)?.kind === 'range';
      return expression.args.some((arg, i) => !takesMany(i) && holdsMany(arg, names));
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

/** Whether an expression can turn out to be many values though it is not written so: INDEX and XLOOKUP can answer whole rows and columns. */
export function mayAnswerMany(expression: Expression): boolean {
  switch (expression.node) {
    case 'unary':
      return mayAnswerMany(expression.operand);
    case 'binary': {
      let left: Expression = expression;
      for (; left.node === 'binary'; left = left.left) if (mayAnswerMany(left.right)) return true;
      return mayAnswerMany(left);
    }
    case 'let':
      return mayAnswerMany(expression.value) || mayAnswerMany(expression.body);
    case 'call': {
      const spec = functionNamed(expression.name);
      const takesMany = (i: number) => spec !== undefined && parameterAt(spec, i)?.kind === 'range';
      return answersMany(expression) || expression.args.some((arg, i) => !takesMany(i) && mayAnswerMany(arg));
    }
    default:
      return false;
  }
}

/** Whether an expression can stand for many values, as it is written or at run time. */
export function canBeMany(expression: Expression): boolean {
  return holdsMany(expression) || mayAnswerMany(expression);
}
