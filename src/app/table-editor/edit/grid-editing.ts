/** What a grid needs where its cells may be changed; it knows places, whoever gives this knows the table. */
import type { Value } from '#core/data/value.ts';

export interface GridFocus {
  /** Keys of the column of the focus and of all that are chosen. */
  readonly column: string | undefined;
  readonly columns: readonly string[];
  readonly left: number;
  /** The row's number in the unsorted table. */
  readonly row: number | undefined;
  readonly value: Value | undefined;
  /** Numbers of the chosen rows in the unsorted table. */
  readonly rows: () => Promise<readonly number[]>;
}

export interface GridEditing {
  readonly canEdit: (column: string) => boolean;
  /** False where the text does not fit: the editor stays open. */
  readonly setCell: (row: number, column: string, text: string) => boolean;
  readonly clear: (focus: GridFocus) => void;
  /** `rows`: those pasted over, in the order they are seen. */
  readonly paste: (text: string, left: number, rows: readonly number[]) => void;
  readonly openColumn: (column: string | undefined) => void;
}
