/** Compensated sums (Neumaier): ten times 0.1 is 1. The order of addition decides the last bits, so callers add in row order. */

export interface Sum {
  total: number;
  /** What the additions to `total` have lost. */
  lost: number;
}

export function newSum(): Sum {
  return { total: 0, lost: 0 };
}

export function addTo(sum: Sum, x: number): void {
  const next = sum.total + x;
  sum.lost += Math.abs(sum.total) >= Math.abs(x) ? sum.total - next + x : x - next + sum.total;
  sum.total = next;
}

export function sumOf(sum: Sum): number {
  const exact = sum.total + sum.lost;
  return Number.isNaN(exact) ? sum.total : exact;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  const exact = total + lost;
  return Number.isNaN(exact) ? total : exact;
}

/** Adds into slot `i` of parallel arrays: one sum per group. Read it as `totals[i] + lost[i]`. */
export function addToSlot(totals: Float64Array, lost: Float64Array, i: number, x: number): void {
  const total = totals[i] as number;
  const next = total + x;
  lost[i] = (lost[i] as number) + (Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total);
  totals[i] = next;
}
