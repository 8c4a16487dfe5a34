/**
 * Any function of single values on lanes: its own scalar kernel, called row by row on the lanes' buffers. Slower than a loop of its own, ten times quicker than
 * the general walk over an expression, and there for every function whose arguments are numbers, texts and truths of the row, beside constants.
 */
import { BLANK, FIRST_ERROR, stateOf, type NumericType } from '../../data/column.ts';
import { errors, errorTexts, isError, type Value } from '../../data/value.ts';
import { compileRange, compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import { toNumber, toText } from '../../formula/evaluate/coerce.ts';
import { canBeMany, holdsMany } from '../../formula/evaluate/holds-many.ts';
import { isMatrix, type Operand } from '../../formula/evaluate/matrix.ts';
import { numberOr } from '../../formula/evaluate/operators.ts';
import type { Expression } from '../../formula/expression.ts';
import type { FunctionSpec, Numeric, Parameter } from '../../formula/functions/declare.ts';
import { functionNamed } from '../../formula/functions/registry.ts';
import { MAX_TEXT } from '../../formula/limits.ts';
import type { AnyType } from '../make-column.ts';
import type { Work } from '../operation.ts';
import type { Bindings } from './bindings.ts';
import { asNumber, asTruth, type Add } from './coerce-lanes.ts';
import { entriesOf, entryLane } from './entry-lanes.ts';
import { columnKeysOf } from './expression-parts.ts';
import {
  BATCH,
  clearMarks,
  constantLane,
  laneValue,
  numberLane,
  putValue,
  type CellLane,
  type Lane,
  type NumberLane,
} from './lane.ts';
import { environmentOf } from './scalar-rows.ts';

type Call = Extract<Expression, { node: 'call' }>;
type Compile = (part: Expression) => Work<Lane>;

/** One argument: a lane that gives a value for each row, or one value for all. */
type Argument =
  | { readonly lane: Lane; readonly parameter: Parameter }
  /** A range, or what stands for an argument left off: errors are the kernel's matter. */
  | { readonly fixed: unknown };

/** `a & b`, as a function of two texts. */
const joined: KernelCall['spec'] = {
  parameters: [
    { name: 'a', kind: 'text' },
    { name: 'b', kind: 'text' },
  ],
  result: 'text',
  kernel: (args) => (args as readonly string[]).join(''),
};

export function joinCall(left: Lane, right: Lane, bindings: Bindings): KernelCall {
  const [a, b] = joined.parameters as [Parameter, Parameter];
  return {
    spec: joined,
    args: [
      { lane: left, parameter: a },
      { lane: right, parameter: b },
    ],
    environment: environmentOf(bindings, () => null),
    lanes: [left, right].filter((lane) => lane.constant === undefined),
  };
}

export interface KernelCall {
  readonly spec: Pick<FunctionSpec, 'parameters' | 'kernel' | 'result' | 'numeric' | 'prepared'>;
  readonly args: readonly Argument[];
  readonly environment: ReturnType<typeof environmentOf>;
  /** Those that vary. */
  readonly lanes: readonly Lane[];
}

/** Null where the function's arguments are not of that kind; lanes of arguments compiled by then do no harm. */
export function* kernelCall(call: Call, bindings: Bindings, compile: Compile, add: Add): Work<KernelCall | null> {
  const spec = functionNamed(call.name);
  if (!spec || !isPlain(spec, call) || holdsMany(call) || call.args.some(manyInside(spec))) return null;
  const environment = environmentOf(bindings, () => null);
  const args: Argument[] = [];
  const lanes: Lane[] = [];
  for (const [at, parameter] of spec.parameters.entries()) {
    const part = call.args[at];
    const missing = !part || part.node === 'missing';
    if (!part || (missing && parameter.emptyIsOmitted)) {
      args.push({ fixed: parameter.default });
    } else if (parameter.kind === 'lazy') {
      const value = missing ? 0 : compileScalar(part)(environment);
      args.push({ fixed: () => value });
    } else if (parameter.kind === 'range') {
      args.push({ fixed: missing ? (parameter.whenEmpty ?? 0) : compileRange(part)(environment) });
    } else {
      const lane = coerced(missing ? null : yield* compile(part), parameter, add);
      if (!lane) return null;
      if (lane.constant === undefined) lanes.push(lane);
      args.push({ lane, parameter });
    }
  }
  return lanes.length > 0 ? { spec, args, environment, lanes } : null;
}

/** Arguments of one value that may turn out to be many: the scalar kernel spreads the call over them. */
function manyInside(spec: FunctionSpec): (arg: Expression, at: number) => boolean {
  return (arg, at) => spec.parameters[at]?.kind !== 'range' && canBeMany(arg);
}

/** Single values of the row and constant ranges; nothing that repeats, is put off or binds a name. */
function isPlain(spec: FunctionSpec, call: Call): boolean {
  return spec.parameters.every((parameter, at) => {
    if (parameter.repeats) return false;
    switch (parameter.kind) {
      case 'number':
      case 'text':
      case 'boolean':
      case 'any':
        return true;
      case 'range':
      case 'lazy': {
        const part = call.args[at];
        return !part || columnKeysOf(part).length === 0;
      }
      default:
        return false;
    }
  });
}

function coerced(lane: Lane | null, parameter: Parameter, add: Add): Lane | null {
  if (!lane) return null;
  if (parameter.kind === 'number') return asNumber(lane, add);
  return parameter.kind === 'boolean' ? asTruth(lane, add) : lane;
}

/** What the kernel is given, written anew for each row; an error in its place. */
function reader(argument: Argument): (i: number) => unknown {
  if ('fixed' in argument) return () => argument.fixed;
  const { lane, parameter } = argument;
  if (lane.constant !== undefined) {
    const one = coerceConstant(lane.constant, parameter);
    return () => one;
  }
  if (parameter.kind === 'number' && lane.kind === 'number') {
    return (i) =>
      lane.faulty && (lane.state[i] as number) >= FIRST_ERROR ? errorOf(lane, i) : (lane.values[i] as number) + 0;
  }
  if (parameter.kind === 'boolean' && lane.kind === 'number') {
    return (i) => (lane.faulty && (lane.state[i] as number) >= FIRST_ERROR ? errorOf(lane, i) : lane.values[i] !== 0);
  }
  if (parameter.kind === 'text') {
    if (lane.kind === 'text') {
      return (i) => {
        const mark = lane.marked ? (lane.state[i] as number) : 0;
        if (mark >= FIRST_ERROR) return errorOf(lane, i);
        return mark === BLANK ? '' : lane.dictionary[lane.codes[i] as number];
      };
    }
    return (i) => toText(laneValue(lane, i));
  }
  return (i) => laneValue(lane, i);
}

function coerceConstant(value: Value, parameter: Parameter): Value {
  if (isError(value)) return value;
  if (parameter.kind === 'number') return toNumber(value);
  if (parameter.kind === 'text') return toText(value);
  if (parameter.kind === 'boolean') return value === true || (typeof value === 'number' && value !== 0);
  return value;
}

function errorOf(lane: Exclude<Lane, { kind: 'cells' }>, i: number): Value {
  return errors[errorTexts[(lane.state[i] as number) - FIRST_ERROR] ?? '#VALUE!'];
}

/** The call for place `i` of the current batch. */
function caller({ spec, args, environment }: KernelCall): (i: number) => Operand {
  const readers = args.map(reader);
  const checked = args.map((arg) => 'lane' in arg);
  const values: unknown[] = new Array<unknown>(readers.length);
  const context = { environment };
  const { kernel } = spec;
  return (i) => {
    for (let at = 0; at < readers.length; at++) {
      const value = (readers[at] as (i: number) => unknown)(i);
      if (typeof value === 'object' && checked[at] && isError(value as Value)) return value as Value;
      values[at] = value;
    }
    return kernel(values, context);
  };
}

function settled(result: Operand): Value {
  if (typeof result === 'number') return numberOr(result);
  if (isMatrix(result)) return result.cells.length === 1 ? (result.cells[0] ?? null) : errors['#VALUE!'];
  return typeof result === 'string' && result.length > MAX_TEXT ? errors['#VALUE!'] : result;
}

/** The call once for each entry of the one text lane it reads; null where there is more, or nothing is saved. */
export function kernelByEntry(call: KernelCall, count: number): Lane | null {
  const [lane] = call.lanes;
  if (call.lanes.length !== 1 || lane?.kind !== 'text' || entriesOf(lane) * 4 > count) return null;
  const parameter = call.args.find((one) => 'lane' in one && one.lane === lane);
  if (!parameter || !('parameter' in parameter)) return null;
  const one = { ...lane, dictionary: [''], codes: new Int32Array(1), state: new Uint8Array(1) };
  const args = call.args.map((arg) => ('lane' in arg && arg.lane === lane ? { ...arg, lane: one } : arg));
  const run = caller({ ...call, args });
  return entryLane(lane, (cell) => {
    const mark = stateOf(cell);
    one.state[0] = mark;
    one.marked = mark !== 0;
    one.faulty = mark >= FIRST_ERROR;
    if (typeof cell === 'string') one.dictionary[0] = cell;
    return settled(run(0));
  });
}

/** Numbers, dates and truths as a lane; null where the function may answer texts. */
export function kernelLane(call: KernelCall, type: AnyType): NumberLane | null {
  if (type !== 'number' && type !== 'boolean' && type !== 'date' && type !== 'datetime' && type !== 'time') return null;
  if (call.spec.result === 'any' || call.spec.result === 'text') return null;
  const numbers = numericOperands(call);
  if (numbers && call.spec.numeric) return numericLane(call.spec.numeric, numbers, type);
  const prepared = preparedLane(call, type);
  if (prepared) return prepared;
  const run = caller(call);
  return numberLane(type, (out) => (_from, count) => {
    clearMarks(out, count);
    const o = out.values;
    for (let i = 0; i < count; i++) {
      const result = run(i);
      if (typeof result === 'number' && result * 0 === 0) o[i] = result;
      else putAnswer(out, i, result);
    }
  });
}

/** The kernel with all arguments but the first settled once; null where they differ by row. */
function preparedLane({ spec, args }: KernelCall, type: NumericType): NumberLane | null {
  const [first, ...others] = args;
  if (!spec.prepared || !first || !('lane' in first) || first.lane.kind !== 'number') return null;
  const settledOthers: unknown[] = [];
  for (const arg of others) {
    if ('fixed' in arg) settledOthers.push(arg.fixed);
    else if (arg.lane.constant === undefined) return null;
    else settledOthers.push(coerceConstant(arg.lane.constant, arg.parameter));
  }
  const f = spec.prepared(settledOthers);
  return f ? numericLane(f, [first.lane, zero, zero], type) : null;
}

function putAnswer(out: NumberLane, i: number, result: Operand): void {
  const value = settled(result);
  putValue(out, i, typeof value === 'string' ? errors['#VALUE!'] : value);
}

const zero = constantLane(0) as NumberLane;

/** The arguments as three lanes of numbers; null where one is something else. */
function numericOperands({ args }: KernelCall): readonly NumberLane[] | null {
  const lanes: Lane[] = args.map((arg) => {
    if ('lane' in arg) return arg.lane;
    return constantLane(typeof arg.fixed === 'number' ? arg.fixed : '');
  });
  while (lanes.length < 3) lanes.push(constantLane(0));
  const numbers = lanes.filter((lane) => lane.kind === 'number');
  return numbers.length === lanes.length && lanes.length === 3 ? numbers : null;
}

function numericLane(f: Numeric, operands: readonly NumberLane[], type: NumericType): NumberLane {
  const [x, y, z] = operands as [NumberLane, NumberLane, NumberLane];
  const used = operands.filter((lane) => lane.constant === undefined || lane.faulty);
  return numberLane(type, (out) => (_from, count) => {
    const [a, b, c] = [x.values, y.values, z.values];
    const o = out.values;
    clearMarks(out, count);
    for (let i = 0; i < count; i++) {
      // Adding 0 makes a negative zero the zero that formulas know.
      const result = f((a[i] as number) + 0, (b[i] as number) + 0, (c[i] as number) + 0);
      if (typeof result === 'number' && result * 0 === 0) o[i] = result;
      else putAnswer(out, i, result);
    }
    if (used.some((lane) => lane.faulty)) overrule(out, used, count);
  });
}

/** Errors of arguments stand before what the function made of the zeros in their places. */
function overrule(out: NumberLane, operands: readonly NumberLane[], count: number): void {
  for (let i = 0; i < count; i++) {
    for (const { faulty, state } of operands) {
      if (!faulty || (state[i] as number) < FIRST_ERROR) continue;
      out.state[i] = state[i] as number;
      out.values[i] = 0;
      out.marked = out.faulty = true;
      break;
    }
  }
}

/** Any answers at all, cell by cell. */
export function cellLane(call: KernelCall): CellLane {
  const run = caller(call);
  const cells: Value[] = new Array<Value>(BATCH).fill(null);
  return {
    kind: 'cells',
    cells,
    from: 0,
    batch: true,
    constant: undefined,
    run: (_from, count) => {
      for (let i = 0; i < count; i++) cells[i] = settled(run(i));
    },
  };
}
