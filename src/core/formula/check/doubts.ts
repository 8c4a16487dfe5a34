/** Warnings: what a formula may say, but hardly means. They never stop it. */
import type { Bilingual, Fix, Problem } from '../../problem/problem.ts';
import { toBoolean } from '../evaluate/coerce.ts';
import type { BinaryOperator, ExpressionType } from '../expression.ts';
import type { FunctionSpec, Parameter } from '../functions/declare.ts';
import { precedence, type Syntax } from '../syntax.ts';
import { replaceFix, report, type CheckContext, type Checked } from './checked.ts';
import { constantNumber, constantValue, isConstant, sameBothSides } from './constant.ts';
import { fixOf, numberFix, numberInText, plainNumber, sourceAt } from './fixes.ts';
import { isMeasured, unitClash } from './units.ts';

type Binary = Extract<Syntax, { node: 'binary' }>;
type Call = Extract<Syntax, { node: 'call' }>;

const WARNING = { severity: 'warning' } as const;
/** A percentage beside a plain number above this is meant in percent: nothing reaches 1,000 %. */
const PERCENT_POINTS = 10;

export const isComparison = (operator: BinaryOperator) => precedence[operator] === precedence['='];

export function warnText(operand: Checked, syntax: Syntax, context: CheckContext): void {
  if (operand.type !== 'text') return;
  report(context, 'formula.text-as-number', {}, syntax.span, {
    ...WARNING,
    ...fixOf(numberFix(operand, syntax, context)),
  });
}

type Kind = 'number' | 'moment' | 'text' | 'boolean';
const kinds: { readonly [T in ExpressionType]?: Kind } = {
  number: 'number',
  date: 'moment',
  datetime: 'moment',
  time: 'moment',
  text: 'text',
  boolean: 'boolean',
};
const kindWords: { readonly [K in Kind]: Bilingual } = {
  number: { en: 'a number', 'zh-CN': '数值' },
  moment: { en: 'a date', 'zh-CN': '日期' },
  text: { en: 'text', 'zh-CN': '文本' },
  boolean: { en: 'TRUE or FALSE', 'zh-CN': '逻辑值' },
};

/** A constant written as the other side's type. */
function convertedFix(constant: Checked, other: Kind, syntax: Syntax, context: CheckContext): Fix | undefined {
  if (constant.expression.node !== 'literal') return undefined;
  const { value } = constant.expression;
  if (other === 'number') {
    const digits = numberInText(constant.expression);
    return digits === undefined ? undefined : replaceFix(syntax.span, digits);
  }
  if (other === 'moment' && typeof value === 'string') {
    return replaceFix(syntax.span, `DATEVALUE(${sourceAt(context, syntax.span)})`);
  }
  if (other === 'text' && typeof value === 'number') return replaceFix(syntax.span, `"${value}"`);
  if (other !== 'boolean') return undefined;
  const truth = typeof value === 'number' || typeof value === 'string' ? toBoolean(value) : undefined;
  return typeof truth === 'boolean' ? replaceFix(syntax.span, truth ? 'TRUE' : 'FALSE') : undefined;
}

const isEmptyText = ({ expression }: Checked) => expression.node === 'literal' && expression.value === '';

function warnTypes(syntax: Binary, left: Checked, right: Checked, context: CheckContext): void {
  const [a, b] = [kinds[left.type], kinds[right.type]];
  const dated = (a === 'moment' && b === 'number') || (a === 'number' && b === 'moment');
  // A comparison with "" asks whether a cell is blank.
  if (!a || !b || a === b || dated || isEmptyText(left) || isEmptyText(right)) return;
  const fix = convertedFix(right, a, syntax.right, context) ?? convertedFix(left, b, syntax.left, context);
  const params = { left: kindWords[a], right: kindWords[b] };
  report(context, 'formula.different-types', params, syntax.span, { ...WARNING, ...fixOf(fix) });
}

function warnPoints(percent: Checked, number: Checked, syntax: Syntax, context: CheckContext): void {
  if (percent.format?.kind !== 'percent' || number.format) return;
  const value = plainNumber(number.expression);
  if (value === undefined || Math.abs(value) <= PERCENT_POINTS) return;
  const fix = replaceFix(syntax.span, `${sourceAt(context, syntax.span)}%`);
  report(context, 'formula.percent-points', { value }, syntax.span, { ...WARNING, fix });
}

const isMoment = ({ type }: Checked) => type === 'date' || type === 'datetime';

/** What is odd about two operands side by side. */
export function warnOperator(syntax: Binary, left: Checked, right: Checked, context: CheckContext): void {
  const { operator, span } = syntax;
  const compares = isComparison(operator);
  const adds = precedence[operator] === precedence['+'];
  if (compares) warnTypes(syntax, left, right, context);
  else if (operator !== '&') {
    warnText(left, syntax.left, context);
    warnText(right, syntax.right, context);
  }
  if (compares || adds) {
    const clash = unitClash(left, right, adds);
    if (clash) report(context, 'formula.different-units', clash, span, WARNING);
    warnPoints(left, right, syntax.right, context);
    warnPoints(right, left, syntax.left, context);
  }
  if (operator === '+' && isMoment(left) && isMoment(right)) report(context, 'formula.sum-of-dates', {}, span, WARNING);
  if (operator === '*' && left.format?.kind === 'currency' && right.format?.kind === 'currency')
    report(context, 'formula.money-times-money', {}, span, WARNING);
  if (operator === '/' && constantNumber(right.expression) === 0)
    report(context, 'formula.zero-divisor', {}, syntax.right.span, WARNING);
}

/** The branch that a condition that never changes always takes. */
function branchFix(call: Call, condition: Checked, context: CheckContext): Fix | undefined {
  const value = constantValue(condition.expression);
  const holds = value === undefined ? undefined : toBoolean(value);
  if (typeof holds !== 'boolean') return undefined;
  const branch = call.args[holds ? 1 : 2];
  if (!branch) return holds || call.open ? undefined : replaceFix(call.span, 'FALSE');
  if (branch.node === 'missing') return replaceFix(call.span, '0');
  const written = sourceAt(context, branch.span);
  const loose = branch.node === 'binary' || branch.node === 'unary';
  return replaceFix(call.span, loose ? `(${written})` : written);
}

function isConstantCondition(spec: FunctionSpec, call: Call, i: number, arg: Checked): boolean {
  const { expression } = arg;
  if (!isConstant(expression) && !sameBothSides(expression)) return false;
  if (spec.name !== 'IFS') return true;
  const last = i === call.args.length - 2;
  return i % 2 === 0 && !(last && expression.node === 'literal' && expression.value === true);
}

/** Nothing is wrong inside: what is half-typed is neither constant nor to be computed. */
function isSound({ span }: Syntax, { problems }: CheckContext): boolean {
  const inside = ({ severity, at }: Problem) =>
    severity === 'error' && at.span !== undefined && at.span.start >= span.start && at.span.end <= span.end;
  return !problems.some(inside);
}

/** What is odd about one argument. */
export function warnArgument(
  spec: FunctionSpec,
  call: Call,
  i: number,
  parameter: Parameter,
  arg: Checked,
  context: CheckContext,
): void {
  const syntax = call.args[i] as Syntax;
  if (parameter.kind === 'number') warnText(arg, syntax, context);
  const spelled = arg.expression.node === 'literal' && typeof toBoolean(arg.expression.value as string) === 'boolean';
  if (parameter.kind === 'boolean' && arg.type === 'text' && !spelled)
    report(context, 'formula.text-as-condition', {}, syntax.span, WARNING);
  const decides = parameter.condition || (spec.name === 'IFS' && i % 2 === 0);
  if (decides && isSound(syntax, context) && isConstantCondition(spec, call, i, arg)) {
    const fix = spec.name === 'IF' ? branchFix(call, arg, context) : undefined;
    report(context, 'formula.constant-condition', {}, syntax.span, { ...WARNING, ...fixOf(fix) });
  }
  const divides = i === 1 && (spec.name === 'MOD' || spec.name === 'QUOTIENT');
  if (divides && constantNumber(arg.expression) === 0)
    report(context, 'formula.zero-divisor', {}, syntax.span, WARNING);
  const one = !arg.many && arg.type !== 'any' && ['literal', 'unary', 'binary'].includes(arg.expression.node);
  if (parameter.wantsMany && one) {
    const fix =
      arg.expression.node === 'literal' ? replaceFix(syntax.span, `{${sourceAt(context, syntax.span)}}`) : undefined;
    const params = { name: spec.name, parameter: parameter.name };
    report(context, 'formula.one-for-many', params, syntax.span, { ...WARNING, ...fixOf(fix) });
  }
}

/** Amounts times probabilities, prices times quantities: what is multiplied may measure different things. */
const multiplies = ['PRODUCT', 'SUMPRODUCT'];

/** Arguments whose result is one of them, or all of them together, should measure the same. */
export function warnMixture(
  spec: FunctionSpec,
  alike: readonly { arg: Checked; syntax: Syntax }[],
  context: CheckContext,
): void {
  if ((spec.group !== 'aggregate' && spec.group !== 'logic') || multiplies.includes(spec.name)) return;
  const first = alike.find(({ arg }) => isMeasured(arg));
  for (const { arg, syntax } of alike) {
    const clash = first && unitClash(first.arg, arg);
    if (clash) return report(context, 'formula.different-units', clash, syntax.span, WARNING);
  }
}
