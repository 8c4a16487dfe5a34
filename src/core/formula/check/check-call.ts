/** Calls: the function, how many arguments it takes, what each of them is, and what comes out. */
import type { Expression, ExpressionType } from '../expression.ts';
import { foldText } from '../fold-text.ts';
import { arityOf, parameterAt, parameterIndex } from '../functions/arity.ts';
import type { FunctionSpec, Parameter } from '../functions/declare.ts';
import { functionNamed, functions } from '../functions/registry.ts';
import { LET, type Syntax } from '../syntax.ts';
import { isBareName, writeName } from '../tokens.ts';
import { report, replaceFix, typed, unknownAt, type CheckContext, type Checked, type Local } from './checked.ts';
import { warnArgument, warnMixture } from './doubts.ts';
import { sourceAt } from './fixes.ts';
import { nearest } from './nearest.ts';
import { otherNameOf } from './other-names.ts';
import { commonFormat } from './units.ts';

type Call = Extract<Syntax, { node: 'call' }>;
type Check = (syntax: Syntax, context: CheckContext) => Checked;

/** A column, parameter or LET name with brackets after it, as algebra writes a product. */
function namedValue(call: Call, context: CheckContext): { name: string; isNumber: boolean } | undefined {
  const folded = foldText(call.name);
  const local = context.locals.findLast((one) => one.folded === folded);
  if (local) return { name: local.name, isNumber: local.value.type === 'number' };
  const info = context.names.columns.get(folded) ?? context.names.parameters.get(folded);
  return info && { name: writeName(info.key), isNumber: info.type === 'number' };
}

function nameAsFunction(call: Call, named: { name: string; isNumber: boolean }, context: CheckContext): void {
  const [only] = call.args;
  let fix;
  if (!only) fix = { fix: replaceFix(call.span, named.name) };
  else if (call.args.length === 1 && only.node !== 'missing' && only.node !== 'bad' && named.isNumber) {
    const product = `${named.name} * (${sourceAt(context, only.span)})`;
    fix = { fix: replaceFix(call.span, product) };
  }
  report(context, 'formula.name-as-function', { name: call.name }, call.nameSpan, fix ?? {});
}

function unknownFunction(call: Call, context: CheckContext, check: Check): Checked {
  const named = namedValue(call, context);
  if (named) {
    nameAsFunction(call, named, context);
    for (const arg of call.args) check(arg, context);
    return unknownAt(call.span);
  }
  const names = [...functions.map((spec) => spec.name), LET].map((name) => ({ text: name, key: name }));
  const guess = otherNameOf(call.name) ?? nearest(call.name, names);
  const fix = guess ? { fix: replaceFix(call.nameSpan, guess) } : {};
  const params = { name: call.name.toUpperCase(), ...(guess ? { nearest: guess } : {}) };
  report(context, 'formula.unknown-function', params, call.nameSpan, fix);
  for (const arg of call.args) check(arg, { ...context, overGroup: context.scope.place === 'group' });
  return unknownAt(call.span);
}

function checkCount(spec: FunctionSpec, call: Call, context: CheckContext): void {
  const { least, most, group, fixed } = arityOf(spec);
  const given = call.args.length;
  // A call that is still being typed may get more arguments.
  if (call.open && given <= most) return;
  if (given < least || given > most) {
    const limits = { least, ...(most === Infinity ? {} : { most }) };
    report(context, 'formula.argument-count', { name: spec.name, given, ...limits }, call.nameSpan);
  } else if (group > 1 && (given - fixed) % group !== 0) {
    report(context, 'formula.unpaired-arguments', { name: spec.name }, call.nameSpan);
  }
}

function localName(syntax: Syntax | undefined, name: string, context: CheckContext): string | undefined {
  if (syntax?.node === 'name' && isBareName(syntax.name)) return syntax.name;
  report(context, 'formula.local-name', { name }, syntax?.span ?? { start: 0, end: 0 });
  return undefined;
}

/** One type for values of several; blanks and errors go with any. */
function commonType(types: readonly ExpressionType[]): ExpressionType {
  const given = types.filter((type) => type !== 'blank');
  const first = given[0];
  if (first === undefined) return 'blank';
  if (given.every((type) => type === first)) return first;
  const numbers: readonly ExpressionType[] = ['number', 'date', 'datetime', 'time'];
  return given.every((type) => numbers.includes(type)) ? 'number' : 'any';
}

const neutral = ({ expression }: Checked) =>
  expression.node === 'missing' || (expression.node === 'literal' && typeof expression.value === 'object');

/** What comes out: the declared type, or that of the arguments it is like. */
function resultOf(spec: FunctionSpec, args: readonly Checked[], call: Call, context: CheckContext) {
  if (typeof spec.result === 'string') return { type: spec.result, format: undefined };
  const { like, type } = spec.result;
  const isAlike = (arg: Checked, i: number) => like.includes(parameterIndex(spec, i)) && !neutral(arg);
  const alike = args.filter(isAlike);
  const written = args.flatMap((arg, i) => (isAlike(arg, i) ? [{ arg, syntax: call.args[i] as Syntax }] : []));
  warnMixture(spec, written, context);
  const omitted = spec.parameters.filter(
    (parameter, i) => like.includes(i) && i >= args.length && parameter.whenOmitted,
  );
  const types = [...alike.map((arg) => arg.type), ...omitted.map((parameter) => parameter.whenOmitted ?? 'any')];
  return { type: type ?? commonType(types), format: commonFormat(alike.map((arg) => arg.format)) };
}

function checkArguments(spec: FunctionSpec, call: Call, context: CheckContext, check: Check): readonly Checked[] {
  let locals = context.locals;
  return call.args.map((syntax, i) => {
    const parameter = parameterAt(spec, i);
    if (!parameter) return check(syntax, context);
    if (parameter.kind === 'binding') {
      const name = localName(syntax, spec.name, context) ?? '';
      const about = typed('number', undefined, syntax.span);
      const value: Checked = { type: 'number', many: false, expression: { node: 'local', name, ...about } };
      const bound: Local = { name, folded: foldText(name), value };
      locals = [...locals, bound];
      return value;
    }
    const overGroup = context.overGroup || (parameter.kind === 'range' && context.scope.place === 'group');
    const inBody = parameter.kind === 'body' ? { locals, searching: true } : {};
    const arg = check(syntax, { ...context, ...inBody, overGroup });
    if (syntax.node !== 'missing') warnArgument(spec, call, i, parameter, arg, context);
    return arg;
  });
}

function checkFunction(spec: FunctionSpec, call: Call, context: CheckContext, check: Check): Checked {
  if (context.searching && spec.parameters.some((parameter) => parameter.kind === 'body')) {
    report(context, 'formula.nested-search', { name: spec.name }, call.nameSpan);
  }
  const args = checkArguments(spec, call, context, check);
  checkCount(spec, call, context);
  const spreads = (parameter: Parameter | undefined) => parameter !== undefined && parameter.kind !== 'range';
  const spread = args.find((arg, i) => arg.many && spreads(parameterAt(spec, i)));
  const many = spread !== undefined;
  const from = spread?.from ? { from: spread.from } : {};
  const { type, format } = resultOf(spec, args, call, context);
  const about = typed(type, format, call.span);
  const expression: Expression = { node: 'call', name: spec.name, args: args.map((arg) => arg.expression), ...about };
  return { expression, many, ...from, type, ...(format ? { format } : {}) };
}

/** `LET(a, 1, b, a + 1, a * b)` becomes one `let` inside another. */
function checkLet(call: Call, context: CheckContext, check: Check): Checked {
  const { args, span } = call;
  if (!call.open && (args.length < 3 || args.length % 2 === 0)) {
    if (args.length < 3)
      report(context, 'formula.argument-count', { name: LET, given: args.length, least: 3 }, call.nameSpan);
    else report(context, 'formula.unpaired-arguments', { name: LET }, call.nameSpan);
  }
  let locals = context.locals;
  const bound: Local[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const name = localName(args[i], LET, context) ?? '';
    const value = check(args[i + 1] as Syntax, { ...context, locals });
    const local = { name, folded: foldText(name), value };
    bound.push(local);
    locals = [...locals, local];
  }
  const last = args.length % 2 === 1 ? args.at(-1) : undefined;
  const body = last ? check(last, { ...context, locals }) : unknownAt(span);
  const about = typed(body.expression.type, body.expression.format, span);
  const expression = bound.reduceRight<Expression>(
    (inner, { name, value }) => ({ node: 'let', name, value: value.expression, body: inner, ...about }),
    body.expression,
  );
  return { ...body, expression };
}

export function checkCall(call: Call, context: CheckContext, check: Check): Checked {
  if (foldText(call.name) === foldText(LET)) return checkLet(call, context, check);
  const spec = functionNamed(call.name);
  return spec ? checkFunction(spec, call, context, check) : unknownFunction(call, context, check);
}
