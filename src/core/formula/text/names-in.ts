/** The names a formula's text mentions, by token spans: comments and half-typed formulas do no harm, LET's and MAXIMIZE's own names are told apart. */
import type { Span } from '../../problem/problem.ts';
import { tokenize, type Token } from '../tokens.ts';
import { enter, isLocal, isMark, localsIn, type Bracket, type OpenBrackets } from './brackets.ts';

export interface NameUse {
  /** `bare`: a column of the row or a parameter. `table`: before brackets. `tableColumn`: inside the brackets of `table`, `prior` included. */
  readonly kind: 'bare' | 'table' | 'tableColumn';
  readonly name: string;
  readonly table?: string;
  readonly span: Span;
  /** Names bound by LET or MAXIMIZE that hold here: a new name must be none of them. */
  readonly locals: readonly string[];
}

function usesOf(token: Token, next: Token | undefined, open: OpenBrackets): NameUse[] {
  if (token.kind !== 'name' && token.kind !== 'bracketed') return [];
  const { value: name, span } = token;
  if (token.kind === 'name' && next?.kind === 'column') {
    const locals = localsIn(open);
    const table: NameUse = { kind: 'table', name, span, locals };
    if (next.value === '') return [table];
    return [table, { kind: 'tableColumn', name: next.value, table: name, span: next.span, locals }];
  }
  if (token.kind === 'name' && (isMark(next, '(') || /^(true|false)$/i.test(name))) return [];
  return isLocal(open, name) ? [] : [{ kind: 'bare', name, span, locals: localsIn(open) }];
}

/** Every use of a name that is not the formula's own, in order. */
export function namesIn(text: string): readonly NameUse[] {
  const tokens = tokenize(text).tokens.filter((token) => token.kind !== 'comment');
  const uses: NameUse[] = [];
  const open: Bracket[] = [];
  tokens.forEach((token, i) => {
    const after = tokens[i + 1];
    const binds = enter(open, token, { before: tokens[i - 1], after });
    if (!binds) uses.push(...usesOf(token, after, open));
  });
  return uses;
}
