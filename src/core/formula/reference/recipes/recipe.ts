/** A common task of sales operations, solved by one formula on a few rows. */
import type { Value } from '../../../data/value.ts';
import type { Bilingual } from '../../../problem/problem.ts';
import { said, type Example, type Pair, type Sample } from '../example.ts';

export type Topic = 'pay' | 'deals' | 'customers' | 'teams';

export interface Recipe {
  readonly kind: 'recipe';
  readonly id: string;
  readonly topic: Topic;
  readonly title: Bilingual;
  /** What it is for, and what to mind. */
  readonly purpose: Bilingual;
  readonly words: string;
  readonly example: Example;
}

interface Told {
  readonly title: Pair;
  readonly purpose: Pair;
  /** More words people search by, in both languages. */
  readonly words: string;
  readonly formula: string;
  readonly sample: Sample;
  readonly values: readonly Value[];
}

export function recipesOn(topic: Topic, told: Readonly<Record<string, Told>>): readonly Recipe[] {
  return Object.entries(told).map(([slug, { title, purpose, words, formula, sample, values }]) => ({
    kind: 'recipe',
    id: `recipe/${slug}`,
    topic,
    title: said(title),
    purpose: said(purpose),
    words,
    example: { formula, sample, values },
  }));
}
