/**
 * Criteria of SUMIFS and its kin: a value, or text such as `">=10"`, `"<>won"`, `"Pro*"`. Numbers match numbers and numeric text; order
 * comparisons match their own type only. Equality goes by key, so that it can be looked up in an index; order is tolerant.
 */
import { errors, errorTexts, isError, type Value } from '../../data/value.ts';
import { compareNumbers, compareTexts } from '../compare.ts';
import { key, type Key } from '../key.ts';
import { isMatrix, type Matrix, type Operand } from './matrix.ts';
import { parseNumberText } from './number-text.ts';
import { hasWildcard, matchesWhole, readPattern } from './wildcard.ts';

export interface Criterion {
  readonly matches: (cell: Value) => boolean;
  /** Where the criterion is plain equality: the key that its cells have (`criterionKey`). */
  readonly equals?: Key;
  /** Where numbers of one side of a number are asked for. */
  readonly bound?: Bound;
}

export interface Bound {
  readonly sign: Order;
  readonly target: number;
}

type Order = '<' | '<=' | '>' | '>=';
type Sign = '=' | '<>' | Order;

function readSign(text: string): { sign: Sign | undefined; rest: string } {
  const sign = /^(?:<>|<=|>=|=|<|>)/.exec(text)?.[0] as Sign | undefined;
  return { sign, rest: sign ? text.slice(sign.length) : text };
}

/** What a criterion's text stands for: a number or date, TRUE or FALSE, an error, else the text itself. */
function readTarget(text: string): Value {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  const error = errorTexts.find((one) => one === text.toUpperCase());
  return error ? errors[error] : (parseNumberText(text) ?? text);
}

/** The key under which a cell is found by an equality criterion: numeric text counts as its number. */
export function criterionKey(cell: Value): Key | undefined {
  if (typeof cell === 'string') {
    const number = parseNumberText(cell);
    return number === undefined ? key(cell) : key(number);
  }
  return isError(cell) || cell === null ? undefined : key(cell);
}

function equality(target: Value): Criterion {
  if (typeof target === 'string' && hasWildcard(target)) {
    const pattern = readPattern(target);
    return { matches: (cell) => typeof cell === 'string' && matchesWhole(pattern, cell) };
  }
  if (isError(target)) return { matches: (cell) => isError(cell) && cell.error === target.error };
  const wanted = key(target);
  return { matches: (cell) => criterionKey(cell) === wanted, equals: wanted };
}

function ordered(sign: Order, target: Value): Criterion {
  const holds = (order: number) =>
    sign === '<' ? order < 0 : sign === '<=' ? order <= 0 : sign === '>' ? order > 0 : order >= 0;
  if (typeof target === 'number') {
    return {
      matches: (cell) => typeof cell === 'number' && holds(compareNumbers(cell, target)),
      bound: { sign, target },
    };
  }
  if (typeof target === 'string') {
    return { matches: (cell) => typeof cell === 'string' && holds(compareTexts(cell, target)) };
  }
  return {
    matches: (cell) => typeof target === 'boolean' && typeof cell === 'boolean' && holds(Number(cell) - Number(target)),
  };
}

export function readCriterion(criterion: Value): Criterion {
  if (criterion === null) return equality(0);
  if (typeof criterion !== 'string') return equality(criterion);
  const { sign, rest } = readSign(criterion);
  if (rest === '') {
    if (sign === '<>') return { matches: (cell) => cell !== null };
    if (sign === '=') return { matches: (cell) => cell === null };
    if (sign === undefined) return { matches: (cell) => cell === null || cell === '' };
  }
  const target = readTarget(rest);
  if (sign === undefined || sign === '=') return equality(target);
  if (sign === '<>') {
    const { matches } = equality(target);
    return { matches: (cell) => !matches(cell) };
  }
  return ordered(sign, target);
}

/** Operands of one shape as matrices; undefined where they differ in shape. */
export function sameShape(ranges: readonly Operand[]): readonly Matrix[] | undefined {
  const matrices = ranges.map((range): Matrix => (isMatrix(range) ? range : { rows: 1, columns: 1, cells: [range] }));
  const first = matrices[0];
  if (!first || matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns)) return undefined;
  return matrices;
}

/** The places where every criterion holds, in order: what criteria mean. */
export function rowsThatMatch(ranges: readonly Matrix[], criteria: readonly Criterion[]): readonly number[] {
  const rows: number[] = [];
  const size = ranges[0]?.cells.length ?? 0;
  for (let row = 0; row < size; row++) {
    if (criteria.every(({ matches }, i) => matches(ranges[i]?.cells[row] ?? null))) rows.push(row);
  }
  return rows;
}
