/** Columns into rows, a row at a time. */
import type { Row } from './row-operations.ts';

export function unpivotRows(
  rows: readonly Row[],
  keys: readonly string[],
  from: readonly string[],
  out: { readonly name: string; readonly value: string },
): readonly Row[] {
  const made: Row[] = [];
  for (const row of rows) {
    const kept = Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
    for (const column of from) made.push({ ...kept, [out.name]: column, [out.value]: row[column] ?? null });
  }
  return made;
}
