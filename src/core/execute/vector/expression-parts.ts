/** Walks over expressions that evaluation needs, exhaustive over their nodes. */
import type { Expression } from '../../formula/expression.ts';

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

/** The same expression with the values of LET in place of their names; names bound by functions stay. */
export function inlineLets(expression: Expression, values: ReadonlyMap<string, Expression> = new Map()): Expression {
  return replaceParts(expression, (part) => {
    if (part.node === 'local') return values.get(part.name);
    if (part.node !== 'let') return undefined;
    const value = inlineLets(part.value, values);
    return inlineLets(part.body, new Map([...values, [part.name, value]]));
  });
}
