/** The order in which nodes can be computed, and the circles that cannot. Independent of the order in which the document names them. */
import type { GraphDesign } from '../project/project.ts';

export interface NodeOrder {
  /** Every node whose inputs do not hang on a circle, after what it needs; ties by key. */
  readonly order: readonly string[];
  /** The nodes of each circle, in the direction of its connections, from the smallest key on. */
  readonly circles: readonly (readonly string[])[];
}

export function orderNodes(design: Pick<GraphDesign, 'nodes' | 'edges'>): NodeOrder {
  const keys = Object.keys(design.nodes).sort(byCodeUnits);
  const next = new Map<string, Set<string>>(keys.map((key) => [key, new Set()]));
  const waits = new Map<string, number>(keys.map((key) => [key, 0]));
  for (const { from, to } of design.edges) {
    const targets = next.get(from.node);
    if (!targets || !next.has(to.node) || targets.has(to.node)) continue;
    targets.add(to.node);
    waits.set(to.node, (waits.get(to.node) ?? 0) + 1);
  }
  const order: string[] = [];
  const ready = keys.filter((key) => waits.get(key) === 0);
  for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
    order.push(key);
    for (const target of next.get(key) ?? []) {
      const left = (waits.get(target) ?? 0) - 1;
      waits.set(target, left);
      if (left === 0) ready.splice(placeFor(ready, target), 0, target);
    }
  }
  const placed = new Set(order);
  const rest = keys.filter((key) => !placed.has(key));
  return { order, circles: circlesAmong(rest, next) };
}

/** Whether connecting `from` to `to` would close a circle. */
export function closesCircle(design: Pick<GraphDesign, 'nodes' | 'edges'>, from: string, to: string): boolean {
  const reached = new Set<string>();
  const open = [to];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === from) return true;
    if (reached.has(key)) continue;
    reached.add(key);
    for (const edge of design.edges) if (edge.from.node === key) open.push(edge.to.node);
  }
  return false;
}

/** One circle through each node that lies on any, told once. */
function circlesAmong(keys: readonly string[], next: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const circles: string[][] = [];
  const told = new Set<string>();
  for (const start of keys) {
    if (told.has(start)) continue;
    const circle = shortestCircle(start, next);
    if (!circle) continue;
    for (const key of circle) told.add(key);
    circles.push(circle);
  }
  return circles;
}

function shortestCircle(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    for (const target of [...(next.get(key) ?? [])].sort(byCodeUnits)) {
      if (target === start) return pathTo(key, start, cameFrom);
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, key);
      open.push(target);
    }
  }
  return undefined;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let key: string | undefined = end; key !== undefined && key !== start; key = cameFrom.get(key))
    path.unshift(key);
  return [start, ...path];
}

function placeFor(sorted: readonly string[], key: string): number {
  const at = sorted.findIndex((one) => one > key);
  return at < 0 ? sorted.length : at;
}

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
