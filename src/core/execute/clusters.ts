/** Which rows belong together: equal in all columns of some rule, or joined by rows that are. */
import type { Column } from '../data/column.ts';
import type { ClusterStep } from '../program/table-program.ts';
import { rowCodes } from './key-codes.ts';
import { NO_KEY } from './match-keys.ts';
import type { OperationContext, Work } from './operation.ts';

export interface Clusters {
  /** The first row of each row's cluster. */
  readonly firsts: Int32Array;
}

const SLICE = 1 << 16;

export function* clusters(step: ClusterStep, context: OperationContext): Work<Clusters> {
  const { count } = yield* context.rows(step.input);
  const firsts = Int32Array.from({ length: count }, (_, row) => row);
  for (const codes of yield* codesOfRules(step, context)) {
    const firstOf = new Int32Array(count).fill(NO_KEY);
    for (let row = 0; row < count; row++) {
      const code = codes[row] as number;
      if (code === NO_KEY) continue;
      const first = firstOf[code] as number;
      if (first === NO_KEY) firstOf[code] = row;
      else unite(firsts, first, row);
      if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    }
  }
  for (let row = 0; row < count; row++) firsts[row] = rootOf(firsts, row);
  return { firsts };
}

/** Codes of the rows by each rule: rows with one code match by it; `NO_KEY` matches nothing. Codes are below the number of rows. */
export function* codesOfRules(step: ClusterStep, context: OperationContext): Work<readonly Int32Array[]> {
  const { count } = yield* context.rows(step.input);
  const all: Int32Array[] = [];
  for (const rule of step.rules) {
    const columns: Column[] = [];
    for (const key of rule.equal) columns.push(yield* context.column(step.input, key));
    if (columns.length === 0) {
      all.push(new Int32Array(count).fill(NO_KEY));
      continue;
    }
    const codes = rowCodes(columns, count).codes.slice();
    for (const column of columns) withoutBlanks(codes, column);
    all.push(codes);
  }
  return all;
}

function withoutBlanks(codes: Int32Array, column: Column): void {
  if (!('cells' in column)) {
    column.state?.forEach((state, row) => void (state !== 0 && (codes[row] = NO_KEY)));
    return;
  }
  column.cells.forEach((cell, row) => void (typeof cell === 'object' && (codes[row] = NO_KEY)));
}

/** The smaller row is always the root, so that roots are first rows. */
function unite(parents: Int32Array, a: number, b: number): void {
  const left = rootOf(parents, a);
  const right = rootOf(parents, b);
  if (left < right) parents[right] = left;
  else if (right < left) parents[left] = right;
}

function rootOf(parents: Int32Array, row: number): number {
  let root = row;
  while (parents[root] !== root) root = parents[root] as number;
  for (let at = row; at !== root;) {
    const next = parents[at] as number;
    parents[at] = root;
    at = next;
  }
  return root;
}
