/**
 * Splits the bytes of CSV text (UTF-8) that come in pieces into rows of cells: RFC 4180, and the files people really have (any line ends, quotes inside
 * cells, blank lines). A piece may end anywhere: what is not yet a whole row waits for the next. Cells are told by where they are; nothing is copied
 * but the rest of a piece.
 */
import type { CellBatch } from '#core/data/reading/column-builder.ts';
import { limits } from '../limits.ts';

/** Some rows; `counts` says how many cells each really had. Missing cells are empty, those beyond `stride` are left out. Spent after the call. */
export interface RowBatch extends CellBatch {
  readonly rows: number;
  readonly counts: Int32Array;
}

export interface RowScanner {
  push(bytes: Uint8Array): void;
  /** The last row, where the text does not end with a line break. */
  finish(): void;
}

export type ScanFault = { readonly code: 'cell-too-long' | 'unclosed-quote'; readonly row: number };

export interface ScanOptions {
  /** One ASCII sign. */
  readonly delimiter: string;
  /** Cells of a row that are kept. */
  readonly width: number;
  /** Called with some rows; returns false to stop. */
  readonly onRows: (batch: RowBatch) => boolean | void;
  /** Called at most once, and ends the work; rows count from 1, the header too. */
  readonly onFault: (fault: ScanFault) => void;
  readonly batchRows?: number;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
/** The cells of a batch stay within the nearest memory. */
const batchCells = 1 << 14;

export function rowScanner({ delimiter, width, onRows, onFault, batchRows }: ScanOptions): RowScanner {
  const separator = delimiter.charCodeAt(0);
  const most = batchRows ?? Math.max(16, Math.floor(batchCells / Math.max(1, width)));
  const starts = new Int32Array(most * width);
  const ends = new Int32Array(most * width);
  const counts = new Int32Array(most);
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  let rows = 0;
  let before = 0;
  let stopped = false;

  /** Reads whole rows; with `last`, the end of the text ends a row. Returns where the first row begins that is not whole. */
  function scan(last: boolean): number {
    let at = 0;
    buffer[length] = lineFeed;
    while (at < length && !stopped) {
      const next = scanRow(at, last);
      if (next < 0) break;
      at = next;
    }
    flush();
    return at;
  }

  /** The offset after the row that begins at `start`, or -1 where it is not whole. A line feed stands behind the text: no cell runs over its end. */
  function scanRow(start: number, last: boolean): number {
    const bytes = buffer;
    const end = length;
    const first = rows * width;
    let at = start;
    let count = 0;
    let odd = false;
    let sign: number;
    do {
      let from = at;
      let to: number;
      if (bytes[at] === quote && at < end) {
        const close = endOfQuoted(at + 1);
        // A quote at the very end may be the first of a doubled one.
        if (close < 0 || (close + 1 === end && !last)) return last ? fault('unclosed-quote') : waiting(start);
        at = endOfPlain(close + 1);
        if (at === close + 1 && !doubled) {
          from++;
          to = close;
        } else {
          odd = true;
          to = at;
          from = -from - 1;
        }
        sign = bytes[at] as number;
      } else {
        sign = bytes[at] as number;
        while (sign !== separator && (sign > carriageReturn || (sign !== lineFeed && sign !== carriageReturn)))
          sign = bytes[++at] as number;
        to = at;
      }
      if (at >= end && !last) return waiting(start);
      if (to - from > limits.cellCharacters && to - Math.abs(from) > limits.cellCharacters)
        return fault('cell-too-long');
      if (count < width) {
        starts[first + count] = from;
        ends[first + count] = to;
      }
      count++;
      at++;
    } while (sign === separator);
    if (sign === carriageReturn) {
      if (at === end && !last) return -1;
      if (bytes[at] === lineFeed && at < end) at++;
    }
    if (odd) unquoteRow(first, Math.min(count, width));
    if (count === 1 && ends[first] === starts[first]) return at;
    for (let slot = first + count; slot < first + width; slot++) starts[slot] = ends[slot] = 0;
    counts[rows] = count;
    rows++;
    if (rows === most) flush();
    return at;
  }

  let doubled = false;
  /** The closing quote of the cell whose text begins at `at`, or -1. Says by `doubled` whether quotes stand in the cell. */
  function endOfQuoted(at: number): number {
    doubled = false;
    const bytes = buffer;
    const end = length;
    for (; at < end; at++) {
      if (bytes[at] !== quote) continue;
      if (at + 1 >= end || bytes[at + 1] !== quote) return at;
      doubled = true;
      at++;
    }
    return -1;
  }

  function endOfPlain(at: number): number {
    const bytes = buffer;
    const end = length;
    while (at < end) {
      const sign = bytes[at];
      if (sign === separator || sign === lineFeed || sign === carriageReturn) break;
      at++;
    }
    return at;
  }

  function unquoteRow(first: number, cells: number): void {
    for (let slot = first; slot < first + cells; slot++) if ((starts[slot] as number) < 0) unquote(slot);
  }

  /**
   * Takes the quotes off in place: what is left is never longer. What follows a closing quote up to the next separator belongs to the cell, as
   * spreadsheets read it.
   */
  function unquote(slot: number): void {
    const start = -(starts[slot] as number) - 1;
    const end = ends[slot] as number;
    let into = start;
    let at = start + 1;
    for (; at < end; at++) {
      if (buffer[at] === quote) {
        at++;
        if (at >= end || buffer[at] !== quote) break;
      }
      buffer[into++] = buffer[at] as number;
    }
    for (; at < end; at++) buffer[into++] = buffer[at] as number;
    starts[slot] = start;
    ends[slot] = into;
  }

  /** A row that never ends is a quote that never closes: no file may fill the memory with it. */
  function waiting(from: number): -1 {
    return length - from > 4 * limits.cellCharacters ? fault('cell-too-long') : -1;
  }

  function fault(code: ScanFault['code']): -1 {
    flush();
    if (!stopped) onFault({ code, row: before + 1 });
    stopped = true;
    return -1;
  }

  function flush(): void {
    if (rows === 0 || stopped) return;
    const batch = { bytes: buffer, starts, ends, stride: width, rows, counts };
    before += rows;
    rows = 0;
    if (onRows(batch) === false) stopped = true;
  }

  return {
    push(bytes) {
      if (stopped) return;
      if (length + bytes.length >= buffer.length) {
        const next = new Uint8Array(Math.max(length + bytes.length + 1, buffer.length * 2));
        next.set(buffer.subarray(0, length));
        buffer = next;
      }
      buffer.set(bytes, length);
      length += bytes.length;
      const rest = scan(false);
      buffer.copyWithin(0, rest, length);
      length -= rest;
    },
    finish() {
      if (!stopped && length > 0) scan(true);
      length = 0;
    },
  };
}

/** Rows as texts, for samples. `onRow` returns false to stop. */
export function scanText(
  text: string,
  delimiter: string,
  onRow: (cells: readonly string[]) => boolean | void,
  /** Whether a last row without a line break counts; a sample may end in the middle of one. */
  whole: boolean,
): ScanFault | null {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let found: ScanFault | null = null;
  const width = limits.columns + 1;
  const scanner = rowScanner({
    delimiter,
    width,
    batchRows: 64,
    onRows({ bytes, starts, ends, rows, counts }) {
      for (let row = 0; row < rows; row++) {
        const cells = Array.from({ length: Math.min(width, counts[row] as number) }, (_, column) => {
          const slot = row * width + column;
          return decoder.decode(bytes.subarray(starts[slot], ends[slot]));
        });
        if (onRow(cells) === false) return false;
      }
      return true;
    },
    onFault: (fault) => (found = fault),
  });
  scanner.push(new TextEncoder().encode(text));
  if (whole) scanner.finish();
  return found;
}
