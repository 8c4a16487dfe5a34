/** What was typed, chosen or sent for one field → a value, or why it is none. Anything may come in. */
import { readBoolean, readDate, readNumber, readTime } from '../data/reading/read-cell.ts';
import type { Value } from '../data/value.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { ValueNode } from '../program/form-program.ts';

/** As it is kept in a draft: text as it was typed, numbers and truths as they were sent; `null`: emptied. */
export type Answer = string | number | boolean | null;

export interface ReadAnswer {
  readonly value: Value;
  readonly problem?: Problem;
}

/** Characters of one answer; more is no answer. */
export const longestAnswer = 32_000;
/** Serial days of the years 1900 to 9999. */
const lastDay = 2_958_465;

/** `undefined` where something came in that no field can hold. */
export function asAnswer(input: unknown): Answer | undefined {
  if (input === null || typeof input === 'boolean') return input;
  if (typeof input === 'number') return Number.isFinite(input) ? input : undefined;
  return typeof input === 'string' ? input : undefined;
}

const blank: ReadAnswer = { value: null };

export function readAnswer(node: ValueNode, answer: Answer): ReadAnswer {
  if (answer === null || (typeof answer === 'string' && answer.trim() === '')) return blank;
  const at = { node: node.origin.node };
  const { label } = node;
  const text = String(answer);
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  const no = (why: Problem): ReadAnswer => ({ value: null, problem: why });
  if (text.length > longestAnswer) return no(problem('interact.too-long', { label, most: longestAnswer }, at));
  switch (node.type) {
    case 'number': {
      const percent = node.format?.kind === 'percent';
      const value =
        typeof answer === 'number' ? answer : typeof answer === 'string' ? readNumber(text, { percent }) : NaN;
      if (Number.isFinite(value)) return { value: value + 0 };
      return no(problem('interact.not-a-number', { label, text: shown }, at));
    }
    case 'text':
      if (typeof answer === 'boolean') return no(problem('interact.not-text', { label }, at));
      if (node.choices?.from === 'list' && !node.choices.items.some((one) => one.id === text))
        return no(problem('interact.not-a-choice', { label, text: shown }, at));
      return { value: text };
    case 'boolean': {
      const value = typeof answer === 'boolean' ? answer : typeof answer === 'string' ? readBoolean(text) : NaN;
      if (typeof value === 'boolean') return { value };
      return Number.isNaN(value) ? no(problem('interact.not-yes-or-no', { label }, at)) : { value: value === 1 };
    }
    case 'date':
    case 'datetime': {
      const read = typeof answer === 'number' ? answer : typeof answer === 'string' ? readDate(text, 'ymd') : NaN;
      const whole = node.type === 'date' ? Number.isInteger(read) : true;
      if (read >= 0 && read <= lastDay + 1 && whole) return { value: read };
      return no(problem('interact.not-a-date', { label, text: shown }, at));
    }
    case 'time': {
      const read = typeof answer === 'number' ? answer : typeof answer === 'string' ? readTime(text) : NaN;
      if (read >= 0 && read < 1) return { value: read };
      return no(problem('interact.not-a-time', { label, text: shown }, at));
    }
    case 'list':
    case 'attachment':
    case 'geo':
      return no(problem('interact.cannot-be-read', { label }, at));
  }
}
