/**
 * A formula seen on one row: each of its parts with its value there. The formula is the one on the screen, not the one of the program; it is computed once,
 * for that row alone, by the kernel that defines what formulas mean, which tells each part as it comes to it. Columns are read where the run keeps
 * them: nothing is made again, and what is not reached (the other branch of an IF) is never computed.
 */
import { cellAt, type Column, type ColumnType, type Format } from '../data/column.ts';
import { isError, type Value } from '../data/value.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import { isMatrix, single, type Operand } from '../formula/evaluate/matrix.ts';
import type { Expression } from '../formula/expression.ts';
import { parameterAt } from '../formula/functions/arity.ts';
import { functionNamed } from '../formula/functions/registry.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import type { Span } from '../problem/problem.ts';
import type { StepId, TableStep } from '../program/table-program.ts';
import type { Run, RunInput } from './execution.ts';
import type { LensPlace } from './lens-place.ts';
import { gather } from './make-column.ts';
import type { Work } from './operation.ts';
import { bind, type Source } from './vector/bindings.ts';
import { takesRows } from './vector/evaluate-groups.ts';
import { rowsOfGroup, type Groups } from './vector/groups.ts';
import { environmentOf } from './vector/scalar-rows.ts';

/** `rows`: many values, a column or a list. `not-computed`: never reached on this row. */
export type LensKind = 'value' | 'blank' | 'error' | 'rows' | 'not-computed';

export interface LensPart {
  readonly kind: LensKind;
  /** Where it stands in the formula's text; the whole text where that is not known. */
  readonly span: Span;
  readonly text: string;
  /** The name that LET gives to it. */
  readonly name?: string;
  /** null where the part is many values or was not computed. */
  readonly value: Value;
  readonly type: ColumnType | 'mixed';
  readonly format?: Format;
  /** How many rows it holds, or was made of. */
  readonly rows?: number;
  /** How often it was computed, where that is more than once; the value is the last one. */
  readonly times?: number;
  readonly children: readonly LensPart[];
}

export interface LensQuestion {
  readonly text: string;
  /** What the text means where it stands, with spans. */
  readonly expression: Expression;
  readonly place: LensPlace;
  /** Zero-based: of the rows the formula runs on, or of the groups. */
  readonly row: number;
}

export interface Lens {
  readonly row: number;
  /** How many rows there are to look at. */
  readonly rows: number;
  /** null where there is no such row. */
  readonly root: LensPart | null;
}

/** Operands of one kind of sign beyond which a chain is listed instead of nested. */
const LONG_CHAIN = 12;

export function* lensOf(run: Run, input: RunInput, question: LensQuestion): Work<Lens> {
  const { expression, place, row, text } = question;
  const source = lensSource(run, input, place);
  const rows = place.over === null ? 1 : (yield* run.rows(place.group ?? place.over)).count;
  if (row < 0 || row >= rows) return { row, rows, root: null };
  const bindings = yield* bind(source, expression);
  const members = place.group === undefined ? undefined : yield* membersOf(run, place.group, row);
  const gathered = new Map<string, Column>();
  const groupColumn = (key: string): Column => {
    let column = gathered.get(key);
    if (!column) gathered.set(key, (column = gather(bindings.columns.get(key) as Column, members as Int32Array)));
    return column;
  };
  const cell = (key: string): Value => {
    if (members) return members.length > 0 ? cellAt(groupColumn(key), 0) : null;
    const column = bindings.columns.get(key);
    return column ? cellAt(column, row) : null;
  };
  const environment = { ...environmentOf(bindings, cell), ...(members ? { group: groupColumn } : {}) };
  const heard = new Map<Expression, { value: Operand; times: number }>();
  const compute = compileScalar(expression, (part, value) => {
    heard.set(part, { value, times: (heard.get(part)?.times ?? 0) + 1 });
  });
  const whole = compute(environment);
  heard.set(expression, { value: whole, times: heard.get(expression)?.times ?? 1 });
  return { row, rows, root: partOf(expression, { text, heard, members: members?.length }) };
}

/** Where the names of a formula lead in a run, and what the run is given. */
export function lensSource(run: Run, input: RunInput, place: LensPlace): Source {
  const readers = new Map<string, TableStep>();
  for (const step of run.program.steps)
    if (step.op === 'read' && step.source.from === 'table') readers.set(step.source.table, step);
  const reader = (table: string): TableStep => {
    const step = readers.get(table);
    if (!step) throw new Error(`nothing in the program reads the table ${table}`);
    return step;
  };
  return {
    step: place.over ?? '',
    column(key) {
      const target = place.names?.[key] ?? (place.over === null ? undefined : { step: place.over, key });
      if (!target) throw new Error(`the column ${key} is named where no row is`);
      return run.column(target.step, target.key);
    },
    whole: (table, key) => run.column(reader(table).id, key),
    keysOf: (table) => reader(table).columns.map((column) => column.key),
    parameter: (key) => input.parameters[key] ?? null,
    asOf: input.asOf,
  };
}

export function* groupsOf(run: Run, group: StepId): Work<Groups> {
  return (yield* run.rows(group)).state as Groups;
}

function* membersOf(run: Run, group: StepId, row: number): Work<Int32Array> {
  return rowsOfGroup(yield* groupsOf(run, group), row);
}

interface Seen {
  readonly text: string;
  readonly heard: ReadonlyMap<Expression, { readonly value: Operand; readonly times: number }>;
  /** How many rows the group has. */
  readonly members: number | undefined;
}

function partOf(part: Expression, seen: Seen, name?: string): LensPart {
  const span = part.span ?? { start: 0, end: seen.text.length };
  const found = seen.heard.get(part);
  const value = found ? single(found.value) : null;
  const many = isMatrix(value);
  const aggregate = seen.members !== undefined && part.node === 'call' && takesRows(part);
  const rows = many ? value.rows : aggregate ? seen.members : undefined;
  const type = part.type === 'any' || part.type === 'blank' || part.type === 'array' ? 'mixed' : part.type;
  return {
    kind: !found ? 'not-computed' : many ? 'rows' : isError(value) ? 'error' : value === null ? 'blank' : 'value',
    span,
    text: part.span ? seen.text.slice(span.start, span.end) : printFormula(part),
    ...(name === undefined ? {} : { name }),
    value: many ? null : value,
    type,
    ...(part.format ? { format: part.format } : {}),
    ...(rows === undefined ? {} : { rows }),
    ...(found && found.times > 1 ? { times: found.times } : {}),
    children: insideOf(part, seen),
  };
}

/** The parts that deserve a line of their own: constants say what they are, and the names of LET stand beside their values. */
function insideOf(part: Expression, seen: Seen): LensPart[] {
  const lines = (parts: readonly Expression[]) => parts.filter(saysMore).map((one) => partOf(one, seen));
  switch (part.node) {
    case 'unary':
      return lines([part.operand]);
    case 'binary': {
      const chain = operandsOf(part);
      return lines(chain.length > LONG_CHAIN ? chain : [part.left, part.right]);
    }
    case 'call':
      return lines(part.args.filter((_, i) => !isBinding(part, i)));
    case 'let': {
      const bindings: LensPart[] = [];
      let inner: Expression = part;
      // One LET with several names is one `let` inside another, all with the span of the whole.
      for (; inner.node === 'let' && inner.span?.start === part.span?.start; inner = inner.body)
        bindings.push(partOf(inner.value, seen, inner.name));
      return [...bindings, ...lines([inner])];
    }
    default:
      return [];
  }
}

function saysMore(part: Expression): boolean {
  if (part.node === 'missing' || part.node === 'array') return false;
  if (part.node === 'unary' && part.operand.node === 'literal') return false;
  return part.node !== 'literal' || (typeof part.value === 'object' && part.value !== null);
}

/** The name that MAXIMIZE binds is no value. */
function isBinding(call: Extract<Expression, { node: 'call' }>, at: number): boolean {
  const spec = functionNamed(call.name);
  return spec !== undefined && parameterAt(spec, at)?.kind === 'binding';
}

const strengths = { '^': 5, '*': 4, '/': 4, '+': 3, '-': 3, '&': 2 } as const;
const strengthOf = (operator: string): number => strengths[operator as keyof typeof strengths] ?? 1;

/** `a + b − c` as its operands. */
function operandsOf(part: Extract<Expression, { node: 'binary' }>): readonly Expression[] {
  const rights: Expression[] = [];
  let left: Expression = part;
  while (left.node === 'binary' && strengthOf(left.operator) === strengthOf(part.operator)) {
    rights.push(left.right);
    left = left.left;
  }
  return [left, ...rights.reverse()];
}
