/** A plan as a small picture: the walk from the data to the payout, in order. Drawn from the document, never by hand. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { NodeFamily } from '#core/contracts/node-kind.ts';
import type { Language } from '#core/problem/problem.ts';
import type { PlanDesign, TableDefinition } from '#core/project/project.ts';

export interface PictureNode {
  readonly key: string;
  readonly label: string;
  readonly family: NodeFamily;
  readonly icon: string;
  /** Its answer, as it is written. */
  readonly value: string | undefined;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

/** The longest walk along the edges; among walks of one length the one whose nodes were drawn first. Nodes in a circle are left out. */
export function mainWalk(nodes: readonly string[], links: readonly Link[]): readonly string[] {
  const best = new Map<string, readonly string[]>();
  const open = new Set<string>();
  function walkTo(node: string): readonly string[] {
    const known = best.get(node);
    if (known) return known;
    if (open.has(node)) return [];
    open.add(node);
    let longest: readonly string[] = [];
    for (const link of links) {
      if (link.to !== node || !nodes.includes(link.from)) continue;
      const walk = walkTo(link.from);
      if (walk.length > longest.length) longest = walk;
    }
    open.delete(node);
    const walk = [...longest, node];
    best.set(node, walk);
    return walk;
  }
  let longest: readonly string[] = [];
  for (const node of nodes) {
    const walk = walkTo(node);
    if (walk.length > longest.length) longest = walk;
  }
  return longest;
}

/** At most `most` of a walk: its two first and, from its end backwards, those that have an answer to show. */
export function shorten(walk: readonly string[], most: number, hasValue: (node: string) => boolean): readonly string[] {
  if (walk.length <= most) return walk;
  const last = walk.at(-1);
  const kept = new Set(walk.slice(0, 2));
  if (last !== undefined) kept.add(last);
  const byWorth = [...walk].reverse().sort((a, b) => Number(hasValue(b)) - Number(hasValue(a)));
  for (const node of byWorth) if (kept.size < most) kept.add(node);
  return walk.filter((node) => kept.has(node));
}

export interface PictureOptions {
  readonly catalog: Catalog;
  readonly language: Language;
  /** A node that reads one and has no label of its own goes by the table's. */
  readonly tables?: readonly TableDefinition[];
  readonly values?: Readonly<Record<string, string>>;
  /** How many nodes at most. */
  readonly most?: number;
}

export function planPicture(design: PlanDesign, options: PictureOptions): readonly PictureNode[] {
  const { catalog, language, tables = [], values = {}, most = 8 } = options;
  const links = design.edges.map((edge) => ({ from: edge.from.node, to: edge.to.node }));
  const walk = mainWalk(Object.keys(design.nodes), links);
  return shorten(walk, most, (node) => values[node] !== undefined).flatMap((key) => {
    const node = design.nodes[key];
    if (!node) return [];
    const kind = catalog.nodes.get(node.kind);
    const table = tables.find((one) => one.key === node.props['table']);
    return [
      {
        key,
        label: node.label ?? table?.label ?? kind?.words[language].label ?? node.kind,
        family: kind?.family ?? 'shape',
        icon: kind?.icon ?? 'circle',
        value: values[key],
      },
    ];
  });
}

/** The families a plan uses, in the order of its walk: the small tiles on a card. */
export function familiesOf(design: PlanDesign, catalog: Catalog): readonly { family: NodeFamily; icon: string }[] {
  const seen = new Map<NodeFamily, string>();
  for (const node of Object.values(design.nodes)) {
    const kind = catalog.nodes.get(node.kind);
    if (kind && !seen.has(kind.family)) seen.set(kind.family, kind.icon);
  }
  return [...seen].map(([family, icon]) => ({ family, icon }));
}

/** As much of a text as fits a width, with an ellipsis where it was cut; widths of the UI font at 11 px, wide enough for any system. */
export function fitText(text: string, width: number): string {
  let used = 0;
  let fits = 0;
  for (const letter of text) {
    used += /[\u2e80-\uffff]/.test(letter) ? 11.5 : /[A-Zmw]/.test(letter) ? 8 : 6;
    if (used > width) return `${text.slice(0, fits).trimEnd()}…`;
    if (used + 7 <= width) fits += letter.length;
  }
  return text;
}
