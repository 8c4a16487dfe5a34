/** Finds actions by a few letters in either language. */
import type { Language } from '#ui/language.tsx';
import type { Action } from './actions.ts';

/**
 * How well `text` answers `query`; `undefined`: not at all. Letters must come in order; runs, starts of words and early hits count more.
 */
export function fuzzyScore(text: string, query: string): number | undefined {
  const haystack = text.toLowerCase();
  const needle = query.toLowerCase().replace(/\s+/g, '');
  if (needle === '') return 0;
  const whole = haystack.indexOf(query.toLowerCase().trim());
  if (whole >= 0) return 1000 - whole - (startsWord(haystack, whole) ? 0 : 100) - haystack.length / 100;
  let score = 0;
  let from = 0;
  let previous = -2;
  for (const letter of needle) {
    const at = haystack.indexOf(letter, from);
    if (at < 0) return undefined;
    score += at === previous + 1 ? 8 : startsWord(haystack, at) ? 6 : 1;
    previous = at;
    from = at + letter.length;
  }
  // Letters scattered over a long text are chance, not an answer.
  return previous - haystack.indexOf(needle[0] ?? '') > needle.length * 6 ? undefined : score - haystack.length / 100;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s,.·:、，（(/-]/.test(text[at - 1] ?? '');
}

/** The actions that answer, best first; in the order they were offered where they answer equally. The screen's language counts more. */
export function findActions(actions: readonly Action[], query: string, language: Language): readonly Action[] {
  const usable = actions.filter((action) => !action.disabled);
  if (query.trim() === '') return usable;
  const scored = usable.flatMap((action) => {
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    const scores = [
      fuzzyScore(action.words[language], query),
      less(fuzzyScore(action.words[other], query), 20),
      less(fuzzyScore(action.search ?? '', query), 40),
    ].filter((score) => score !== undefined);
    return scores.length === 0 ? [] : [{ action, score: Math.max(...scores) }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ action }) => action);
}

const less = (score: number | undefined, by: number) => (score === undefined ? undefined : score - by);

export interface ActionGroup {
  /** Its name in the language on the screen; empty for actions that belong to no section. */
  readonly section: string;
  readonly actions: readonly Action[];
}

/** Actions by section, those of no section first, then in the order the sections were first met; `last` closes the list. */
export function groupActions(actions: readonly Action[], language: Language, last: string): readonly ActionGroup[] {
  const groups = new Map<string, Action[]>([['', []]]);
  for (const action of actions) {
    const section = action.section?.[language] ?? '';
    groups.set(section, [...(groups.get(section) ?? []), action]);
  }
  const closing = groups.get(last);
  groups.delete(last);
  if (closing) groups.set(last, closing);
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([section, members]) => ({ section, actions: members }));
}
