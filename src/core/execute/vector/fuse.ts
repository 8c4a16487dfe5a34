/** Finds the shapes that `fused-lanes.ts` has a loop for, among the operators of an expression. */
import type { Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { arithmeticLane } from './arithmetic-lanes.ts';
import { extremeOf, rounded } from './function-lanes.ts';
import {
  differenceOver,
  productOfThree,
  productOfThreePlus,
  productPlus,
  roundedBelow,
  type Unfused,
} from './fused-lanes.ts';
import { constantLane, type Lane, type NumberLane } from './lane.ts';
import type { Note } from './note.ts';

type Compile = (part: Expression) => Work<Lane>;
type Binary = Extract<Expression, { node: 'binary' }>;

/** Null where no shape fits, or an operand is no lane of numbers; what was compiled by then is shared by whatever comes instead. */
export function* fuse(part: Expression, compile: Compile, note?: Note): Work<NumberLane | null> {
  if (part.node === 'call') return part.name === 'ROUND' ? yield* rounding(part, compile, note) : null;
  if (part.node !== 'binary') return null;
  switch (part.operator) {
    case '/':
      return yield* ratio(part, compile, note);
    case '*':
      return yield* product(part, compile, note);
    case '+':
      return yield* sum(part, compile, note);
    default:
      return null;
  }
}

/** All of them numbers, or null. */
function* numbers(parts: readonly Expression[], compile: Compile): Work<NumberLane[] | null> {
  const lanes: NumberLane[] = [];
  for (const part of parts) {
    const lane = yield* compile(part);
    if (lane.kind !== 'number') return null;
    lanes.push(lane);
  }
  return lanes;
}

function binaryOf(part: Expression, operator: Binary['operator']): Binary | null {
  return part.node === 'binary' && part.operator === operator ? part : null;
}

/** `unfused` runs its lanes in order. */
function inOrder(...lanes: [...NumberLane[], NumberLane]): Unfused {
  return { lanes, result: lanes.at(-1) as NumberLane };
}

function* ratio(part: Binary, compile: Compile, note?: Note): Work<NumberLane | null> {
  const above = binaryOf(part.left, '-');
  if (!above) return null;
  const lanes = yield* numbers([above.left, above.right, part.right], compile);
  if (!lanes) return null;
  const [a, b, c] = lanes as [NumberLane, NumberLane, NumberLane];
  const difference = arithmeticLane('-', a, b);
  note?.(part, 'fused', { shape: '(a - b) / c' });
  return differenceOver(a, b, c, inOrder(difference, arithmeticLane('/', difference, c)));
}

function* product(part: Binary, compile: Compile, note?: Note): Work<NumberLane | null> {
  const inner = binaryOf(part.left, '*');
  if (!inner) return null;
  const lanes = yield* numbers([inner.left, inner.right, part.right], compile);
  if (!lanes) return null;
  const [a, b, c] = lanes as [NumberLane, NumberLane, NumberLane];
  const first = arithmeticLane('*', a, b);
  note?.(part, 'fused', { shape: 'a * b * c' });
  return productOfThree(a, b, c, inOrder(first, arithmeticLane('*', first, c)));
}

function* sum(part: Binary, compile: Compile, note?: Note): Work<NumberLane | null> {
  const outer = binaryOf(part.left, '*');
  if (!outer) return null;
  const inner = binaryOf(outer.left, '*');
  const factors = inner ? [inner.left, inner.right, outer.right] : [outer.left, outer.right];
  const lanes = yield* numbers([...factors, part.right], compile);
  if (!lanes) return null;
  const [a, b, c, d] = lanes as [NumberLane, NumberLane, NumberLane, NumberLane | undefined];
  const first = arithmeticLane('*', a, b);
  note?.(part, 'fused', { shape: d ? 'a * b * c + d' : 'a * b + c' });
  if (!d) return productPlus(a, b, c, inOrder(first, arithmeticLane('+', first, c)));
  const second = arithmeticLane('*', first, c);
  return productOfThreePlus(a, b, c, d, inOrder(first, second, arithmeticLane('+', second, d)));
}

function* rounding(
  part: Extract<Expression, { node: 'call' }>,
  compile: Compile,
  note?: Note,
): Work<NumberLane | null> {
  const [inner, digits] = part.args;
  if (part.args.length !== 2 || !inner || digits?.node !== 'literal' || typeof digits.value !== 'number') return null;
  const places = Math.trunc(digits.value);
  if (places < 0 || places > 6) return null;
  const least = inner.node === 'call' && inner.name === 'MIN' && inner.args.length === 2 ? inner.args : null;
  const limit = least?.[1];
  if (least?.[0] && limit?.node === 'literal' && typeof limit.value === 'number') {
    const lane = yield* compile(least[0]);
    if (lane.kind !== 'number' || lane.type === 'boolean') return null;
    const lowest = extremeOf(false, [lane, constantLane(limit.value) as NumberLane]);
    note?.(part, 'fused', { shape: 'ROUND(MIN(a, limit), digits)' });
    return roundedBelow(lane, limit.value, places, inOrder(lowest, rounded(lowest, places)));
  }
  const lane = yield* compile(inner);
  if (lane.kind !== 'number') return null;
  note?.(part, 'fused', { shape: 'ROUND(a, digits)' });
  return roundedBelow(lane, undefined, places, inOrder(rounded(lane, places)));
}
