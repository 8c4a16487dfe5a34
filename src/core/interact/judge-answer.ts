/** What is wrong with one answer, or with the number of rows of a repeat. Blank answers break no rule but being required. */
import { printIsoDate } from '../calendar/iso-text.ts';
import { isError, type Value } from '../data/value.ts';
import { compareValues } from '../formula/compare.ts';
import { matchesWhole, readPattern } from '../formula/evaluate/wildcard.ts';
import type { Expression } from '../formula/expression.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { RepeatNode, ValueNode } from '../program/form-program.ts';

export interface Judged {
  readonly value: Value;
  readonly required: boolean;
  /** Why the answer could not be read. */
  readonly unread: Problem | undefined;
  readonly evaluate: (expression: Expression) => Value;
}

const none: readonly Problem[] = [];

export function judgeAnswer(node: ValueNode, { value, required, unread, evaluate }: Judged): readonly Problem[] {
  const at = { node: node.origin.node };
  const { label } = node;
  if (unread) return [unread];
  if (isError(value)) return [problem('interact.cannot-compute', { label, error: value.error }, at)];
  if (value === null) return required ? [problem('interact.required', { label }, at)] : none;
  const found: Problem[] = [];
  for (const one of node.constraints)
    switch (one.rule) {
      case 'range': {
        const least = one.min && evaluate(one.min);
        const most = one.max && evaluate(one.max);
        if (typeof least === 'number' && typeof value === 'number' && compareValues(value, least) < 0)
          found.push(problem('interact.too-small', { label, least: told(least, node) }, at));
        if (typeof most === 'number' && typeof value === 'number' && compareValues(value, most) > 0)
          found.push(problem('interact.too-large', { label, most: told(most, node) }, at));
        break;
      }
      case 'length': {
        const length = [...String(value)].length;
        if (one.min !== undefined && length < one.min)
          found.push(problem('interact.too-short', { label, least: one.min }, at));
        if (one.max !== undefined && length > one.max)
          found.push(problem('interact.too-long', { label, most: one.max }, at));
        break;
      }
      case 'pattern':
        if (!matchesWhole(readPattern(one.like), String(value)))
          found.push(problem('interact.other-pattern', { label, like: one.like }, at));
        break;
      case 'count':
        break;
      case 'holds':
        if (evaluate(one.expression) === false) {
          const params = { en: one.words.en, zh: one.words['zh-CN'] };
          found.push(problem('interact.check', params, at, { severity: one.level }));
        }
        break;
    }
  return found.length > 0 ? found : none;
}

export function judgeRows(
  node: RepeatNode,
  rows: number,
  evaluate: (expression: Expression) => Value,
): readonly Problem[] {
  const least = node.min && evaluate(node.min);
  const most = node.max && evaluate(node.max);
  const { label } = node;
  const at = { node: node.origin.node };
  if (typeof least === 'number' && rows < least) return [problem('interact.too-few-rows', { label, least }, at)];
  if (typeof most === 'number' && rows > most) return [problem('interact.too-many-rows', { label, most }, at)];
  return none;
}

/** A bound as people write it. */
function told(bound: number, node: ValueNode): string {
  if (node.type === 'date') return printIsoDate(bound);
  if (node.format?.kind === 'percent') return `${Number((bound * 100).toPrecision(15))}%`;
  return String(Number(bound.toPrecision(15)));
}
