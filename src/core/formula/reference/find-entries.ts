/** Finds entries of the reference by a few words in either language, the best first. */
import { fitOf } from '../complete/fit.ts';
import { foldText } from '../fold-text.ts';
import { summaryOf, titleOf, type Entry } from './entries.ts';

interface Searched {
  /** What it is called, in both languages. */
  readonly names: readonly string[];
  readonly help: string;
  readonly words: string;
  readonly body: string;
}

const searched = new WeakMap<Entry, Searched>();

function textsOf(entry: Entry): Searched {
  const known = searched.get(entry);
  if (known) return known;
  const title = titleOf(entry);
  const summary = summaryOf(entry);
  const made: Searched = {
    names: [...new Set([title.en, title['zh-CN']])],
    help: `${summary['zh-CN']} ${summary.en}`,
    words: entry.words,
    body: foldText(entry.kind === 'chapter' ? JSON.stringify(entry.blocks) : entry.example.formula),
  };
  searched.set(entry, made);
  return made;
}

/** How well one word fits, 0 the best; the ranks of names and help are those of completion. Undefined: not at all. */
function fitOfWord({ names, help, words, body }: Searched, word: string): number | undefined {
  if (names.some((name) => foldText(name) === word)) return 0;
  const fits = names.flatMap((name) => fitOf(name, `${name} ${help}`, word) ?? []);
  const best = fits.length > 0 ? Math.min(...fits) : undefined;
  if (best !== undefined && best < 2) return 1 + best;
  const alias = foldText(words);
  if (best !== undefined || alias.split(' ').includes(word)) return 3;
  if (alias.includes(word)) return 5;
  return body.includes(word) ? 7 : undefined;
}

const ideograph = /\p{Script=Han}/u;

/** Chinese is written without spaces: what nobody wrote in one piece is looked for by its pairs of signs. */
function fitOfPairs(texts: Searched, word: string): number | undefined {
  if (word.length < 3 || !ideograph.test(word)) return undefined;
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  const all = foldText(`${texts.names.join(' ')} ${texts.words} ${texts.help}`);
  const found = pairs.filter((pair) => all.includes(pair)).length;
  return found * 3 >= pairs.length && found > 0 ? 8 + (pairs.length - found) : undefined;
}

const order: readonly Entry['kind'][] = ['function', 'recipe', 'chapter'];

type FitOf = (texts: Searched, word: string) => number | undefined;

function fitting(entries: readonly Entry[], words: readonly string[], fitOfOne: FitOf): readonly Entry[] {
  return entries
    .flatMap((entry, at) => {
      const texts = textsOf(entry);
      const fits = words.map((word) => fitOfOne(texts, word));
      if (fits.some((fit) => fit === undefined)) return [];
      return [{ entry, at, fit: fits.reduce((sum: number, fit) => sum + (fit ?? 0), 0) }];
    })
    .sort((a, b) => a.fit - b.fit || order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind) || a.at - b.at)
    .map(({ entry }) => entry);
}

/**
 * Entries where every word fits, the best first; where they fit equally, functions before recipes before chapters. Chinese that nobody wrote
 * in one piece is looked for in pieces. An empty query finds nothing.
 */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = foldText(query)
    .replace(/[()（）]/g, ' ')
    .split(/\s+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const found = fitting(entries, words, fitOfWord);
  return found.length > 0
    ? found
    : fitting(entries, words, (texts, word) => fitOfWord(texts, word) ?? fitOfPairs(texts, word));
}
