/**
 * Formulas of a fold as closures over cells that are bound once: what the same formula means by the scalar kernel, without its preparations for many
 * values. Arithmetic, comparisons, MIN, MAX, ROUND, IF and ABS of plain numbers are computed here; wherever anything else turns up, and for every other
 * function, the scalar kernel is asked.
 */
import { errors, type Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Environment } from '../../formula/evaluate/environment.ts';
import { applyBinary, applyUnary } from '../../formula/evaluate/operators.ts';
import { add, subtract } from '../../formula/arithmetic.ts';
import { compareNumbers } from '../../formula/compare.ts';
import type { BinaryOperator, Expression } from '../../formula/expression.ts';
import { round } from '../../formula/round.ts';

/** The value at the row where the fold stands. */
export type Read = () => Value;

export interface FoldNames {
  column(key: string): Read;
  prior(key: string): Read;
  /** The same names for the scalar kernel. */
  readonly environment: Environment;
}

type Call = Extract<Expression, { node: 'call' }>;

export function compileFold(expression: Expression, names: FoldNames): Read {
  const inside = (part: Expression) => compileFold(part, names);
  switch (expression.node) {
    case 'literal': {
      const { value } = expression;
      const literal: Value = typeof value === 'object' && value !== null ? errors[value.error] : value;
      return () => literal;
    }
    case 'column':
      return names.column(expression.key);
    case 'prior':
      return names.prior(expression.key);
    case 'unary': {
      const operand = inside(expression.operand);
      const { operator } = expression;
      if (operator === '+') return operand;
      return () => applyUnary(operator, operand());
    }
    case 'binary':
      return binary(expression.operator, inside(expression.left), inside(expression.right));
    case 'call':
      return call(expression, inside, names.environment) ?? byScalar(expression, names.environment);
    default:
      return byScalar(expression, names.environment);
  }
}

function byScalar(expression: Expression, environment: Environment): Read {
  const compute = compileScalar(expression);
  return () => compute(environment);
}

/** Doubles outside the numbers are `#NUM!`; there is no negative zero. */
const settled = (x: number): Value => (Number.isFinite(x) ? x + 0 : errors['#NUM!']);

const calculate: { readonly [O in BinaryOperator]?: (a: number, b: number) => Value } = {
  '+': (a, b) => settled(add(a, b)),
  '-': (a, b) => settled(subtract(a, b)),
  '*': (a, b) => settled(a * b),
  '/': (a, b) => (b === 0 ? errors['#DIV/0!'] : settled(a / b)),
  '=': (a, b) => compareNumbers(a, b) === 0,
  '<>': (a, b) => compareNumbers(a, b) !== 0,
  '<': (a, b) => compareNumbers(a, b) < 0,
  '<=': (a, b) => compareNumbers(a, b) <= 0,
  '>': (a, b) => compareNumbers(a, b) > 0,
  '>=': (a, b) => compareNumbers(a, b) >= 0,
};

function binary(operator: BinaryOperator, left: Read, right: Read): Read {
  const numbers = calculate[operator];
  if (!numbers) return () => applyBinary(operator, left(), right());
  return () => {
    const a = left();
    const b = right();
    return typeof a === 'number' && typeof b === 'number' ? numbers(a, b) : applyBinary(operator, a, b);
  };
}

function call(expression: Call, inside: (part: Expression) => Read, environment: Environment): Read | undefined {
  const { name, args } = expression;
  if (args.length === 0 || args.some((arg) => arg.node === 'missing')) return undefined;
  const [first, second, third] = args;
  switch (name) {
    case 'MIN':
    case 'MAX':
      return extreme(name === 'MAX', args.map(inside), byScalar(expression, environment));
    case 'ABS': {
      if (!first) return undefined;
      const read = inside(first);
      const scalar = byScalar(expression, environment);
      return () => {
        const x = read();
        return typeof x === 'number' ? Math.abs(x) : scalar();
      };
    }
    case 'ROUND': {
      if (!first || second?.node !== 'literal' || !Number.isInteger(second.value)) return undefined;
      const read = inside(first);
      const digits = Number(second.value);
      const scalar = byScalar(expression, environment);
      return () => {
        const x = read();
        return typeof x === 'number' ? settled(round(x, digits)) : scalar();
      };
    }
    case 'IF': {
      if (!first || !second) return undefined;
      const holds = inside(first);
      const then = inside(second);
      const otherwise = third ? inside(third) : () => false;
      const scalar = byScalar(expression, environment);
      return () => {
        const truth = holds();
        if (typeof truth === 'boolean' || typeof truth === 'number') return truth ? then() : otherwise();
        return scalar();
      };
    }
    default:
      return undefined;
  }
}

function extreme(largest: boolean, reads: readonly Read[], scalar: Read): Read {
  return () => {
    let best = largest ? -Infinity : Infinity;
    for (let i = 0; i < reads.length; i++) {
      const x = (reads[i] as Read)();
      if (typeof x !== 'number') return scalar();
      if (largest ? x > best : x < best) best = x;
    }
    return settled(best);
  };
}
