/** What is known of a column besides its cells: travels with every step of a program. */
import type { ColumnType, Format } from './column.ts';

/** A role lets a later node or a screen find a column by what it is for, never by its name. */
export type ColumnRole =
  | 'id'
  | 'person'
  | 'manager'
  | 'period'
  | 'date'
  | 'region'
  | 'amount'
  | 'quota'
  | 'attainment'
  | 'component'
  | 'payout'
  | 'score'
  | 'unmeasured';

export interface ColumnInfo {
  readonly key: string;
  readonly type: ColumnType | 'mixed';
  readonly label?: string;
  readonly format?: Format;
  readonly role?: ColumnRole;
  /** The node that made a component column, for statements. */
  readonly madeBy?: string;
}
