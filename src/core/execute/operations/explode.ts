/** A list cell becomes rows: one for each item, in order. A blank or empty list has none. */
import { cellAt, isText, type Column } from '../../data/column.ts';
import { listItems } from '../../data/list-items.ts';
import { errors, isError, type Value } from '../../data/value.ts';
import { toNumber } from '../../formula/evaluate/coerce.ts';
import { problem } from '../../problem/problem.ts';
import type { ExplodeStep } from '../../program/table-program.ts';
import { keptValue } from '../kept-value.ts';
import { columnOfValues, gather, type AnyType } from '../make-column.ts';
import type { Explanation, Operation, OperationContext, Work } from '../operation.ts';
import { sayValue } from '../say-value.ts';

/** More rows than this are not made. */
const MOST_ROWS = 20_000_000;
/** Cells read between two signs of life. */
const SLICE = 8192;

interface Items {
  /** The input's row of each row. */
  readonly from: Int32Array;
  /** From 1. */
  readonly position: Int32Array;
}

export const explode: Operation<ExplodeStep, Items> = {
  *rows(step, context) {
    const { count } = yield* context.rows(step.input);
    const lists = yield* listsOf(step, context);
    const starts = new Float64Array(count + 1);
    let faults = 0;
    let fault: Value = null;
    for (let row = 0; row < count; row++) {
      const items = lists(row);
      if (!items && faults++ === 0) fault = cellAt(yield* context.column(step.input, step.list), row);
      starts[row + 1] = (starts[row] as number) + (items ? items.length : 1);
      if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    }
    const at = { design: step.origin.design, node: step.origin.node };
    const label = context.columnsOf(step.input).find((one) => one.key === step.list)?.label ?? step.list;
    if (faults > 0) {
      const example = sayValue(fault, { type: 'mixed' }, 'en');
      context.report(
        problem('execute.not-a-list', { column: label, count: faults, example }, at, { severity: 'warning' }),
      );
    }
    const total = starts[count] as number;
    if (total > MOST_ROWS) {
      context.report(problem('execute.too-many-items', { column: label, rows: total, limit: MOST_ROWS }, at));
      return { count: 0, state: { from: new Int32Array(0), position: new Int32Array(0) } };
    }
    const from = new Int32Array(total);
    const position = new Int32Array(total);
    for (let row = 0; row < count; row++) {
      const start = starts[row] as number;
      const end = starts[row + 1] as number;
      for (let place = start; place < end; place++) {
        from[place] = row;
        position[place] = place - start + 1;
      }
      if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    }
    return { count: total, state: { from, position } };
  },
  *column(step, key, rows, context) {
    const { from, position } = rows.state;
    if (key === step.position) return { type: 'number', values: Float64Array.from(position) };
    if (key !== step.out) return gather(yield* context.column(step.input, key), from);
    const type = step.columns.find((one) => one.key === key)?.type ?? 'mixed';
    const lists = yield* listsOf(step, context);
    const values = new Array<Value>(rows.count);
    for (let row = 0; row < values.length; row++) {
      const items = lists(from[row] as number);
      values[row] = items ? itemAs(items[(position[row] as number) - 1] ?? null, type) : errors['#VALUE!'];
      if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    }
    return columnOfValues(values, type);
  },
  // eslint-disable-next-line require-yield -- the rows are at hand
  *lineage(step, row, rows) {
    return [{ step: step.input, rows: [rows.state.from[row] ?? 0] }];
  },
  *explain(step, key, row, rows, context) {
    const from = rows.state.from[row] ?? 0;
    if (key !== step.out && key !== step.position) return yield* keptValue(context, step.input, key, from);
    return yield* explainItem(step, from, rows.state.position[row] ?? 1, context);
  },
};

/** The items of each row's cell; undefined where it is no list. A text that stands in many rows is read once. */
function* listsOf(step: ExplodeStep, context: OperationContext): Work<(row: number) => readonly Value[] | undefined> {
  const column: Column = yield* context.column(step.input, step.list);
  if (!isText(column)) return (row) => listItems(cellAt(column, row));
  const known = new Map<number, { readonly items: readonly Value[] | undefined }>();
  return (row) => {
    if ((column.state?.[row] ?? 0) !== 0) return listItems(cellAt(column, row));
    const code = column.codes[row] as number;
    let entry = known.get(code);
    if (!entry) known.set(code, (entry = { items: listItems(column.dictionary[code] ?? '') }));
    return entry.items;
  };
}

/** Items of a number column are read as numbers. */
function itemAs(item: Value, type: AnyType): Value {
  return type === 'number' && item !== null && !isError(item) ? toNumber(item) : item;
}

function* explainItem(step: ExplodeStep, from: number, position: number, context: OperationContext): Work<Explanation> {
  const { inputs, rows } = yield* keptValue(context, step.input, step.list, from);
  const items = listItems(inputs[0]?.value ?? null);
  const label = inputs[0]?.label ?? step.list;
  const sentence = items
    ? {
        en: `item ${position} of ${items.length} in ${label}`,
        'zh-CN': `${label} 的第 ${position} 项，共 ${items.length} 项`,
      }
    : { en: `an error, because ${label} is no list`, 'zh-CN': `得到错误，因为 ${label} 不是列表` };
  return { how: { by: 'formula' }, formula: '', substituted: '', inputs, rows, sentence };
}
