/** Walks over expressions that evaluation needs, exhaustive over their nodes. */
import type { Expression } from '../../formula/expression.ts';
import { mayAnswerMany } from '../../formula/evaluate/holds-many.ts';
import { functionNamed } from '../../formula/functions/registry.ts';

/** The expressions directly inside one, in the order of the formula. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.node) {
    case 'literal':
    case 'array':
    case 'column':
    case 'whole':
    case 'table':
    case 'parameter':
    case 'prior':
    case 'local':
    case 'missing':
      return [];
    case 'let':
      return [expression.value, expression.body];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
  }
}

/** Every expression inside one, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* partsOf(child);
}

export function columnKeysOf(expression: Expression): readonly string[] {
  const keys = new Set<string>();
  for (const part of partsOf(expression)) if (part.node === 'column') keys.add(part.key);
  return [...keys];
}

/** The same tree with some of its parts replaced; what `replace` answers undefined for is searched further down. */
export function replaceParts(
  expression: Expression,
  replace: (part: Expression) => Expression | undefined,
): Expression {
  const own = replace(expression);
  if (own) return own;
  const inside = (part: Expression) => replaceParts(part, replace);
  switch (expression.node) {
    case 'let':
      return { ...expression, value: inside(expression.value), body: inside(expression.body) };
    case 'unary':
      return { ...expression, operand: inside(expression.operand) };
    case 'binary':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case 'call':
      return { ...expression, args: expression.args.map(inside) };
    default:
      return expression;
  }
}

/** One text per meaning: equal texts are the same sub-expression. */
export function signature(expression: Expression): string {
  return JSON.stringify(expression, (name, part: unknown) => (name === 'span' || name === 'format' ? undefined : part));
}

/** Most parts that an expression may grow to: names that double each other would otherwise grow it without end. */
const MOST_PARTS = 4000;

/** How many parts an expression has once its LET names are replaced; `sizes`: those of the names that hold. */
function inlinedSize(expression: Expression, sizes: ReadonlyMap<string, number>): number {
  if (expression.node === 'local') return sizes.get(expression.name) ?? 1;
  if (expression.node === 'let') {
    const value = inlinedSize(expression.value, sizes);
    return inlinedSize(expression.body, new Map([...sizes, [expression.name, value]]));
  }
  return childrenOf(expression).reduce((size, child) => size + inlinedSize(child, sizes), 1);
}

const bindsName = (part: Expression) =>
  part.node === 'call' && functionNamed(part.name)?.parameters.some((one) => one.kind === 'binding') === true;

/**
 * The same expression with the values of LET in place of their names. Left as it is where that would make it too large, or where a function binds a name
 * of its own, which could be taken for another of the same spelling, or where a value may turn out to be many: the scalar kernel computes those.
 */
export function inlineLets(expression: Expression): Expression {
  const parts = [...partsOf(expression)];
  if (!parts.some((part) => part.node === 'let')) return expression;
  if (parts.some((part) => bindsName(part) || (part.node === 'let' && mayAnswerMany(part.value)))) return expression;
  if (inlinedSize(expression, new Map()) > MOST_PARTS) return expression;
  return withValues(expression, new Map());
}

function withValues(expression: Expression, values: ReadonlyMap<string, Expression>): Expression {
  return replaceParts(expression, (part) => {
    if (part.node === 'local') return values.get(part.name);
    if (part.node !== 'let') return undefined;
    const value = withValues(part.value, values);
    return withValues(part.body, new Map([...values, [part.name, value]]));
  });
}
