/** Columns become rows: for each row of the input one row per named column, in the order named. */
import { BLANK, cellAt, isNumeric, isText, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { UnpivotStep } from '../../program/table-program.ts';
import { keptValue, noValue } from '../kept-value.ts';
import { blankColumn, gather, typedAs } from '../make-column.ts';
import type { Operation, Work } from '../operation.ts';

/** Rows written between two signs of life. */
const SLICE = 1 << 16;

export const unpivot: Operation<UnpivotStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count * step.from.length, state: null };
  },
  *column(step, key, rows, context) {
    const width = step.from.length;
    const type = step.columns.find((one) => one.key === key)?.type;
    if (rows.count === 0) return blankColumn(type ?? 'mixed', 0);
    if (key === step.out.name) {
      const codes = new Int32Array(rows.count);
      for (let row = 0; row < codes.length; row++) {
        codes[row] = row % width;
        if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
      }
      return { type: 'text', codes, dictionary: [...step.from] };
    }
    if (key !== step.out.value) {
      const from = new Int32Array(rows.count);
      for (let row = 0; row < from.length; row++) {
        from[row] = Math.floor(row / width);
        if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
      }
      return gather(yield* context.column(step.input, key), from);
    }
    const columns: Column[] = [];
    for (const name of step.from) columns.push(yield* context.column(step.input, name));
    return typedAs(yield* interleaved(step.id, columns, rows.count), type);
  },
  // eslint-disable-next-line require-yield -- the input's row follows from the number
  *lineage(step, row) {
    return [{ step: step.input, rows: [Math.floor(row / step.from.length)] }];
  },
  *explain(step, key, row, _rows, context) {
    const width = step.from.length;
    const from = Math.floor(row / width);
    const column = step.from[row % width] ?? '';
    if (key === step.out.value) return yield* keptValue(context, step.input, column, from);
    if (key !== step.out.name) return yield* keptValue(context, step.input, key, from);
    return {
      ...noValue(),
      how: { by: 'formula' },
      rows: [{ step: step.input, rows: [from], total: 1, column }],
      sentence: { en: 'the key of the column that the value comes from', 'zh-CN': '该值来自的列的键' },
    };
  },
};

/** The cells of each row one after another. Columns of different types make a mixed one. */
function* interleaved(step: string, columns: readonly Column[], count: number): Work<Column> {
  const width = columns.length;
  const [first] = columns;
  const alike = columns.every((column) => column.type === first?.type);
  const state = alike ? statesOf(columns, count) : undefined;
  const kept = state ? { state } : {};
  yield { step, rows: count };
  if (first && alike && isNumeric(first)) {
    const values = new Float64Array(count);
    for (const [at, column] of columns.entries()) {
      if (isNumeric(column))
        for (let row = at, i = 0; row < count; row += width, i++) values[row] = column.values[i] as number;
      yield { step, rows: 0 };
    }
    return { type: first.type, values, ...kept };
  }
  if (first && alike && isText(first)) {
    const codes = new Int32Array(count);
    const dictionary: string[] = [];
    const known = new Map<string, number>();
    for (const [at, column] of columns.entries()) {
      if (!isText(column)) continue;
      const renumbered = column.dictionary.map((entry) => {
        const code = known.get(entry) ?? dictionary.push(entry) - 1;
        known.set(entry, code);
        return code;
      });
      for (let row = at, i = 0; row < count; row += width, i++) codes[row] = renumbered[column.codes[i] as number] ?? 0;
      yield { step, rows: 0 };
    }
    return { type: 'text', codes, dictionary, ...kept };
  }
  const cells = new Array<Value>(count);
  for (let row = 0; row < count; row++) {
    cells[row] = cellAt(columns[row % width] as Column, Math.floor(row / width));
    if (row % SLICE === SLICE - 1) yield { step, rows: SLICE };
  }
  return { type: alike && first && 'cells' in first ? first.type : 'mixed', cells };
}

function statesOf(columns: readonly Column[], count: number): Uint8Array | undefined {
  if (columns.every((column) => 'cells' in column || !column.state)) return undefined;
  const width = columns.length;
  const state = new Uint8Array(count);
  columns.forEach((column, at) => {
    if ('cells' in column || !column.state) return;
    for (let row = at, i = 0; row < count; row += width, i++) state[row] = column.state[i] ?? BLANK;
  });
  return state;
}
