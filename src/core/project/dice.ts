/** Seeded dice: a hash of what is asked for, so that adding a column or a row changes no other. */

/** A number in `[0, 1)` that depends on the seed and the parts alone. */
export function roll(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const part of parts) {
    const text = String(part);
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  return mixed(hash) / 0x1_0000_0000;
}

/** The finaliser of MurmurHash3: near seeds and neighbouring rows give unrelated numbers. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
