/** Who is paid more and who less between two runs: counted per person, over all their rows. */
import { isError, type Value } from '#core/data/value.ts';
import type { Comparison } from '#engine/protocol.ts';

export interface Moved {
  readonly gain: number;
  readonly lose: number;
}

/** `person`: the place of the person among the key's columns; -1: each row is one. Differences below a tenth of a cent are noise. */
export function peopleMoved(comparison: Comparison, person: number): Moved {
  const change = new Map<string, number>();
  comparison.rows.forEach((row, index) => {
    const own = person < 0 ? String(index) : nameOf(row.id[person] ?? null);
    change.set(own, (change.get(own) ?? 0) + (row.after ?? 0) - (row.before ?? 0));
  });
  const changes = [...change.values()];
  return { gain: changes.filter((one) => one > 0.001).length, lose: changes.filter((one) => one < -0.001).length };
}

function nameOf(value: Value): string {
  return isError(value) ? value.error : JSON.stringify(value);
}
