/** Names with spaces that were written without brackets: `Close Date` is two names to the parser, but one column to its author. */
import type { Problem, Span } from '../../problem/problem.ts';
import { foldText } from '../fold-text.ts';
import { writeName, type Token } from '../tokens.ts';
import { replaceFix, type CheckContext } from './checked.ts';

/** Most words of a name that are put together again. */
const MOST_WORDS = 8;

interface Joined {
  readonly span: Span;
  readonly written: string;
}

/** The longest run of names from a token on that is a key or a label, or a table and its column. */
function joinedAt(tokens: readonly Token[], at: number, context: CheckContext): Joined | undefined {
  const first = tokens[at];
  const next = tokens[at + 1];
  if (first?.kind !== 'name') return undefined;
  const table = context.names.tables.get(foldText(first.value));
  if (table && next?.kind === 'bracketed') {
    const span = { start: first.span.start, end: next.span.end };
    return { span, written: `${first.value}${context.text.slice(next.span.start, next.span.end)}` };
  }
  let count = 1;
  while (count < MOST_WORDS && tokens[at + count]?.kind === 'name') count++;
  for (; count > 1; count--) {
    const span = { start: first.span.start, end: tokens[at + count - 1]?.span.end ?? first.span.end };
    const wanted = foldText(context.text.slice(span.start, span.end).replace(/\s+/gu, ' '));
    const infos = [...context.scope.columns, ...context.scope.parameters];
    const found = infos.find(({ key, label }) => foldText(key) === wanted || (label && foldText(label) === wanted));
    if (found) return { span, written: writeName(found.key) };
  }
  return undefined;
}

/** The same problems, with a fix for each name whose brackets are missing; what follows from that alone is left out. */
export function joinNames(problems: readonly Problem[], tokens: readonly Token[], context: CheckContext): Problem[] {
  let made: Problem[] = [...problems];
  for (const one of problems) {
    const start = one.at.span?.start;
    if (one.code !== 'formula.missing-operator' || start === undefined || !made.includes(one)) continue;
    const joined = joinedAt(
      tokens,
      tokens.findIndex(({ span }) => span.start === start),
      context,
    );
    if (!joined) continue;
    const { span, written } = joined;
    const follows = ({ code, at }: Problem) =>
      ['formula.missing-operator', 'formula.unknown-name', 'formula.many-for-one'].includes(code) &&
      (at.span?.start ?? -1) >= span.start &&
      (at.span?.end ?? Infinity) <= span.end;
    const fixed: Problem = { ...one, at: { ...one.at, span }, fix: replaceFix(span, written) };
    made = made.flatMap((other) => (other === one ? [fixed] : follows(other) ? [] : [other]));
  }
  return made;
}
