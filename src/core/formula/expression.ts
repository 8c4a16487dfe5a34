/** The tree of a formula after checking: plain JSON, typed, with the span of its text. Programs carry it; nothing re-parses. */
import type { ColumnType, Format } from '../data/column.ts';
import type { ErrorText } from '../data/value.ts';
import type { Span } from '../problem/problem.ts';

/** `any` where the type is known only at run time; `array` for array constants and whole columns or tables as arguments. */
export type ExpressionType = ColumnType | 'blank' | 'any' | 'array';

export type BinaryOperator = '^' | '*' | '/' | '+' | '-' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';
export type UnaryOperator = '-' | '+' | '%';

/** A constant inside a formula. */
export type Literal = number | string | boolean | null | { readonly error: ErrorText };

interface Node {
  readonly type: ExpressionType;
  /** Money, percent or a unit, where it can be inferred: it never changes the value. */
  readonly format?: Format;
  readonly span?: Span;
}

export type Expression =
  | (Node & { readonly node: 'literal'; readonly value: Literal })
  /** `{1,2;3,4}`, only as an argument of aggregates and look-ups. */
  | (Node & { readonly node: 'array'; readonly rows: readonly (readonly Literal[])[] })
  /** A bare name: this row's value; inside an aggregate in the group place, the column of the group. */
  | (Node & { readonly node: 'column'; readonly key: string })
  /** `deals[amount]`: a whole column of another table. */
  | (Node & { readonly node: 'whole'; readonly table: string; readonly key: string })
  /** `deals[]`: a whole table. */
  | (Node & { readonly node: 'table'; readonly table: string })
  | (Node & { readonly node: 'parameter'; readonly key: string })
  /** `prior[balance]`: the state before this row, in a fold. */
  | (Node & { readonly node: 'prior'; readonly key: string })
  /** A name bound by LET or MAXIMIZE. */
  | (Node & { readonly node: 'local'; readonly name: string })
  | (Node & { readonly node: 'let'; readonly name: string; readonly value: Expression; readonly body: Expression })
  | (Node & { readonly node: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression })
  | (Node & {
      readonly node: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  /** `name` is the function's upper-case name; an omitted argument is `{ node: 'missing' }`. */
  | (Node & { readonly node: 'call'; readonly name: string; readonly args: readonly Expression[] })
  | (Node & { readonly node: 'missing' });
