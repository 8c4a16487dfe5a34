/** The customers of a simulation in an order of their own: by id, so that the order of rows changes nothing. */
import { cellAt, type Frame } from '../data/column.ts';
import { isError } from '../data/value.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { saltOf, type Salt } from './dice.ts';

export interface Customers {
  readonly ids: readonly string[];
  /** The row of each. */
  readonly rows: readonly number[];
  readonly dice: readonly Salt[];
  readonly problems: readonly Problem[];
}

/** Rows without an id, and rows whose id stands further up, are left out and told. `only`: this customer alone. */
export function customersOf(
  frame: Frame | undefined,
  key: string,
  seed: number,
  at: { readonly design: string },
  only?: string,
): Customers {
  const column = frame?.columns.get(key);
  const seen = new Map<string, number>();
  let blank = 0;
  let doubled = 0;
  let example = '';
  for (let row = 0; row < (frame?.rowCount ?? 0); row++) {
    const cell = column ? cellAt(column, row) : null;
    if (cell === null || cell === '' || isError(cell)) blank += 1;
    else if (seen.has(String(cell))) {
      doubled += 1;
      if (example === '') example = String(cell);
    } else seen.set(String(cell), row);
  }
  const found = [...seen]
    .filter(([id]) => only === undefined || id === only)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const warning = { severity: 'warning' } as const;
  return {
    ids: found.map(([id]) => id),
    rows: found.map(([, row]) => row),
    dice: found.map(([id]) => saltOf(id, seed)),
    problems: [
      ...(blank > 0 ? [problem('simulate.no-id', { count: blank, column: key }, at, warning)] : []),
      ...(doubled > 0
        ? [problem('simulate.doubled-id', { count: doubled, column: key, id: example }, at, warning)]
        : []),
    ],
  };
}
