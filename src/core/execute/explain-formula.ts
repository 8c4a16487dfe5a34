/** The explanation of a cell that a formula of the row place made. */
import { cellAt, type Column } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import { evaluate } from '../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../formula/expression.ts';
import type { Made, StepId, TableStep } from '../program/table-program.ts';
import { sourceOf } from './context.ts';
import type { Explanation, NameTargets, OperationContext, Work } from './operation.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import { saySentence, type Leaf, type Said } from './say-formula.ts';
import type { TraceInput, TraceRows } from './trace.ts';
import { bind, lengthOf, wholeName, type Bindings } from './vector/bindings.ts';
import { inlineLets, partsOf, replaceParts } from './vector/expression-parts.ts';
import { environmentOf } from './vector/scalar-rows.ts';

/** At most this many rows are listed in a trace. */
export const MOST_ROWS = 1000;

/** `row` of `over`; `names` as in `evaluate`. */
export function* explainFormula(
  context: OperationContext,
  step: TableStep,
  made: Made,
  over: StepId,
  row: number,
  names?: NameTargets,
): Work<Explanation> {
  const expression = inlineLets(made.expression);
  const { said, inputs, bindings } = yield* saidOfRow(context, step, expression, over, row, names);
  const own = ownInfo(step, made.key);
  return {
    how: { by: 'formula' },
    formula: printFormula(made.expression),
    substituted: substituted(expression, (part) => (isName(part) ? said.valueOf(part) : undefined)),
    inputs,
    rows: wholeRows(expression, step, bindings),
    sentence: saySentence(own.label ?? own.key, said.valueOf(expression), own, expression, said),
  };
}

/** What can be said of an expression (without LET) on one row: its parts' values, and the cells and parameters it names. */
export interface SaidOfRow {
  readonly said: Said;
  readonly inputs: readonly TraceInput[];
  readonly bindings: Bindings;
}

export function* saidOfRow(
  context: OperationContext,
  step: TableStep,
  expression: Expression,
  over: StepId,
  row: number,
  names?: NameTargets,
): Work<SaidOfRow> {
  const bindings = yield* bind(sourceOf(context, step, over, names), expression);
  const environment = environmentOf(bindings, (key) => cellAt(bindings.columns.get(key) as Column, row));
  const valueOf = (part: Expression): Value => evaluate(part, environment);
  const cellOf = (key: string) => ({ ...(names?.get(key) ?? { step: over, key }), row });
  const infoOf = (key: string): ColumnInfo => {
    const at = cellOf(key);
    return context.columnsOf(at.step).find((one) => one.key === key) ?? { key, type: 'mixed' };
  };
  const leafOf = (part: Expression): Leaf | undefined => {
    if (part.node === 'parameter') return parameterLeaf(part, valueOf(part));
    if (part.node !== 'column') return undefined;
    const info = infoOf(part.key);
    return { label: both(info.label ?? info.key), value: valueOf(part), shown: info };
  };
  const inputs = new Map<string, TraceInput>();
  for (const part of partsOf(expression)) {
    if (part.node === 'parameter') inputs.set(`parameter ${part.key}`, parameterInput(part, valueOf(part)));
    if (part.node !== 'column') continue;
    const info = infoOf(part.key);
    const { step: at, key: column } = cellOf(part.key);
    inputs.set(`column ${part.key}`, {
      name: part.key,
      label: info.label ?? info.key,
      value: valueOf(part),
      type: info.type,
      ...(info.format ? { format: info.format } : {}),
      cell: { step: at, row, column },
    });
  }
  return { said: { leafOf, valueOf }, inputs: [...inputs.values()], bindings };
}

export const both = (text: string) => ({ en: text, 'zh-CN': text });

export function ownInfo(step: TableStep, key: string): ColumnInfo {
  return step.columns.find((one) => one.key === key) ?? { key, type: 'mixed' };
}

type Parameter = Extract<Expression, { node: 'parameter' }>;

function shownAs(part: Parameter): Pick<ColumnInfo, 'type' | 'format'> {
  const type = part.type === 'any' || part.type === 'blank' || part.type === 'array' ? 'mixed' : part.type;
  return { type, ...(part.format ? { format: part.format } : {}) };
}

export function parameterLeaf(part: Parameter, value: Value): Leaf {
  return { label: both(part.key), value, shown: shownAs(part) };
}

export function parameterInput(part: Parameter, value: Value): TraceInput {
  return { name: part.key, label: part.key, value, ...shownAs(part), parameter: part.key };
}

function isName(part: Expression): boolean {
  return part.node === 'column' || part.node === 'parameter';
}

/** The formula's text with values in place of what `valueOf` knows. */
export function substituted(expression: Expression, valueOf: (part: Expression) => Value | undefined): string {
  return printFormula(
    replaceParts(expression, (part) => {
      const value = valueOf(part);
      return value === undefined ? undefined : { node: 'literal', type: part.type, value };
    }),
  );
}

/** Rows of other tables that the formula looks at. */
export function wholeRows(expression: Expression, step: TableStep, bindings: Bindings): readonly TraceRows[] {
  const found = new Map<string, TraceRows>();
  for (const part of partsOf(expression)) {
    if (part.node !== 'whole') continue;
    const id = step.tables?.[part.table];
    const column = bindings.wholes.get(wholeName(part.table, part.key));
    if (id === undefined || !column) continue;
    const total = lengthOf(column);
    const rows = Array.from({ length: Math.min(total, MOST_ROWS) }, (_, row) => row);
    found.set(`${id} ${part.key}`, { step: id, rows, total, column: part.key });
  }
  return [...found.values()];
}
