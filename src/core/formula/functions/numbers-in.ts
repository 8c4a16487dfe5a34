/** The numbers among arguments, as aggregates take them: of columns and lists the numbers alone, of given values all that count as one. */
import { isError, type ErrorValue, type Value } from '../../data/value.ts';
import { toNumber } from '../evaluate/coerce.ts';
import { isMatrix, type Matrix, type Operand } from '../evaluate/matrix.ts';

/** The first error in argument order is the answer. */
export function numbersIn(operands: readonly Operand[]): number[] | ErrorValue {
  const found: number[] = [];
  for (const operand of operands) {
    if (isMatrix(operand)) {
      for (const cell of operand.cells) {
        if (typeof cell === 'number') found.push(cell);
        else if (isError(cell)) return cell;
      }
    } else if (operand !== null) {
      const number = toNumber(operand);
      if (isError(number)) return number;
      found.push(number);
    }
  }
  return found;
}

/** Every cell of the arguments, blanks and errors included. */
export function cellsIn(operands: readonly Operand[]): Value[] {
  return operands.flatMap((operand) => (isMatrix(operand) ? operand.cells : [operand]));
}

/** A range argument as a matrix: a single value is one cell. */
export function asMatrix(operand: Operand): Matrix {
  return isMatrix(operand) ? operand : { rows: 1, columns: 1, cells: [operand] };
}

/** Pairs of numbers at the same places of two columns; a pair with anything else in it is left out. Undefined: unequal lengths. */
export function pairsIn(a: Operand, b: Operand): { x: number[]; y: number[] } | ErrorValue | undefined {
  const [left, right] = [asMatrix(a).cells, asMatrix(b).cells];
  if (left.length !== right.length) return undefined;
  const [x, y]: [number[], number[]] = [[], []];
  for (let i = 0; i < left.length; i++) {
    const [p, q] = [left[i] ?? null, right[i] ?? null];
    if (isError(p)) return p;
    if (isError(q)) return q;
    if (typeof p === 'number' && typeof q === 'number') {
      x.push(p);
      y.push(q);
    }
  }
  return { x, y };
}
