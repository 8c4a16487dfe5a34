/** Functions that have a lane. What is not here, or not on lanes of these kinds, is left to the scalar kernel. */
import { errors } from '../../data/value.ts';
import { canBeMany, holdsMany } from '../../formula/evaluate/holds-many.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { asNumber, asTruth, type Add } from './coerce-lanes.ts';
import { comparisonLane } from './compare-lanes.ts';
import { dayPart } from './date-lanes.ts';
import { absolute, averageOfLanes, extremeOf, integer, rounded, sign, sumOfLanes } from './function-lanes.ts';
import { constantLane, isNeutral, type Lane, type NumberLane, type TextLane } from './lane.ts';
import { chooseNumber, chooseText, foldTruths, markedAs, negate } from './logic-lanes.ts';

type Call = Extract<Expression, { node: 'call' }>;
type Compile = (part: Expression) => Work<Lane>;

/** Undefined where the call has no lane; lanes of its arguments may stand in the plan by then and do no harm. */
export function* callLane(call: Call, compile: Compile, add: Add): Work<Lane | undefined> {
  const { name, args } = call;
  if (!laneNames.has(name) || args.length === 0 || args.some((arg) => arg.node === 'missing')) return undefined;
  // A lane has one value for each row: whole columns, tables and lists are the scalar kernel's.
  const tooMany = takingRanges.has(name) ? canBeMany : holdsMany;
  if (args.some((arg) => tooMany(arg))) return undefined;
  const lanes: Lane[] = [];
  for (const arg of args) lanes.push(yield* compile(arg));
  const [first, second, third] = lanes;
  if (!first) return undefined;
  switch (name) {
    case 'IF':
      return second && choose(asTruth(first, add), second, third ?? add(constantLane(false)), add);
    case 'IFS':
      return chain(lanes, add(constantLane(errors['#N/A'])), add);
    case 'SWITCH':
      return switchLane(first, lanes.slice(1), add);
    case 'IFERROR':
    case 'IFNA':
      if (!second || first.kind === 'cells') return undefined;
      return choose(add(markedAs(first, name === 'IFNA' ? 'not-available' : 'error')), second, first, add);
    case 'ISERROR':
      return first.kind === 'cells' ? undefined : markedAs(first, 'error');
    case 'ISBLANK':
      return first.kind === 'cells' ? undefined : markedAs(first, 'blank');
    case 'AND':
    case 'OR':
      return lanes.every(isNumberLane) ? foldTruths(name === 'AND', lanes) : undefined;
    case 'NOT':
      return negate(asTruth(first, add));
    case 'MIN':
    case 'MAX':
      return lanes.every(isPlainNumber) ? extremeOf(name === 'MAX', lanes) : undefined;
    case 'SUM':
      return lanes.every(isPlainNumber) ? sumOfLanes(lanes) : undefined;
    case 'AVERAGE':
      return lanes.every(isPlainNumber) ? averageOfLanes(lanes) : undefined;
    case 'ABS':
      return absolute(asNumber(first, add));
    case 'SIGN':
      return sign(asNumber(first, add));
    case 'INT':
      return integer(asNumber(first, add));
    case 'ROUND':
      return typeof second?.constant === 'number' ? rounded(asNumber(first, add), second.constant) : undefined;
    case 'YEAR':
    case 'MONTH':
    case 'DAY':
      return dayPart(name, asNumber(first, add));
    default:
      return undefined;
  }
}

const laneNames: ReadonlySet<string> = new Set(
  'IF IFS SWITCH IFERROR IFNA ISERROR ISBLANK AND OR NOT MIN MAX SUM AVERAGE ABS SIGN INT ROUND YEAR MONTH DAY'.split(
    ' ',
  ),
);

/** Of those, the ones that take many values where they are given them. */
const takingRanges: ReadonlySet<string> = new Set(['AND', 'OR', 'MIN', 'MAX', 'SUM', 'AVERAGE']);

function isNumberLane(lane: Lane): lane is NumberLane {
  return lane.kind === 'number';
}

/** Numbers that aggregates count: truths of a column are skipped and given ones count, which is not for a lane to tell. */
function isPlainNumber(lane: Lane): lane is NumberLane {
  return lane.kind === 'number' && lane.type !== 'boolean';
}

/** IF with both branches of one type, blank and error constants aside. */
function choose(condition: NumberLane, then: Lane, otherwise: Lane, add: Add): NumberLane | TextLane | undefined {
  if (then.kind === 'cells' || otherwise.kind === 'cells') return undefined;
  const fits = (lane: NumberLane | TextLane, kind: 'text' | 'number') => lane.kind === kind || isNeutral(lane);
  if (fits(then, 'text') && fits(otherwise, 'text')) {
    if (then.kind === 'text' || otherwise.kind === 'text') return add(chooseText(condition, then, otherwise));
  }
  if (then.kind !== 'number' || otherwise.kind !== 'number') return undefined;
  const alike = isNeutral(then) || isNeutral(otherwise) || (then.type === 'boolean') === (otherwise.type === 'boolean');
  return alike ? add(chooseNumber(condition, then, otherwise)) : undefined;
}

/** The value beside the first condition that holds, from the last pair inwards. */
function chain(lanes: readonly Lane[], otherwise: Lane, add: Add): Lane | undefined {
  if (lanes.length % 2 !== 0) return undefined;
  let result: Lane | undefined = otherwise;
  for (let at = lanes.length - 2; at >= 0; at -= 2) {
    if (result) result = choose(asTruth(lanes[at] as Lane, add), lanes[at + 1] as Lane, result, add);
  }
  return result;
}

function switchLane(subject: Lane, rest: readonly Lane[], add: Add): Lane | undefined {
  const paired = rest.length - (rest.length % 2);
  const otherwise = rest[paired] ?? add(constantLane(errors['#N/A']));
  let result: Lane | undefined = otherwise;
  for (let at = paired - 2; at >= 0; at -= 2) {
    const equal = add(comparisonLane('=', subject, rest[at] as Lane, add));
    if (result) result = choose(equal, rest[at + 1] as Lane, result, add);
  }
  return result;
}
