/** The rows of each input after another. */
import { BLANK, cellAt, isNumeric, isText, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { UnionStep } from '../../program/table-program.ts';
import { keptValue, noValue } from '../kept-value.ts';
import { blankColumn, type AnyType } from '../make-column.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';

/** The first row of each input, and the end. */
interface Starts {
  readonly starts: Int32Array;
}

export const union: Operation<UnionStep, Starts> = {
  *rows(step, context) {
    const starts = new Int32Array(step.inputs.length + 1);
    let count = 0;
    for (const [at, input] of step.inputs.entries()) {
      count += (yield* context.rows(input)).count;
      starts[at + 1] = count;
    }
    return { count, state: { starts } };
  },
  *column(step, key, rows, context) {
    const { starts } = rows.state;
    if (step.tag?.key === key) return tagColumn(step.tag.names, starts);
    const type = step.columns.find((one) => one.key === key)?.type ?? 'mixed';
    const parts: (Column | null)[] = [];
    for (const input of step.inputs) parts.push(has(context, input, key) ? yield* context.column(input, key) : null);
    return append(parts, starts, type);
  },
  // eslint-disable-next-line require-yield -- the starts are at hand
  *lineage(step, row, rows) {
    const { input, at } = place(step, row, rows.state);
    return [{ step: input, rows: [at] }];
  },
  *explain(step, key, row, rows, context) {
    const { input, at } = place(step, row, rows.state);
    if (step.tag?.key === key) return yield* tagged(input, at);
    return has(context, input, key) ? yield* keptValue(context, input, key, at) : noValue();
  },
};

function has(context: OperationContext, input: string, key: string): boolean {
  return context.columnsOf(input).some((one) => one.key === key);
}

// eslint-disable-next-line require-yield -- one shape for all that explains
function* tagged(input: string, at: number): Work<ReturnType<typeof noValue>> {
  return {
    ...noValue(),
    how: { by: 'formula' },
    rows: [{ step: input, rows: [at], total: 1 }],
    sentence: { en: 'the name of the table that the row comes from', 'zh-CN': '该行来自的表的名称' },
  };
}

function place(step: UnionStep, row: number, { starts }: Starts): { input: string; at: number } {
  const which = step.inputs.findLastIndex((_, at) => (starts[at] as number) <= row && row < (starts[at + 1] as number));
  const input = step.inputs[which];
  if (input === undefined) throw new RangeError(`step ${step.id} has no row ${row}`);
  return { input, at: row - (starts[which] as number) };
}

function tagColumn(names: readonly string[], starts: Int32Array): Column {
  const codes = new Int32Array(starts[starts.length - 1] as number);
  for (let at = 0; at + 1 < starts.length; at++) codes.fill(at, starts[at], starts[at + 1]);
  return { type: 'text', codes, dictionary: names };
}

/** `parts` below one another; null is blank all through. Parts of different types make a mixed column. */
function append(parts: readonly (Column | null)[], starts: Int32Array, type: AnyType): Column {
  const given = parts.filter((part) => part !== null);
  const first = given[0];
  const count = starts[starts.length - 1] as number;
  if (!first) return blankColumn(type, count);
  if (given.every((part) => part.type === first.type)) {
    const state = appendStates(parts, starts);
    const kept = state ? { state } : {};
    if (isNumeric(first)) {
      const values = new Float64Array(count);
      parts.forEach((part, at) => part && isNumeric(part) && values.set(part.values, starts[at]));
      return { type: first.type, values, ...kept };
    }
    if (isText(first)) return { type: 'text', ...appendTexts(parts, starts), ...kept };
  }
  const cells: Value[] = [];
  parts.forEach((part, at) => {
    const length = (starts[at + 1] as number) - (starts[at] as number);
    for (let row = 0; row < length; row++) cells.push(part ? cellAt(part, row) : null);
  });
  return { type: 'mixed', cells };
}

function appendStates(parts: readonly (Column | null)[], starts: Int32Array): Uint8Array | undefined {
  if (parts.every((part) => part !== null && !('cells' in part) && !part.state)) return undefined;
  const state = new Uint8Array(starts[starts.length - 1] as number);
  parts.forEach((part, at) => {
    if (!part) state.fill(BLANK, starts[at], starts[at + 1]);
    else if (!('cells' in part) && part.state) state.set(part.state, starts[at]);
  });
  return state;
}

function appendTexts(
  parts: readonly (Column | null)[],
  starts: Int32Array,
): { codes: Int32Array; dictionary: string[] } {
  const codes = new Int32Array(starts[starts.length - 1] as number);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  parts.forEach((part, at) => {
    if (!part || !isText(part)) return;
    const renumbered = part.dictionary.map((entry) => {
      let code = known.get(entry);
      if (code === undefined) known.set(entry, (code = dictionary.push(entry) - 1));
      return code;
    });
    const start = starts[at] as number;
    for (let row = 0; row < part.codes.length; row++) codes[start + row] = renumbered[part.codes[row] as number] ?? 0;
  });
  return { codes, dictionary };
}
