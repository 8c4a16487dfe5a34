/**
 * The different values of a matrix by key, numbered in order of appearance: what indices over it are made of. A text column costs one key for each entry
 * of its dictionary, however many rows there are.
 */
import { BLANK, FIRST_ERROR, isNumeric, isText, type TextColumn } from '../../data/column.ts';
import { errors, errorTexts, isError, type Value } from '../../data/value.ts';
import { compareByKey, key, numberKey, type Key } from '../key.ts';
import { columnBehind, type Matrix } from './matrix.ts';

export interface CellClasses {
  /** The class of each cell. */
  readonly of: Int32Array;
  /** A cell of each class, the first one. */
  readonly samples: readonly Value[];
  /** Where each class stands first and last. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly byKey: ReadonlyMap<Key, number>;
}

const known = new WeakMap<Matrix, CellClasses>();

/** Made once for each matrix. */
export function classesOf(matrix: Matrix): CellClasses {
  let made = known.get(matrix);
  if (!made) known.set(matrix, (made = makeClasses(matrix)));
  return made;
}

class Classes implements CellClasses {
  readonly of: Int32Array;
  readonly samples: Value[] = [];
  readonly first: number[] = [];
  readonly last: number[] = [];
  readonly byKey = new Map<Key, number>();

  constructor(size: number) {
    this.of = new Int32Array(size);
  }

  put(at: number, found: number): void {
    this.of[at] = found;
    this.last[found] = at;
  }

  /** The class of a cell at a place, begun there where it is the first of its kind. */
  classOf(wanted: Key, cell: Value, at: number): number {
    let found = this.byKey.get(wanted);
    if (found === undefined) {
      found = this.samples.push(cell) - 1;
      this.first.push(at);
      this.last.push(at);
      this.byKey.set(wanted, found);
    }
    return found;
  }
}

function makeClasses(matrix: Matrix): CellClasses {
  const column = columnBehind(matrix);
  if (column && isText(column)) return ofTexts(column);
  if (column && isNumeric(column) && column.type !== 'boolean' && !column.state) return ofNumbers(column.values);
  const { cells } = matrix;
  const made = new Classes(cells.length);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    made.put(at, made.classOf(key(cell), cell, at));
  }
  return made;
}

function ofNumbers(values: Float64Array): CellClasses {
  const made = new Classes(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    made.put(at, made.classOf(numberKey(value), value, at));
  }
  return made;
}

function ofTexts({ codes, dictionary, state }: TextColumn): CellClasses {
  const made = new Classes(codes.length);
  const ofEntry = new Int32Array(dictionary.length).fill(-1);
  const ofState = new Int32Array(FIRST_ERROR + errorTexts.length).fill(-1);
  for (let at = 0; at < codes.length; at++) {
    const mark = state ? (state[at] as number) : 0;
    const list = mark === 0 ? ofEntry : ofState;
    const place = mark === 0 ? (codes[at] as number) : mark;
    let found = list[place] as number;
    if (found < 0) {
      const cell = mark === 0 ? (dictionary[place] ?? '') : mark === BLANK ? null : errorAt(mark);
      list[place] = found = made.classOf(key(cell), cell, at);
    }
    made.put(at, found);
  }
  return made;
}

const errorAt = (mark: number): Value => errors[errorTexts[mark - FIRST_ERROR] ?? '#VALUE!'];

/** Classes of one type in ascending order of their keys. */
export interface ClassOrder {
  readonly classes: readonly number[] | Int32Array;
  /** Their keys: numbers for numbers, folded text for text, 0 and 1 for truths. */
  readonly keys: Float64Array | readonly (string | number)[];
}

const NOTHING: ClassOrder = { classes: [], keys: [] };
const orders = new WeakMap<Matrix, Map<string, ClassOrder>>();

/** The different values of one type in order; made once for each matrix. */
export function classOrder(matrix: Matrix, type: string): ClassOrder {
  let mine = orders.get(matrix);
  if (!mine) orders.set(matrix, (mine = new Map<string, ClassOrder>()));
  let made = mine.get(type);
  if (!made) mine.set(type, (made = makeOrder(matrix, type)));
  return made;
}

function makeOrder(matrix: Matrix, type: string): ClassOrder {
  const { samples, byKey } = classesOf(matrix);
  if (type === 'number') {
    const numbers: number[] = [];
    for (const one of byKey.keys()) if (typeof one === 'number') numbers.push(one);
    const keys = Float64Array.from(numbers).sort();
    return { keys, classes: Int32Array.from(keys, (one) => byKey.get(one) as number) };
  }
  const classes: number[] = [];
  samples.forEach((cell, one) => {
    if (typeof cell === type && cell !== null && !isError(cell)) classes.push(one);
  });
  if (classes.length === 0) return NOTHING;
  if (type === 'boolean') {
    classes.sort((a, b) => compareByKey(samples[a] ?? null, samples[b] ?? null));
    return { classes, keys: classes.map((one) => Number(samples[one])) };
  }
  const keyed = classes.map((one) => ({ one, text: String(key(samples[one] ?? null)) }));
  keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return { classes: keyed.map(({ one }) => one), keys: keyed.map(({ text }) => text) };
}
