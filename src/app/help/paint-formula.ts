/** A formula cut into coloured pieces, the places of its problems marked. */
import { tokenize, type Token } from '#core/formula/tokens.ts';
import type { Problem, Severity } from '#core/problem/problem.ts';

export type Paint = 'function' | 'table' | 'column' | 'number' | 'text' | 'keyword' | 'comment' | 'error' | 'plain';

export interface Piece {
  readonly text: string;
  readonly paint: Paint;
  readonly problem?: Severity;
}

function paintOf(token: Token, next: Token | undefined): Paint {
  switch (token.kind) {
    case 'name':
      if (next?.kind === 'mark' && next.value === '(') return 'function';
      if (next?.kind === 'column') return 'table';
      return /^(true|false)$/i.test(token.value) ? 'keyword' : 'column';
    case 'bracketed':
    case 'column':
      return 'column';
    case 'number':
    case 'text':
    case 'comment':
      return token.kind;
    case 'error':
    case 'unknown':
      return 'error';
    case 'operator':
    case 'mark':
      return 'plain';
  }
}

/** Pieces in order; together they are the text. A problem of no width marks the sign before it. */
export function paintFormula(text: string, problems: readonly Problem[]): readonly Piece[] {
  const paints: Paint[] = Array.from({ length: text.length }, () => 'plain');
  const { tokens } = tokenize(text);
  const solid = tokens.filter((token) => token.kind !== 'comment');
  for (const token of tokens)
    paints.fill(paintOf(token, solid[solid.indexOf(token) + 1]), token.span.start, token.span.end);
  const marks: (Severity | undefined)[] = paints.map(() => undefined);
  for (const { at, severity } of [...problems].reverse()) {
    const { start, end } = at.span ?? { start: 0, end: text.length };
    marks.fill(severity, start < end ? start : Math.max(0, start - 1), Math.max(end, start));
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + 1;
    while (end < text.length && paints[end] === paints[start] && marks[end] === marks[start]) end++;
    const problem = marks[start];
    pieces.push({ text: text.slice(start, end), paint: paints[start] ?? 'plain', ...(problem ? { problem } : {}) });
    start = end;
  }
  return pieces;
}
