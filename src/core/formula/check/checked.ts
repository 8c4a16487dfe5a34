/** A checked part of a formula, and what checking knows on its way down. */
import type { Format } from '../../data/column.ts';
import { problem, type Fix, type Problem, type ProblemCode, type Severity, type Span } from '../../problem/problem.ts';
import type { ProblemParams } from '../../problem/codes.ts';
import type { Expression, ExpressionType } from '../expression.ts';
import type { Scope } from '../scope.ts';
import type { ScopeNames } from './scope-names.ts';

export interface Checked {
  readonly expression: Expression;
  /** Holds many values at run time: a column, a table, a list, or arithmetic over them. */
  readonly many: boolean;
  /** Where the many values come from, leftmost first: what a problem points at. */
  readonly from?: { readonly span: Span; readonly one: Pick<Checked, 'type' | 'format'>; readonly table?: boolean };
  /** The type of one of its values. */
  readonly type: ExpressionType;
  readonly format?: Format;
}

/** A name bound by LET or MAXIMIZE. */
export interface Local {
  readonly name: string;
  readonly folded: string;
  readonly value: Checked;
}

export interface CheckContext {
  readonly text: string;
  readonly scope: Scope;
  readonly names: ScopeNames;
  readonly locals: readonly Local[];
  /** Inside an aggregate of the group place: bare columns are the group's. */
  readonly overGroup: boolean;
  /** Inside what MAXIMIZE tries. */
  readonly searching?: boolean;
  readonly problems: Problem[];
}

export function report<C extends ProblemCode>(
  context: CheckContext,
  code: C,
  params: ProblemParams[C],
  span: Span,
  options: { severity?: Severity; fix?: Fix } = {},
): void {
  context.problems.push(problem(code, params, { span }, options));
}

/** Stands for a part that has a problem: the checker goes on around it. */
export function unknownAt(span: Span): Checked {
  return { expression: { node: 'literal', value: { error: '#NAME?' }, type: 'any', span }, many: false, type: 'any' };
}

export function replaceFix(span: Span, text: string): Fix {
  return { label: { en: `Replace by ${text}`, 'zh-CN': `改为 ${text}` }, replace: { span, text } };
}

/** The type of a column as expressions see it. */
export function expressionType(type: ExpressionType | 'mixed'): ExpressionType {
  return type === 'mixed' ? 'any' : type;
}

/** Attaches what is known of a value; absent formats stay absent. */
export function typed(type: ExpressionType, format: Format | undefined, span: Span) {
  return { type, span, ...(format ? { format } : {}) };
}
