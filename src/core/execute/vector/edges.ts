/** The doubles at which tolerant comparisons with a constant turn true: beyond them a plain comparison answers the same. */
import { compareNumbers } from '../../formula/compare.ts';

const view = new DataView(new ArrayBuffer(8));

/** The double beside a finite one. */
function beside(x: number, up: boolean): number {
  if (x === 0) return up ? Number.MIN_VALUE : -Number.MIN_VALUE;
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, bits + (x > 0 === up ? 1n : -1n));
  return view.getFloat64(0);
}

/** The smallest double of which `holds` is true, near `start`; `holds` turns true once, within a few doubles of it. */
function turningPoint(start: number, holds: (x: number) => boolean): number {
  let at = start;
  // 2^-48 of a number is at most 32 of its own steps.
  for (let steps = 0; steps < 128 && !holds(at); steps++) at = beside(at, true);
  for (let steps = 0; steps < 128 && holds(beside(at, false)); steps++) at = beside(at, false);
  return at;
}

/** `x >= edge` holds where the tolerant `x >= c` does. */
export function edgeAtLeast(c: number): number {
  return c === 0 ? 0 : turningPoint(c, (x) => compareNumbers(x, c) >= 0);
}

/** `x >= edge` holds where the tolerant `x > c` does. */
export function edgeAbove(c: number): number {
  return c === 0 ? Number.MIN_VALUE : turningPoint(c, (x) => compareNumbers(x, c) > 0);
}
