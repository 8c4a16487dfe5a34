/** What a file may hold before anyone looks at what it means. */

/** Deeper than any design is, and shallow enough for every walk through it. */
export const deepest = 100;

/**
 * The same value without keys called `__proto__`, which copying would turn into another prototype; the very same object where there are none.
 * `undefined` where it is nested more than `deepest` deep.
 */
export function plainData(value: unknown, depth = 0): { readonly value: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return { value };
  if (depth >= deepest) return undefined;
  let changed = false;
  const entries: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') {
      changed = true;
      continue;
    }
    const clean = plainData(inner, depth + 1);
    if (!clean) return undefined;
    if (clean.value !== inner) changed = true;
    entries.push([key, clean.value]);
  }
  if (!changed) return { value };
  return { value: Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries) };
}
