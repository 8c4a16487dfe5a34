/** Help for a formula that is being written: which function is meant at the caret, and what an inserted formula takes the place of. */
import type { Span } from '../../problem/problem.ts';
import { foldText } from '../fold-text.ts';
import { tokenize, type Token } from '../tokens.ts';
import { helpOfFunction } from './function-help.ts';

interface Call {
  readonly name: string;
  readonly nameSpan: Span;
  /** From the name to the closing bracket, or to the end of the text where it is missing. */
  readonly span: Span;
}

const isSign = (token: Token | undefined, sign: string) => token?.kind === 'mark' && token.value === sign;

/** All calls of a text, half-typed ones too, in the order of their names. */
function callsIn(text: string): readonly Call[] {
  const tokens = tokenize(text).tokens.filter((token) => token.kind !== 'comment');
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'name' || !isSign(tokens[at + 1], '(')) return [];
    let open = 0;
    let end = text.length;
    for (const next of tokens.slice(at + 1)) {
      if (isSign(next, '(')) open += 1;
      if (isSign(next, ')')) open -= 1;
      if (open > 0) continue;
      end = next.span.end;
      break;
    }
    return [{ name: token.value, nameSpan: token.span, span: { start: token.span.start, end } }];
  });
}

const touches = ({ start, end }: Span, offset: number) => start <= offset && offset <= end;
/** Behind its closing bracket a call is over; where none stands yet, the end of the text is still inside. */
const around = (text: string, { nameSpan, span }: Call, offset: number) =>
  offset > nameSpan.end &&
  (offset < span.end || (offset === span.end && text[span.end - 1] !== ')' && text[span.end - 1] !== '）'));

/** The function meant at an offset: the one whose name is there, else the innermost call around it. Undefined: none, or an unknown one. */
export function functionAt(text: string, offset: number): string | undefined {
  const calls = callsIn(text);
  const named = calls.find(({ nameSpan }) => touches(nameSpan, offset));
  const name = (named ?? calls.findLast((call) => around(text, call, offset)))?.name;
  return name === undefined ? undefined : helpOfFunction(name)?.name;
}

/**
 * What `inserted` takes the place of: the selection, a text that is blank, the call whose name is at the caret, or the call around the
 * caret if it is of the same function; else nothing, at the caret.
 */
export function insertionAt(text: string, selection: Span, inserted: string): Span {
  if (selection.end > selection.start) return selection;
  if (text.trim() === '') return { start: 0, end: text.length };
  const { start: caret } = selection;
  const calls = callsIn(text);
  const named = calls.find(({ nameSpan }) => touches(nameSpan, caret));
  if (named) return named.span;
  const inner = calls.findLast((call) => around(text, call, caret));
  const first = callsIn(inserted)[0];
  const same = inner && first?.span.start === 0 && foldText(first.name) === foldText(inner.name);
  return same ? inner.span : { start: caret, end: caret };
}
