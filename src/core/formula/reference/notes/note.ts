/** What stands beside a function's declaration in the reference. */
import type { Bilingual } from '../../../problem/problem.ts';
import { said, type Example, type Pair } from '../example.ts';

export interface FunctionNote {
  readonly related: readonly string[];
  /** More words people search by, in both languages. */
  readonly words: string;
  readonly remarks: readonly Bilingual[];
  /** Where the declaration's own example needs more around it. */
  readonly example?: Example;
}

export type Notes = Readonly<Record<string, FunctionNote>>;

/** `related` and `words` are separated by spaces. */
export function note(related: string, words: string, ...remarks: readonly Pair[]): FunctionNote {
  return { related: related.split(' ').filter(Boolean), words, remarks: remarks.map(said) };
}
