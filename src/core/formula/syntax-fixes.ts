/** The texts of quick fixes for faults of syntax. */
import type { Fix, Span } from '../problem/problem.ts';
import type { BinaryOperator } from './expression.ts';
import type { Syntax } from './syntax.ts';
import type { Token } from './tokens.ts';

/** What other languages write for an operator of ours. */
export const foreignOperators: Readonly<Record<string, BinaryOperator>> = {
  '==': '=',
  '===': '=',
  '!=': '<>',
  '!==': '<>',
  '><': '<>',
  '=>': '>=',
  '=<': '<=',
  '**': '^',
};

export const insertFix = (at: number, text: string, en: string, zh: string): Fix => ({
  label: { en, 'zh-CN': zh },
  replace: { span: { start: at, end: at }, text },
});

export const removeFix = (span: Span): Fix => ({
  label: { en: 'Remove it', 'zh-CN': '删除' },
  replace: { span, text: '' },
});

export const writeFix = (use: string, span: Span, text: string): Fix => ({
  label: { en: `Use ${use}`, 'zh-CN': `改用 ${use}` },
  replace: { span, text },
});

/** Every separator of one call as a comma. */
export function commasFix(separators: readonly Span[], source: string): Fix | undefined {
  const [first] = separators;
  const last = separators.at(-1);
  if (!first || !last) return undefined;
  let text = '';
  separators.forEach((span, i) => (text += `${source.slice(separators[i - 1]?.end ?? span.start, span.start)},`));
  const label = { en: 'Use commas', 'zh-CN': '改用逗号' };
  return { label, replace: { span: { start: first.start, end: last.end }, text } };
}

/** `a && b` as `AND(a, b)`: comments between the signs stay. Undefined where a part is missing. */
export function logicalFix(
  name: string,
  parts: readonly Syntax[],
  signs: readonly Token[],
  source: string,
): Fix | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.some((part) => part.node === 'bad')) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const written = parts.map((_, i) => {
    const from = i === 0 ? span.start : (signs[i - 1]?.span.end ?? span.start);
    return source.slice(from, signs[i]?.span.start ?? span.end).trim();
  });
  return writeFix(name, span, `${name}(${written.join(', ')})`);
}

/** `!a` as `NOT(a)`. */
export function notFix(sign: Span, operand: Syntax, source: string): Fix | undefined {
  if (operand.node === 'bad') return undefined;
  const span = { start: sign.start, end: operand.span.end };
  const inner = source.slice(sign.end, span.end).trim();
  return writeFix(
    'NOT',
    span,
    operand.span.start === sign.end && inner.startsWith('(') ? `NOT${inner}` : `NOT(${inner})`,
  );
}
