/** Step-down in exact fractions and whole minor units: pools as they are told in a textbook, one after another. */
import { allocateUnits } from './allocate.ts';
import { add, rational, rounded } from './rational.ts';

export interface Given {
  readonly pool: string;
  readonly to: string;
  /** The pool's own amount, the same in all its rows. */
  readonly own: number;
  readonly weight: number;
}

/** What each row passes on, in minor units; null: its pool has something and nobody open to give it to. Pools in the order given. */
export function stepDownUnits(
  rows: readonly Given[],
  order: readonly string[],
  of: 'weights' | 'whole',
  decimals: number,
): readonly (bigint | null)[] {
  const passed = rows.map((): bigint | null => 0n);
  order.forEach((pool, place) => {
    const closed = order.slice(0, place + 1);
    const own = rows.flatMap((row, at) => (row.pool === pool ? [at] : []));
    const received = rows.flatMap((row, at) =>
      row.to === pool && isBefore(order, row.pool, pool) ? [passed[at]] : [],
    );
    if (received.includes(null)) return own.forEach((at) => void (passed[at] = null));
    const units = received.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);
    const first = rows[own[0] as number] as Given;
    const total = add(rational(first.own), { over: units, under: 10n ** BigInt(decimals) });
    const shares = own.map((at) => {
      const row = rows[at] as Given;
      // Closed receivers come after all others where a unit is left over.
      return closed.includes(row.to) ? { weight: 0, tie: `1${row.to}` } : { weight: row.weight, tie: `0${row.to}` };
    });
    const parts = allocateUnits(rounded(total, 9), shares, of, decimals);
    own.forEach((at, i) => void (passed[at] = parts ? (parts[i] ?? null) : null));
  });
  return passed;
}

function isBefore(order: readonly string[], a: string, b: string): boolean {
  return order.indexOf(a) < order.indexOf(b);
}
