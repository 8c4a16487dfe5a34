/**
 * The ordered fold of a scan: partition by partition, row by row, each formula once. All the columns that one of them needs are made in one go; those
 * that were not asked for are kept until somebody asks, as long as what was read is the same.
 */
import { cellAt, isNumeric, type Column } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../../formula/expression.ts';
import type { ScanStep } from '../../program/table-program.ts';
import { sourceOf } from '../context.ts';
import type { OperationContext, Work } from '../operation.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import type { AnyType } from '../make-column.ts';
import { sameValue } from '../same-value.ts';
import { bind, type Bindings, type Source } from '../vector/bindings.ts';
import { evaluateRows } from '../vector/evaluate-rows.ts';
import { replaceParts } from '../vector/expression-parts.ts';
import { environmentOf } from '../vector/scalar-rows.ts';
import { CellSink } from './cell-sink.ts';
import { compileFold, type Read } from './compile-fold.ts';
import { foldDefinition, hoist, madeBefore, needed, remembered } from './fold-parts.ts';

/** Rows folded between two signs of life. */
const SLICE = 2048;

interface Waiting {
  readonly definition: string;
  readonly read: readonly Bindings[];
  /** Columns that nobody has asked for yet, by place in `made`. */
  readonly columns: Map<number, Column>;
}
const waiting = new WeakMap<OrderedRows, Waiting>();

/** The column that `step.made[at]` makes. */
export function* foldColumn(step: ScanStep, at: number, rows: OrderedRows, context: OperationContext): Work<Column> {
  const source = sourceOf(context, step, step.input);
  const columns = needed(step.made, at);
  const initial = step.initial.filter((one) => columns.includes(remembered(step.made, one.key)));
  const read: Bindings[] = [];
  for (const one of columns) read.push(yield* bind(source, withoutState(step, one)));
  for (const one of initial) read.push(yield* bind(source, one.expression));
  const definition = JSON.stringify(foldDefinition(step, at));
  const kept = waiting.get(rows);
  if (kept?.definition === definition && sameReads(kept.read, read)) {
    const column = kept.columns.get(at);
    kept.columns.delete(at);
    if (column) return column;
  }
  const made = yield* fold(step, columns, read, source, rows);
  const column = made.get(at) as Column;
  made.delete(at);
  waiting.set(rows, { definition, read, columns: made });
  return column;
}

/** The formula with nothing in place of what the scan itself makes: what is left is read from the input. */
function withoutState(step: ScanStep, at: number): Expression {
  return replaceParts(step.made[at]?.expression as Expression, (part) =>
    part.node === 'column' && madeBefore(step.made, at, part.key) >= 0
      ? { node: 'literal', type: 'blank', value: null }
      : undefined,
  );
}

/** `read`: the bindings of each of `columns`, then of the initial values. */
function* fold(
  step: ScanStep,
  columns: readonly number[],
  read: readonly Bindings[],
  source: Source,
  { sequence, starts }: OrderedRows,
): Work<Map<number, Column>> {
  const count = sequence.length;
  let row = 0;
  const cellOf = (column: Column): Read => {
    if (!isNumeric(column) || column.type === 'boolean' || column.state) return () => cellAt(column, row);
    const { values } = column;
    return () => values[row] as number;
  };
  const current: Value[] = step.made.map(() => null);
  const before: Value[] = step.made.map(() => null);
  const priorOf = (key: string): Read => {
    const at = remembered(step.made, key);
    return () => before[at] ?? null;
  };
  const prior = (key: string): Value => before[remembered(step.made, key)] ?? null;

  const formulas: Read[] = [];
  for (const [nth, one] of columns.entries()) {
    const bindings = read[nth] as Bindings;
    const { rest, parts } = hoist(
      step.made[one]?.expression as Expression,
      (key) => madeBefore(step.made, one, key) >= 0,
    );
    const cells = new Map<string, Read>();
    for (const [key, column] of bindings.columns) cells.set(key, cellOf(column));
    for (const [key, part] of parts) cells.set(key, cellOf(yield* evaluateRows(part, source, count)));
    for (const key of step.made.slice(0, one).map((made) => made.key)) {
      const made = madeBefore(step.made, one, key);
      cells.set(key, () => current[made] as Value);
    }
    const column = (key: string): Read => cells.get(key) ?? (() => null);
    const environment = { ...environmentOf(bindings, (key) => column(key)()), prior };
    formulas.push(compileFold(rest, { column, prior: priorOf, environment }));
  }
  const starting = startOf(step, columns, read, (column) => cellAt(column, row));

  const sinks = columns.map(() => new CellSink(count));
  for (let partition = 0; partition + 1 < starts.length; partition++) {
    const start = starts[partition] as number;
    const stop = starts[partition + 1] as number;
    row = start < stop ? (sequence[start] as number) : 0;
    before.fill(null);
    for (const { at, value } of starting) before[at] = value();
    for (let place = start; place < stop; place++) {
      row = sequence[place] as number;
      for (let nth = 0; nth < formulas.length; nth++) {
        const value = (formulas[nth] as Read)();
        current[columns[nth] as number] = value;
        (sinks[nth] as CellSink).set(row, value);
      }
      for (const one of columns) before[one] = current[one] as Value;
      if (place % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    }
  }
  return new Map(
    columns.map((one, nth) => [one, (sinks[nth] as CellSink).finish(typeOf(step.made[one]?.expression as Expression))]),
  );
}

/** What stands before the first row of a partition, read on that row. */
function startOf(
  step: ScanStep,
  columns: readonly number[],
  read: readonly Bindings[],
  cell: (column: Column) => Value,
): readonly { readonly at: number; readonly value: () => Value }[] {
  const initial = step.initial.filter((one) => columns.includes(remembered(step.made, one.key)));
  return initial.map((one, nth) => {
    const bindings = read[columns.length + nth] as Bindings;
    const compute = compileScalar(one.expression);
    const environment = environmentOf(bindings, (key) => cell(bindings.columns.get(key) as Column));
    return { at: remembered(step.made, one.key), value: () => compute(environment) };
  });
}

function typeOf({ type }: Expression): AnyType {
  return type === 'any' || type === 'blank' || type === 'array' ? 'mixed' : type;
}

/** The same columns (not merely equal ones), parameters and instant. */
function sameReads(a: readonly Bindings[], b: readonly Bindings[]): boolean {
  return a.length === b.length && a.every((one, at) => sameBindings(one, b[at] as Bindings));
}

function sameBindings(a: Bindings, b: Bindings): boolean {
  const frames = [...a.tables].every(([key, frame]) => sameEntries(frame.columns, b.tables.get(key)?.columns));
  const parameters = [...a.parameters].every(([key, value]) => sameValue(value, b.parameters.get(key) ?? null));
  return (
    a.asOf === b.asOf && frames && parameters && sameEntries(a.columns, b.columns) && sameEntries(a.wholes, b.wholes)
  );
}

function sameEntries(a: ReadonlyMap<string, Column>, b: ReadonlyMap<string, Column> | undefined): boolean {
  return b !== undefined && a.size === b.size && [...a].every(([key, column]) => b.get(key) === column);
}
