/** A name for an outcome, of 128 bits: equal outcomes have equal names on every machine. Not meant to resist forgery. */
import { hashOfText } from './dice.ts';

export interface Digest {
  add(text: string): void;
  /** 32 hexadecimal digits. */
  text(): string;
}

const seeds = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];

/** Order counts, and so does where one text ends and the next begins. */
export function startDigest(): Digest {
  const lanes = [...seeds];
  return {
    add(text) {
      for (let lane = 0; lane < lanes.length; lane++) lanes[lane] = hashOfText(text, lanes[lane] ?? 0);
    },
    text: () => lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
