/** The explanation of a cell that a scan made: its formula on the row, and the state that the row before left. */
import { cellAt, type Column } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import { evaluate } from '../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../formula/expression.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { ScanStep } from '../program/table-program.ts';
import { sourceOf } from './context.ts';
import { both, ownInfo, parameterInput, parameterLeaf, substituted, wholeRows } from './explain-formula.ts';
import { madeBefore, remembered } from './fold/fold-parts.ts';
import { resultKey } from './made-key.ts';
import type { Explanation, NameTargets, OperationContext, Work } from './operation.ts';
import { partitionAt, type OrderedRows } from './ordered-rows.ts';
import { saySentence, type Leaf } from './say-formula.ts';
import type { CellRef, TraceInput } from './trace.ts';
import { bind } from './vector/bindings.ts';
import { inlineLets, partsOf } from './vector/expression-parts.ts';
import { environmentOf } from './vector/scalar-rows.ts';

/** The state before a row: its value, and the cell it stands in; the first row of a partition has its initial value. */
interface Before {
  readonly value: Value;
  readonly cell?: CellRef;
}

export function* explainFold(
  context: OperationContext,
  step: ScanStep,
  at: number,
  row: number,
  rows: OrderedRows,
): Work<Explanation> {
  const made = step.made[at];
  if (!made) throw new RangeError(`step ${step.id} makes no column ${at}`);
  const expression = inlineLets(made.expression);
  const names = namesAt(step, at, expression);
  const bindings = yield* bind(sourceOf(context, step, step.input, names), expression);
  const states = new Map<string, Before>();
  for (const part of partsOf(expression)) {
    if (part.node === 'prior' && !states.has(part.key)) {
      states.set(part.key, yield* before(context, step, part.key, row, rows));
    }
  }
  const environment = {
    ...environmentOf(bindings, (key) => cellAt(bindings.columns.get(key) as Column, row)),
    prior: (key: string) => states.get(key)?.value ?? null,
  };
  const valueOf = (part: Expression): Value => evaluate(part, environment);
  const infoOf = (key: string): ColumnInfo => {
    const infos = names.has(key) ? step.columns : context.columnsOf(step.input);
    return infos.find((one) => one.key === key) ?? { key, type: 'mixed' };
  };
  const leafOf = (part: Expression): Leaf | undefined => {
    if (part.node === 'parameter') return parameterLeaf(part, valueOf(part));
    if (part.node === 'prior') {
      const info = ownInfo(step, part.key);
      return { label: beforeWords(info), value: valueOf(part), shown: info };
    }
    if (part.node !== 'column') return undefined;
    const info = infoOf(part.key);
    return { label: both(info.label ?? info.key), value: valueOf(part), shown: info };
  };
  const inputs = new Map<string, TraceInput>();
  for (const part of partsOf(expression)) {
    if (part.node === 'parameter') inputs.set(`parameter ${part.key}`, parameterInput(part, valueOf(part)));
    if (part.node === 'column') {
      const target = names.get(part.key) ?? { step: step.input, key: part.key };
      const cell = { step: target.step, row, column: target.key };
      inputs.set(`column ${part.key}`, { ...shown(infoOf(part.key)), name: part.key, value: valueOf(part), cell });
    }
    if (part.node === 'prior') {
      const cell = states.get(part.key)?.cell;
      const info = ownInfo(step, part.key);
      const named = { ...shown(info), name: printFormula(part), label: beforeWords(info).en, value: valueOf(part) };
      inputs.set(`prior ${part.key}`, { ...named, ...(cell ? { cell } : {}) });
    }
  }
  const own = ownInfo(step, made.key);
  const isLeaf = (part: Expression) => part.node === 'column' || part.node === 'parameter' || part.node === 'prior';
  return {
    how: { by: 'formula' },
    formula: printFormula(made.expression),
    substituted: substituted(expression, (part) => (isLeaf(part) ? valueOf(part) : undefined)),
    inputs: [...inputs.values()],
    rows: [{ step: step.input, rows: [row], total: 1 }, ...wholeRows(expression, step, bindings)],
    sentence: saySentence(own.label ?? own.key, valueOf(expression), own, expression, { leafOf, valueOf }),
  };
}

function shown({ key, label, type, format }: ColumnInfo): Pick<TraceInput, 'label' | 'type' | 'format'> {
  return { label: label ?? key, type, ...(format ? { format } : {}) };
}

function beforeWords({ key, label }: ColumnInfo): Bilingual {
  return { en: `${label ?? key} before`, 'zh-CN': `上一行的${label ?? key}` };
}

/** Names made before the column at `at` mean this step's columns, not the input's. */
function namesAt(step: ScanStep, at: number, expression: Expression): NameTargets {
  const names = new Map<string, { step: string; key: string }>();
  for (const part of partsOf(expression)) {
    if (part.node !== 'column') continue;
    const made = madeBefore(step.made, at, part.key);
    if (made >= 0) names.set(part.key, { step: step.id, key: resultKey(step.made, made) });
  }
  return names;
}

function* before(context: OperationContext, step: ScanStep, key: string, row: number, rows: OrderedRows): Work<Before> {
  const place = rows.placeOf[row] as number;
  if (place > (rows.starts[partitionAt(rows, place)] as number)) {
    const previous = rows.sequence[place - 1] as number;
    const value = remembered(step.made, key) < 0 ? null : cellAt(yield* context.column(step.id, key), previous);
    return { value, cell: { step: step.id, row: previous, column: key } };
  }
  const initial = step.initial.findLast((one) => one.key === key);
  if (!initial) return { value: null };
  const bindings = yield* bind(sourceOf(context, step, step.input), initial.expression);
  const environment = environmentOf(bindings, (name) => cellAt(bindings.columns.get(name) as Column, row));
  return { value: evaluate(initial.expression, environment) };
}
