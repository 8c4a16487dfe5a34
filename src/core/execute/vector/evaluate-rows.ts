/** An expression for every row at once: compiled to lanes, run in batches. */
import type { Column, NumericColumn, TextColumn } from '../../data/column.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { bind, type Bindings, type Source } from './bindings.ts';
import { compileLanes } from './compile-lanes.ts';
import { BATCH, type CellLane, type Lane, type NumberLane, type TextLane } from './lane.ts';

/** Rows between two signs of life. */
const SLICE = 1 << 16;

export function* evaluateRows(expression: Expression, source: Source, count: number): Work<Column> {
  const bindings = yield* bind(source, expression);
  if (expression.node === 'column') return bindings.columns.get(expression.key) as Column;
  const { lanes, root } = yield* compileLanes(expression, bindings, count);
  if (root.kind === 'cells') return cellColumn(root);
  return root.kind === 'text'
    ? yield* textColumn(lanes, root, bindings, count)
    : yield* numberColumn(lanes, root, bindings, count);
}

function cellColumn(root: CellLane): Column {
  return { type: 'mixed', cells: root.cells };
}

function* numberColumn(
  lanes: readonly Lane[],
  root: NumberLane,
  bindings: Bindings,
  count: number,
): Work<NumericColumn> {
  const values = new Float64Array(count);
  let state: Uint8Array | undefined;
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    for (const lane of lanes) lane.run(from, size);
    const made = root.values;
    // Adding 0 makes a negative zero the zero that formulas know.
    for (let i = 0; i < size; i++) values[from + i] = (made[i] as number) + 0;
    if (root.marked) (state ??= new Uint8Array(count)).set(root.state.subarray(0, size), from);
    if ((from + BATCH) % SLICE === 0) yield { step: bindings.step, rows: SLICE };
  }
  return { type: root.type, values, ...(state ? { state } : {}) };
}

function* textColumn(lanes: readonly Lane[], root: TextLane, bindings: Bindings, count: number): Work<TextColumn> {
  const codes = new Int32Array(count);
  let state: Uint8Array | undefined;
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    for (const lane of lanes) lane.run(from, size);
    codes.set(root.codes.subarray(0, size), from);
    if (root.marked) (state ??= new Uint8Array(count)).set(root.state.subarray(0, size), from);
    if ((from + BATCH) % SLICE === 0) yield { step: bindings.step, rows: SLICE };
  }
  return { type: 'text', codes, dictionary: root.dictionary, ...(state ? { state } : {}) };
}
