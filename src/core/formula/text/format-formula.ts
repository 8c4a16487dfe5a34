/** Tidies a formula token by token: spacing, and the case of function names. Comments, line breaks and every name stay; it works on half-typed text too. */
import { functionNamed } from '../functions/registry.ts';
import { LET } from '../syntax.ts';
import { tokenize, type Token } from '../tokens.ts';

const OPENING = ['(', '{'];
const CLOSING = [')', '}'];

/** A sign before a value rather than between two. */
function isPrefix(token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'operator' || (token.value !== '-' && token.value !== '+')) return false;
  if (!before) return true;
  if (before.kind === 'operator') return before.value !== '%';
  return before.kind === 'mark' && !CLOSING.includes(before.value);
}

function write(token: Token, next: Token | undefined, source: string): string {
  const { start, end } = token.span;
  switch (token.kind) {
    case 'operator':
    case 'mark':
      return token.value;
    case 'text':
      // Full-width quotes become plain ones; a text that is not closed stays as it is.
      return /[”“]$/.test(source.slice(start, end)) && end - start > 1
        ? `"${token.value.replaceAll('"', '""')}"`
        : source.slice(start, end);
    case 'name':
      if (/^(true|false)$/i.test(token.value)) return token.value.toUpperCase();
      if (next?.kind !== 'mark' || next.value !== '(') return token.value;
      return functionNamed(token.value)?.name ?? (token.value.toUpperCase() === LET ? LET : token.value);
    default:
      return source.slice(start, end);
  }
}

interface Neighbours {
  readonly before: Token;
  readonly after: Token;
  /** `before` is a sign of its own value. */
  readonly afterPrefix: boolean;
  readonly beforePrefix: boolean;
}

function needsSpace({ before, after, afterPrefix, beforePrefix }: Neighbours): boolean {
  if (before.kind === 'comment' || after.kind === 'comment') return true;
  if (before.kind === 'mark' && OPENING.includes(before.value)) return false;
  if (after.kind === 'mark' && after.value !== '(' && after.value !== '{') return false;
  if (before.kind === 'mark' && (before.value === ',' || before.value === ';')) return true;
  if (after.kind === 'operator')
    return (
      after.value !== '%' && (beforePrefix ? before.kind === 'operator' && before.value !== '%' && !afterPrefix : true)
    );
  if (before.kind === 'operator') return before.value !== '%' ? !afterPrefix : true;
  if (after.kind === 'mark' && after.value === '(') return before.kind !== 'name';
  return after.span.start > before.span.end;
}

export function formatFormula(text: string): string {
  const { tokens } = tokenize(text);
  let out = '';
  let depth = 0;
  let lastPrefix = false;
  let solid: Token | undefined;
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const prefix = isPrefix(token, solid) && !(i === 0 && token.value === '=');
    if (token.kind === 'mark' && CLOSING.includes(token.value)) depth = Math.max(0, depth - 1);
    if (before) {
      const gap = text.slice(before.span.end, token.span.start);
      if (gap.includes('\n')) out += `\n${'  '.repeat(depth)}`;
      else {
        const leading = before === tokens[0] && before.value === '=' && before.kind === 'operator';
        const space = !leading && needsSpace({ before, after: token, afterPrefix: lastPrefix, beforePrefix: prefix });
        if (space) out += ' ';
      }
    }
    out += write(token, tokens[i + 1], text);
    if (token.kind === 'mark' && OPENING.includes(token.value)) depth++;
    lastPrefix = prefix;
    if (token.kind !== 'comment') solid = token;
  });
  return out;
}
