/** Grows one typed column from text cells. Cells that do not fit are kept as errors and listed, never dropped. */
import { BLANK, FIRST_ERROR, type Column } from '../column.ts';
import { errorTexts } from '../value.ts';
import type { ColumnReading } from './column-reading.ts';
import { readBoolean, readDate, readNumber } from './read-cell.ts';

export interface WrongCell {
  /** Zero-based row of the table. */
  readonly row: number;
  readonly text: string;
}

export interface ColumnBuilder {
  /** Appends the next row's cell. */
  add(text: string): void;
  /** The column so far; the builder is spent. */
  finish(): Column;
  readonly wrong: readonly WrongCell[];
  readonly wrongCount: number;
}

const wrongListed = 1000;
const valueError = FIRST_ERROR + errorTexts.indexOf('#VALUE!');
const firstRoom = 1024;

export function columnBuilder(reading: ColumnReading): ColumnBuilder {
  return reading.type === 'text' ? textBuilder() : numericBuilder(reading);
}

function numericBuilder(reading: ColumnReading): ColumnBuilder {
  const read = readerOf(reading);
  let values = new Float64Array(firstRoom);
  let states: Uint8Array<ArrayBuffer> | null = null;
  let count = 0;
  const wrong: WrongCell[] = [];
  let wrongCount = 0;
  const mark = (state: number) => {
    states ??= new Uint8Array(values.length);
    states[count] = state;
  };
  return {
    wrong,
    get wrongCount() {
      return wrongCount;
    },
    add(text) {
      if (count === values.length) {
        values = grown(values, new Float64Array(count * 2));
        if (states) states = grown(states, new Uint8Array(count * 2));
      }
      const value = read(text);
      if (Number.isFinite(value)) values[count] = value;
      else if (text.trim() === '') mark(BLANK);
      else {
        mark(valueError);
        wrongCount++;
        if (wrong.length < wrongListed) wrong.push({ row: count, text: text.slice(0, 200) });
      }
      count++;
    },
    finish() {
      const state = states ? { state: states.slice(0, count) } : {};
      const type = reading.type === 'text' ? 'number' : reading.type;
      return { type, values: values.slice(0, count), ...state };
    },
  };
}

function readerOf(reading: ColumnReading): (text: string) => number {
  if (reading.type === 'boolean') return readBoolean;
  if (reading.type === 'number') return (text) => readNumber(text, reading);
  const order = reading.order ?? 'ymd';
  // Days repeat: a file of a million deals has a thousand of them.
  const known = new Map<string, number>();
  const whole = reading.type === 'date';
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = readDate(text, order);
      if (whole) value = Math.floor(value);
      if (known.size < 50_000) known.set(text, value);
    }
    return value;
  };
}

function textBuilder(): ColumnBuilder {
  let codes = new Int32Array(firstRoom);
  let states: Uint8Array<ArrayBuffer> | null = null;
  let count = 0;
  const known = new Map<string, number>();
  const dictionary: string[] = [];
  return {
    wrong: [],
    wrongCount: 0,
    add(text) {
      if (count === codes.length) {
        codes = grown(codes, new Int32Array(count * 2));
        if (states) states = grown(states, new Uint8Array(count * 2));
      }
      if (text === '') {
        states ??= new Uint8Array(codes.length);
        states[count] = BLANK;
      } else {
        let code = known.get(text);
        if (code === undefined) {
          code = dictionary.length;
          known.set(text, code);
          dictionary.push(text);
        }
        codes[count] = code;
      }
      count++;
    },
    finish() {
      const state = states ? { state: states.slice(0, count) } : {};
      return { type: 'text', codes: codes.slice(0, count), dictionary, ...state };
    },
  };
}

/** The same numbers in twice the room. */
function grown<A extends { readonly length: number; set(old: ArrayLike<number>): void }>(
  old: A & ArrayLike<number>,
  next: A,
): A {
  next.set(old);
  return next;
}
