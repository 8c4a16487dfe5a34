/**
 * Sums of any stretch of a list as the difference of two running totals, each kept as two doubles (106 bits): amounts of money to a million rows add up
 * without any loss. What is lost otherwise is counted, so that a sum that it could touch is added anew.
 * Addition of two-double numbers: Joldes, Muller, Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic" (2017).
 */
export interface PrefixSums {
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** How much running totals can be wrong by at most. */
  readonly doubt: number;
}

/** What `a + b` loses, exactly. */
function lostIn(a: number, b: number, total: number): number {
  const part = total - a;
  return a - (total - part) + (b - part);
}

/** `values[i]` in order; one total more than there are values. */
export function prefixSums(values: Float64Array): PrefixSums {
  const high = new Float64Array(values.length + 1);
  const low = new Float64Array(values.length + 1);
  let [h, l, doubt, size] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    const total = h + x;
    const rest = lostIn(h, x, total);
    const below = l + rest;
    doubt += Math.abs(lostIn(l, rest, below));
    h = total + below;
    l = lostIn(total, below, h);
    high[i + 1] = h;
    low[i + 1] = l;
    size += Math.abs(x);
  }
  // Where sums can leave the doubles the order of addition decides, and totals tell nothing.
  return { high, low, doubt: size * 0 === 0 ? doubt * 2 : Infinity };
}

/** A number as two doubles, and how far it may be off. */
export interface Total {
  readonly high: number;
  readonly low: number;
}

export function addTotals(a: Total, b: Total): Total {
  const s = a.high + b.high;
  const t = a.low + b.low;
  const c = lostIn(a.high, b.high, s) + t;
  const v = s + c;
  const w = lostIn(a.low, b.low, t) + lostIn(s, c, v);
  const high = v + w;
  return { high, low: lostIn(v, w, high) };
}

/** The sum of `values[from]` … `values[to - 1]`. */
export function between({ high, low }: PrefixSums, from: number, to: number): Total {
  return addTotals(
    { high: high[to] as number, low: low[to] as number },
    { high: -(high[from] as number), low: -(low[from] as number) },
  );
}

/** Far less than the last digit that a double holds. */
const NOTHING = 2 ** -58;

/** The total as a double; undefined where what was lost on the way could show in it. */
export function settledTotal({ high, low }: Total, doubt: number): number | undefined {
  const total = high + low;
  return doubt <= Math.abs(total) * NOTHING ? total : undefined;
}
