/** A chapter of the reference: blocks of text, tables and examples. In texts, `…` marks what is typed. */
import type { Value } from '../../../data/value.ts';
import type { Bilingual } from '../../../problem/problem.ts';
import { said, type Example, type Pair, type Sample } from '../example.ts';

/** One text for both languages, or a pair. */
export type Cell = string | Pair;

export type Block =
  | { readonly kind: 'heading'; readonly words: Bilingual }
  | { readonly kind: 'text'; readonly words: Bilingual }
  | { readonly kind: 'list'; readonly items: readonly Bilingual[] }
  | { readonly kind: 'table'; readonly head: readonly Bilingual[]; readonly rows: readonly (readonly Bilingual[])[] }
  | { readonly kind: 'example'; readonly example: Example };

export interface Chapter {
  readonly kind: 'chapter';
  readonly id: string;
  readonly title: Bilingual;
  /** One sentence: what it is about. */
  readonly summary: Bilingual;
  readonly words: string;
  readonly blocks: readonly Block[];
}

interface Told {
  readonly title: Pair;
  readonly summary: Pair;
  readonly words: string;
  readonly blocks: readonly Block[];
}

export function chapter(slug: string, { title, summary, words, blocks }: Told): Chapter {
  return { kind: 'chapter', id: `chapter/${slug}`, title: said(title), summary: said(summary), words, blocks };
}

const both = (cell: Cell): Bilingual => (typeof cell === 'string' ? { en: cell, 'zh-CN': cell } : said(cell));

export const heading = (en: string, zh: string): Block => ({ kind: 'heading', words: { en, 'zh-CN': zh } });
export const text = (en: string, zh: string): Block => ({ kind: 'text', words: { en, 'zh-CN': zh } });
export const list = (...items: readonly Pair[]): Block => ({ kind: 'list', items: items.map(said) });
export const rows = (head: readonly Cell[], ...cells: readonly (readonly Cell[])[]): Block => ({
  kind: 'table',
  head: head.map(both),
  rows: cells.map((row) => row.map(both)),
});
/** An example on constants, with what it shows. */
export const show = (formula: string, value: Value, en: string, zh: string): Block => ({
  kind: 'example',
  example: { formula, values: [value], says: { en, 'zh-CN': zh } },
});
export const showOn = (sample: Sample, formula: string, values: readonly Value[], en: string, zh: string): Block => ({
  kind: 'example',
  example: { formula, sample, values, says: { en, 'zh-CN': zh } },
});
