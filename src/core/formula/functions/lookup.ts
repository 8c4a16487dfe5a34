import { errors, type Value } from '../../data/value.ts';
import { findAscending, findDescending, findExact, findNearest, findPattern } from '../evaluate/find-in.ts';
import { type Matrix, type Operand } from '../evaluate/matrix.ts';
import { findsIn, readExpression } from '../evaluate/regular-expression.ts';
import { any, column, define, emptyOmits, en, inGroup, lazy, maybe, number, or, truth } from './declare.ts';
import { asMatrix } from './numbers-in.ts';

const isLine = (matrix: Matrix) => matrix.rows === 1 || matrix.columns === 1;

function columnOf(matrix: Matrix, at: number): Matrix {
  const cells = Array.from({ length: matrix.rows }, (_, row) => matrix.cells[row * matrix.columns + at] ?? null);
  return { rows: matrix.rows, columns: 1, cells };
}

function rowOf(matrix: Matrix, at: number): Matrix {
  const cells = matrix.cells.slice(at * matrix.columns, (at + 1) * matrix.columns);
  return { rows: 1, columns: matrix.columns, cells };
}

const slices = new WeakMap<Matrix, Map<string, Matrix>>();

/** The first column or row of a table, the same object each time, so that its index is kept. */
function edgeOf(matrix: Matrix, edge: 'column' | 'row'): Matrix {
  const known = slices.get(matrix) ?? new Map<string, Matrix>();
  slices.set(matrix, known);
  const made = known.get(edge) ?? (edge === 'column' ? columnOf(matrix, 0) : rowOf(matrix, 0));
  known.set(edge, made);
  return made;
}

/** The place of text in which a regular expression finds something; -1: nowhere, undefined: it is none. */
function findExpression(where: Matrix, wanted: Value, last: boolean): number | undefined {
  const expression = typeof wanted === 'string' ? readExpression(wanted) : undefined;
  if (!expression) return undefined;
  const fits = (cell: Value) => typeof cell === 'string' && findsIn(expression, cell);
  return last ? where.cells.findLastIndex(fits) : where.cells.findIndex(fits);
}

/**
 * XLOOKUP's and XMATCH's search: mode 0 exact, -1 next smaller, 1 next larger, 2 pattern, 3 regular expression. Undefined: no such mode.
 * The binary searches 2 and -2 search in full: on sorted columns they find the same.
 */
function find(wanted: Value, where: Matrix, mode: number, search: number): number | undefined {
  if (![1, -1, 2, -2].includes(search)) return undefined;
  const last = search < 0;
  if (mode > 1 && Math.abs(search) === 2) return undefined; // A pattern has no place in an order.
  if (mode === 0) return findExact(where, wanted, last);
  if (mode === -1) return findNearest(where, wanted, 'below', last);
  if (mode === 1) return findNearest(where, wanted, 'above', last);
  if (mode === 2) return findPattern(where, wanted, last);
  return mode === 3 ? findExpression(where, wanted, last) : undefined;
}

function crossLookup(
  wanted: Value,
  where: Operand,
  result: Operand,
  mode: number,
  search: number,
): Operand | undefined {
  const [keys, values] = [asMatrix(where), asMatrix(result)];
  if (!isLine(keys)) return errors['#VALUE!'];
  const upright = keys.columns === 1;
  if (upright ? values.rows !== keys.rows : values.columns !== keys.columns) return errors['#VALUE!'];
  const at = find(wanted, keys, mode, search);
  if (at === undefined) return errors['#VALUE!'];
  if (at < 0) return undefined;
  if (values.rows * values.columns === keys.cells.length) return values.cells[at] ?? null;
  return upright ? rowOf(values, at) : columnOf(values, at);
}

/** Where VLOOKUP, HLOOKUP and MATCH find a value; a blank one is 0. */
function findClassic(wanted: Value, where: Matrix, approximate: boolean): number {
  const value = wanted ?? 0;
  return approximate ? findAscending(where, value) : findPattern(where, value);
}

function tableLookup(
  wanted: Value,
  table: Operand,
  index: number,
  approximate: boolean,
  edge: 'column' | 'row',
): Value {
  const matrix = asMatrix(table);
  const at = Math.trunc(index);
  if (at < 1) return errors['#VALUE!'];
  if (at > (edge === 'column' ? matrix.columns : matrix.rows)) return errors['#REF!'];
  const found = findClassic(wanted, edgeOf(matrix, edge), approximate);
  if (found < 0) return errors['#N/A'];
  const cell = edge === 'column' ? found * matrix.columns + at - 1 : (at - 1) * matrix.columns + found;
  return matrix.cells[cell] ?? null;
}

function cellOf(matrix: Matrix, row: number, columnNumber: number | undefined): Operand {
  if (columnNumber === undefined && matrix.rows === 1) return cellOf(matrix, 1, row);
  const [r, c] = [Math.trunc(row), Math.trunc(columnNumber ?? (matrix.columns === 1 ? 1 : 0))];
  if (r < 0 || c < 0) return errors['#VALUE!'];
  if (r > matrix.rows || c > matrix.columns) return errors['#REF!'];
  if (r === 0 && c === 0) return matrix;
  if (r === 0) return columnOf(matrix, c - 1);
  if (c === 0) return rowOf(matrix, r - 1);
  return matrix.cells[(r - 1) * matrix.columns + c - 1] ?? null;
}

export const lookupFunctions = inGroup('lookup', [
  define({
    name: 'XLOOKUP',
    parameters: [
      any('lookup_value'),
      column('lookup_array'),
      column('return_array'),
      emptyOmits(maybe(lazy('if_not_found'))),
      or(number('match_mode'), 0),
      emptyOmits(or(number('search_mode'), 1)),
    ],
    result: { like: [2, 3] },
    help: en('Finds a value in one column and answers from another.', '在一列中查找，返回另一列中对应的值。'),
    example: ['XLOOKUP("b", {"a", "b"}, {1, 2})', 2],
    kernel: ([wanted, where, result, otherwise, mode, search]) => {
      // A blank cell that was found is an answer: only undefined means that nothing was.
      const found = crossLookup(wanted, where, result, mode, search);
      return found !== undefined ? found : otherwise ? otherwise() : errors['#N/A'];
    },
  }),
  define({
    name: 'XMATCH',
    parameters: [
      any('lookup_value'),
      column('lookup_array'),
      or(number('match_mode'), 0),
      emptyOmits(or(number('search_mode'), 1)),
    ],
    result: 'number',
    help: en('The position of a value in a column.', '值在一列中的位置。'),
    example: ['XMATCH(4, {1, 3, 5}, -1)', 2],
    kernel: ([wanted, where, mode, search]) => {
      const keys = asMatrix(where);
      const at = isLine(keys) ? find(wanted, keys, mode, search) : undefined;
      if (at === undefined) return errors['#VALUE!'];
      return at < 0 ? errors['#N/A'] : at + 1;
    },
  }),
  define({
    name: 'MATCH',
    parameters: [any('lookup_value'), column('lookup_array'), or(number('match_type'), 1)],
    result: 'number',
    help: en(
      'The position of a value in a column: 0 exact, 1 next below, -1 next above.',
      '值在一列中的位置：0 精确，1 不大于，-1 不小于。',
    ),
    example: ['MATCH("b", {"a", "b"}, 0)', 2],
    kernel: ([wanted, where, type]) => {
      const matrix = asMatrix(where);
      if (!isLine(matrix)) return errors['#N/A'];
      const at = type < 0 ? findDescending(matrix, wanted ?? 0) : findClassic(wanted, matrix, type > 0);
      return at < 0 ? errors['#N/A'] : at + 1;
    },
  }),
  define({
    name: 'VLOOKUP',
    parameters: [any('lookup_value'), column('table'), number('column_number'), or(truth('approximate'), true)],
    result: 'any',
    help: en(
      'Finds a value in the first column of a table and answers from another column.',
      '在表的首列查找，返回同一行另一列的值。',
    ),
    example: ['VLOOKUP(2, {1, "a"; 2, "b"}, 2, FALSE)', 'b'],
    kernel: ([wanted, table, index, approximate]) => tableLookup(wanted, table, index, approximate, 'column'),
  }),
  define({
    name: 'HLOOKUP',
    parameters: [any('lookup_value'), column('table'), number('row_number'), or(truth('approximate'), true)],
    result: 'any',
    help: en(
      'Finds a value in the first row of a table and answers from another row.',
      '在表的首行查找，返回同一列另一行的值。',
    ),
    example: ['HLOOKUP("b", {"a", "b"; 1, 2}, 2, FALSE)', 2],
    kernel: ([wanted, table, index, approximate]) => tableLookup(wanted, table, index, approximate, 'row'),
  }),
  define({
    name: 'LOOKUP',
    parameters: [any('lookup_value'), column('lookup_vector'), maybe(column('result_vector'))],
    result: { like: [1, 2] },
    help: en('The result beside the largest value that is not above.', '返回不大于查找值的最大值所对应的结果。'),
    example: ['LOOKUP(7, {0, 5, 10}, {"low", "middle", "high"})', 'middle'],
    kernel: ([wanted, where, result]) => {
      const table = asMatrix(where);
      const across = table.columns > table.rows;
      const keys = isLine(table) ? table : edgeOf(table, across ? 'row' : 'column');
      const at = findAscending(keys, wanted ?? 0);
      if (at < 0) return errors['#N/A'];
      if (result !== undefined) {
        const values = asMatrix(result);
        return at < values.cells.length && isLine(values) ? (values.cells[at] ?? null) : errors['#N/A'];
      }
      if (isLine(table)) return table.cells[at] ?? null;
      return across
        ? (table.cells[(table.rows - 1) * table.columns + at] ?? null)
        : (table.cells[at * table.columns + table.columns - 1] ?? null);
    },
  }),
  define({
    name: 'INDEX',
    parameters: [column('array'), number('row_number'), maybe(number('column_number'))],
    result: { like: [0] },
    help: en('The value at a row and column of a table.', '取表中指定行列处的值。'),
    example: ['INDEX({10, 20; 30, 40}, 2, 1)', 30],
    kernel: ([array, row, at]) => cellOf(asMatrix(array), row, at),
  }),
]);
