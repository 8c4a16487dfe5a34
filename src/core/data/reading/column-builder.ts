/**
 * Grows one typed column from the bytes of its cells (UTF-8). Cells that do not fit are kept as errors and listed, never dropped. Texts are made only
 * of distinct cells, and of numbers and dates only where the short way does not know them.
 */
import { BLANK, type Column } from '../column.ts';
import { createByteTable, roomFor } from './byte-table.ts';
import { cellReader } from './cell-reader.ts';
import type { ColumnReading } from './column-reading.ts';

export interface WrongCell {
  /** Zero-based row of the table. */
  readonly row: number;
  readonly text: string;
}

/** Where the cells of some rows are: the cell of row `n` is `bytes[starts[n * stride + column] … ends[…]]`. */
export interface CellBatch {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly stride: number;
}

export interface ColumnBuilder {
  /** Appends the cells of the batch's rows from `from` to `to`. */
  addRows(batch: CellBatch, column: number, from: number, to: number): void;
  /** Appends one cell. */
  add(text: string): void;
  /** The column so far; the builder is spent. */
  finish(): Column;
  /** The first 1,000 cells that do not fit. */
  readonly wrong: readonly WrongCell[];
  readonly wrongCount: number;
  /** A cell of a number column whose digits a number cannot keep: leading zeros, or more than fifteen digits. */
  readonly lossy: string | undefined;
}

const guard = /^'('*[=+\-@\t\r])/;
const wrongListed = 1000;
/** Bytes of a wrong cell that are listed. */
const listedBytes = 200;
const firstRoom = 1024;

export function columnBuilder(reading: ColumnReading): ColumnBuilder {
  return reading.type === 'text' ? textBuilder(reading) : numericBuilder(reading, reading.type);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The beginning of a cell, never half of a character. */
function shown(bytes: Uint8Array, start: number, end: number): string {
  return end - start <= listedBytes
    ? decoder.decode(bytes.subarray(start, end))
    : `${decoder.decode(bytes.subarray(start, start + listedBytes)).replace(/\ufffd$/, '')}…`;
}

/** `add` in terms of `addRows`. */
function single(addRows: ColumnBuilder['addRows']): ColumnBuilder['add'] {
  return (text) => {
    const bytes = encoder.encode(text);
    addRows({ bytes, starts: Int32Array.of(0), ends: Int32Array.of(bytes.length), stride: 1 }, 0, 0, 1);
  };
}

function numericBuilder(reading: ColumnReading, type: Exclude<ColumnReading['type'], 'text'>): ColumnBuilder {
  const reader = cellReader(reading);
  let values = new Float64Array(firstRoom);
  let states: Uint8Array | null = null;
  let count = 0;
  const wrong: WrongCell[] = [];
  let wrongCount = 0;
  const addRows: ColumnBuilder['addRows'] = ({ bytes, starts, ends, stride }, column, from, to) => {
    const room = count + to - from;
    if (room > values.length) {
      values = roomFor(values, room, (length) => new Float64Array(length));
      if (states) states = roomFor(states, values.length, (length) => new Uint8Array(length));
    }
    for (let slot = from * stride + column; slot < to * stride; slot += stride, count++) {
      const start = starts[slot] as number;
      const end = ends[slot] as number;
      const value = reader.read(bytes, start, end);
      if (value === value) {
        values[count] = value;
        continue;
      }
      states ??= new Uint8Array(values.length);
      const state = reader.state();
      states[count] = state;
      if (state === BLANK) continue;
      wrongCount++;
      if (wrong.length < wrongListed) wrong.push({ row: count, text: shown(bytes, start, end) });
    }
  };
  return {
    addRows,
    add: single(addRows),
    wrong,
    get wrongCount() {
      return wrongCount;
    },
    get lossy() {
      return reader.lossy();
    },
    finish: () => ({ type, values: values.slice(0, count), ...(states ? { state: states.slice(0, count) } : {}) }),
  };
}

function textBuilder(reading: ColumnReading): ColumnBuilder {
  const table = createByteTable();
  // Texts that stand for a blank get the first numbers, so that a number tells them.
  const blanks = ['', ...(reading.blanks ?? [])];
  for (const blank of blanks) {
    const bytes = encoder.encode(blank);
    table.numberOf(bytes, 0, bytes.length);
  }
  const firstText = table.size;
  let codes = new Int32Array(firstRoom);
  let states: Uint8Array | null = null;
  let count = 0;
  const addRows: ColumnBuilder['addRows'] = ({ bytes, starts, ends, stride }, column, from, to) => {
    const room = count + to - from;
    if (room > codes.length) {
      codes = roomFor(codes, room, (length) => new Int32Array(length));
      if (states) states = roomFor(states, codes.length, (length) => new Uint8Array(length));
    }
    for (let slot = from * stride + column; slot < to * stride; slot += stride, count++) {
      const entry = table.numberOf(bytes, starts[slot] as number, ends[slot] as number) - firstText;
      if (entry >= 0) codes[count] = entry;
      else (states ??= new Uint8Array(codes.length))[count] = BLANK;
    }
  };
  return {
    addRows,
    add: single(addRows),
    wrong: [],
    wrongCount: 0,
    lossy: undefined,
    finish() {
      const texts = table.texts().slice(firstText);
      const state = states ? { state: states.slice(0, count) } : {};
      // No two guarded texts become one: what began with an apostrophe and a sign was given an apostrophe more.
      const dictionary = reading.guarded ? texts.map((text) => text.replace(guard, '$1')) : texts;
      return { type: 'text', codes: codes.slice(0, count), dictionary, ...state };
    },
  };
}
