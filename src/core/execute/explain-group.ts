/** The explanation of an aggregate: the rows of the group, and what was made of them. */
import { cellAt, type Column } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Value } from '../data/value.ts';
import { evaluate } from '../formula/evaluate/compile-scalar.ts';
import type { Expression } from '../formula/expression.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { GroupStep, Made, WindowStep } from '../program/table-program.ts';
import { sourceOf } from './context.ts';
import { both, MOST_ROWS, ownInfo, parameterInput, parameterLeaf, substituted } from './explain-formula.ts';
import { gather } from './make-column.ts';
import type { Explanation, OperationContext, Work } from './operation.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import { saySentence, type Leaf } from './say-formula.ts';
import type { TraceInput } from './trace.ts';
import { bind } from './vector/bindings.ts';
import { takesRows } from './vector/evaluate-groups.ts';
import { inlineLets, partsOf } from './vector/expression-parts.ts';
import { rowsOfGroup, type Groups } from './vector/groups.ts';
import { environmentOf } from './vector/scalar-rows.ts';

type Call = Extract<Expression, { node: 'call' }>;

export function* explainGroup(
  context: OperationContext,
  step: GroupStep,
  made: Made,
  group: number,
  groups: Groups,
): Work<Explanation> {
  return yield* explainRows(context, step, made, rowsOfGroup(groups, group));
}

/** The same for any rows of the input. `current`: the row that bare names mean, where it is not the first of them (a window's current row). */
export function* explainRows(
  context: OperationContext,
  step: GroupStep | WindowStep,
  made: Made,
  rows: Int32Array,
  current?: number,
): Work<Explanation> {
  const expression = inlineLets(made.expression);
  const bindings = yield* bind(sourceOf(context, step, step.input), expression);
  const columns = new Map<string, Column>();
  const columnOf = (key: string): Column => {
    let column = columns.get(key);
    if (!column) columns.set(key, (column = gather(bindings.columns.get(key) as Column, rows)));
    return column;
  };
  const environment = {
    ...environmentOf(bindings, (key) => {
      if (current !== undefined) return cellAt(bindings.columns.get(key) as Column, current);
      return rows.length > 0 ? cellAt(columnOf(key), 0) : null;
    }),
    group: columnOf,
  };
  const valueOf = (part: Expression): Value => evaluate(part, environment);
  const infoOf = (key: string): ColumnInfo =>
    context.columnsOf(step.input).find((one) => one.key === key) ?? { key, type: 'mixed' };
  const own = ownInfo(step, made.key);
  const leafOf = (part: Expression): Leaf | undefined => {
    if (part.node === 'parameter') return parameterLeaf(part, valueOf(part));
    if (part.node === 'column') {
      const info = infoOf(part.key);
      return { label: both(info.label ?? info.key), value: valueOf(part), shown: info };
    }
    if (part.node !== 'call' || !takesRows(part)) return undefined;
    const label = aggregateWords(part, infoOf);
    return { label, alone: overRows(label, rows.length), value: valueOf(part), shown: shownOf(part, infoOf, own) };
  };
  const inputs: TraceInput[] = [];
  const taken: string[] = [];
  collect(expression, (part) => {
    if (part.node === 'parameter') inputs.push(parameterInput(part, valueOf(part)));
    const leaf = leafOf(part);
    if (!leaf || part.node === 'parameter') return leaf !== undefined;
    const keys = [...partsOf(part)].flatMap((one) => (one.node === 'column' ? [one.key] : []));
    if (part.node === 'call') taken.push(...keys);
    const cell =
      part.node === 'column' && current !== undefined
        ? { cell: { step: step.input, row: current, column: part.key } }
        : {};
    inputs.push({ name: printFormula(part), label: leaf.label.en, value: leaf.value, ...shownParts(leaf), ...cell });
    return true;
  });
  const column = taken[0];
  return {
    how: { by: 'aggregate', count: rows.length },
    formula: printFormula(made.expression),
    substituted: substituted(expression, (part) => (leafOf(part) ? valueOf(part) : undefined)),
    inputs,
    rows: [
      {
        step: step.input,
        rows: [...rows.subarray(0, MOST_ROWS)],
        total: rows.length,
        ...(column === undefined ? {} : { column }),
      },
    ],
    sentence: saySentence(own.label ?? own.key, valueOf(made.expression), own, expression, { leafOf, valueOf }),
  };
}

/** Visits parts from the outside in; `visit` answers true where nothing further inside is wanted. */
function collect(part: Expression, visit: (part: Expression) => boolean): void {
  if (visit(part)) return;
  if (part.node === 'unary') collect(part.operand, visit);
  if (part.node === 'binary') [part.left, part.right].forEach((one) => collect(one, visit));
  if (part.node === 'call') part.args.forEach((one) => collect(one, visit));
}

function shownParts({ shown }: Leaf): Pick<TraceInput, 'type' | 'format'> {
  return { type: shown.type, ...(shown.format ? { format: shown.format } : {}) };
}

const words: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  SUM: ['the sum of', '合计'],
  AVERAGE: ['the average of', '平均值'],
  MIN: ['the smallest', '最小值'],
  MAX: ['the largest', '最大值'],
  COUNT: ['the count of', '计数'],
  COUNTA: ['the count of', '计数'],
  COUNTUNIQUE: ['the number of different', '不同值个数'],
  MEDIAN: ['the median of', '中位数'],
};

function aggregateWords(call: Call, infoOf: (key: string) => ColumnInfo): Bilingual {
  const [arg] = call.args;
  const word = words[call.name];
  if (!word || !arg || call.args.length > 1) return both(printFormula(call));
  const info = arg.node === 'column' ? infoOf(arg.key) : undefined;
  const of = info ? (info.label ?? info.key) : printFormula(arg);
  return { en: `${word[0]} ${of}`, 'zh-CN': `${of} 的${word[1]}` };
}

function overRows(label: Bilingual, rows: number): Bilingual {
  return {
    en: `${label.en} over ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    'zh-CN': `${label['zh-CN']}（共 ${rows} 行）`,
  };
}

/** Counts are bare numbers; other aggregates look like what they aggregate. */
function shownOf(call: Call, infoOf: (key: string) => ColumnInfo, own: ColumnInfo): Leaf['shown'] {
  if (call.name.startsWith('COUNT')) return { type: 'number', format: { kind: 'number', decimals: 0 } };
  const [arg] = call.args;
  if (arg?.node === 'column') return infoOf(arg.key);
  return call.format ? { type: 'number', format: call.format } : own;
}
