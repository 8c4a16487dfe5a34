/** What a formula may name where it stands. */
import type { ColumnInfo } from '../data/schema.ts';

/** Row: each row of a table. Group: the rows of a group. Scalar: parameters only. Fold: a scan, with `prior[...]`. */
export type FormulaPlace = 'row' | 'group' | 'scalar' | 'fold';

export interface Scope {
  readonly place: FormulaPlace;
  /** Columns that bare names reach. */
  readonly columns: readonly ColumnInfo[];
  /** In the group place: the keys that may stand bare, outside aggregates. */
  readonly groupKeys?: readonly string[];
  readonly parameters: readonly ColumnInfo[];
  /** Tables that `table[column]` and `table[]` reach, by key. */
  readonly tables: ReadonlyMap<string, readonly ColumnInfo[]>;
  /** In a fold: the state. */
  readonly prior?: readonly ColumnInfo[];
}
