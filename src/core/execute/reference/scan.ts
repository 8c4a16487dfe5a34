/** The ordered fold a row at a time: by the scalar kernel, which defines what formulas mean, and in exact fractions for plain arithmetic. */
import type { Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Made } from '../../program/table-program.ts';
import {
  add,
  compare,
  divide,
  least,
  most,
  multiply,
  negative,
  rational,
  subtract,
  ZERO,
  type Rational,
} from './rational.ts';
import type { Row } from './row-operations.ts';
import { partitionsOf, placeOf, type ReferenceOrder } from './window.ts';

export interface ReferenceScan extends ReferenceOrder {
  readonly initial: readonly Made[];
  readonly made: readonly Made[];
}

/** The rows with the columns made, in the order of the table. Each row folds its whole past anew. */
export function scanRows(rows: readonly Row[], scan: ReferenceScan): readonly Row[] {
  return partitionsOf(rows, scan).map((partition, row) => {
    const past = partition.slice(0, placeOf(partition, row) + 1);
    const first = past[0] ?? {};
    let state: Row = Object.fromEntries(scan.initial.map((one) => [one.key, valueIn(one.expression, first, {})]));
    let made: Row = {};
    for (const one of past) {
      made = scan.made.reduce<Row>(
        (sofar, { key, expression }) => ({ ...sofar, [key]: valueIn(expression, sofar, state) }),
        one,
      );
      state = made;
    }
    return Object.fromEntries(
      [...Object.keys(rows[row] ?? {}), ...scan.made.map((one) => one.key)].map((key) => [key, made[key] ?? null]),
    );
  });
}

function valueIn(expression: Expression, row: Row, state: Row): Value {
  return compileScalar(expression)({
    ...emptyEnvironment(0),
    column: (name) => row[name] ?? null,
    prior: (name) => state[name] ?? null,
  });
}

type Exact = Readonly<Record<string, Rational>>;

/** One partition of numbers in order, without a rounding anywhere. */
export function foldExactly(rows: readonly Exact[], initial: Exact, made: readonly Made[]): readonly Exact[] {
  let state = initial;
  return rows.map((row) => {
    state = made.reduce<Exact>((sofar, one) => ({ ...sofar, [one.key]: exact(one.expression, sofar, state) }), row);
    return state;
  });
}

/** Arithmetic, MIN, MAX and IF of a comparison. */
function exact(part: Expression, row: Exact, state: Exact): Rational {
  const of = (inner: Expression | undefined): Rational => (inner ? exact(inner, row, state) : ZERO);
  switch (part.node) {
    case 'literal':
      return rational(Number(part.value));
    case 'column':
      return row[part.key] ?? ZERO;
    case 'prior':
      return state[part.key] ?? ZERO;
    case 'unary':
      return part.operator === '-' ? negative(of(part.operand)) : of(part.operand);
    case 'binary':
      if (part.operator === '+') return add(of(part.left), of(part.right));
      if (part.operator === '-') return subtract(of(part.left), of(part.right));
      if (part.operator === '*') return multiply(of(part.left), of(part.right));
      if (part.operator === '/') return divide(of(part.left), of(part.right));
      break;
    case 'call':
      if (part.name === 'MIN') return part.args.map(of).reduce(least);
      if (part.name === 'MAX') return part.args.map(of).reduce(most);
      if (part.name === 'IF') return holds(part.args[0], of) ? of(part.args[1]) : of(part.args[2]);
      break;
    default:
  }
  throw new Error(`no exact meaning for ${part.node}`);
}

function holds(part: Expression | undefined, of: (inner: Expression) => Rational): boolean {
  if (part?.node !== 'binary') throw new Error('no exact meaning for a condition that compares nothing');
  const order = compare(of(part.left), of(part.right));
  if (part.operator === '<') return order < 0;
  if (part.operator === '<=') return order <= 0;
  if (part.operator === '>') return order > 0;
  if (part.operator === '>=') return order >= 0;
  return (order === 0) === (part.operator === '=');
}
