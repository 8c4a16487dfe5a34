/** The smallest changes at paths that turn one piece of plain data into another. */
import { isRecord, type Path } from './at-path.ts';

/** In order: each is meant for what the ones before it left. As in `SetAtPath`: no `value` removes, `index` inserts. */
export interface PathChange {
  readonly path: Path;
  readonly value?: unknown;
  readonly index?: number;
}

/** The order of keys in objects does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  return diffValues(a, b).length === 0;
}

export function diffValues(a: unknown, b: unknown, path: Path = []): PathChange[] {
  if (Object.is(a, b)) return [];
  if (Array.isArray(a) && Array.isArray(b)) return diffLists(a, b, path);
  if (!isRecord(a) || !isRecord(b)) return [{ path, value: b }];
  const changes: PathChange[] = [];
  for (const key of Object.keys(a)) if (!Object.hasOwn(b, key)) changes.push({ path: [...path, key] });
  for (const [key, value] of Object.entries(b)) {
    if (!Object.hasOwn(a, key)) changes.push({ path: [...path, key], value });
    else changes.push(...diffValues(a[key], value, [...path, key]));
  }
  return changes;
}

/** Elements alike at both ends stay; of what lies between, pairs are changed inside, and the rest is taken out or put in. */
function diffLists(a: readonly unknown[], b: readonly unknown[], path: Path): PathChange[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  let end = 0;
  if (a.length !== b.length) {
    while (start < shorter && sameValue(a[start], b[start])) start++;
    while (end < shorter - start && sameValue(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  }
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const changes: PathChange[] = [];
  is.forEach((value, i) => {
    const at = [...path, start + i];
    if (i < was.length) changes.push(...diffValues(was[i], value, at));
    else changes.push({ path: at, value, index: start + i });
  });
  for (let i = was.length - 1; i >= is.length; i--) changes.push({ path: [...path, start + i] });
  return changes;
}
