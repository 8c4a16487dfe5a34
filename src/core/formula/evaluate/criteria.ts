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
  /** Where the criterion is plain equality: the key its cells have in `rowsByCriterion`. */
  readonly equals?: Key;
}

type Sign = '=' | '<>' | '<' | '<=' | '>' | '>=';

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
function cellKey(cell: Value): Key | undefined {
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
  return { matches: (cell) => cellKey(cell) === wanted, equals: wanted };
}

function ordered(sign: Sign, target: Value): Criterion {
  const holds = (order: number) =>
    sign === '<' ? order < 0 : sign === '<=' ? order <= 0 : sign === '>' ? order > 0 : order >= 0;
  return {
    matches: (cell) => {
      if (typeof target === 'number') return typeof cell === 'number' && holds(compareNumbers(cell, target));
      if (typeof target === 'string') return typeof cell === 'string' && holds(compareTexts(cell, target));
      return typeof target === 'boolean' && typeof cell === 'boolean' && holds(Number(cell) - Number(target));
    },
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

const indices = new WeakMap<Matrix, ReadonlyMap<Key, readonly number[]>>();

/** The cells of each equality key, in order; made once for each matrix. */
function rowsByCriterion(matrix: Matrix): ReadonlyMap<Key, readonly number[]> {
  const known = indices.get(matrix);
  if (known) return known;
  const made = new Map<Key, number[]>();
  matrix.cells.forEach((cell, row) => {
    const at = cellKey(cell);
    if (at === undefined) return;
    const rows = made.get(at);
    if (rows) rows.push(row);
    else made.set(at, [row]);
  });
  indices.set(matrix, made);
  return made;
}

/** Below this a scan is quicker than an index. */
const WORTH_AN_INDEX = 32;

/** The places where every criterion holds, in order; undefined where the ranges differ in shape. */
export function rowsThatMatch(ranges: readonly Operand[], criteria: readonly Value[]): readonly number[] | undefined {
  const matrices = ranges.map((range): Matrix => (isMatrix(range) ? range : { rows: 1, columns: 1, cells: [range] }));
  const first = matrices[0];
  if (!first || matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns)) return undefined;
  const read = criteria.map(readCriterion);
  let candidates: readonly number[] | undefined;
  let found = -1;
  if (first.cells.length >= WORTH_AN_INDEX) {
    read.forEach(({ equals }, i) => {
      if (equals === undefined) return;
      const rows = rowsByCriterion(matrices[i] as Matrix).get(equals) ?? [];
      if (candidates && rows.length >= candidates.length) return;
      candidates = rows;
      found = i;
    });
  }
  // What the index found needs no second look.
  const left = read.flatMap((criterion, i) => (i === found ? [] : [{ criterion, cells: matrices[i]?.cells ?? [] }]));
  const holds = (row: number) => left.every(({ criterion, cells }) => criterion.matches(cells[row] ?? null));
  if (candidates) return left.length === 0 ? candidates : candidates.filter(holds);
  const rows: number[] = [];
  for (let row = 0; row < first.cells.length; row++) if (holds(row)) rows.push(row);
  return rows;
}
