/** Grows one typed column from the cells of a sheet. Numbers and dates are taken as they are; texts are read as a CSV's would be. */
import { BLANK, FIRST_ERROR, stateOf, type Column } from '#core/data/column.ts';
import type { WrongCell } from '#core/data/reading/column-builder.ts';
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { readBoolean, readDate, readNumber, readTime } from '#core/data/reading/read-cell.ts';
import { errorTexts, isError } from '#core/data/value.ts';
import { isDay, textOfCell, type SheetCell } from './sheet-cell.ts';

export interface SheetColumnBuilder {
  add(cell: SheetCell): void;
  finish(): Column;
  /** The first 1,000 cells that do not fit. */
  readonly wrong: readonly WrongCell[];
  readonly wrongCount: number;
}

const wrongListed = 1000;
const listedLength = 200;
const wrongState = FIRST_ERROR + errorTexts.indexOf('#VALUE!');

export function sheetColumnBuilder(reading: ColumnReading): SheetColumnBuilder {
  return reading.type === 'text' ? textBuilder(reading) : numericBuilder(reading, reading.type);
}

function numericBuilder(reading: ColumnReading, type: Exclude<ColumnReading['type'], 'text'>): SheetColumnBuilder {
  const blanks = new Set(reading.blanks ?? []);
  const values: number[] = [];
  const states: number[] = [];
  let odd = false;
  const wrong: WrongCell[] = [];
  let wrongCount = 0;
  return {
    add(cell) {
      let state = 0;
      let value = 0;
      if (cell === null || (typeof cell === 'string' && (cell.trim() === '' || blanks.has(cell.trim())))) state = BLANK;
      else if (isError(cell)) state = stateOf(cell);
      else {
        const read = numberOf(cell, reading, type);
        if (Number.isFinite(read)) value = read + 0;
        else {
          state = wrongState;
          wrongCount++;
          if (wrong.length < wrongListed)
            wrong.push({ row: values.length, text: textOfCell(cell).slice(0, listedLength) });
        }
      }
      odd ||= state !== 0;
      values.push(value);
      states.push(state);
    },
    wrong,
    get wrongCount() {
      return wrongCount;
    },
    finish: () => ({ type, values: Float64Array.from(values), ...(odd ? { state: Uint8Array.from(states) } : {}) }),
  };
}

/** NaN where the cell does not fit the type. */
function numberOf(
  cell: Exclude<SheetCell, null>,
  reading: ColumnReading,
  type: Exclude<ColumnReading['type'], 'text'>,
): number {
  const order = reading.order ?? 'ymd';
  const text = typeof cell === 'string' ? cell : undefined;
  const day = typeof cell === 'object' && isDay(cell) ? cell.serial : NaN;
  const number = typeof cell === 'number' ? cell : NaN;
  switch (type) {
    case 'number':
      return text === undefined ? number : readNumber(text, reading);
    case 'boolean':
      if (typeof cell === 'boolean') return Number(cell);
      return text === undefined ? (number === 0 || number === 1 ? number : NaN) : readBoolean(text);
    case 'date':
      return Math.floor(text === undefined ? day : readDate(text, order));
    case 'datetime':
      return text === undefined ? day : readDate(text, order);
    case 'time':
      return text === undefined ? day - Math.floor(day) : readTime(text);
  }
}

function textBuilder(reading: ColumnReading): SheetColumnBuilder {
  const blanks = new Set(reading.blanks ?? []);
  const places = new Map<string, number>();
  const codes: number[] = [];
  const states: number[] = [];
  let odd = false;
  return {
    add(cell) {
      const text = isError(cell) ? '' : textOfCell(cell);
      const state = isError(cell) ? stateOf(cell) : text === '' || blanks.has(text.trim()) ? BLANK : 0;
      odd ||= state !== 0;
      states.push(state);
      if (state !== 0) {
        codes.push(0);
        return;
      }
      const known = places.get(text);
      codes.push(known ?? places.size);
      if (known === undefined) places.set(text, places.size);
    },
    wrong: [],
    wrongCount: 0,
    finish: () => ({
      type: 'text',
      codes: Int32Array.from(codes),
      dictionary: [...places.keys()],
      ...(odd ? { state: Uint8Array.from(states) } : {}),
    }),
  };
}
