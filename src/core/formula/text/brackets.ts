/** Walking the tokens of half-typed text: which calls are open, and which names LET and MAXIMIZE have bound in them. */
import { foldText } from '../fold-text.ts';
import { LET } from '../syntax.ts';
import { isBareName, type Token } from '../tokens.ts';

/** A bracket that is open at some place. */
export interface Bracket {
  /** The function's name as written; empty for plain brackets and braces. */
  readonly call: string;
  /** Zero-based argument that the place is in. */
  argument: number;
  /** Names bound here, with the argument from which they hold. */
  readonly bound: { readonly name: string; readonly from: number }[];
}

export type OpenBrackets = readonly Bracket[];

export function isMark(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'mark' && signs.includes(token.value);
}

/** The argument from which a name that is this whole argument holds; undefined: names are not bound here. */
function bindsFrom({ call, argument }: Bracket): number | undefined {
  const name = call.toUpperCase();
  if (name === LET && argument % 2 === 0) return argument + 2;
  return name === 'MAXIMIZE' && argument === 0 ? 3 : undefined;
}

/** The name that a token binds, if it is a binding. */
function bindingOf(
  token: Token,
  around: Neighbours,
  bracket: Bracket | undefined,
): Bracket['bound'][number] | undefined {
  if (!bracket || token.kind !== 'name' || !isBareName(token.value)) return undefined;
  const from = isMark(around.before, '(', ',') && isMark(around.after, ',') ? bindsFrom(bracket) : undefined;
  return from === undefined ? undefined : { name: token.value, from };
}

interface Neighbours {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

/** Takes a token into account; answers whether it binds a name. Comments are left out by the caller. */
export function enter(open: Bracket[], token: Token, around: Neighbours): boolean {
  const inner = open.at(-1);
  if (isMark(token, '(', '{')) {
    const call = token.value === '(' && around.before?.kind === 'name' ? around.before.value : '';
    open.push({ call, argument: 0, bound: [] });
  } else if (isMark(token, ')', '}')) open.pop();
  else if (inner && isMark(token, ',')) inner.argument++;
  else {
    const binding = bindingOf(token, around, inner);
    if (binding) inner?.bound.push(binding);
    return binding !== undefined;
  }
  return false;
}

/** The names that hold where these brackets are open, the innermost last. */
export function localsIn(open: OpenBrackets): readonly string[] {
  return open.flatMap(({ argument, bound }) => bound.filter((one) => one.from <= argument).map((one) => one.name));
}

export function isLocal(open: OpenBrackets, name: string): boolean {
  const folded = foldText(name);
  return localsIn(open).some((local) => foldText(local) === folded);
}
