/**
 * Expression to lanes, in the order in which they run. What has no lane of its own is computed beforehand by the scalar kernel, as a column, so that the
 * rest of the expression still runs in batches. Equal sub-expressions share one lane.
 */
import { isText } from '../../data/column.ts';
import type { BinaryOperator, Expression } from '../../formula/expression.ts';
import type { Work } from '../operation.ts';
import { arithmeticLane } from './arithmetic-lanes.ts';
import type { Bindings } from './bindings.ts';
import { asNumber } from './coerce-lanes.ts';
import { comparisonLane, isComparison } from './compare-lanes.ts';
import { callLane } from './call-lanes.ts';
import { columnKeysOf, inlineLets, signature } from './expression-parts.ts';
import { negative, percent } from './function-lanes.ts';
import { columnLane, constantLane, type Lane } from './lane.ts';
import { constantOf, distinctColumn, scalarColumn } from './scalar-rows.ts';

export interface Plan {
  /** Every lane after those it reads. */
  readonly lanes: readonly Lane[];
  readonly root: Lane;
}

export function* compileLanes(expression: Expression, bindings: Bindings, count: number): Work<Plan> {
  const lanes: Lane[] = [];
  const known = new Map<string, Lane>();
  const add = <L extends Lane>(lane: L): L => {
    if (!lanes.includes(lane)) lanes.push(lane);
    return lane;
  };

  function* compile(part: Expression): Work<Lane> {
    const name = signature(part);
    let lane = known.get(name);
    if (!lane) known.set(name, (lane = add(yield* made(part))));
    return lane;
  }

  function* made(part: Expression): Work<Lane> {
    if (part.node === 'column') return columnLane(bindings.columns.get(part.key) as never);
    const keys = columnKeysOf(part);
    if (keys.length === 0) return constantLane(constantOf(part, bindings));
    const only = keys.length === 1 ? bindings.columns.get(keys[0] as string) : undefined;
    if (only && isText(only) && only.dictionary.length * 4 < count) return yield* slowly(part, keys);
    if (part.node === 'unary') {
      const operand = yield* compile(part.operand);
      if (part.operator === '+') return operand;
      return (part.operator === '-' ? negative : percent)(asNumber(operand, add));
    }
    if (part.node === 'binary' && part.operator !== '&') {
      return yield* operatorLane(part.operator, part.left, part.right);
    }
    if (part.node === 'call') {
      const lane = yield* callLane(part, compile, add);
      if (lane) return lane;
    }
    return yield* slowly(part, keys);
  }

  function* operatorLane(operator: Exclude<BinaryOperator, '&'>, a: Expression, b: Expression): Work<Lane> {
    const left = yield* compile(a);
    const right = yield* compile(b);
    if (isComparison(operator)) return comparisonLane(operator, left, right, add);
    return arithmeticLane(operator, asNumber(left, add), asNumber(right, add));
  }

  function* slowly(part: Expression, keys: readonly string[]): Work<Lane> {
    const columns = new Map([...bindings.columns].filter(([key]) => keys.includes(key)));
    const own = { ...bindings, columns };
    return columnLane((yield* distinctColumn(part, own, count)) ?? (yield* scalarColumn(part, own, count)));
  }

  const root = yield* compile(inlineLets(expression));
  return { lanes, root };
}
