/** A join a row at a time: every left row beside every right row. */
import { isError, type Value } from '../../data/value.ts';
import { key } from '../../formula/key.ts';
import type { JoinStep, KeyPair, Validity } from '../../program/table-program.ts';

export type Row = Readonly<Record<string, Value>>;
export type Pair = readonly [left: number | null, right: number | null];

export function matches(left: Row, right: Row, on: readonly KeyPair[]): boolean {
  return on.every((pair) => {
    const ours = left[pair.left] ?? null;
    const theirs = right[pair.right] ?? null;
    return ours !== null && theirs !== null && !isError(ours) && !isError(theirs) && key(ours) === key(theirs);
  });
}

/** `from <= at < to`; a blank start has always held, a blank end still does; a blank `at` and errors find nothing. */
export function holdsOn(left: Row, right: Row, validity: Validity): boolean {
  const at = left[validity.at] ?? null;
  const from = right[validity.from] ?? -Infinity;
  const to = validity.to === undefined ? Infinity : (right[validity.to] ?? Infinity);
  return typeof at === 'number' && typeof from === 'number' && typeof to === 'number' && from <= at && at < to;
}

export function joinRows(
  left: readonly Row[],
  right: readonly Row[],
  step: Pick<JoinStep, 'how' | 'on' | 'within'>,
): readonly Pair[] {
  const together = (l: Row, r: Row) => matches(l, r, step.on) && (!step.within || holdsOn(l, r, step.within));
  const pairs = left.flatMap((l, i): Pair[] => {
    const partners = right.flatMap((r, j) => (together(l, r) ? [j] : []));
    if (step.how === 'semi') return partners.length > 0 ? [[i, null]] : [];
    if (step.how === 'anti') return partners.length > 0 ? [] : [[i, null]];
    if (partners.length === 0) return step.how === 'inner' ? [] : [[i, null]];
    return partners.map((j): Pair => [i, j]);
  });
  if (step.how !== 'full') return pairs;
  const alone = right.flatMap((r, j): Pair[] => (left.some((l) => together(l, r)) ? [] : [[null, j]]));
  return [...pairs, ...alone];
}
