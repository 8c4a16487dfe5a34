/** How well what is typed fits a name: the one ranking of completion and of the reference's search. */
import { foldText } from '../fold-text.ts';

/** 0: the name begins with it; 1: it holds it; 2: the words around it do; undefined: not at all. `typed` is folded already. */
export function fitOf(name: string, words: string, typed: string): 0 | 1 | 2 | undefined {
  const folded = foldText(name);
  if (folded.startsWith(typed)) return 0;
  if (folded.includes(typed)) return 1;
  return foldText(words).includes(typed) ? 2 : undefined;
}
