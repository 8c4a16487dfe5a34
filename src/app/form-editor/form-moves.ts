/** Where something may stand on the page of a form, and the order it gets there. Plain functions over the tree. */
import type { Catalog } from '#core/contracts/catalog.ts';
import type { FieldHolds } from '#core/contracts/field-kind.ts';
import { orderBetween, type FormItem, type FormTree } from '#core/project/form-tree.ts';

/** A gap of the page: inside a parent (null: the page itself), before a child (null: at the end). */
export interface Gap {
  readonly parent: string | null;
  readonly before: string | null;
}

const holdsOf = (catalog: Catalog, item: FormItem): FieldHolds | undefined => catalog.fields.get(item.kind)?.holds;

export function canHold(catalog: Catalog, item: FormItem): boolean {
  const holds = holdsOf(catalog, item);
  return holds === 'rows' || holds === 'fields';
}

export function childrenOf(tree: FormTree, parent: string | null): readonly FormItem[] {
  return parent === null ? tree.roots : (tree.byNode.get(parent)?.children ?? []);
}

/** True where rows would stand in rows, or something in itself. */
export function isRefused(
  tree: FormTree,
  catalog: Catalog,
  what: FormItem | FieldHolds,
  parent: string | null,
): boolean {
  if (parent === null) return false;
  const rows = (item: FormItem): boolean => holdsOf(catalog, item) === 'rows' || item.children.some(rows);
  const bringsRows = typeof what === 'string' ? what === 'rows' : rows(what);
  for (let at = tree.byNode.get(parent); at; at = tree.parents.get(at.node)) {
    if (typeof what !== 'string' && at.node === what.node) return true;
    if (bringsRows && holdsOf(catalog, at) === 'rows') return true;
  }
  return false;
}

/** The order of something put into a gap; `moving` is not counted among the neighbours. */
export function orderAt(tree: FormTree, { parent, before }: Gap, moving?: string): number {
  const list = childrenOf(tree, parent).filter((item) => item.node !== moving);
  const at = before === null ? list.length : list.findIndex((item) => item.node === before);
  const index = at < 0 ? list.length : at;
  return orderBetween(list[index - 1]?.place.order, list[index]?.place.order);
}

export type Step = 'up' | 'down' | 'in' | 'out' | 'top' | 'bottom';

/** The gap that a step of a key or of the menu leads to; null where it leads nowhere. */
export function stepGap(tree: FormTree, catalog: Catalog, node: string, step: Step): Gap | null {
  const item = tree.byNode.get(node);
  if (!item) return null;
  const parent = tree.parents.get(node);
  const inside = parent?.node ?? null;
  const list = childrenOf(tree, inside);
  const at = list.findIndex((one) => one.node === node);
  const before = (index: number) => list[index]?.node ?? null;
  switch (step) {
    case 'up':
      return at > 0 ? { parent: inside, before: before(at - 1) } : null;
    case 'down':
      return at < list.length - 1 ? { parent: inside, before: before(at + 2) } : null;
    case 'top':
      return at > 0 ? { parent: inside, before: before(0) } : null;
    case 'bottom':
      return at < list.length - 1 ? { parent: inside, before: null } : null;
    case 'in': {
      const into = list
        .slice(0, at)
        .findLast((one) => canHold(catalog, one) && !isRefused(tree, catalog, item, one.node));
      return into ? { parent: into.node, before: null } : null;
    }
    case 'out': {
      if (!parent) return null;
      const outside = tree.parents.get(parent.node)?.node ?? null;
      const around = childrenOf(tree, outside);
      return { parent: outside, before: around[around.findIndex((one) => one.node === parent.node) + 1]?.node ?? null };
    }
  }
}

/** Where a new one lands: inside a selected holder of fields, else after what is selected, else at the end. */
export function gapForNew(tree: FormTree, catalog: Catalog, selected: string | null, holds: FieldHolds): Gap {
  const item = selected === null ? undefined : tree.byNode.get(selected);
  if (!item) return { parent: null, before: null };
  if (canHold(catalog, item) && !isRefused(tree, catalog, holds, item.node)) return { parent: item.node, before: null };
  let after: FormItem = item;
  for (let parent = tree.parents.get(item.node); parent; parent = tree.parents.get(parent.node)) {
    if (!isRefused(tree, catalog, holds, parent.node)) return gapAfter(tree, after);
    after = parent;
  }
  return gapAfter(tree, after);
}

function gapAfter(tree: FormTree, item: FormItem): Gap {
  const parent = tree.parents.get(item.node)?.node ?? null;
  const list = childrenOf(tree, parent);
  return { parent, before: list[list.findIndex((one) => one.node === item.node) + 1]?.node ?? null };
}
