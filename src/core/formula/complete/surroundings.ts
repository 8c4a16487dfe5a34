/** What stands around an offset in half-typed text: the call it is in, the names bound before it. */
import { enter, localsIn, type Bracket, type OpenBrackets } from '../text/brackets.ts';
import type { Token } from '../tokens.ts';

function openAt(tokens: readonly Token[], offset: number): OpenBrackets {
  const solid = tokens.filter((token) => token.kind !== 'comment');
  const count = solid.filter(({ span }) => span.end <= offset).length;
  const open: Bracket[] = [];
  for (let i = 0; i < count; i++) {
    enter(open, solid[i] as Token, { before: solid[i - 1], after: solid[i + 1] });
  }
  return open;
}

/** Every function call around an offset with the zero-based argument it is in, the innermost last. */
export function callsAround(
  tokens: readonly Token[],
  offset: number,
): readonly { readonly name: string; readonly argument: number }[] {
  return openAt(tokens, offset).flatMap(({ call, argument }) => (call === '' ? [] : [{ name: call, argument }]));
}

/** The innermost function call around an offset, and the zero-based argument being typed. */
export function callAround(tokens: readonly Token[], offset: number): { name: string; argument: number } | undefined {
  const bracket = openAt(tokens, offset).findLast((one) => one.call !== '');
  return bracket && { name: bracket.call, argument: bracket.argument };
}

/** Names that hold at the offset, the innermost last. */
export function localsBefore(tokens: readonly Token[], offset: number): readonly string[] {
  return localsIn(openAt(tokens, offset));
}
