/** A form's page as a tree, in reading order, whatever its parents and orders say: what is lost or in a circle stands at the top. */
import type { FormDesign, FormField, FormPlace } from './form-design.ts';

export interface FormItem {
  /** The key of its node. */
  readonly node: string;
  readonly place: FormPlace;
  /** Absent for parts of the page. */
  readonly field?: { readonly key: string; readonly value: FormField };
  readonly kind: string;
  readonly children: readonly FormItem[];
}

export interface FormTree {
  readonly roots: readonly FormItem[];
  /** Every item, parents before their children. */
  readonly items: readonly FormItem[];
  readonly byNode: ReadonlyMap<string, FormItem>;
  /** The node's parent on the page; absent at the top. */
  readonly parents: ReadonlyMap<string, FormItem>;
  /** Fields that no node shows, by key. */
  readonly unplaced: readonly string[];
  /** Nodes that show a field that is not there, or one that another node shows already. */
  readonly broken: readonly string[];
}

export function formTree(form: FormDesign): FormTree {
  const byId = new Map(Object.entries(form.fields).map(([key, value]) => [value.id, { key, value }]));
  const shown = new Set<string>();
  const broken: string[] = [];
  const places = Object.entries(form.nodes).filter(([node, place]) => {
    if (place.field === undefined) return true;
    const fine = byId.has(place.field) && !shown.has(place.field);
    if (!fine) broken.push(node);
    shown.add(place.field);
    return fine;
  });
  const known = new Map(places);
  const children = new Map<string | undefined, [string, FormPlace][]>();
  for (const [node, place] of places) {
    const parent = parentOf(node, known);
    const list = children.get(parent);
    if (list) list.push([node, place]);
    else children.set(parent, [[node, place]]);
  }
  const items: FormItem[] = [];
  const byNode = new Map<string, FormItem>();
  const parents = new Map<string, FormItem>();
  const build = (parent: string | undefined): FormItem[] =>
    (children.get(parent) ?? []).sort(inOrder).map(([node, place]) => {
      const field = place.field === undefined ? undefined : byId.get(place.field);
      const own: FormItem[] = [];
      const item: FormItem = {
        node,
        place,
        kind: field?.value.kind ?? place.kind ?? '',
        children: own,
        ...(field ? { field } : {}),
      };
      items.push(item);
      byNode.set(node, item);
      own.push(...build(node));
      for (const child of own) parents.set(child.node, item);
      return item;
    });
  const roots = build(undefined);
  const unplaced = Object.entries(form.fields).flatMap(([key, { id }]) => (shown.has(id) ? [] : [key]));
  return { roots, items, byNode, parents, unplaced, broken };
}

/** Undefined where there is no such parent, or its ancestors lead back to the node. */
function parentOf(node: string, known: ReadonlyMap<string, FormPlace>): string | undefined {
  const parent = known.get(node)?.parent;
  if (parent === undefined || !known.has(parent)) return undefined;
  const seen = new Set([node]);
  for (let at: string | undefined = parent; at !== undefined && known.has(at); at = known.get(at)?.parent) {
    if (at === node) return undefined;
    if (seen.has(at)) break; // a circle further up is another node's matter
    seen.add(at);
  }
  return parent;
}

function inOrder([a, first]: readonly [string, FormPlace], [b, second]: readonly [string, FormPlace]): number {
  return first.order - second.order || (a < b ? -1 : 1);
}

/** An order between two neighbours; absent ones are the ends. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}
