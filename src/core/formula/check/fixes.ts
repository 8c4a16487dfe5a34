/** Texts that quick fixes put in: every one of them must check. */
import type { Fix, Span } from '../../problem/problem.ts';
import type { Expression, ExpressionType } from '../expression.ts';
import type { Syntax } from '../syntax.ts';
import { replaceFix, type CheckContext, type Checked } from './checked.ts';

export function sourceAt(context: CheckContext, span: Span): string {
  return context.text.slice(span.start, span.end);
}

const moments: readonly ExpressionType[] = ['date', 'datetime', 'time'];

/** One value of many: the sum of amounts, the mean of percentages, the latest of dates, else the first. */
export function aggregated(written: string, { type, format }: Pick<Checked, 'type' | 'format'>, table = false): string {
  if (table) return `INDEX(${written}, 1, 1)`;
  if (type === 'number') return format?.kind === 'percent' ? `AVERAGE(${written})` : `SUM(${written})`;
  return moments.includes(type) ? `MAX(${written})` : `INDEX(${written}, 1)`;
}

/** A number as formulas write it, with its sign; undefined: the expression is no plain number. */
export function plainNumber(expression: Expression): number | undefined {
  if (expression.node === 'literal') return typeof expression.value === 'number' ? expression.value : undefined;
  if (expression.node !== 'unary' || expression.operator === '%') return undefined;
  const inner = plainNumber(expression.operand);
  return inner !== undefined && expression.operator === '-' ? 0 - inner : inner;
}

/** The number that a text in quotes spells, in digits only. */
export function numberInText(expression: Expression): string | undefined {
  if (expression.node !== 'literal' || typeof expression.value !== 'string') return undefined;
  const text = expression.value.trim();
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? text : undefined;
}

/** Text as a number: its digits where it is a constant, else VALUE. A text that spells no number has no fix. */
export function numberFix(checked: Checked, syntax: Syntax, context: CheckContext): Fix | undefined {
  if (checked.expression.node !== 'literal') return replaceFix(syntax.span, `VALUE(${sourceAt(context, syntax.span)})`);
  const digits = numberInText(checked.expression);
  return digits === undefined ? undefined : replaceFix(syntax.span, digits.startsWith('-') ? `(${digits})` : digits);
}

export const fixOf = (fix: Fix | undefined): { fix?: Fix } => (fix ? { fix } : {});
