/** Takes the values of a column one by one: into typed arrays as long as they are numbers, blanks or errors, else as they come. */
import { cellAt, stateOf, type NumericColumn, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { columnOfValues, isNumericType, type AnyType } from '../make-column.ts';

export class CellSink {
  readonly #count: number;
  readonly #values: Float64Array;
  #state: Uint8Array | undefined;
  #cells: Value[] | undefined;

  constructor(count: number) {
    this.#count = count;
    this.#values = new Float64Array(count);
  }

  set(row: number, value: Value): void {
    if (this.#cells) this.#cells[row] = value;
    else if (typeof value === 'number') this.#values[row] = value;
    else if (typeof value === 'object') (this.#state ??= new Uint8Array(this.#count))[row] = stateOf(value);
    else this.#mixed()[row] = value;
  }

  finish(type: AnyType): Column {
    if (this.#cells) return columnOfValues(this.#cells, type);
    const blankText = type === 'text' && this.#state !== undefined && this.#state.every((state) => state !== 0);
    if (blankText) {
      return { type: 'text', codes: new Int32Array(this.#count), dictionary: [], ...this.#states() };
    }
    const numeric = isNumericType(type) && type !== 'boolean' ? type : 'number';
    return { type: numeric, values: this.#values, ...this.#states() };
  }

  #states(): { state: Uint8Array } | Record<string, never> {
    return this.#state ? { state: this.#state } : {};
  }

  /** Rows not set yet hold 0 until they are. */
  #mixed(): Value[] {
    const sofar: NumericColumn = { type: 'number', values: this.#values, ...this.#states() };
    this.#cells = Array.from({ length: this.#count }, (_, row) => cellAt(sofar, row));
    return this.#cells;
  }
}
