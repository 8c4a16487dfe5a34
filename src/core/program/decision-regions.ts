/**
 * The conditions of a decision table as sets: for everything that conditions speak of (a column, a parameter, a formula) the places where they change,
 * and for each rule the regions between those places in which it holds. Where a condition compares one thing with constants, a region needs to be
 * tried at one value only.
 */
import type { Value } from '../data/value.ts';
import { isError } from '../data/value.ts';
import { equalNumbers } from '../formula/compare.ts';
import { compileScalar } from '../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../formula/evaluate/environment.ts';
import { applyBinary } from '../formula/evaluate/operators.ts';
import type { BinaryOperator, Expression } from '../formula/expression.ts';
import { textKey } from '../formula/key.ts';
import { printFormula } from '../formula/text/print-formula.ts';
import type { Deciding } from './judging-steps.ts';
import { walkExpression } from './wiring.ts';

/** A part of what a subject may be, on which no condition changes. */
export type Part =
  | { readonly of: 'between'; readonly from: number | null; readonly to: number | null }
  | { readonly of: 'number'; readonly at: number }
  | { readonly of: 'text'; readonly text: string }
  | { readonly of: 'other-texts'; readonly except: readonly string[] }
  | { readonly of: 'truth'; readonly is: boolean };

export interface Subject {
  /** The column's or parameter's key, or the formula's text. */
  readonly name: string;
  /** A column or a parameter; what a formula can come to may depend on other subjects. */
  readonly plain: boolean;
  /** Numbers ascending; texts in order of appearance, all others last; FALSE before TRUE. */
  readonly parts: readonly Part[];
  /** A value in each part. */
  readonly values: readonly Value[];
}

export interface DecisionRegions {
  readonly subjects: readonly Subject[];
  /** `allowed[rule][subject]`: the parts in which the rule's conditions on the subject hold. */
  readonly allowed: readonly (readonly (readonly boolean[])[])[];
  /** Conditions that do not compare one thing with constants: each is a subject of its own that may hold or not. */
  readonly opaque: readonly { readonly rule: number; readonly condition: number }[];
}

/** What a condition says of one subject, with AND taken apart. */
interface Conjunct {
  readonly rule: number;
  readonly condition: number;
  readonly expression: Expression;
  /** Absent: a constant. */
  readonly about: About | undefined;
}

interface About {
  readonly subject: Expression;
  readonly constants: readonly Value[];
  readonly opaque: boolean;
}

type Kind = 'number' | 'text' | 'boolean';

const comparisons: ReadonlySet<BinaryOperator> = new Set(['=', '<>', '<', '<=', '>', '>=']);
const swapped: Partial<Record<BinaryOperator, BinaryOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const changing: ReadonlySet<string> = new Set(['TODAY', 'NOW']);

export function regionsOf(rules: Deciding['rules'], parameters: Readonly<Record<string, Value>>): DecisionRegions {
  const language = new Conditions(parameters);
  const conjuncts = rules.flatMap((rule, at) =>
    rule.when.flatMap((condition, place) =>
      condition === null
        ? []
        : conjunctsOf(condition).map((expression): Conjunct => ({
            rule: at,
            condition: place,
            expression,
            about: language.about(expression),
          })),
    ),
  );
  const settled = withoutMixedKinds(conjuncts);
  const subjects = new Map<string, { readonly expression: Expression; readonly constants: Value[] }>();
  for (const { about } of settled) {
    if (!about) continue;
    const known = subjects.get(nameOf(about.subject));
    if (known) known.constants.push(...about.constants);
    else subjects.set(nameOf(about.subject), { expression: about.subject, constants: [...about.constants] });
  }
  const made = [...subjects.entries()].map(([name, one]) => subjectOf(name, one.expression, one.constants));
  const places = new Map(made.map((subject, at) => [subject.name, at]));
  const allowed = rules.map(() => made.map((subject) => subject.parts.map(() => true)));
  for (const { rule, expression, about } of settled) {
    const own = allowed[rule];
    if (!own) continue;
    if (!about) {
      // A constant that is not TRUE: the rule never matches.
      if (!isTrue(language.constant(expression))) own.forEach((parts) => parts.fill(false));
      if (made.length === 0 && !isTrue(language.constant(expression))) own.push([false]);
      continue;
    }
    const place = places.get(nameOf(about.subject)) ?? -1;
    made[place]?.values.forEach((value, part) => {
      const holds = about.opaque ? isTrue(value) : isTrue(language.on(expression, about.subject, value));
      if (!holds) (own[place] as boolean[])[part] = false;
    });
  }
  const opaque = settled.flatMap(({ rule, condition, about }) => (about?.opaque ? [{ rule, condition }] : []));
  return { subjects: made, allowed, opaque };
}

function conjunctsOf(condition: Expression): readonly Expression[] {
  return condition.node === 'call' && condition.name === 'AND' ? condition.args.flatMap(conjunctsOf) : [condition];
}

function nameOf(subject: Expression): string {
  return subject.node === 'column' || subject.node === 'parameter' ? subject.key : printFormula(subject);
}

export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** What is said of one thing must be said in one type; where it is not, each such condition stands for itself. */
function withoutMixedKinds(conjuncts: readonly Conjunct[]): readonly Conjunct[] {
  const kinds = new Map<string, Set<Kind>>();
  for (const { about } of conjuncts) {
    if (!about) continue;
    const known = kinds.get(nameOf(about.subject)) ?? new Set();
    for (const constant of about.constants) known.add(kindOf(constant));
    kinds.set(nameOf(about.subject), known);
  }
  return conjuncts.map((one) => {
    if (!one.about || (kinds.get(nameOf(one.about.subject))?.size ?? 0) <= 1) return one;
    return { ...one, about: { subject: one.expression, constants: [true], opaque: true } };
  });
}

function kindOf(constant: Value): Kind {
  return typeof constant === 'number' ? 'number' : typeof constant === 'string' ? 'text' : 'boolean';
}

function subjectOf(name: string, expression: Expression, constants: readonly Value[]): Subject {
  const plain = expression.node === 'column' || expression.node === 'parameter';
  const first = constants[0];
  if (typeof first === 'number') return { name, plain, ...numberParts(constants as readonly number[]) };
  if (typeof first === 'string') return { name, plain, ...textParts(constants as readonly string[]) };
  const truths = [false, true];
  return { name, plain, parts: truths.map((is) => ({ of: 'truth', is })), values: truths };
}

function numberParts(constants: readonly number[]): Pick<Subject, 'parts' | 'values'> {
  const places: number[] = [];
  for (const one of [...constants].sort((a, b) => a - b)) {
    const last = places.at(-1);
    if (last === undefined || !equalNumbers(last, one)) places.push(one);
  }
  const parts: Part[] = [];
  const values: number[] = [];
  const beside = (place: number) => Math.max(1, Math.abs(place));
  places.forEach((at, i) => {
    const before = places[i - 1] ?? null;
    parts.push({ of: 'between', from: before, to: at }, { of: 'number', at });
    values.push(before === null ? at - beside(at) : before + (at - before) / 2, at);
  });
  const last = places.at(-1) ?? 0;
  parts.push({ of: 'between', from: last, to: null });
  values.push(last + beside(last));
  return { parts, values };
}

function textParts(constants: readonly string[]): Pick<Subject, 'parts' | 'values'> {
  const texts = new Map<string, string>();
  for (const text of constants) if (!texts.has(textKey(text))) texts.set(textKey(text), text);
  const except = [...texts.values()];
  let other = 'other';
  while (texts.has(textKey(other))) other += '…';
  return {
    parts: [...except.map((text): Part => ({ of: 'text', text })), { of: 'other-texts', except }],
    values: [...except, other],
  };
}

/** Reading conditions, with the values that parameters have. */
class Conditions {
  readonly #parameters: Readonly<Record<string, Value>>;

  constructor(parameters: Readonly<Record<string, Value>>) {
    this.#parameters = parameters;
  }

  constant(expression: Expression): Value {
    return compileScalar(expression)({
      ...emptyEnvironment(0),
      parameter: (key) => this.#parameters[key] ?? null,
    });
  }

  isConstant(expression: Expression): boolean {
    for (const part of walkExpression(expression)) {
      if (part.node === 'column' || part.node === 'whole' || part.node === 'table' || part.node === 'prior')
        return false;
      if (part.node === 'parameter' && !Object.hasOwn(this.#parameters, part.key)) return false;
      if (part.node === 'call' && changing.has(part.name)) return false;
    }
    return true;
  }

  /** What a condition speaks of; opaque where that is not one thing beside constants. */
  about(condition: Expression): About | undefined {
    if (this.isConstant(condition)) return undefined;
    const constants: Value[] = [];
    const subject = this.#subject(condition, constants);
    return subject ? { subject, constants, opaque: false } : { subject: condition, constants: [true], opaque: true };
  }

  /** The one thing that a condition compares; null where there are several or it is not compared with constants. */
  #subject(condition: Expression, constants: Value[]): Expression | null {
    if (
      condition.node === 'call' &&
      (condition.name === 'AND' || condition.name === 'OR' || condition.name === 'NOT')
    ) {
      const found = condition.args.filter((arg) => !this.isConstant(arg)).map((arg) => this.#subject(arg, constants));
      const [first] = found;
      return first && found.every((one) => one && nameOf(one) === nameOf(first)) ? first : null;
    }
    const compared = this.#comparison(condition);
    if (compared) {
      const { operator, subject, constant } = compared;
      const ordered = operator !== '=' && operator !== '<>';
      const known = constant !== null && !isError(constant) && !(ordered && typeof constant !== 'number');
      if (!known) return null;
      constants.push(constant);
      return subject;
    }
    if (condition.node === 'binary' && comparisons.has(condition.operator)) return null;
    if (condition.node !== 'column' && condition.node !== 'parameter') return null;
    constants.push(condition.type === 'number' ? 0 : true);
    return condition;
  }

  #comparison(condition: Expression): { operator: BinaryOperator; subject: Expression; constant: Value } | undefined {
    if (condition.node !== 'binary' || !comparisons.has(condition.operator)) return undefined;
    const { left, right, operator } = condition;
    if (this.isConstant(right) && !this.isConstant(left)) {
      return { operator, subject: left, constant: this.constant(right) };
    }
    if (!this.isConstant(left) || this.isConstant(right)) return undefined;
    return { operator: swapped[operator] ?? operator, subject: right, constant: this.constant(left) };
  }

  /** The condition where its subject has a value. */
  on(condition: Expression, subject: Expression, value: Value): Value {
    if (this.isConstant(condition)) return this.constant(condition);
    if (condition.node === 'call' && condition.name === 'NOT') {
      return !condition.args.every((arg) => isTrue(this.on(arg, subject, value)));
    }
    if (condition.node === 'call' && (condition.name === 'AND' || condition.name === 'OR')) {
      const truths = condition.args.map((arg) => isTrue(this.on(arg, subject, value)));
      return condition.name === 'AND' ? truths.every(Boolean) : truths.some(Boolean);
    }
    const compared = this.#comparison(condition);
    return compared ? applyBinary(compared.operator, value, compared.constant) : value;
  }
}
