/** Many values at once, row by row: columns are n × 1, tables n × m, `{1,2;3,4}` is 2 × 2. */
import { cellAt, isNumeric, isText, type Column, type Frame } from '../../data/column.ts';
import { errors, isError, type Value } from '../../data/value.ts';
import { MAX_CELLS } from '../limits.ts';

export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Value[];
  /** The cells of a group, and what is computed over them: a range even where the group has one row. */
  readonly ofGroup?: true;
}

/** What an argument can be. */
export type Operand = Value | Matrix;

export function isMatrix(operand: Operand): operand is Matrix {
  return typeof operand === 'object' && operand !== null && 'cells' in operand;
}

export function vector(cells: readonly Value[]): Matrix {
  return { rows: cells.length, columns: 1, cells };
}

const ofColumn = new WeakMap<object, Matrix>();
const behind = new WeakMap<Matrix, Column>();

function lengthOf(column: Column): number {
  if (isNumeric(column)) return column.values.length;
  return isText(column) ? column.codes.length : column.cells.length;
}

/** The values of a column as an n × 1 matrix; made once for each column object. */
export function matrixOf(column: Column | readonly Value[]): Matrix {
  let made = ofColumn.get(column);
  if (!made) {
    const cells: readonly Value[] =
      'type' in column ? Array.from({ length: lengthOf(column) }, (_, row) => cellAt(column, row)) : column;
    made = vector(cells);
    ofColumn.set(column, made);
    if ('type' in column) behind.set(made, column);
  }
  return made;
}

/** The column that a matrix was made of: what indices read instead of its cells. */
export function columnBehind(matrix: Matrix): Column | undefined {
  return behind.get(matrix);
}

/** A whole table, its columns in order; made once for each frame object. */
export function matrixOfFrame(frame: Frame): Matrix {
  let made = ofColumn.get(frame);
  if (!made) {
    const columns = [...frame.columns.values()];
    const cells: Value[] = [];
    for (let row = 0; row < frame.rowCount; row++) for (const column of columns) cells.push(cellAt(column, row));
    made = { rows: frame.rowCount, columns: columns.length, cells };
    ofColumn.set(frame, made);
  }
  return made;
}

const ofGroups = new WeakMap<Matrix, Matrix>();

/** The values of a group's column; made once for each column object. */
export function matrixOfGroup(column: Column | readonly Value[]): Matrix {
  const plain = matrixOf(column);
  let made = ofGroups.get(plain);
  if (!made) {
    made = { ...plain, ofGroup: true };
    ofGroups.set(plain, made);
    if ('type' in column) behind.set(made, column);
  }
  return made;
}

/** A 1 × 1 matrix is its value; anything larger stays, and so does what belongs to a group. */
export function single(operand: Operand): Operand {
  return isMatrix(operand) && operand.cells.length === 1 && !operand.ofGroup ? (operand.cells[0] ?? null) : operand;
}

/** The one value of an operand; many values have none. */
export function valueOf(operand: Operand): Value {
  if (!isMatrix(operand)) return operand;
  return operand.cells.length === 1 ? (operand.cells[0] ?? null) : errors['#VALUE!'];
}

/** A matrix computed cell by cell over operands: of a group where one of them is. */
export function matrixOver(operands: readonly Operand[], made: Matrix): Matrix {
  return operands.some((operand) => isMatrix(operand) && operand.ofGroup) ? { ...made, ofGroup: true } : made;
}

/** The shape that operands take together, or undefined where they are too many. Single rows and columns repeat. */
export function commonShape(operands: readonly Operand[]): { rows: number; columns: number } | undefined {
  let [rows, columns] = [1, 1];
  for (const operand of operands) {
    if (!isMatrix(operand)) continue;
    rows = operand.rows === 1 ? rows : rows === 1 ? operand.rows : Math.max(rows, operand.rows);
    columns = operand.columns === 1 ? columns : columns === 1 ? operand.columns : Math.max(columns, operand.columns);
  }
  return rows * columns > MAX_CELLS ? undefined : { rows, columns };
}

/** The cell that stands at a place of a common shape; beyond a matrix's edge there is none: `#N/A`. */
export function pick(operand: Operand, row: number, column: number): Value {
  if (!isMatrix(operand)) return operand;
  const r = operand.rows === 1 ? 0 : row;
  const c = operand.columns === 1 ? 0 : column;
  if (r >= operand.rows || c >= operand.columns) return errors['#N/A'];
  return operand.cells[r * operand.columns + c] ?? null;
}

/** Applies a function cell by cell wherever an operand holds many values. */
export function spread(operands: readonly Operand[], apply: (cells: readonly Value[]) => Value): Operand {
  const shape = commonShape(operands);
  if (!shape) return errors['#NUM!'];
  const cells: Value[] = [];
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      cells.push(apply(operands.map((operand) => pick(operand, row, column))));
    }
  }
  return matrixOver(operands, { ...shape, cells });
}

/** The first error of a matrix, if it has one. */
export function errorIn(matrix: Matrix) {
  return matrix.cells.find(isError);
}
