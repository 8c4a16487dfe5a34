/** How wide columns are, and which of them are in sight: a table may have a thousand. */
import type { ColumnInfo } from '#core/data/schema.ts';

export interface GridColumns {
  /** Pixels from the left edge; one more than there are columns, the last is the whole width. */
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
}

const widest = 280;
/** The bar beside an attainment. */
const meter = 62;

function wish(column: ColumnInfo): number {
  const plain = column.type === 'text' ? 144 : column.type === 'boolean' ? 88 : column.type === 'datetime' ? 176 : 116;
  const least = column.role === 'attainment' ? plain + meter : plain;
  // Chinese signs are about twice as wide; icon, padding and the sign of sorting take the rest.
  const label = [...(column.label ?? column.key)].reduce((all, sign) => all + (sign > '\u2e80' ? 13 : 7), 0);
  return Math.min(widest, Math.max(least, label + 58));
}

/** Each column as wide as it needs; what is left of `room` is shared out. */
export function gridColumns(columns: readonly ColumnInfo[], room: number): GridColumns {
  const wishes = columns.map(wish);
  const sum = wishes.reduce((all, width) => all + width, 0);
  const extra = columns.length > 0 ? Math.max(0, Math.floor((room - sum) / columns.length)) : 0;
  const widths = wishes.map((width) => width + extra);
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  return { lefts, widths };
}

/** Columns in sight besides the first, which always is: from `first` up to before `last`. */
export function columnsInSight(
  { lefts }: GridColumns,
  scrollLeft: number,
  room: number,
  extra = 2,
): { readonly first: number; readonly last: number } {
  const count = lefts.length - 1;
  let first = 1;
  while (first < count && (lefts[first + 1] ?? 0) <= scrollLeft + (lefts[1] ?? 0)) first++;
  let last = first;
  while (last < count && (lefts[last] ?? 0) < scrollLeft + room) last++;
  return { first: Math.max(1, first - extra), last: Math.min(count, last + extra) };
}

/** Where to scroll so that a column is in sight beside the first; null where it is. */
export function scrollForColumn(
  { lefts }: GridColumns,
  column: number,
  scrollLeft: number,
  room: number,
): number | null {
  if (column === 0) return null;
  const left = lefts[column] ?? 0;
  const right = lefts[column + 1] ?? left;
  const fixed = lefts[1] ?? 0;
  if (left - fixed < scrollLeft) return left - fixed;
  return right > scrollLeft + room ? right - room : null;
}
