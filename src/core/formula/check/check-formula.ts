/**
 * Text to typed expression. Everything wrong is collected, several problems at once; one error anywhere and there is no expression.
 * Warnings (text as number, units, constant conditions, division by zero) never stop a formula.
 */
import { hasErrors, type Problem } from '../../problem/problem.ts';
import type { Expression, Literal } from '../expression.ts';
import { parseFormula } from '../parse.ts';
import type { Scope } from '../scope.ts';
import type { Syntax } from '../syntax.ts';
import type { Token } from '../tokens.ts';
import { checkCall } from './check-call.ts';
import { checkName, checkTableColumn } from './check-name.ts';
import { replaceFix, report, typed, unknownAt, type CheckContext, type Checked } from './checked.ts';
import { isComparison, warnOperator, warnText } from './doubts.ts';
import { aggregated, sourceAt } from './fixes.ts';
import { joinNames } from './join-names.ts';
import { namesOf } from './scope-names.ts';
import { arithmeticFormat, arithmeticType } from './units.ts';

export interface CheckedFormula {
  /** Absent where a problem is an error. */
  readonly expression?: Expression;
  /** What could be understood, for tools: parts in which something is wrong stand as `#NAME?` of any type. Never computed. */
  readonly partial: Expression;
  /** `at.span` lies in the text; the caller adds design, node and path. */
  readonly problems: readonly Problem[];
  readonly tokens: readonly Token[];
}

function checkLiteral({ value, span }: Extract<Syntax, { node: 'literal' }>): Checked {
  const type =
    typeof value === 'number'
      ? 'number'
      : typeof value === 'string'
        ? 'text'
        : typeof value === 'boolean'
          ? 'boolean'
          : 'any';
  return { expression: { node: 'literal', value, type, span }, many: false, type };
}

/** A constant of an array, its sign and percent worked in. */
function constantOf(syntax: Syntax): Literal {
  if (syntax.node === 'literal') return syntax.value;
  if (syntax.node !== 'unary') return { error: '#VALUE!' };
  const inner = constantOf(syntax.operand);
  if (typeof inner !== 'number') return inner;
  return syntax.operator === '%' ? inner / 100 : syntax.operator === '-' ? 0 - inner : inner;
}

function checkArray({ rows, span }: Extract<Syntax, { node: 'array' }>): Checked {
  const constants = rows.map((row) => row.map(constantOf));
  const kinds = new Set(constants.flat().map((one) => typeof one));
  const type = kinds.size > 1 ? 'any' : kinds.has('number') ? 'number' : kinds.has('string') ? 'text' : 'any';
  const expression: Expression = { node: 'array', rows: constants, type: 'array', span };
  return { expression, many: true, from: { span, one: { type } }, type };
}

function checkUnary(syntax: Extract<Syntax, { node: 'unary' }>, context: CheckContext): Checked {
  const { operator, span } = syntax;
  const operand = check(syntax.operand, context);
  if (operator !== '+') warnText(operand, syntax.operand, context);
  const type = operator === '+' ? operand.type : 'number';
  const format = operator === '%' ? ({ kind: 'percent' } as const) : operand.format;
  const about = typed(type, format, span);
  return {
    ...about,
    expression: { node: 'unary', operator, operand: operand.expression, ...about },
    many: operand.many,
    ...(operand.from ? { from: operand.from } : {}),
  };
}

type Binary = Extract<Syntax, { node: 'binary' }>;

function combine(syntax: Binary, left: Checked, right: Checked, context: CheckContext): Checked {
  const { operator, span } = syntax;
  warnOperator(syntax, left, right, context);
  const compares = isComparison(operator);
  const calculates = !compares && operator !== '&';
  const type = compares ? 'boolean' : operator === '&' ? 'text' : arithmeticType(operator, left, right);
  const about = typed(type, calculates ? arithmeticFormat(operator, left, right) : undefined, span);
  const expression = { node: 'binary', operator, left: left.expression, right: right.expression, ...about } as const;
  const from = left.from ?? right.from;
  return { ...about, expression, many: left.many || right.many, ...(from ? { from } : {}) };
}

/** A chain such as a + b + c is walked from its left end: its length must not become depth of calls. */
function checkBinary(syntax: Binary, context: CheckContext): Checked {
  const chain: Binary[] = [];
  let first: Syntax = syntax;
  while (first.node === 'binary') {
    chain.push(first);
    first = first.left;
  }
  let left = check(first, context);
  for (const link of chain.reverse()) left = combine(link, left, check(link.right, context), context);
  return left;
}

function check(syntax: Syntax, context: CheckContext): Checked {
  switch (syntax.node) {
    case 'literal':
      return checkLiteral(syntax);
    case 'array':
      return checkArray(syntax);
    case 'name':
      return checkName(syntax, context);
    case 'column':
      return checkTableColumn(syntax, context);
    case 'unary':
      return checkUnary(syntax, context);
    case 'binary':
      return checkBinary(syntax, context);
    case 'call':
      return checkCall(syntax, context, check);
    case 'missing':
      return { expression: { node: 'missing', type: 'blank', span: syntax.span }, many: false, type: 'blank' };
    case 'bad':
      return unknownAt(syntax.span);
  }
}

function reportMany({ from }: Checked, tree: Syntax, context: CheckContext): void {
  if (!from) return report(context, 'formula.many-for-one', {}, tree.span);
  const text = aggregated(sourceAt(context, from.span), from.one, from.table);
  report(context, 'formula.many-for-one', {}, from.span, { fix: replaceFix(from.span, text) });
}

const startOf = (one: Problem) => one.at.span?.start ?? 0;

/** Checks a formula where it stands. Names are matched without case; the expression carries the scope's own spelling of keys. */
export function checkFormula(text: string, scope: Scope): CheckedFormula {
  const { tree, tokens, problems: syntaxProblems } = parseFormula(text);
  const problems: Problem[] = [...syntaxProblems];
  const context: CheckContext = { text, scope, names: namesOf(scope), locals: [], overGroup: false, problems };
  const checked = check(tree, context);
  const { expression } = checked;
  if (checked.many && !hasErrors(problems)) reportMany(checked, tree, context);
  const found = joinNames(problems, tokens, context).sort((a, b) => startOf(a) - startOf(b));
  return { ...(hasErrors(found) ? {} : { expression }), partial: expression, problems: found, tokens };
}
