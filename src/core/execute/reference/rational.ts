/** Exact fractions for references: what a table must answer to the last cent. A double stands for its 15-digit decimal: 0.04 is exactly 1/25. */

export interface Rational {
  readonly over: bigint;
  /** Positive; not reduced unless it grows long. */
  readonly under: bigint;
}

export const ZERO: Rational = { over: 0n, under: 1n };

export function rational(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is no fraction`);
  const [mantissa = '0', exponent = '0'] = x.toExponential(14).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = BigInt(fraction.length - Number(exponent));
  const over = BigInt(whole + fraction);
  return reduced(places >= 0n ? { over, under: 10n ** places } : { over: over * 10n ** -places, under: 1n });
}

export function add(a: Rational, b: Rational): Rational {
  return reduced({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
}
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negative(b));
}
export function multiply(a: Rational, b: Rational): Rational {
  return reduced({ over: a.over * b.over, under: a.under * b.under });
}
export function divide(a: Rational, b: Rational): Rational {
  if (b.over === 0n) throw new RangeError('a fraction of nothing');
  const sign = b.over < 0n ? -1n : 1n;
  return reduced({ over: sign * a.over * b.under, under: sign * a.under * b.over });
}
export function negative(a: Rational): Rational {
  return { over: -a.over, under: a.under };
}
export function compare(a: Rational, b: Rational): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}
export function most(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}
export function sum(all: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const one of all) total = add(total, one);
  return total;
}

/** Largest whole number not above. */
export function floor(a: Rational): bigint {
  const whole = a.over / a.under;
  return a.over < 0n && whole * a.under !== a.over ? whole - 1n : whole;
}

/** The number of units of `10^-decimals`, half away from zero. */
export function roundedUnits(a: Rational, decimals: number): bigint {
  const size = a.over < 0n ? -a.over : a.over;
  const scaled = size * 10n ** BigInt(decimals);
  const units = (scaled * 2n + a.under) / (a.under * 2n);
  return a.over < 0n ? -units : units;
}

/** ROUND: half away from zero, of the 15-digit decimal; as the double nearest to it. */
export function rounded(a: Rational, decimals: number): number {
  const size = Number(a.over < 0n ? -a.over : a.over) / Number(a.under);
  const digits = size === 0 ? decimals : 14 - Math.floor(Math.log10(size));
  const shown = digits <= decimals ? a : { over: roundedUnits(a, digits), under: 10n ** BigInt(digits) };
  return Number(`${roundedUnits(shown, decimals)}e${-decimals}`);
}

/** The double near enough for comparisons with a tolerance. */
export function approximately(a: Rational): number {
  const whole = a.over / a.under;
  const rest = a.over - whole * a.under;
  return Number(whole) + Number((rest * 10n ** 18n) / a.under) / 1e18;
}

function reduced(a: Rational): Rational {
  let [x, y] = [a.over < 0n ? -a.over : a.over, a.under];
  while (y !== 0n) [x, y] = [y, x % y];
  return x > 1n ? { over: a.over / x, under: a.under / x } : a;
}
