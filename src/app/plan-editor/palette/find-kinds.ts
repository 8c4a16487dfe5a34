/** Kinds as the palette shows them: families under their headings, found by label, summary and search words of both languages. */
import type { GraphKind } from '#core/contracts/graph-kinds.ts';
import type { NodeFamily, NodeKind } from '#core/contracts/node-kind.ts';
import type { Bilingual } from '#core/problem/problem.ts';

/** What the palette shows of a kind, whatever it is for. */
export type PaletteKind = Pick<GraphKind, 'kind' | 'family' | 'icon' | 'words'>;

export interface PaletteGroup<K extends PaletteKind = NodeKind> {
  readonly heading: Bilingual;
  readonly kinds: readonly K[];
}

const headings: readonly { readonly families: readonly NodeFamily[]; readonly heading: Bilingual }[] = [
  { families: ['data', 'shape'], heading: { en: 'Data', 'zh-CN': '数据' } },
  { families: ['people'], heading: { en: 'Credit', 'zh-CN': '业绩归属' } },
  { families: ['measure'], heading: { en: 'Measure', 'zh-CN': '衡量' } },
  { families: ['pay'], heading: { en: 'Pay', 'zh-CN': '计酬' } },
  { families: ['limit'], heading: { en: 'Limits', 'zh-CN': '限制' } },
  { families: ['out'], heading: { en: 'Result', 'zh-CN': '结果' } },
];

/** Every word of the query must begin a word of the kind, or (Chinese) stand anywhere in its texts. */
export function findKinds(kinds: Iterable<NodeKind>, query: string): readonly PaletteGroup[] {
  const fitting = fittingKinds(kinds, query);
  return headings
    .map(({ families, heading }) => ({
      heading,
      kinds: families.flatMap((family) => fitting.filter((kind) => kind.family === family)),
    }))
    .filter((group) => group.kinds.length > 0);
}

/** Those that a query finds, in their own order. */
export function fittingKinds<K extends PaletteKind>(kinds: Iterable<K>, query: string): readonly K[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return [...kinds].filter((kind) => words.every((word) => says(kind, word)));
}

function says(kind: PaletteKind, word: string): boolean {
  const text = [kind.words.en, kind.words['zh-CN']]
    .flatMap((one) => [one.label, one.summary, one.search ?? ''])
    .concat(kind.kind)
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  const latin = /^[\p{Script=Latin}\p{N}]+$/u.test(word);
  return latin ? text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word)) : text.includes(word);
}

/** Where an arrow key leads in groups of two columns, by index over all kinds; `undefined` where it leads nowhere. */
export function nextKind(sizes: readonly number[], from: number, key: string): number | undefined {
  let group = 0;
  let start = 0;
  while (group < sizes.length && from >= start + (sizes[group] ?? 0)) {
    start += sizes[group] ?? 0;
    group++;
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const size = sizes[group] ?? 0;
  const at = from - start;
  switch (key) {
    case 'ArrowRight':
      return from + 1 < total ? from + 1 : undefined;
    case 'ArrowLeft':
      return from > 0 ? from - 1 : undefined;
    case 'Home':
      return total > 0 ? 0 : undefined;
    case 'End':
      return total > 0 ? total - 1 : undefined;
    case 'ArrowDown': {
      if (at + 2 < size) return from + 2;
      const below = sizes[group + 1];
      if (below === undefined) return at % 2 === 1 || at + 1 >= size ? undefined : from + 1;
      return start + size + Math.min(at % 2, below - 1);
    }
    case 'ArrowUp': {
      if (at >= 2) return from - 2;
      const above = sizes[group - 1];
      if (above === undefined) return undefined;
      const lastRow = above - 1 - ((above - 1) % 2);
      return start - above + Math.min(lastRow + (at % 2), above - 1);
    }
    default:
      return undefined;
  }
}
