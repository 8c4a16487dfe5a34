/**
 * Frames as immutable byte chunks and back. A chunk holds up to 65,536 rows of all columns: "SWC1", the header's length, a JSON header, then the
 * cells at multiples of eight bytes, little-endian. Columns are named by id, so renaming a key never touches rows. A chunk that lies over the one before
 * it (`over`) holds some columns of the same rows anew: what an edit of a few cells adds.
 */
import type { Column, Frame, MixedColumn, NumericColumn, TextColumn } from '#core/data/column.ts';
import { BLANK, isText } from '#core/data/column.ts';
import { errors, isError, type Value } from '#core/data/value.ts';
import { decodeNumbers, encodeNumbers, type NumberCoding } from './number-coding.ts';

export const rowsPerChunk = 65_536;
const magic = 0x31435753; // "SWC1" read as a little-endian word

interface Cells extends NumberCoding {
  readonly offset: number;
}
interface StoredColumn {
  readonly id: string;
  readonly type: Column['type'];
  readonly cells?: Cells;
  readonly state?: Cells;
  readonly dictionary?: readonly string[];
  readonly mixed?: readonly unknown[];
}
interface Header {
  readonly rows: number;
  /** True where its columns stand for those of the chunk before it that lies over none. */
  readonly over?: true;
  readonly columns: readonly StoredColumn[];
}

/** A column of the document: the id names its cells in chunks, the key in frames. */
export interface ColumnName {
  readonly id: string;
  readonly key: string;
  readonly type: Column['type'];
}

/** Work that gives way between two small parts of it. */
export type Slices<T> = Generator<undefined, T, void>;

function drained<T>(work: Slices<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** The chunks of a frame, one after another. Columns of the frame that `names` does not have are left out. */
export function* encodeFrame(frame: Frame, names: readonly ColumnName[]): Generator<ArrayBuffer, void, void> {
  for (const chunk of encoding(frame, names)) if (chunk) yield chunk;
}

/** The same, giving way (`undefined`) after every column of a chunk. */
export function* encoding(frame: Frame, names: readonly ColumnName[]): Generator<ArrayBuffer | undefined, void, void> {
  for (let from = 0; from < frame.rowCount; from += rowsPerChunk) {
    yield yield* encodeChunk(frame, names, from, Math.min(frame.rowCount, from + rowsPerChunk));
  }
}

/** A chunk that lies over another: the frame has as many rows as that one, and the columns that are new. */
export function encodeOver(frame: Frame, names: readonly ColumnName[]): ArrayBuffer {
  return drained(encodeChunk(frame, names, 0, frame.rowCount, { over: true }));
}

/** What a chunk says of itself; undefined: not such a chunk. */
export function chunkShape(
  buffer: ArrayBuffer,
): { readonly rows: number; readonly over: boolean; readonly columns: readonly string[] } | undefined {
  const header = readHeader(buffer)?.header;
  return header && { rows: header.rows, over: header.over === true, columns: header.columns.map((one) => one.id) };
}

function* encodeChunk(
  frame: Frame,
  names: readonly ColumnName[],
  from: number,
  to: number,
  kind: { readonly over?: true } = {},
): Slices<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const put = (numbers: ArrayLike<number>): Cells => {
    const { bytes, ...coding } = encodeNumbers(numbers);
    const offset = size;
    parts.push(bytes);
    size += aligned(bytes.length);
    return { ...coding, offset };
  };
  const columns: StoredColumn[] = [];
  for (const { id, key } of names) {
    const column = frame.columns.get(key);
    if (!column) continue;
    columns.push(encodeColumn(id, column, from, to, put));
    yield;
  }
  const header: Header = { rows: to - from, ...kind, columns };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + aligned(text.length);
  const buffer = new ArrayBuffer(start + size);
  new DataView(buffer).setUint32(0, magic, true);
  new DataView(buffer).setUint32(4, text.length, true);
  const bytes = new Uint8Array(buffer);
  bytes.set(text, 8);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += aligned(part.length);
  }
  return buffer;
}

function encodeColumn(
  id: string,
  column: Column,
  from: number,
  to: number,
  put: (numbers: ArrayLike<number>) => Cells,
): StoredColumn {
  if ('cells' in column) return { id, type: column.type, mixed: column.cells.slice(from, to).map(packValue) };
  const state = column.state?.subarray(from, to);
  const states = state?.some((one) => one !== 0) ? { state: put(state) } : {};
  if (isText(column)) {
    // The chunk's own dictionary, in order of first use: equal rows give equal bytes, whatever other rows the table has.
    const dictionary: string[] = [];
    const known = new Map<number, number>();
    const codes = new Int32Array(to - from);
    for (let row = from; row < to; row++) {
      if (state && state[row - from] !== 0) continue;
      const code = column.codes[row] ?? 0;
      let local = known.get(code);
      if (local === undefined) {
        local = dictionary.push(column.dictionary[code] ?? '') - 1;
        known.set(code, local);
      }
      codes[row - from] = local;
    }
    return { id, type: 'text', cells: put(codes), dictionary, ...states };
  }
  const values = column.values.slice(from, to);
  state?.forEach((one, i) => {
    if (one !== 0) values[i] = 0;
  });
  return { id, type: column.type, cells: put(values), ...states };
}

/** Puts chunks together again under the keys the columns have now; a column the chunks do not hold is blank. `undefined`: not such chunks. */
export function decodeFrame(chunks: readonly ArrayBuffer[], names: readonly ColumnName[]): Frame | undefined {
  return drained(decoding(chunks, names));
}

/** The same, giving way after every header and every column of a chunk: a million rows at once would hold up the page. */
export function* decoding(chunks: readonly ArrayBuffer[], names: readonly ColumnName[]): Slices<Frame | undefined> {
  const whole: Read[] = [];
  for (const chunk of chunks) {
    const one = readHeader(chunk);
    if (!one) return undefined;
    whole.push(one);
    yield;
  }
  const read = layered(whole);
  const rowCount = read.reduce((sum, one) => sum + one.rows, 0);
  const columns = new Map<string, Column>();
  for (const name of names) {
    const found = read.flatMap((one) => one.columns.get(name.id)?.stored ?? []);
    columns.set(name.key, yield* assemble(name, found[0]?.type ?? name.type, read, rowCount));
  }
  return { rowCount, columns };
}

/** Rows with what their chunk and those over it hold: of a column in several, the last. */
interface Layered {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, { readonly stored: StoredColumn; readonly of: Read }>;
}

function layered(whole: readonly Read[]): readonly Layered[] {
  const layers: { rows: number; columns: Map<string, { stored: StoredColumn; of: Read }> }[] = [];
  for (const one of whole) {
    const below = layers.at(-1);
    const layer = one.header.over && below ? below : { rows: one.header.rows, columns: new Map() };
    if (layer !== below) layers.push(layer);
    for (const stored of one.header.columns) layer.columns.set(stored.id, { stored, of: one });
  }
  return layers;
}

interface Read {
  readonly header: Header;
  readonly buffer: ArrayBuffer;
  readonly start: number;
}

function readHeader(buffer: ArrayBuffer): Read | undefined {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== magic) return undefined;
  const length = view.getUint32(4, true);
  if (8 + length > buffer.byteLength) return undefined;
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Header;
  return { header, buffer, start: 8 + aligned(length) };
}

function* assemble(name: ColumnName, type: Column['type'], read: readonly Layered[], rowCount: number): Slices<Column> {
  if (type === 'list' || type === 'attachment' || type === 'geo' || type === 'mixed') {
    const cells: Value[] = [];
    for (const { rows, columns } of read) {
      const stored = columns.get(name.id)?.stored;
      for (let row = 0; row < rows; row++) cells.push(unpackValue(stored?.mixed?.[row] ?? null));
      yield;
    }
    return { type, cells } satisfies MixedColumn;
  }
  const state = new Uint8Array(rowCount);
  const values = type === 'text' ? new Int32Array(rowCount) : new Float64Array(rowCount);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  let from = 0;
  for (const { rows, columns } of read) {
    const to = from + rows;
    const found = columns.get(name.id);
    const stored = found?.stored;
    if (!found || !stored?.cells) state.fill(BLANK, from, to);
    else {
      const { buffer, start } = found.of;
      const codes = stored.dictionary?.map((text) => {
        const code = known.get(text) ?? dictionary.push(text) - 1;
        known.set(text, code);
        return code;
      });
      decodeNumbers(stored.cells, buffer, start + stored.cells.offset, values, from, rows);
      if (stored.state) decodeNumbers(stored.state, buffer, start + stored.state.offset, state, from, rows);
      if (codes) {
        for (let row = from; row < to; row++) values[row] = state[row] === 0 ? (codes[values[row] ?? 0] ?? 0) : 0;
      }
    }
    from = to;
    yield;
  }
  const states = state.some((one) => one !== 0) ? { state } : {};
  if (values instanceof Int32Array) return { type: 'text', codes: values, dictionary, ...states } satisfies TextColumn;
  return { type: type === 'text' ? 'number' : type, values, ...states } satisfies NumericColumn;
}

/** Errors and the numbers JSON cannot say stand in objects of one key. */
function packValue(value: Value): unknown {
  if (isError(value)) return { error: value.error };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  }
  return value;
}

function unpackValue(packed: unknown): Value {
  if (typeof packed === 'object' && packed !== null) {
    if ('error' in packed) return errors[packed.error as keyof typeof errors] ?? errors['#VALUE!'];
    return 'number' in packed ? Number(packed.number) : null;
  }
  return packed as Value;
}

function aligned(size: number): number {
  return (size + 7) & ~7;
}

/** A table without rows. */
export function emptyFrame(names: readonly ColumnName[]): Frame {
  return decodeFrame([], names) ?? { rowCount: 0, columns: new Map() };
}
