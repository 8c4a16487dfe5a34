/** Largest remainders in exact fractions. */
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  negative,
  rational,
  rounded,
  roundedUnits,
  subtract,
  sum,
  ZERO,
} from './rational.ts';
import type { Rational } from './rational.ts';

export interface Share {
  readonly weight: number;
  /** Order among equal remainders. */
  readonly tie: string;
}

/** The parts in minor units, in the order of the shares; null where the weights add to nothing. */
export function allocateUnits(
  amount: number,
  shares: readonly Share[],
  of: 'weights' | 'whole',
  decimals: number,
): readonly bigint[] | null {
  if (amount < 0) return allocateUnits(-amount, shares, of, decimals)?.map((part) => -part) ?? null;
  const weights = shares.map((share) => rational(share.weight));
  const all = sum(weights);
  const scale = rational(10 ** decimals);
  const money = of === 'weights' ? rational(rounded(rational(amount), decimals)) : rational(amount);
  if (compare(money, ZERO) === 0) return shares.map(() => 0n);
  if (of === 'weights' && compare(all, ZERO) === 0) return null;
  const exact = weights.map((weight): Rational => {
    const part = multiply(multiply(money, weight), scale);
    return of === 'weights' ? divide(part, all) : part;
  });
  const parts = exact.map(floor);
  const rests = exact.map((one, i) => subtract(one, { over: parts[i] ?? 0n, under: 1n }));
  const wanted = roundedUnits(exact.reduce(add, ZERO), 0);
  let left = wanted - parts.reduce((total, part) => total + part, 0n);
  const order = shares.map((_, i) => i);
  order.sort(
    (a, b) =>
      compare(ZERO, add(rests[a] as Rational, negative(rests[b] as Rational))) ||
      ((shares[a]?.tie ?? '') < (shares[b]?.tie ?? '') ? -1 : 1),
  );
  for (const part of order) {
    if (left <= 0n) break;
    parts[part] = (parts[part] ?? 0n) + 1n;
    left--;
  }
  return parts;
}
