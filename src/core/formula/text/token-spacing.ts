/** How one token is written, and whether a space stands between two: the flat half of formatting. */
import { functionNamed } from '../functions/registry.ts';
import { LET } from '../syntax.ts';
import type { Token } from '../tokens.ts';

const OPENING = ['(', '{'];
const CLOSING = [')', '}'];

export const opens = (token: Token) => token.kind === 'mark' && OPENING.includes(token.value);
export const closes = (token: Token) => token.kind === 'mark' && CLOSING.includes(token.value);

/** A token, and what the tokens before it make of it. */
export interface Piece {
  readonly token: Token;
  readonly text: string;
  /** A sign before a value rather than between two. */
  readonly prefix: boolean;
  /** A space before it, where the line goes on. */
  readonly spaced: boolean;
  /** The source begins a new line before it. */
  readonly newLine: boolean;
}

/** `before`: the token before it that is no comment. */
function isPrefix(token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'operator' || !['-', '+', '!'].includes(token.value)) return false;
  if (!before) return true;
  if (before.kind === 'operator') return before.value !== '%';
  return before.kind === 'mark' && !CLOSING.includes(before.value);
}

const isWide = (sign: string | undefined) => sign !== undefined && '［【］】'.includes(sign);

/** `［销售额］` with the brackets that keyboards have. */
function writeBracketed(token: Token, source: string): string {
  const written = source.slice(token.span.start, token.span.end);
  const narrow = !isWide(written[0]) && !isWide(written.at(-1));
  return narrow ? written : `[${token.value.replaceAll(']', ']]')}]`;
}

/** `open`: the token is not closed, so it stays as it is. */
function write(token: Token, next: Token | undefined, source: string, open: boolean): string {
  const { start, end } = token.span;
  const written = source.slice(start, end);
  switch (token.kind) {
    case 'mark':
    case 'operator':
      return token.value;
    case 'text':
      return open || !/[”“]/.test(written[0] + written.slice(-1)) ? written : `"${token.value.replaceAll('"', '""')}"`;
    case 'bracketed':
    case 'column':
      return writeBracketed(token, source);
    case 'name':
      if (/^(true|false)$/i.test(token.value)) return token.value.toUpperCase();
      if (next?.kind !== 'mark' || next.value !== '(') return token.value;
      return functionNamed(token.value)?.name ?? (token.value.toUpperCase() === LET ? LET : token.value);
    default:
      return written;
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
  if (after.kind === 'operator') {
    if (after.value === '%') return false;
    return beforePrefix ? before.kind === 'operator' && before.value !== '%' && !afterPrefix : true;
  }
  if (before.kind === 'operator') return before.value !== '%' ? !afterPrefix : true;
  if (after.kind === 'mark' && after.value === '(') return before.kind !== 'name';
  // Two texts side by side would be one with a quote in it.
  return after.span.start > before.span.end || (before.kind === 'text' && after.kind === 'text');
}

/** All tokens ready to be laid out. `open`: where a text begins that is not closed. */
export function piecesOf(tokens: readonly Token[], source: string, open: number | undefined): readonly Piece[] {
  let solid: Token | undefined;
  let lastPrefix = false;
  return tokens.map((token, i) => {
    const before = tokens[i - 1];
    const leading = i === 0 && token.kind === 'operator' && token.value === '=';
    const prefix = !leading && isPrefix(token, solid);
    // The sign that begins a formula stands close, but must not join another to mean something else.
    const joins = token.kind === 'operator' && !prefix;
    const afterLeading = i === 1 && before?.kind === 'operator' && before.value === '=' && !joins;
    const spaced =
      before !== undefined &&
      !afterLeading &&
      needsSpace({ before, after: token, afterPrefix: lastPrefix, beforePrefix: prefix });
    const newLine = before !== undefined && /[\n\r]/.test(source.slice(before.span.end, token.span.start));
    lastPrefix = prefix;
    if (token.kind !== 'comment') solid = token;
    const text = write(token, tokens[i + 1], source, token.span.start === open);
    return { token, text, prefix, spaced, newLine };
  });
}
