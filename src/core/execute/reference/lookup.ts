/** A look-up a row at a time. */
import type { LookupStep } from '../../program/table-program.ts';
import { holdsOn, matches, type Row } from './join.ts';

/** The row of the table for each row, null where nothing is found. */
export function lookupRows(
  rows: readonly Row[],
  table: readonly Row[],
  step: Pick<LookupStep, 'on' | 'match'>,
): readonly (number | null)[] {
  const { match } = step;
  return rows.map((row) => {
    const candidates = table.flatMap((other, j) => (matches(row, other, step.on) ? [j] : []));
    if (match.by === 'exact') return candidates[0] ?? null;
    if (match.by === 'effective') return candidates.find((j) => holdsOn(row, table[j] as Row, match)) ?? null;
    const at = row[match.at];
    if (typeof at !== 'number') return null;
    const dateOf = (j: number) => {
      const date = table[j]?.[match.date] ?? -Infinity;
      return typeof date === 'number' ? date : Infinity;
    };
    const dated = candidates.filter((j) => dateOf(j) <= at);
    const latest = Math.max(...dated.map(dateOf));
    return dated.findLast((j) => dateOf(j) === latest) ?? null;
  });
}
