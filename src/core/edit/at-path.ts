/** Setting, inserting and removing one value deep inside plain data; everything beside the path is shared with what was. */
import { inserted, removed, replaced, withKey, withoutKey } from './outcome.ts';

export type Path = readonly (string | number)[];

export interface Changed {
  readonly value: unknown;
  /** What sets it back: `value` absent where nothing was there, `index` where it must be inserted again. */
  readonly back: { readonly value?: unknown; readonly index?: number };
}

/**
 * Sets (`next` absent: removes) what stands at `path`. With `index` the value is inserted: an array element before that place, a new key of an
 * object at that place. `undefined` where the path does not lead anywhere.
 */
export function setAtPath(root: unknown, path: Path, next: unknown, index?: number): Changed | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return { value: next, back: { value: root } };
  if (Array.isArray(root)) return typeof part === 'number' ? inArray(root, part, rest, next, index) : undefined;
  if (!isRecord(root) || typeof part !== 'string' || part === '__proto__') return undefined;
  const has = Object.hasOwn(root, part);
  if (rest.length > 0) {
    const inner = has ? setAtPath(root[part], rest, next, index) : undefined;
    return inner && { value: { ...root, [part]: inner.value }, back: inner.back };
  }
  if (next === undefined) {
    if (!has) return undefined;
    const at = Object.keys(root).indexOf(part);
    return { value: withoutKey(root, part), back: { value: root[part], index: at } };
  }
  if (has) return { value: { ...root, [part]: next }, back: { value: root[part] } };
  return { value: withKey<unknown>(root, part, next, index), back: {} };
}

function inArray(
  list: readonly unknown[],
  part: number,
  rest: Path,
  next: unknown,
  index: number | undefined,
): Changed | undefined {
  if (!Number.isInteger(part) || part < 0 || part > list.length) return undefined;
  if (rest.length > 0) {
    const inner = part < list.length ? setAtPath(list[part], rest, next, index) : undefined;
    return inner && { value: replaced(list, part, inner.value), back: inner.back };
  }
  if (next === undefined) {
    return part < list.length ? { value: removed(list, part), back: { value: list[part], index: part } } : undefined;
  }
  if (index !== undefined || part === list.length) return { value: inserted(list, part, next), back: {} };
  return { value: replaced(list, part, next), back: { value: list[part] } };
}

/** What stands at a path; `undefined` where it leads nowhere. */
export function atPath(root: unknown, path: Path): unknown {
  let here = root;
  for (const part of path) {
    if (Array.isArray(here)) here = typeof part === 'number' ? here[part] : undefined;
    else here = isRecord(here) && typeof part === 'string' && Object.hasOwn(here, part) ? here[part] : undefined;
  }
  return here;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
