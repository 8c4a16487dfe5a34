/** The daily job: fresh rows of a file come to the rows a table has – under them, instead of them, or by key – and what that changes is told first. */
import { changeRows, joinColumns, lengthOf, takeRows } from './change-rows.ts';
import { BLANK, cellAt, isText, type Column, type Frame } from './column.ts';
import { matchRows, none, sameCodes } from './match-rows.ts';
import type { Value } from './value.ts';

export interface Refresh {
  readonly mode: 'append' | 'replace' | 'upsert';
  /** Columns that tell a row from all others; for counts also where rows are replaced. */
  readonly key: readonly string[];
  /** Rows whose key the file does not have go (upsert). */
  readonly removeMissing: boolean;
}

export interface CellChange {
  /** Row of the old frame. */
  readonly row: number;
  readonly column: string;
  readonly before: Value;
  readonly after: Value;
}

export interface RefreshSummary {
  readonly added: number;
  /** Rows with at least one cell that becomes another. */
  readonly changed: number;
  readonly same: number;
  /** Old rows that the result does not have. */
  readonly removed: number;
  /** Old rows that the file does not have but that stay. */
  readonly kept: number;
  /** Fresh rows left out because a later one has the same key. */
  readonly doubled: number;
  /** Fresh rows with a blank or an error in the key: they are added. */
  readonly keyless: number;
  readonly changedCells: readonly { readonly column: string; readonly count: number }[];
  readonly samples: {
    readonly changed: readonly CellChange[];
    /** Rows of the fresh frame. */
    readonly added: readonly number[];
    /** Rows of the old frame. */
    readonly removed: readonly number[];
  };
}

export interface Refreshed {
  readonly summary: RefreshSummary;
  /** The old columns, in their order, and the columns that only the fresh frame has. */
  readonly frame: Frame;
}

const mostSamples = 20;
const between = 0xffff;

/** Columns the fresh frame does not have keep their old cells; in rows that are added they are blank. Yields rows done. */
export function* refreshRows(old: Frame, fresh: Frame, refresh: Refresh): Generator<number, Refreshed, void> {
  const key = refresh.key.filter((one) => old.columns.has(one) && fresh.columns.has(one));
  const pairs = key.map((one) => ({ old: old.columns.get(one) as Column, fresh: fresh.columns.get(one) as Column }));
  if (refresh.mode === 'append' || pairs.length === 0) return withoutKey(old, fresh, refresh);
  const { oldOf, doubled, keyless, found } = yield* matchRows(pairs);
  const taken: number[] = [];
  const matched: number[] = [];
  for (let row = 0; row < fresh.rowCount; row++) {
    if (doubled[row]) continue;
    if (oldOf[row] === none) taken.push(row);
    else matched.push(row);
  }
  const added = Int32Array.from(taken);
  const from = Int32Array.from(matched);
  const to = from.map((row) => oldOf[row] as number);
  const changedRow = new Uint8Array(from.length);
  const changedCells: { column: string; count: number }[] = [];
  const samples: CellChange[] = [];
  const columns = new Map<string, Column>();
  for (const [name, column] of old.columns) {
    const other = fresh.columns.get(name);
    if (!other) {
      columns.set(name, column);
      continue;
    }
    const differ = yield* differing(column, other, to, from);
    for (const at of differ) {
      changedRow[at] = 1;
      const [row, freshRow] = [to[at] as number, from[at] as number];
      if (samples.length < mostSamples)
        samples.push({ row, column: name, before: cellAt(column, row), after: cellAt(other, freshRow) });
    }
    if (differ.length > 0) changedCells.push({ column: name, count: differ.length });
    columns.set(name, overlaid(column, other, to, from, differ));
  }
  for (const [name, other] of fresh.columns) {
    if (old.columns.has(name)) continue;
    const blank = takeRows(other, new Int32Array(old.rowCount).fill(none));
    columns.set(name, overlaid(blanked(blank), other, to, from, from.keys()));
  }
  const missing: number[] = [];
  for (let row = 0; row < found.length; row++) if (found[row] === 0) missing.push(row);
  const goes = refresh.mode === 'replace' || refresh.removeMissing;
  const kept = changeRows({ rowCount: old.rowCount, columns }, goes ? { remove: missing } : {});
  const frame = appended(kept, fresh, added);
  const changed = changedRow.reduce((sum, one) => sum + one, 0);
  return {
    frame: refresh.mode === 'replace' ? replaced(old, fresh) : frame,
    summary: {
      added: added.length,
      changed,
      same: from.length - changed,
      removed: goes ? missing.length : 0,
      kept: goes ? 0 : missing.length,
      doubled: doubled.reduce((sum, one) => sum + one, 0),
      keyless: keyless.reduce((sum, one) => sum + one, 0),
      changedCells,
      samples: {
        changed: samples,
        added: [...added.subarray(0, mostSamples)],
        removed: goes ? missing.slice(0, mostSamples) : [],
      },
    },
  };
}

/** Nothing to match by: fresh rows come under the old ones, or stand for all of them. */
function withoutKey(old: Frame, fresh: Frame, { mode }: Refresh): Refreshed {
  const replace = mode === 'replace';
  const all = Int32Array.from({ length: fresh.rowCount }, (_, row) => row);
  return {
    frame: replace ? replaced(old, fresh) : appended(withNew(old, fresh), fresh, all),
    summary: {
      added: fresh.rowCount,
      changed: 0,
      same: 0,
      removed: replace ? old.rowCount : 0,
      kept: replace ? 0 : old.rowCount,
      doubled: 0,
      keyless: 0,
      changedCells: [],
      samples: {
        changed: [],
        added: [...all.subarray(0, mostSamples)],
        removed: replace ? [...Array(Math.min(mostSamples, old.rowCount)).keys()] : [],
      },
    },
  };
}

/** The pairs whose cells are not the same. */
function* differing(
  old: Column,
  fresh: Column,
  to: Int32Array,
  from: Int32Array,
): Generator<number, readonly number[], void> {
  const [a, b] = sameCodes(old, fresh);
  const apart = 'cells' in old || 'cells' in fresh || isText(old) !== isText(fresh);
  const differ: number[] = [];
  const [oldState, freshState] = ['state' in old ? old.state : undefined, 'state' in fresh ? fresh.state : undefined];
  for (let at = 0; at < to.length; at++) {
    const [row, other] = [to[at] as number, from[at] as number];
    if ((at & between) === between) yield at;
    if (apart) {
      if (JSON.stringify(cellAt(old, row)) !== JSON.stringify(cellAt(fresh, other))) differ.push(at);
      continue;
    }
    const state = oldState?.[row] ?? 0;
    if (state !== (freshState?.[other] ?? 0) || (state === 0 && a[row] !== b[other])) differ.push(at);
  }
  return differ;
}

/** The old column with the fresh cells of some pairs in it. */
function overlaid(old: Column, fresh: Column, to: Int32Array, from: Int32Array, pairs: Iterable<number>): Column {
  const order = new Int32Array(lengthOf(old));
  for (let row = 0; row < order.length; row++) order[row] = row;
  let any = false;
  for (const at of pairs) {
    order[to[at] as number] = lengthOf(old) + (from[at] as number);
    any = true;
  }
  return any ? takeRows(joinColumns([old, fresh]), order) : old;
}

function appended(kept: Frame, fresh: Frame, rows: Int32Array): Frame {
  const added = [...fresh.columns].map(([name, column]): [string, Column] => [name, takeRows(column, rows)]);
  return changeRows(kept, { insert: { at: kept.rowCount, rows: { rowCount: rows.length, columns: new Map(added) } } });
}

/** The old frame with the columns it does not have yet, blank. */
function withNew(old: Frame, fresh: Frame): Frame {
  const columns = new Map(old.columns);
  for (const [name, column] of fresh.columns)
    if (!columns.has(name)) columns.set(name, blanked(takeRows(column, new Int32Array(old.rowCount))));
  return { rowCount: old.rowCount, columns };
}

/** The fresh rows in the columns of both, in the order of the old ones. */
function replaced(old: Frame, fresh: Frame): Frame {
  const columns = new Map<string, Column>();
  for (const [name, column] of old.columns)
    columns.set(name, fresh.columns.get(name) ?? blanked(takeRows(column, new Int32Array(fresh.rowCount))));
  for (const [name, column] of fresh.columns) if (!columns.has(name)) columns.set(name, column);
  return { rowCount: fresh.rowCount, columns };
}

function blanked(column: Column): Column {
  if ('cells' in column) return { ...column, cells: column.cells.map(() => null) };
  const state = new Uint8Array(lengthOf(column)).fill(BLANK);
  return isText(column)
    ? { type: 'text', codes: new Int32Array(column.codes.length), dictionary: [], state }
    : { type: column.type, values: new Float64Array(column.values.length), state };
}
