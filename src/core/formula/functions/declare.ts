/**
 * How a function is declared: its parameters as data and one kernel on values that are already checked and coerced.
 * Coercion, error propagation, omitted arguments and spreading over many values belong to the runner (`evaluate/run-call.ts`).
 */
import type { Value } from '../../data/value.ts';
import type { Bilingual } from '../../problem/problem.ts';
import type { Environment } from '../evaluate/environment.ts';
import type { Operand } from '../evaluate/matrix.ts';
import type { ExpressionType } from '../expression.ts';

/**
 * `number`, `text`, `boolean`: coerced. `any`: a value as it is. `raw`: errors too. `range`: a column, table or list as a matrix, or one
 * computed value. `lazy`: computed only when the kernel asks. `binding` and `body`: a name, and an expression in that name.
 */
export type ParameterKind = 'number' | 'text' | 'boolean' | 'any' | 'raw' | 'range' | 'lazy' | 'binding' | 'body';

export interface Parameter<T = unknown> {
  readonly name: string;
  readonly kind: ParameterKind;
  /** May be left off at the end of the call. */
  readonly optional?: boolean;
  /** What the kernel gets for an argument left off; undefined where the kernel decides. */
  readonly default?: Value;
  /** Of a range: what an empty argument is; 0 unless said. */
  readonly whenEmpty?: Value;
  /** An empty argument (`f(a,,b)`) counts as left off; else it is 0, "" or FALSE. */
  readonly emptyIsOmitted?: boolean;
  /** This and the following repeating parameters take turns until the arguments end. The kernel gets a list of each. */
  readonly repeats?: boolean;
  /** The argument decides which branch counts: a constant one deserves a warning. */
  readonly condition?: boolean;
  /** A `range` that must hold many values: a single computed value is no column. */
  readonly wantsMany?: boolean;
  /** The result's type where this argument is left off, if the result is like it. */
  readonly whenOmitted?: ExpressionType;
  /** Only for type inference: what the kernel receives. */
  readonly receives?: T;
}

type Receives<P> = P extends Parameter<infer T> ? T : never;
type KernelArguments<P extends readonly Parameter[]> = { -readonly [I in keyof P]: Receives<P[I]> };

/** A type, or the common type and format of the arguments at these places (repeating ones included). */
export type ResultType = ExpressionType | { readonly like: readonly number[]; readonly type?: ExpressionType };

export type FunctionGroup =
  'logic' | 'math' | 'aggregate' | 'conditional' | 'lookup' | 'text' | 'date' | 'information' | 'finance' | 'sales';

export interface CallContext {
  readonly environment: Environment;
}

interface Declared {
  readonly name: string;
  readonly result: ResultType;
  /** One line: what it does. */
  readonly help: Bilingual;
  /** A formula without names, and its value: shown as help and run as a test. */
  readonly example: readonly [formula: string, value: Value];
}

interface Declaration<P extends readonly Parameter[]> extends Declared {
  readonly parameters: P;
  readonly kernel: (args: KernelArguments<P>, context: CallContext) => Operand;
  readonly numeric?: Numeric;
  readonly prepared?: Prepared;
}

/**
 * The kernel where only the first argument differs from row to row and is a number: what the others (coerced, in order) amount to is worked out once.
 * Undefined where the general kernel must answer.
 */
export type Prepared = (others: readonly unknown[]) => ((first: number) => Value) | undefined;

/** The kernel on bare numbers, where every parameter is one and none is left undefined: what runs over whole columns. */
export type Numeric = (a: number, b: number, c: number) => Value;

export interface FunctionSpec extends Declared {
  readonly group: FunctionGroup;
  readonly parameters: readonly Parameter[];
  readonly kernel: (args: readonly unknown[], context: CallContext) => Operand;
  readonly numeric?: Numeric;
  readonly prepared?: Prepared;
}

export type Ungrouped = Omit<FunctionSpec, 'group'>;

/** The one place where the typed kernel becomes a general one: the runner passes what the parameters promise. */
export function define<const P extends readonly Parameter[]>(declaration: Declaration<P>): Ungrouped {
  return declaration as unknown as Ungrouped;
}

/** A function of numbers alone: the kernel follows from `numeric`. */
export function defineNumeric(
  declaration: Omit<Declaration<readonly Parameter<number>[]>, 'kernel' | 'numeric'> & { readonly numeric: Numeric },
): Ungrouped {
  const { numeric } = declaration;
  return define({ ...declaration, kernel: ([a = 0, b = 0, c = 0]) => numeric(a, b, c) });
}

export function inGroup(group: FunctionGroup, declarations: readonly Ungrouped[]): readonly FunctionSpec[] {
  return declarations.map((declaration) => ({ ...declaration, group }));
}

export const number = (name: string): Parameter<number> => ({ name, kind: 'number' });
export const text = (name: string): Parameter<string> => ({ name, kind: 'text' });
export const truth = (name: string): Parameter<boolean> => ({ name, kind: 'boolean' });
export const any = (name: string): Parameter<Value> => ({ name, kind: 'any' });
export const raw = (name: string): Parameter<Value> => ({ name, kind: 'raw' });
export const range = (name: string): Parameter<Operand> => ({ name, kind: 'range' });
/** A range whose empty argument is no text. */
export const texts = (name: string): Parameter<Operand> => ({ name, kind: 'range', whenEmpty: '' });
export const column = (name: string): Parameter<Operand> => ({ name, kind: 'range', wantsMany: true });
export const lazy = (name: string): Parameter<() => Operand> => ({ name, kind: 'lazy' });
export const condition = (name: string): Parameter<boolean> => ({ name, kind: 'boolean', condition: true });

/** A name that the body may use. */
export const binding = (name: string): Parameter<undefined> => ({ name, kind: 'binding' });
export const body = (name: string): Parameter<(x: Value) => Operand> => ({ name, kind: 'body' });

/** May be left off; then the kernel gets `value`. */
export function or<T extends Value>(parameter: Parameter<T>, value: T): Parameter<T> {
  return { ...parameter, optional: true, default: value };
}
/** May be left off; then the kernel gets undefined. */
export function maybe<T>(parameter: Parameter<T>): Parameter<T | undefined> {
  return { ...parameter, optional: true };
}
export function emptyOmits<T>(parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, emptyIsOmitted: true };
}
/** Any number of further arguments; at least one unless `maybe`. */
export function rest<T>(parameter: Parameter<T>): Parameter<readonly T[]> {
  const { receives: _, ...declared } = parameter;
  return { ...declared, repeats: true };
}
export function anyRest<T>(parameter: Parameter<T>): Parameter<readonly T[]> {
  return { ...rest(parameter), optional: true };
}

export const en = (english: string, chinese: string): Bilingual => ({ en: english, 'zh-CN': chinese });
