/** Reads the cells of number, truth, date and time columns: plain ones from their bytes, the others as text, once for each distinct cell. */
import { BLANK, FIRST_ERROR } from '../column.ts';
import { errorTexts } from '../value.ts';
import { createByteTable } from './byte-table.ts';
import type { ColumnReading } from './column-reading.ts';
import { readBoolean, readDate, readNumber, readTime } from './read-cell.ts';
import { readDigits } from './read-digits.ts';

export interface CellReader {
  /** NaN where the cell is blank or does not fit. */
  read(bytes: Uint8Array, start: number, end: number): number;
  /** The state of a cell that `read` just gave NaN for. */
  state(): number;
  /** The first cell whose digits a number cannot keep: leading zeros, or more than fifteen digits. */
  lossy(): string | undefined;
}

const wrongValue = FIRST_ERROR + errorTexts.indexOf('#VALUE!');
/** Distinct cells remembered; what comes later is read anew each time. */
const remembered = 50_000;
const zero = 48;

export function cellReader(reading: ColumnReading): CellReader {
  const known = createByteTable();
  const values: number[] = [];
  const states: number[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const read = textReader(reading);
  const blanks = new Set(reading.blanks ?? []);
  let lossy: string | undefined;
  let state = 0;

  function readText(bytes: Uint8Array, start: number, end: number): number {
    const text = decoder.decode(bytes.subarray(start, end));
    const trimmed = text.trim();
    if (trimmed === '' || blanks.has(trimmed)) {
      state = BLANK;
      return NaN;
    }
    const value = read(text);
    if (Number.isFinite(value)) {
      if (reading.type === 'number' && /^[-+]?\d{16,}$/.test(trimmed)) lossy ??= trimmed;
      return value + 0;
    }
    const error = errorTexts.findIndex((one) => one === trimmed.toUpperCase());
    state = error >= 0 ? FIRST_ERROR + error : wrongValue;
    return NaN;
  }

  function once(bytes: Uint8Array, start: number, end: number): number {
    if (known.size >= remembered) return readText(bytes, start, end);
    const entry = known.numberOf(bytes, start, end);
    if (entry === values.length) {
      state = 0;
      values.push(readText(bytes, start, end));
      states.push(state);
    }
    state = states[entry] as number;
    return values[entry] as number;
  }

  const share = reading.percent ?? false;
  const decimal = reading.decimal ?? '.';

  function number(bytes: Uint8Array, start: number, end: number): number {
    const value = readDigits(bytes, start, end, decimal, share);
    if (value !== value) return once(bytes, start, end);
    if (lossy === undefined && bytes[start] === zero && end - start > 1 && isDigit(bytes[start + 1] as number))
      lossy = decoder.decode(bytes.subarray(start, end));
    return value + 0;
  }

  /** Days repeat and times do not: `2026-03-01 10:15:00` is read in two parts. */
  function datetime(bytes: Uint8Array, start: number, end: number): number {
    const sign = end - start >= 16 ? bytes[start + 10] : 0;
    if (sign === 32 || sign === 84) {
      const time = readClock(bytes, start + 11, end);
      const day = time === time ? once(bytes, start, start + 10) : NaN;
      if (day === day) return day + time;
    }
    return once(bytes, start, end);
  }

  return {
    read: reading.type === 'number' ? number : reading.type === 'datetime' ? datetime : once,
    state: () => state,
    lossy: () => lossy,
  };
}

/** `HH:MM` or `HH:MM:SS` and nothing else, as a fraction of a day; else NaN. */
function readClock(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if ((length !== 5 && length !== 8) || bytes[start + 2] !== 58 || (length === 8 && bytes[start + 5] !== 58))
    return NaN;
  const hour = twoDigits(bytes, start);
  const minute = twoDigits(bytes, start + 3);
  const second = length === 8 ? twoDigits(bytes, start + 6) : 0;
  return hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second) / 86_400 : NaN;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at] as number, bytes[at + 1] as number];
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : 100;
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= zero + 9;
}

function textReader(reading: ColumnReading): (text: string) => number {
  const order = reading.order ?? 'ymd';
  switch (reading.type) {
    case 'boolean':
      return readBoolean;
    case 'time':
      return readTime;
    case 'date':
      return (text) => Math.floor(readDate(text, order));
    case 'datetime':
      return (text) => readDate(text, order);
    case 'number':
    case 'text':
      return (text) => readNumber(text, reading);
  }
}
