/** Columns of another row set seen through row numbers or codes, without being copied row by row first. */
import { BLANK, FIRST_ERROR, isNumeric, isText, type NumericColumn, type TextColumn } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import { gather } from '../make-column.ts';
import type { Gathered } from './inlined.ts';
import { columnLane, numberLane, textLane, type Lane } from './lane.ts';

const NOT_AVAILABLE = FIRST_ERROR + errorTexts.indexOf('#N/A');

/** The states of what is found, by code + 1; null where everything found is a value. */
function statesOf(gathered: Gathered, state: Uint8Array | undefined, rows: Int32Array): Uint8Array | null {
  const absent = gathered.missing === 'error' ? NOT_AVAILABLE : BLANK;
  const made = new Uint8Array(rows.length);
  let any = 0;
  rows.forEach((row, at) => {
    any |= made[at] = row < 0 ? absent : state ? (state[row] as number) : 0;
  });
  return any === 0 ? null : made;
}

export function gatherLane(gathered: Gathered): Lane {
  const { column, rowOfCode } = gathered;
  if (rowOfCode) {
    // Place 0 is for rows without a code.
    const rows = new Int32Array(rowOfCode.length + 1);
    rows[0] = -1;
    rows.set(rowOfCode, 1);
    if (isNumeric(column)) return numbersByCode(gathered, column, rows);
    if (isText(column)) return textsByCode(gathered, column, rows);
    return columnLane(
      gather(
        column,
        gathered.codes.map((code) => rows[code + 1] as number),
      ),
    );
  }
  if (isNumeric(column)) return numbersByRow(gathered, column);
  if (isText(column)) return textsByRow(gathered, column);
  return columnLane(gather(column, gathered.codes));
}

/** Marks of a batch by code + 1. Answers the largest. */
function markByCode(codes: Int32Array, states: Uint8Array, from: number, count: number, out: Uint8Array): number {
  let most = 0;
  for (let i = 0; i < count; i++) {
    const mark = states[(codes[from + i] as number) + 1] as number;
    out[i] = mark;
    if (mark > most) most = mark;
  }
  return most;
}

function numbersByCode(gathered: Gathered, column: NumericColumn, rows: Int32Array): Lane {
  const states = statesOf(gathered, column.state, rows);
  const values = Float64Array.from(rows, (row, at) => (states && states[at] !== 0 ? 0 : (column.values[row] ?? 0)));
  const { codes } = gathered;
  const byCode = values.slice(1);
  return numberLane(column.type, (out) => (from, count) => {
    const o = out.values;
    if (gathered.complete) {
      const here = codes.subarray(from, from + count);
      for (let i = 0; i < count; i++) o[i] = byCode[here[i] as number] as number;
    } else for (let i = 0; i < count; i++) o[i] = values[(codes[from + i] as number) + 1] as number;
    const most = states ? markByCode(codes, states, from, count, out.state) : 0;
    out.marked = most !== 0;
    out.faulty = most >= FIRST_ERROR;
  });
}

function textsByCode(gathered: Gathered, column: TextColumn, rows: Int32Array): Lane {
  const states = statesOf(gathered, column.state, rows);
  const entries = Int32Array.from(rows, (row, at) => (states && states[at] !== 0 ? 0 : (column.codes[row] ?? 0)));
  const { codes } = gathered;
  return textLane(column.dictionary, (out) => (from, count) => {
    const o = out.codes;
    for (let i = 0; i < count; i++) o[i] = entries[(codes[from + i] as number) + 1] as number;
    const most = states ? markByCode(codes, states, from, count, out.state) : 0;
    out.marked = most !== 0;
    out.faulty = most >= FIRST_ERROR;
  });
}

/** Marks of a batch by row. Answers the largest. */
function markByRow(gathered: Gathered, state: Uint8Array | undefined, from: number, count: number, out: Uint8Array) {
  const absent = gathered.missing === 'error' ? NOT_AVAILABLE : BLANK;
  const { codes } = gathered;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const row = codes[from + i] as number;
    const mark = row < 0 ? absent : state ? (state[row] as number) : 0;
    out[i] = mark;
    if (mark > most) most = mark;
  }
  return most;
}

function numbersByRow(gathered: Gathered, column: NumericColumn): Lane {
  const { codes } = gathered;
  const { values, state } = column;
  const complete = !state && gathered.complete;
  return numberLane(column.type, (out) => (from, count) => {
    const o = out.values;
    if (complete) {
      const here = codes.subarray(from, from + count);
      for (let i = 0; i < count; i++) o[i] = values[here[i] as number] as number;
      out.marked = out.faulty = false;
      return;
    }
    const most = markByRow(gathered, state, from, count, out.state);
    for (let i = 0; i < count; i++) o[i] = out.state[i] === 0 ? (values[codes[from + i] as number] as number) : 0;
    out.marked = most !== 0;
    out.faulty = most >= FIRST_ERROR;
  });
}

function textsByRow(gathered: Gathered, column: TextColumn): Lane {
  const { codes } = gathered;
  return textLane(column.dictionary, (out) => (from, count) => {
    const o = out.codes;
    for (let i = 0; i < count; i++) o[i] = column.codes[codes[from + i] as number] ?? 0;
    const most = markByRow(gathered, column.state, from, count, out.state);
    out.marked = most !== 0;
    out.faulty = most >= FIRST_ERROR;
  });
}
