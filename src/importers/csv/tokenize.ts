/**
 * Splits CSV text that comes in pieces into rows of cells (RFC 4180, and the files people really have: any line ends, quotes inside cells, blank
 * lines). A piece may end anywhere: what is not yet a whole row waits for the next.
 */
import { limits } from '../limits.ts';

export interface CsvTokenizer {
  /** The row given to `onRow` is reused: copy what is kept. */
  push(text: string): void;
  /** The last row, where the text does not end with a line break. */
  finish(): void;
}

export type TokenizeFault = { readonly code: 'cell-too-long' | 'unclosed-quote'; readonly row: number };

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** `onRow` gets the cells and how many of them count; it returns false to stop. `onFault` is called at most once, and ends the work. */
export function csvTokenizer(
  delimiter: string,
  onRow: (cells: readonly string[], count: number) => boolean | void,
  onFault: (fault: TokenizeFault) => void,
): CsvTokenizer {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let rest = '';
  let rows = 0;
  let stopped = false;

  /** Reads whole rows from `text`; with `last`, the end of the text ends a row. Returns what is left. */
  function read(text: string, last: boolean): string {
    let at = 0;
    while (at < text.length && !stopped) {
      const next = readRow(text, at, last);
      if (next < 0) break;
      at = next;
    }
    return at === 0 ? text : text.slice(at);
  }

  /** The offset after the row that starts at `start`, or -1 where the row is not whole. */
  function readRow(text: string, start: number, last: boolean): number {
    const end = text.length;
    let at = start;
    let count = 0;
    for (;;) {
      let cell: string;
      if (at < end && text.charCodeAt(at) === quote) {
        let from = at + 1;
        let close = text.indexOf('"', from);
        let doubled = false;
        while (close >= 0 && close + 1 < end && text.charCodeAt(close + 1) === quote) {
          doubled = true;
          close = text.indexOf('"', close + 2);
        }
        if (close < 0 || (close + 1 === end && !last)) {
          if (!last) return waiting(text, at);
          onFaultAt('unclosed-quote');
          return -1;
        }
        cell = text.slice(from, close);
        if (doubled) cell = cell.replaceAll('""', '"');
        from = close + 1;
        // What follows a closing quote up to the next separator belongs to the cell, as spreadsheets read it.
        at = endOfPlain(text, from, end);
        if (at > from) cell += text.slice(from, at);
      } else {
        const from = at;
        at = endOfPlain(text, from, end);
        cell = text.slice(from, at);
      }
      if (at === end && !last) return waiting(text, start);
      if (cell.length > limits.cellCharacters) {
        onFaultAt('cell-too-long');
        return -1;
      }
      cells[count] = cell;
      count++;
      const sign = text.charCodeAt(at);
      if (at < end && sign === separator) {
        at++;
        continue;
      }
      if (at < end && sign === carriageReturn) {
        if (at + 1 === end && !last) return -1;
        at += text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
      } else if (at < end) at++;
      if (!(count === 1 && cells[0] === '')) {
        rows++;
        if (onRow(cells, count) === false) stopped = true;
      }
      return at;
    }
  }

  function endOfPlain(text: string, from: number, end: number): number {
    let at = from;
    while (at < end) {
      const sign = text.charCodeAt(at);
      if (sign === separator || sign === lineFeed || sign === carriageReturn) break;
      at++;
    }
    return at;
  }

  /** A row that never ends is a quote that never closes: no file may fill the memory with it. */
  function waiting(text: string, from: number): -1 {
    if (text.length - from > 4 * limits.cellCharacters) onFaultAt('cell-too-long');
    return -1;
  }

  function onFaultAt(code: TokenizeFault['code']): void {
    if (stopped) return;
    stopped = true;
    onFault({ code, row: rows + 1 });
  }

  return {
    push(text) {
      if (!stopped) rest = read(rest === '' ? text : rest + text, false);
    },
    finish() {
      if (!stopped && rest !== '') read(rest, true);
      rest = '';
    },
  };
}
