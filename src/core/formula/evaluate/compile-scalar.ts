/** Expression to closure: one value at a time. It defines what a formula means; vectorised execution must agree with it. */
import { errors, type Value } from '../../data/value.ts';
import type { Expression, Literal } from '../expression.ts';
import { functionNamed } from '../functions/registry.ts';
import { parameterAt } from '../functions/arity.ts';
import type { Environment } from './environment.ts';
import { holdsMany } from './holds-many.ts';
import {
  isMatrix,
  matrixOf,
  matrixOfFrame,
  matrixOfGroup,
  single,
  spread,
  valueOf,
  vector,
  type Operand,
} from './matrix.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { runCall, type Argument, type Run } from './run-call.ts';

/**
 * How a bare column is read. `value`: this row's. `element`: the whole group's inside an aggregate of the group place, else this
 * row's. `range`: the same as an argument of its own, where a reference is told from a computed value: aggregates skip
 * text that they find and take text that they are given. `reference`: this row's, told as one.
 */
type Manner = 'value' | 'element' | 'range' | 'reference';

interface Context {
  readonly manner: Manner;
  /** Names in scope, innermost last. */
  readonly locals: readonly string[];
  readonly watch?: Watch;
}

/** Hears what each part of an expression came to, each time it is computed; a part that is never reached is never heard of. */
export type Watch = (part: Expression, value: Operand) => void;

function literalValue(literal: Literal): Value {
  return typeof literal === 'object' && literal !== null ? errors[literal.error] : literal;
}

function readColumn(key: string, manner: Manner): Run {
  if (manner === 'value') return (environment) => environment.column(key);
  if (manner === 'reference') return (environment) => vector([environment.column(key)]);
  const alone: (environment: Environment) => Operand =
    manner === 'range' ? (environment) => vector([environment.column(key)]) : (environment) => environment.column(key);
  return (environment) => (environment.group ? matrixOfGroup(environment.group(key)) : alone(environment));
}

/** A single value that a name stands for. */
function readNamed(read: (environment: Environment) => Value, manner: Manner): Run {
  return manner === 'range' || manner === 'reference' ? (environment) => vector([read(environment)]) : read;
}

/** Operands of a chain such as a + b - c, left to right: long chains must not need a deep stack. */
interface Chain {
  readonly first: Expression;
  readonly links: readonly Binary[];
}
type Binary = Extract<Expression, { node: 'binary' }>;

function chainOf(expression: Expression): Chain {
  const links: Binary[] = [];
  let first = expression;
  while (first.node === 'binary') {
    links.push(first);
    first = first.left;
  }
  return { first, links: links.reverse() };
}

function compileChain(expression: Expression, context: Context): Run {
  const { first, links } = chainOf(expression);
  const start = compile(first, context);
  const { watch } = context;
  const steps = links.map((link) => ({ link, operator: link.operator, right: compile(link.right, context) }));
  return (environment, locals) => {
    let left = single(start(environment, locals));
    for (const { link, operator, right } of steps) {
      const beside = single(right(environment, locals));
      if (isMatrix(left) || isMatrix(beside)) {
        left = spread([left, beside], ([a = null, b = null]) => applyBinary(operator, a, b));
      } else left = applyBinary(operator, left, beside);
      // The whole chain is told by who asked for it.
      if (watch && link !== expression) watch(link, left);
    }
    return left;
  };
}

function compileCall(expression: Extract<Expression, { node: 'call' }>, context: Context): Run {
  const spec = functionNamed(expression.name);
  if (!spec) return () => errors['#NAME?'];
  const inside: Manner = context.manner === 'value' || context.manner === 'reference' ? 'value' : 'element';
  let locals = context.locals;
  const args: Argument[] = expression.args.map((arg, i) => {
    if (arg.node === 'missing') return undefined;
    const kind = parameterAt(spec, i)?.kind;
    if (kind === 'binding') {
      if (arg.node === 'local') locals = [...locals, arg.name];
      return undefined;
    }
    if (kind === 'range') return compile(arg, { ...context, manner: 'range' });
    return compile(arg, { ...context, manner: inside, locals: kind === 'body' ? locals : context.locals });
  });
  const run = runCall(spec, args);
  return context.manner === 'value' ? oneValue(expression, run) : run;
}

/** Many values that only show at run time, as INDEX(column, 0), are an error where they arise, by columns as row by row. */
function oneValue(expression: Expression, run: Run): Run {
  return holdsMany(expression) ? run : (environment, locals) => valueOf(run(environment, locals));
}

function compile(expression: Expression, context: Context): Run {
  const run = compilePart(expression, context);
  const { watch } = context;
  if (!watch) return run;
  return (environment, locals) => {
    const value = run(environment, locals);
    watch(expression, value);
    return value;
  };
}

function compilePart(expression: Expression, context: Context): Run {
  switch (expression.node) {
    case 'literal': {
      const value = literalValue(expression.value);
      return () => value;
    }
    case 'array': {
      const rows = expression.rows;
      const matrix = { rows: rows.length, columns: rows[0]?.length ?? 0, cells: rows.flat().map(literalValue) };
      return () => matrix;
    }
    case 'column':
      return readColumn(expression.key, context.manner);
    case 'parameter':
      return readNamed((environment) => environment.parameter(expression.key), context.manner);
    case 'prior':
      return readNamed((environment) => environment.prior(expression.key), context.manner);
    case 'whole':
      return (environment) => matrixOf(environment.whole(expression.table, expression.key));
    case 'table':
      return (environment) => matrixOfFrame(environment.table(expression.table));
    case 'local': {
      const slot = context.locals.lastIndexOf(expression.name);
      const bare = context.manner === 'value' || context.manner === 'element';
      return bare ? (_, locals) => single(locals[slot] ?? null) : (_, locals) => locals[slot] ?? null;
    }
    case 'let': {
      const value = compile(expression.value, {
        ...context,
        manner: context.manner === 'value' ? 'reference' : context.manner,
      });
      const body = compile(expression.body, { ...context, locals: [...context.locals, expression.name] });
      const run: Run = (environment, locals) => body(environment, [...locals, value(environment, locals)]);
      return context.manner === 'value' ? oneValue(expression, run) : run;
    }
    case 'unary': {
      const { operator } = expression;
      const manner = context.manner === 'range' ? 'element' : context.manner === 'reference' ? 'value' : context.manner;
      const operand = compile(expression.operand, { ...context, manner });
      return (environment, locals) => {
        const x = single(operand(environment, locals));
        return isMatrix(x) ? spread([x], ([cell = null]) => applyUnary(operator, cell)) : applyUnary(operator, x);
      };
    }
    case 'binary': {
      const manner = context.manner === 'range' ? 'element' : context.manner === 'reference' ? 'value' : context.manner;
      return compileChain(expression, { ...context, manner });
    }
    case 'call':
      return compileCall(expression, context);
    case 'missing':
      return () => null;
  }
}

const noLocals: readonly Operand[] = [];

/** The expression as a function of its environment. Many values where one is needed are `#VALUE!`. `watch` hears every part. */
export function compileScalar(expression: Expression, watch?: Watch): (environment: Environment) => Value {
  const run = compile(expression, { manner: 'value', locals: [], ...(watch ? { watch } : {}) });
  return (environment) => valueOf(run(environment, noLocals));
}

/** The expression as an argument that takes a range: a column, table or list stays many values. */
export function compileRange(expression: Expression): (environment: Environment) => Operand {
  const run = compile(expression, { manner: 'range', locals: [] });
  return (environment) => run(environment, noLocals);
}

/** The value of an expression, once. */
export function evaluate(expression: Expression, environment: Environment): Value {
  return compileScalar(expression)(environment);
}
