/** Names that LET and MAXIMIZE bind, used outside what binds them: a part that has one means nothing alone. */
import type { Expression } from '../../formula/expression.ts';
import { parameterAt } from '../../formula/functions/arity.ts';
import { functionNamed } from '../../formula/functions/registry.ts';
import { childrenOf } from '../vector/expression-parts.ts';

export function hasFreeLocals(expression: Expression, bound: ReadonlySet<string> = new Set()): boolean {
  if (expression.node === 'local') return !bound.has(expression.name);
  if (expression.node === 'let') {
    const inside = new Set([...bound, expression.name]);
    return hasFreeLocals(expression.value, bound) || hasFreeLocals(expression.body, inside);
  }
  if (expression.node !== 'call') return childrenOf(expression).some((child) => hasFreeLocals(child, bound));
  const spec = functionNamed(expression.name);
  const kindOf = (at: number) => (spec ? parameterAt(spec, at)?.kind : undefined);
  const own = expression.args.flatMap((arg, at) =>
    kindOf(at) === 'binding' && arg.node === 'local' ? [arg.name] : [],
  );
  const inside = new Set([...bound, ...own]);
  return expression.args.some(
    (arg, at) => kindOf(at) !== 'binding' && hasFreeLocals(arg, kindOf(at) === 'body' ? inside : bound),
  );
}
