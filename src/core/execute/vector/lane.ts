/**
 * Lanes: what a compiled expression is made of. A lane computes one sub-expression for a batch of rows at a time, from lanes that ran before it, into
 * buffers of its own that are used again for the next batch.
 */
import {
  BLANK,
  FIRST_ERROR,
  isNumeric,
  isText,
  stateOf,
  type Column,
  type NumericType,
  type TextColumn,
} from '../../data/column.ts';
import { errors, errorTexts, isError, type Value } from '../../data/value.ts';

/** Rows of a batch: the buffers of some ten lanes stay in the nearest cache. */
export const BATCH = 1024;

/** `run(from, count)` computes rows `from … from + count - 1` into places `0 … count - 1`. */
type Run = (from: number, count: number) => void;

export interface NumberLane {
  readonly kind: 'number';
  readonly type: NumericType;
  /** Finite everywhere, and 0 wherever the state is not 0: kernels compute on all places and mend the marked ones. */
  values: Float64Array;
  /** As in a column; means something only while `marked`. */
  state: Uint8Array;
  /** Whether any place of this batch is blank or an error. */
  marked: boolean;
  /** Whether any place of this batch is an error: arithmetic takes a blank for the 0 that stands there, and looks no further. */
  faulty: boolean;
  /** Set where the lane is one value for all rows. */
  readonly constant: Value | undefined;
  run: Run;
}

export interface TextLane {
  readonly kind: 'text';
  readonly dictionary: readonly string[];
  /** The column that the lane shows unchanged. */
  column?: TextColumn;
  codes: Int32Array;
  state: Uint8Array;
  marked: boolean;
  faulty: boolean;
  readonly constant: Value | undefined;
  run: Run;
}

/** Cells of any type: a whole column of them, in which the batch stands at `from`, or (`batch`) those of this batch alone. */
export interface CellLane {
  readonly kind: 'cells';
  readonly cells: readonly Value[];
  readonly batch: boolean;
  from: number;
  readonly constant: undefined;
  run: Run;
}

export type Lane = NumberLane | TextLane | CellLane;

const idle: Run = () => undefined;

/** A lane with buffers of its own; `runOf` gets the lane to write to. */
export function numberLane(type: NumericType, runOf: (out: NumberLane) => Run): NumberLane {
  const lane: NumberLane = {
    kind: 'number',
    type,
    values: new Float64Array(BATCH),
    state: new Uint8Array(BATCH),
    marked: false,
    faulty: false,
    constant: undefined,
    run: idle,
  };
  lane.run = runOf(lane);
  return lane;
}

export function textLane(dictionary: readonly string[], runOf: (out: TextLane) => Run): TextLane {
  const lane: TextLane = {
    kind: 'text',
    dictionary,
    codes: new Int32Array(BATCH),
    state: new Uint8Array(BATCH),
    marked: false,
    faulty: false,
    constant: undefined,
    run: idle,
  };
  lane.run = runOf(lane);
  return lane;
}

/** Blank and errors become a number lane: they fit beside any type. */
export function constantLane(value: Value): NumberLane | TextLane {
  const state = new Uint8Array(BATCH);
  if (typeof value === 'string') {
    const codes = new Int32Array(BATCH);
    return {
      kind: 'text',
      dictionary: [value],
      codes,
      state,
      marked: false,
      faulty: false,
      constant: value,
      run: idle,
    };
  }
  const marked = value === null || isError(value);
  const values = new Float64Array(BATCH).fill(marked ? 0 : Number(value));
  if (marked) state.fill(stateOf(value));
  const type = typeof value === 'boolean' ? 'boolean' : 'number';
  return { kind: 'number', type, values, state, marked, faulty: isError(value), constant: value, run: idle };
}

/** Constants without a type of their own: blank and errors. */
export function isNeutral(lane: Lane): boolean {
  return lane.constant !== undefined && (lane.constant === null || isError(lane.constant));
}

/** What a batch of a column holds besides values, and whether something other than 0 stands in a marked place. */
const HAS_BLANK = 1;
const HAS_ERROR = 2;
const UNCLEAN = 4;

const summaries = new WeakMap<Uint8Array, Uint8Array>();

/** One byte for each batch of a column's states, found once: most batches of most columns hold nothing but values. */
function summaryOf(state: Uint8Array, values: Float64Array | undefined): Uint8Array {
  const known = summaries.get(state);
  if (known) return known;
  const made = new Uint8Array(Math.ceil(state.length / BATCH));
  for (let i = 0; i < state.length; i++) {
    const mark = state[i] as number;
    if (mark === 0) continue;
    const at = (i / BATCH) | 0;
    const unclean = values !== undefined && values[i] !== 0 ? UNCLEAN : 0;
    made[at] = (made[at] as number) | (mark >= FIRST_ERROR ? HAS_ERROR : HAS_BLANK) | unclean;
  }
  summaries.set(state, made);
  return made;
}

/** The column's own arrays, seen through a batch's window. */
export function columnLane(column: Column): Lane {
  if (isNumeric(column)) return numberColumnLane(column.type, column.values, column.state);
  if (isText(column)) {
    const { codes, state } = column;
    const summary = state && summaryOf(state, undefined);
    const lane = textLane(column.dictionary, (out) => (from, count) => {
      out.codes = codes.subarray(from, from + count);
      const has = summary ? (summary[(from / BATCH) | 0] as number) : 0;
      out.marked = has !== 0;
      out.faulty = (has & HAS_ERROR) !== 0;
      if (state && out.marked) out.state = state.subarray(from, from + count);
    });
    lane.column = column;
    return lane;
  }
  const lane: CellLane = { kind: 'cells', cells: column.cells, batch: false, from: 0, constant: undefined, run: idle };
  lane.run = (from) => void (lane.from = from);
  return lane;
}

/** Only batches with something else than 0 in a marked place are copied. */
function numberColumnLane(type: NumericType, values: Float64Array, state: Uint8Array | undefined): NumberLane {
  return numberLane(type, (out) => {
    const own = out.values;
    const summary = state && summaryOf(state, values);
    return (from, count) => {
      const has = summary ? (summary[(from / BATCH) | 0] as number) : 0;
      out.marked = has !== 0;
      out.faulty = (has & HAS_ERROR) !== 0;
      out.values = values.subarray(from, from + count);
      if (!state || !out.marked) return;
      out.state = state.subarray(from, from + count);
      if ((has & UNCLEAN) === 0) return;
      for (let i = 0; i < count; i++) own[i] = out.state[i] === 0 ? (out.values[i] as number) : 0;
      out.values = own;
    };
  });
}

/** The value at a place of the current batch. */
export function laneValue(lane: Lane, i: number): Value {
  if (lane.kind === 'cells') return lane.cells[lane.from + i] ?? null;
  const state = lane.marked ? (lane.state[i] as number) : 0;
  if (state === BLANK) return null;
  if (state >= FIRST_ERROR) return errors[errorTexts[state - FIRST_ERROR] ?? '#VALUE!'];
  if (lane.kind === 'text') return lane.dictionary[lane.codes[i] as number] ?? '';
  const value = lane.values[i] as number;
  return lane.type === 'boolean' ? value !== 0 : value;
}

/** Writes a number, truth, blank or error; anything else is our fault. */
export function putValue(out: NumberLane, i: number, value: Value): void {
  if (typeof value === 'string') throw new Error('a text cannot stand in a lane of numbers');
  const state = stateOf(value);
  out.state[i] = state;
  out.values[i] = state === 0 ? Number(value) : 0;
  if (state !== 0) out.marked = true;
  if (state >= FIRST_ERROR) out.faulty = true;
}

/** The lane's state where there is one, ready to be written place by place. */
export function clearMarks(out: NumberLane | TextLane, count: number): void {
  out.marked = false;
  out.faulty = false;
  out.state.fill(0, 0, count);
}

/**
 * Error states of operands, the first one winning; blanks count as values. Marked places of the result are set to 0. Answers nothing where no operand
 * is faulty, which is the common case.
 */
export function passErrors(out: NumberLane, operands: readonly (NumberLane | TextLane)[], count: number): void {
  out.marked = false;
  out.faulty = false;
  for (const operand of operands) {
    if (!operand.faulty) continue;
    if (!out.marked) out.state.fill(0, 0, count);
    out.marked = out.faulty = true;
    takeErrors(out, operand.state, count);
  }
}

function takeErrors(out: NumberLane, from: Uint8Array, count: number): void {
  const { state, values } = out;
  for (let i = nextMark(from, 0, count); i >= 0; i = nextMark(from, i + 1, count)) {
    const mark = from[i] as number;
    if (mark < FIRST_ERROR || state[i] !== 0) continue;
    state[i] = mark;
    values[i] = 0;
  }
}

const words = new WeakMap<ArrayBufferLike, Uint32Array>();

/** The next place from `from` on that is marked; -1: none before `count`. Marks are few: eight rows are passed in two looks. */
export function nextMark(state: Uint8Array, from: number, count: number): number {
  let i = from;
  const { byteOffset, buffer } = state;
  const tail = count - 4;
  if (byteOffset % 4 === 0) {
    let all = words.get(buffer);
    if (!all) words.set(buffer, (all = new Uint32Array(buffer, 0, buffer.byteLength >> 2)));
    while (i <= tail) {
      if (i % 4 === 0) {
        if (all[(byteOffset + i) >> 2] === 0) {
          i += 4;
          continue;
        }
      }
      if (state[i] !== 0) return i;
      i++;
    }
  }
  for (; i < count; i++) if (state[i] !== 0) return i;
  return -1;
}

/** Marks places whose value left the doubles (`#NUM!`), after `passErrors`. */
export function markOverflow(out: NumberLane, count: number): void {
  const { values } = out;
  let check = 0;
  for (let i = 0; i < count; i++) check += (values[i] as number) * 0;
  if (check === 0) return;
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(values[i])) continue;
    markError(out, i, '#NUM!', count);
  }
}

export function markError(
  out: NumberLane,
  i: number,
  error: '#NUM!' | '#DIV/0!' | '#VALUE!' | '#N/A',
  count: number,
): void {
  if (!out.marked) clearMarks(out, count);
  out.marked = out.faulty = true;
  out.state[i] = stateOf(errors[error]);
  out.values[i] = 0;
}
