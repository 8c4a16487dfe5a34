/** Where a formula's names get their values when it is computed. */
import type { Column, Frame } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';

export interface Environment {
  /** This row's value. */
  column(key: string): Value;
  parameter(key: string): Value;
  /** The state before this row, in a fold. */
  prior(key: string): Value;
  /** Every value of another table's column. Answer the same object for the same data: look-ups keep their index by it. */
  whole(table: string, key: string): Column | readonly Value[];
  table(table: string): Frame;
  /** In the group place: every value of a column in this group. */
  group?(key: string): Column | readonly Value[];
  /** The run's as-of instant, serial days. */
  readonly asOf: number;
}

/** No names at all: constants only. */
export function emptyEnvironment(asOf: number): Environment {
  const nothing = () => null;
  return {
    column: nothing,
    parameter: nothing,
    prior: nothing,
    whole: () => [],
    table: () => ({ rowCount: 0, columns: new Map() }),
    asOf,
  };
}
