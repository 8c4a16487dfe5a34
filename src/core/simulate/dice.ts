/**
 * Dice without a state: a number in [0, 1) that depends on the seed, the node's salt, the customer and the visit alone. So the order in which customers
 * are simulated, and who else is simulated, change nothing. MurmurHash3 (x86, 32 bits) over UTF-16 units, twice with different seeds: 53 bits.
 */

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function finished(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function blended(hash: number, word: number): number {
  const k = Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(hash ^ k, 13), 5) + 0xe6546b64) | 0;
}

/** 32 bits of a text. */
export function hashOfText(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) hash = blended(hash, text.charCodeAt(at));
  return finished(hash ^ (text.length * 2));
}

/** A text prepared once for many throws. */
export interface Salt {
  readonly high: number;
  readonly low: number;
}

export function saltOf(text: string, seed: number): Salt {
  return { high: hashOfText(text, seed ^ 0x9e3779b9), low: hashOfText(text, seed ^ 0x243f6a88) };
}

/** A number in [0, 1), of 53 bits. */
export function throwDice(seed: number, node: Salt, customer: Salt, visit: number): number {
  const high = finished(blended(blended(blended(seed | 0, node.high), customer.high), visit));
  const low = finished(blended(blended(blended(~seed, node.low), customer.low), visit));
  return ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;
}

/** The arm whose share of the whole holds the number: cumulative ranges, so that an arm added at the end moves the fewest. */
export function armOf(weights: readonly number[], dice: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let end = 0;
  for (let arm = 0; arm < weights.length; arm++) {
    end += weights[arm] ?? 0;
    if (dice * total < end) return arm;
  }
  // Only rounding leads here: the last arm that has any share.
  return weights.findLastIndex((weight) => weight > 0);
}
