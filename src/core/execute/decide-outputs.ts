/** The outputs of a decision table: what the rules that hit a row say, as columns. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '../calendar/iso-text.ts';
import { cellAt, FIRST_ERROR, isNumeric, type Column } from '../data/column.ts';
import { listText } from '../data/list-text.ts';
import { errors, errorTexts, isError, type ErrorValue, type Value } from '../data/value.ts';
import { toNumber, toText } from '../formula/evaluate/coerce.ts';
import type { Expression, ExpressionType } from '../formula/expression.ts';
import { sum } from '../formula/sum.ts';
import type { Collecting } from '../program/judging-steps.ts';
import type { DecideStep } from '../program/table-program.ts';
import { constantOutput } from '../program/rule-order.ts';
import type { Decided } from './decide-cases.ts';
import { columnOfValues, gather, typedAs } from './make-column.ts';
import type { OperationContext, Work } from './operation.ts';

const SLICE = 1 << 16;

/** An output that some rows need: a column, or one cell for all of them. */
interface Source {
  readonly column: Column;
  readonly constant: boolean;
  readonly type: ExpressionType;
}

/** Sources of the rules that hit any row, and of no rule. */
interface Sources {
  readonly ofRule: ReadonlyMap<number, Source>;
  readonly otherwise: Source;
}

export function* outputColumn(step: DecideStep, at: number, decided: Decided, context: OperationContext): Work<Column> {
  const out = step.out[at] as DecideStep['out'][number];
  const type = step.columns.find((one) => one.key === out.key)?.type ?? 'mixed';
  const sources = yield* sourcesOf(step, at, decided, context);
  const column = allConstant(sources)
    ? gather(columnOfValues(valuesOfCases(step, out, decided, sources), type), decided.cases)
    : (numbersOfRows(step, decided, sources) ?? columnOfValues(yield* valuesOfRows(step, out, decided, sources), type));
  return typedAs(column, type);
}

function* sourcesOf(step: DecideStep, at: number, decided: Decided, context: OperationContext): Work<Sources> {
  const ofRule = new Map<number, Source>();
  // Rules that hit nowhere are not worked out.
  for (const rule of new Set(decided.rules)) {
    ofRule.set(rule, yield* sourceOf(step, step.rules[rule]?.then[at], context));
  }
  return { ofRule, otherwise: yield* sourceOf(step, step.out[at]?.otherwise, context) };
}

function* sourceOf(step: DecideStep, output: Expression | undefined, context: OperationContext): Work<Source> {
  const constant = constantOutput(output);
  const type = output?.type ?? 'blank';
  if (constant) {
    const [literal] = constant;
    const value = isError(literal) ? errors[literal.error] : literal;
    return { column: columnOfValues([value], 'mixed'), constant: true, type };
  }
  return { column: yield* context.evaluate(step, step.input, output as Expression), constant: false, type };
}

function allConstant({ ofRule, otherwise }: Sources): boolean {
  return otherwise.constant && [...ofRule.values()].every((source) => source.constant);
}

function errorOf(state: number): ErrorValue {
  return errors[errorTexts[state - FIRST_ERROR] ?? '#VALUE!'];
}

/** The answer of a case on one of its rows. */
function valueOf(
  step: DecideStep,
  out: DecideStep['out'][number],
  decided: Decided,
  sources: Sources,
  one: number,
  row: number,
): Value {
  const fault = decided.faults[one] as number;
  if (fault !== 0) return errorOf(fault);
  const from = decided.starts[one] as number;
  const to = decided.starts[one + 1] as number;
  const valueIn = (source: Source) => cellAt(source.column, source.constant ? 0 : row);
  if (from === to) {
    const counts = step.hit === 'collect' && out.collect === 'count' && out.otherwise === undefined;
    return counts ? 0 : valueIn(sources.otherwise);
  }
  const ofHit = (hit: number) => sources.ofRule.get(decided.rules[hit] as number) as Source;
  if (step.hit !== 'collect') return valueIn(ofHit(from));
  const values: Value[] = [];
  const types: ExpressionType[] = [];
  for (let hit = from; hit < to; hit++) {
    values.push(valueIn(ofHit(hit)));
    types.push(ofHit(hit).type);
  }
  return collected(values, types, out.collect ?? 'list');
}

function valuesOfCases(
  step: DecideStep,
  out: DecideStep['out'][number],
  decided: Decided,
  sources: Sources,
): readonly Value[] {
  return Array.from(decided.faults, (_, one) => valueOf(step, out, decided, sources, one, 0));
}

function* valuesOfRows(
  step: DecideStep,
  out: DecideStep['out'][number],
  decided: Decided,
  sources: Sources,
): Work<readonly Value[]> {
  const values = new Array<Value>(decided.cases.length);
  for (let row = 0; row < values.length; row++) {
    values[row] = valueOf(step, out, decided, sources, decided.cases[row] as number, row);
    if (row % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
  }
  return values;
}

/** Where one rule decides and all outputs are numbers, they are copied; null where not. */
function numbersOfRows(step: DecideStep, decided: Decided, { ofRule, otherwise }: Sources): Column | null {
  if (step.hit === 'collect') return null;
  const sources = [otherwise, ...ofRule.values()].map((source) =>
    isNumeric(source.column) && source.column.type !== 'boolean' ? source.column : null,
  );
  const numbers = sources.filter((one) => one !== null);
  if (numbers.length < sources.length) return null;
  const constant = [otherwise, ...ofRule.values()].map((source) => source.constant);
  const placeOf = new Map([...ofRule.keys()].map((rule, i) => [rule, i + 1]));
  const places = Int32Array.from(decided.faults, (fault, one) => {
    if (fault !== 0) return -fault;
    const from = decided.starts[one] as number;
    return from === decided.starts[one + 1] ? 0 : (placeOf.get(decided.rules[from] as number) as number);
  });
  const { cases } = decided;
  const values = new Float64Array(cases.length);
  let states: Uint8Array | undefined;
  for (let row = 0; row < values.length; row++) {
    const place = places[cases[row] as number] as number;
    const source = place < 0 ? undefined : numbers[place];
    const at = constant[place] ? 0 : row;
    const state = source ? (source.state?.[at] ?? 0) : -place;
    if (state !== 0) (states ??= new Uint8Array(values.length))[row] = state;
    else values[row] = source?.values[at] ?? 0;
  }
  // Constants are numbers; a date among the formulas makes dates of them.
  const type = numbers.find((one) => one.type !== 'number')?.type ?? 'number';
  return { type, values, ...(states ? { state: states } : {}) };
}

/** The outputs of all rules that hit, in rule order, as one value; the first error wins, except when rules are counted. */
export function collected(values: readonly Value[], types: readonly ExpressionType[], how: Collecting): Value {
  if (how === 'count') return values.length;
  const wrong = values.find(isError);
  if (wrong) return wrong;
  if (how === 'list') {
    const texts = values.flatMap((value, at) => (value === null ? [] : [inList(value, types[at])]));
    return texts.length === 0 ? null : listText(texts);
  }
  const numbers: number[] = [];
  for (const value of values) {
    if (value === null) continue;
    const number = toNumber(value);
    if (isError(number)) return number;
    numbers.push(number);
  }
  if (numbers.length === 0) return null;
  if (how === 'sum') return sum(numbers);
  return numbers.reduce((best, one) => (how === 'min' ? Math.min(best, one) : Math.max(best, one)));
}

function inList(value: Value, type: ExpressionType | undefined): string {
  if (typeof value === 'number') {
    if (type === 'date') return printIsoDate(value);
    if (type === 'datetime') return printIsoDatetime(value);
    if (type === 'time') return printIsoTime(value);
  }
  const text = toText(value);
  return isError(text) ? text.error : text;
}
