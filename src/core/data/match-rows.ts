/** Which rows of two frames have the same key: hashes over dictionary codes and numbers, no object per row. */
import { isText, type Column } from './column.ts';
import { lengthOf } from './change-rows.ts';

/** Nothing matches; or the row has no key because a cell of it is blank or an error. */
export const none = -1;

export interface Matches {
  /** For each fresh row: the first old row with its key, or `none`. */
  readonly oldOf: Int32Array;
  /** For each fresh row: 1 where a later fresh row has the same key. */
  readonly doubled: Uint8Array;
  /** For each fresh row: 1 where it has no key. */
  readonly keyless: Uint8Array;
  /** For each old row: 1 where a fresh row has its key. */
  readonly found: Uint8Array;
}

/** A key column of both sides in numbers that are equal where the cells are. */
interface KeyColumn {
  readonly old: ArrayLike<number>;
  readonly fresh: ArrayLike<number>;
  readonly oldState: Uint8Array | undefined;
  readonly freshState: Uint8Array | undefined;
}

/** Rows between two signs of life. */
const between = 0x3fff;

/** Pairs of the same column in both frames. Yields rows done. Columns stored cell by cell are no keys. */
export function* matchRows(
  pairs: readonly { readonly old: Column; readonly fresh: Column }[],
): Generator<number, Matches, void> {
  const [first] = pairs;
  const oldCount = first ? lengthOf(first.old) : 0;
  const freshCount = first ? lengthOf(first.fresh) : 0;
  const keys = pairs.map(({ old, fresh }) => keyColumn(old, fresh));
  const oldOf = new Int32Array(freshCount).fill(none);
  const doubled = new Uint8Array(freshCount);
  const keyless = withoutKey(
    keys.map((key) => key.freshState),
    freshCount,
  );
  const oldKeyless = withoutKey(
    keys.map((key) => key.oldState),
    oldCount,
  );
  const found = new Uint8Array(oldCount);

  const oldHash = hashes(keys, 'old', oldCount);
  const freshHash = hashes(keys, 'fresh', freshCount);
  const [olds, freshes] = [keys.map((key) => key.old), keys.map((key) => key.fresh)];
  const oldTable = createTable(oldCount, olds);
  for (let row = 0; row < oldCount; row++) {
    if (oldKeyless[row] === 0) oldTable.add(oldHash[row] as number, row);
    if ((row & between) === between) yield row;
  }
  const freshTable = createTable(freshCount, freshes);
  // From the end: the first one met is the last of its key.
  for (let row = freshCount - 1; row >= 0; row--) {
    if ((row & between) === between) yield oldCount + freshCount - row;
    if (keyless[row] !== 0) continue;
    const hash = freshHash[row] as number;
    if (freshTable.add(hash, row) === row) oldOf[row] = oldTable.find(hash, freshes, row);
    else doubled[row] = 1;
  }
  // Old rows whose key stands several times are found together.
  for (let row = 0; row < oldCount; row++) {
    if ((row & between) === between) yield row;
    if (oldKeyless[row] === 0 && freshTable.find(oldHash[row] as number, olds, row) !== none) found[row] = 1;
  }
  return { oldOf, doubled, keyless, found };
}

function keyColumn(old: Column, fresh: Column): KeyColumn {
  const [a, b] = sameCodes(old, fresh);
  const state = (column: Column) => ('state' in column ? column.state : undefined);
  return { old: a, fresh: b, oldState: state(old), freshState: state(fresh) };
}

/**
 * The cells of two columns as numbers, equal where the cells are: codes of one dictionary, or the values themselves. Cells that hold no value have some
 * number; their state tells. Columns that share no storage are never equal.
 */
export function sameCodes(old: Column, fresh: Column): readonly [ArrayLike<number>, ArrayLike<number>] {
  if ('cells' in old || 'cells' in fresh || isText(old) !== isText(fresh))
    return [new Int32Array(lengthOf(old)).fill(-1), new Int32Array(lengthOf(fresh)).fill(-2)];
  if (!isText(old) || !isText(fresh))
    return [(old as { values: Float64Array }).values, (fresh as { values: Float64Array }).values];
  const known = new Map<string, number>();
  const place = (text: string) => {
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, known.size);
    return known.size - 1;
  };
  const oldPlaces = Int32Array.from(old.dictionary, place);
  const freshPlaces = Int32Array.from(fresh.dictionary, place);
  return [old.codes.map((code) => oldPlaces[code] ?? 0), fresh.codes.map((code) => freshPlaces[code] ?? 0)];
}

function hashes(keys: readonly KeyColumn[], side: 'old' | 'fresh', count: number): Int32Array {
  const made = new Int32Array(count);
  const double = new Float64Array(1);
  const halves = new Int32Array(double.buffer);
  for (const key of keys) {
    const cells = key[side];
    const whole = cells instanceof Int32Array;
    for (let row = 0; row < count; row++) {
      let bits = cells[row] as number;
      if (!whole) {
        // Minus zero is zero.
        double[0] = bits + 0;
        bits = (halves[0] as number) ^ Math.imul(halves[1] as number, 0x9e3779b1);
      }
      made[row] = mixed((Math.imul(made[row] as number, 31) + bits) | 0);
    }
  }
  return made;
}

/** The finaliser of MurmurHash3. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function withoutKey(states: readonly (Uint8Array | undefined)[], count: number): Uint8Array {
  const made = new Uint8Array(count);
  for (const state of states) if (state) for (let row = 0; row < count; row++) if (state[row] !== 0) made[row] = 1;
  return made;
}

type Cells = readonly ArrayLike<number>[];

interface RowTable {
  /** The row that had the key first: the given one where it is new. */
  add(hash: number, row: number): number;
  /** The row that has the key of a row of other columns. */
  find(hash: number, cells: Cells, row: number): number;
}

/** Open addressing, at most half full; `own` are the key cells of the rows that are added. */
function createTable(count: number, own: Cells): RowTable {
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(size).fill(none);
  const mask = size - 1;
  const [first = []] = own;
  const slotOf = (hash: number, cells: Cells, row: number) => {
    const [cell = []] = cells;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const other = slots[slot] as number;
      if (other === none) return slot;
      if (first[other] !== cell[row]) continue;
      let at = 1;
      while (at < own.length && own[at]?.[other] === cells[at]?.[row]) at++;
      if (at >= own.length) return slot;
    }
  };
  return {
    add(hash, row) {
      const slot = slotOf(hash, own, row);
      if (slots[slot] === none) slots[slot] = row;
      return slots[slot] as number;
    },
    find: (hash, cells, row) => slots[slotOf(hash, cells, row)] as number,
  };
}
