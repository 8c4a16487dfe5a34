/**
 * Distinct cells by their bytes: each gets a number in order of first sight, without making a text of it. Texts are made once, at the end; a
 * million rows with five hundred names make five hundred texts.
 */

export interface ByteTable {
  /** The number of the bytes from `start` to `end`; new ones get the next number. */
  numberOf(bytes: Uint8Array, start: number, end: number): number;
  readonly size: number;
  /** All entries as text, by number. What is not UTF-8 holds U+FFFD. */
  texts(): string[];
}

const prime = 0x01000193;
const basis = 0x811c9dc5;

export function createByteTable(): ByteTable {
  /** Pairs: the hash of an entry and its number + 1; 0 where nobody is. */
  let slots = new Int32Array(1 << 11);
  let mask = slots.length / 2 - 1;
  /** Entry n is `stored[starts[n] … starts[n + 1]]`. */
  let starts = new Int32Array((1 << 9) + 1);
  let stored = new Uint8Array(1 << 13);
  let size = 0;

  function add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const from = starts[size] as number;
    const to = from + end - start;
    if (to > stored.length) stored = roomFor(stored, to, (length) => new Uint8Array(length));
    const store = stored;
    for (let at = start, into = from; at < end; at++, into++) store[into] = bytes[at] as number;
    if (size + 2 > starts.length) starts = roomFor(starts, size + 2, (length) => new Int32Array(length));
    starts[size + 1] = to;
    size++;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = size;
    if (size * 2 > mask) spread();
    return size - 1;
  }

  function spread(): void {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    mask = slots.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = (old[at] as number) & mask;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = old[at] as number;
      slots[slot * 2 + 1] = old[at + 1] as number;
    }
  }

  function same(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[entry] as number;
    if ((starts[entry + 1] as number) - from !== end - start) return false;
    const store = stored;
    for (let at = start, other = from; at < end; at++, other++) if (store[other] !== bytes[at]) return false;
    return true;
  }

  return {
    get size() {
      return size;
    },
    numberOf(bytes, start, end) {
      let hash = basis;
      for (let at = start; at < end; at++) hash = Math.imul(hash, prime) ^ (bytes[at] as number);
      hash ^= hash >>> 15;
      const table = slots;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const entry = (table[slot * 2 + 1] as number) - 1;
        if (entry < 0) return add(bytes, start, end, hash, slot);
        if (table[slot * 2] === hash && same(entry, bytes, start, end)) return entry;
      }
    },
    texts: () => textsOf(stored, starts, size),
  };
}

function textsOf(stored: Uint8Array, starts: Int32Array, size: number): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const texts = new Array<string>(size);
  // One text for thousands of entries, cut by the lengths that valid UTF-8 gives: a call for each entry would take ten times as long.
  for (let first = 0; first < size; first += 4096) {
    const next = Math.min(size, first + 4096);
    const all = decoder.decode(stored.subarray(starts[first], starts[next]));
    const lengths = new Int32Array(next - first);
    let length = 0;
    for (let entry = first; entry < next && length >= 0; entry++) {
      const units = lengthInText(stored, starts[entry] as number, starts[entry + 1] as number);
      length = units < 0 ? -1 : length + units;
      lengths[entry - first] = units;
    }
    const valid = length === all.length && !all.includes('\ufffd');
    let from = 0;
    for (let entry = first; entry < next; entry++) {
      const to = from + (lengths[entry - first] as number);
      texts[entry] = valid
        ? all.slice(from, to)
        : decoder.decode(stored.subarray(starts[entry], starts[entry + 1] as number));
      from = to;
    }
  }
  return texts;
}

/** UTF-16 units of valid UTF-8: one for each character, two for those of four bytes; -1 where characters are cut. */
function lengthInText(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  let following = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80 && byte < 0xc0) {
      if (--following < 0) return -1;
      continue;
    }
    if (following > 0) return -1;
    units++;
    if (byte < 0x80) continue;
    following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (following === 3) units++;
  }
  return following > 0 ? -1 : units;
}

interface Numbers {
  readonly length: number;
  set(numbers: ArrayLike<number>): void;
}

/** The same numbers in at least twice the room. */
export function roomFor<A extends Numbers & ArrayLike<number>>(old: A, least: number, make: (length: number) => A): A {
  const next = make(Math.max(least, old.length * 2));
  next.set(old);
  return next;
}
