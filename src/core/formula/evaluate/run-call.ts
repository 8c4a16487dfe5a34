/** The one runner of all functions: computes arguments, coerces them, lets errors through and spreads over many values. */
import { errors, isError, type Value } from '../../data/value.ts';
import { arityOf } from '../functions/arity.ts';
import type { CallContext, FunctionSpec, Parameter } from '../functions/declare.ts';
import { toBoolean, toNumber, toText } from './coerce.ts';
import { MAX_TEXT } from '../limits.ts';
import type { Environment } from './environment.ts';
import { commonShape, isMatrix, matrixOver, pick, single, type Operand } from './matrix.ts';
import { numberOr } from './operators.ts';

/** Values of LET and MAXIMIZE names, by slot. */
export type Locals = readonly Operand[];
export type Run = (environment: Environment, locals: Locals) => Operand;

/** An argument as the call writes it. A missing one is undefined; a body takes its name's value as one more local. */
export type Argument = Run | undefined;

const isScalar = (parameter: Parameter) =>
  parameter.kind !== 'range' && parameter.kind !== 'lazy' && parameter.kind !== 'body';

/** A coerced value, or the error that stands in its way. */
function coerce(parameter: Parameter, value: Value): Value {
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number' ? value : toNumber(value);
    case 'text':
      return toText(value);
    case 'boolean':
      return toBoolean(value);
    default:
      return value;
  }
}

/** A result as a cell can hold it. */
function settle(result: Operand): Operand {
  if (typeof result === 'number') return numberOr(result);
  if (typeof result === 'string' && result.length > MAX_TEXT) return errors['#VALUE!'];
  return result;
}

function firstOf(operand: Operand): Value {
  return isMatrix(operand) ? (operand.cells[0] ?? null) : operand;
}

interface Prepared {
  readonly parameter: Parameter;
  readonly run: Argument;
  /** Left off, or empty where that means left off. */
  readonly omitted: boolean;
}

/** What stands for an argument before coercion. Lazy ones and bodies are functions. */
function supply({ parameter, run, omitted }: Prepared, environment: Environment, locals: Locals): unknown {
  if (omitted) return parameter.default;
  switch (parameter.kind) {
    case 'lazy':
      return run ? () => run(environment, locals) : () => 0;
    case 'body':
      return (x: Value) => (run ? run(environment, [...locals, x]) : 0);
    case 'binding':
      return undefined;
    case 'range':
      return run ? run(environment, locals) : (parameter.whenEmpty ?? 0);
    default:
      return run ? single(run(environment, locals)) : null;
  }
}

/** Puts the values of repeating parameters into lists, in the parameters' order. */
function gather(spec: FunctionSpec, fixed: number, group: number, values: readonly unknown[]): readonly unknown[] {
  if (group === 0) return values;
  const gathered: unknown[] = values.slice(0, fixed);
  for (let g = 0; g < group; g++) {
    const list: unknown[] = [];
    for (let i = fixed + g; i < values.length; i += group) list.push(values[i]);
    gathered.push(list);
  }
  return gathered;
}

/** One call for one set of single values: the first error in argument order is the result. */
function invoke(
  spec: FunctionSpec,
  prepared: readonly Prepared[],
  values: readonly unknown[],
  shape: { fixed: number; group: number },
  context: CallContext,
): Operand {
  const coerced: unknown[] = [];
  for (let i = 0; i < prepared.length; i++) {
    const { parameter, omitted } = prepared[i] as Prepared;
    const value = values[i];
    if (omitted || !isScalar(parameter) || parameter.kind === 'binding') coerced.push(value);
    else {
      const fit = coerce(parameter, value as Value);
      if (isError(fit) && parameter.kind !== 'raw') return fit;
      coerced.push(fit);
    }
  }
  return settle(spec.kernel(gather(spec, shape.fixed, shape.group, coerced), context));
}

/** The call cell by cell, where a parameter that takes one value was given many. */
function spreadCall(
  spec: FunctionSpec,
  prepared: readonly Prepared[],
  values: readonly unknown[],
  shape: { fixed: number; group: number },
  context: CallContext,
): Operand {
  const scalars = values.filter((_, i) => isScalar((prepared[i] as Prepared).parameter)) as Operand[];
  const common = commonShape(scalars);
  if (!common) return errors['#NUM!'];
  const kept = values.map((value, i) => {
    if ((prepared[i] as Prepared).parameter.kind !== 'lazy' || typeof value !== 'function') return value;
    let known: { operand: Operand } | undefined;
    return () => (known ??= { operand: (value as () => Operand)() }).operand;
  });
  const cells: Value[] = [];
  for (let row = 0; row < common.rows; row++) {
    for (let column = 0; column < common.columns; column++) {
      const picked = kept.map((value, i) => {
        const { parameter, omitted } = prepared[i] as Prepared;
        if (parameter.kind === 'lazy' && typeof value === 'function') {
          return () => pick((value as () => Operand)(), row, column);
        }
        return omitted || !isScalar(parameter) || parameter.kind === 'binding'
          ? value
          : pick(value as Operand, row, column);
      });
      cells.push(firstOf(invoke(spec, prepared, picked, shape, context)));
    }
  }
  return matrixOver(scalars, { ...common, cells });
}

/** A call ready to run. `args` are as many as the checker allowed. */
export function runCall(spec: FunctionSpec, args: readonly Argument[]): Run {
  const shape = arityOf(spec);
  const total = shape.group > 0 ? args.length : shape.fixed;
  const prepared: Prepared[] = [];
  for (let i = 0; i < Math.max(total, Math.min(shape.fixed, spec.parameters.length)); i++) {
    const at = i < shape.fixed || shape.group === 0 ? i : shape.fixed + ((i - shape.fixed) % shape.group);
    const parameter = spec.parameters[at];
    if (!parameter) throw new Error(`${spec.name} has no parameter for argument ${i + 1}`);
    const run = args[i];
    prepared.push({
      parameter,
      run,
      omitted: i >= args.length || (run === undefined && parameter.emptyIsOmitted === true),
    });
  }
  return (environment, locals) => {
    const values: unknown[] = [];
    let many = false;
    for (const one of prepared) {
      const value = supply(one, environment, locals);
      if (!one.omitted && isScalar(one.parameter) && isMatrix(value as Operand)) many = true;
      values.push(value);
    }
    const context = { environment };
    return many ? spreadCall(spec, prepared, values, shape, context) : invoke(spec, prepared, values, shape, context);
  };
}
