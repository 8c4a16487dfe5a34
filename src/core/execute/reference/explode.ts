/** Lists into rows, a row at a time. */
import { listItems } from '../../data/list-items.ts';
import { errors } from '../../data/value.ts';
import type { Row } from './row-operations.ts';

export function explodeRows(
  rows: readonly Row[],
  { list, out, position }: { readonly list: string; readonly out: string; readonly position?: string },
): readonly Row[] {
  const made: Row[] = [];
  for (const row of rows) {
    const items = listItems(row[list] ?? null) ?? [errors['#VALUE!']];
    for (const [at, item] of items.entries()) {
      made.push({ ...row, [out]: item, ...(position === undefined ? {} : { [position]: at + 1 }) });
    }
  }
  return made;
}
