/** The tree of a formula before checking: what was written, right or wrong. */
import type { ErrorText } from '../data/value.ts';
import type { Span } from '../problem/problem.ts';
import type { BinaryOperator, UnaryOperator } from './expression.ts';

interface Node {
  readonly span: Span;
}

export type Syntax =
  | (Node & { readonly node: 'literal'; readonly value: number | string | boolean | { readonly error: ErrorText } })
  | (Node & { readonly node: 'array'; readonly rows: readonly (readonly Syntax[])[] })
  | (Node & { readonly node: 'name'; readonly name: string })
  /** `table[name]`; an empty name is the whole table. */
  | (Node & {
      readonly node: 'column';
      readonly table: string;
      readonly name: string;
      readonly tableSpan: Span;
      readonly nameSpan: Span;
    })
  | (Node & { readonly node: 'unary'; readonly operator: UnaryOperator; readonly operand: Syntax })
  | (Node & {
      readonly node: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    })
  | (Node & {
      readonly node: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly Syntax[];
      /** Its bracket is not closed: more arguments may come. */
      readonly open?: true;
    })
  /** An argument left out: `IF(a,,1)`. */
  | (Node & { readonly node: 'missing' })
  /** A value was expected here; a problem says so. */
  | (Node & { readonly node: 'bad' });

/** Tightness of the binary operators; all are left-associative. Prefix signs bind tightest, then `%`. */
export const precedence: { readonly [O in BinaryOperator]: number } = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
export const PERCENT_PRECEDENCE = 6;
export const PREFIX_PRECEDENCE = 7;

export function isBinaryOperator(sign: string): sign is BinaryOperator {
  return sign in precedence;
}

/** The one call that is syntax rather than a function: it binds names. */
export const LET = 'LET';
