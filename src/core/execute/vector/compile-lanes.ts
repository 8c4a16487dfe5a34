/**
 * The planner of expressions: what each sub-expression is computed by, in the order in which it runs. Equal sub-expressions share one lane. Tried in turn:
 *
 * - a column's own array, or the lanes of the expression that makes it (`inlined.ts`): nothing is written down on the way;
 * - a constant, computed once;
 * - a table by dictionary entry, where one column of few different texts is all that is named (`entry-lanes.ts`);
 * - a ladder of edges for nested IFs over one number (`ladder.ts`);
 * - fused loops for the shapes plans are made of (`fuse.ts`);
 * - a lane for each operator and function that has one;
 * - the function's scalar kernel on the lanes of its arguments (`kernel-lanes.ts`);
 * - otherwise the scalar kernel: once per combination of cells where that pays, else row by row, as a column that the other lanes read.
 */
import type { BinaryOperator, Expression } from '../../formula/expression.ts';
import { functionNamed } from '../../formula/functions/registry.ts';
import { canBeMany } from '../../formula/evaluate/holds-many.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import type { Value } from '../../data/value.ts';
import type { Work } from '../operation.ts';
import { arithmeticLane } from './arithmetic-lanes.ts';
import type { Bindings } from './bindings.ts';
import { ladderLane, textLadderLane, wholeBandsLane } from './bands-lanes.ts';
import { asNumber } from './coerce-lanes.ts';
import { comparisonLane, isComparison } from './compare-lanes.ts';
import { callLane } from './call-lanes.ts';
import { entriesOf, entryLane } from './entry-lanes.ts';
import { columnKeysOf, inlineLets, signature } from './expression-parts.ts';
import { negative, percent } from './function-lanes.ts';
import { looksFew } from './distinct-rows.ts';
import { fuse } from './fuse.ts';
import { gatherLane } from './gather-lanes.ts';
import { joinedLane } from './joined-lane.ts';
import { cellLane, joinCall, kernelByEntry, kernelCall, kernelLane, type KernelCall } from './kernel-lanes.ts';
import { isInlined, type Inlined, type Named, type Watch } from './inlined.ts';
import { ladderOf } from './ladder.ts';
import { columnLane, constantLane, type Lane } from './lane.ts';
import type { Note } from './note.ts';
import { columnOfLanes } from './run-lanes.ts';
import { constantOf, distinctColumn, environmentOf, scalarColumn, typeOf } from './scalar-rows.ts';
import { watched } from './watched.ts';

/** Lanes for several expressions over the same rows, sharing what they have in common. */
export interface LaneCompiler {
  readonly lanes: readonly Lane[];
  compile(expression: Expression, bindings: Bindings): Work<Lane>;
  /** The lane of what a bare name stands for. */
  named(named: Named): Work<Lane>;
  /** Has `watch` hear of errors that begin in a lane and in none of the names it was compiled with. */
  watch(lane: Lane, bindings: Bindings, watch: Watch): Work<void>;
}

/** `note` hears what was decided for each sub-expression. */
export function laneCompiler(count: number, note?: Note): LaneCompiler {
  const lanes: Lane[] = [];
  const added = new Set<Lane>();
  const known = new Map<Bindings, Map<string, Lane>>();
  const ofNamed = new Map<Named, Lane>();
  const add = <L extends Lane>(lane: L): L => {
    if (!added.has(lane)) {
      added.add(lane);
      lanes.push(lane);
    }
    return lane;
  };

  function* named(one: Named): Work<Lane> {
    let lane = ofNamed.get(one);
    if (!lane) ofNamed.set(one, (lane = add(isInlined(one) ? yield* inlined(one) : columnLane(one))));
    return lane;
  }

  function* inlined(one: Inlined): Work<Lane> {
    if (one.by === 'gather') return gatherLane(one);
    if (one.by === 'formula') {
      const lane = yield* planOf(one.bindings)(inlineLets(one.expression));
      yield* watch(lane, one.bindings, one.watch);
      return lane;
    }
    const value = asNumber(yield* planOf(one.value.bindings)(one.value.expression), add);
    const basis = one.pays.on === 'value' ? null : asNumber(yield* planOf(one.pays.bindings)(one.pays.expression), add);
    const lane = add(wholeBandsLane(one.part, value, basis, one, one.decimals));
    return watched(lane, basis ? [value, basis] : [value], one.watch, add);
  }

  function* watch(lane: Lane, bindings: Bindings, one: Watch): Work<void> {
    const inputs: Lane[] = [];
    for (const read of [...bindings.columns.values(), ...(bindings.inlined?.values() ?? [])])
      inputs.push(yield* named(read));
    watched(lane, inputs, one, add);
  }

  /** The compiler of expressions whose names mean `bindings`. */
  function planOf(bindings: Bindings): (expression: Expression) => Work<Lane> {
    let mine = known.get(bindings);
    if (!mine) known.set(bindings, (mine = new Map()));
    const own = mine;

    function* compile(part: Expression): Work<Lane> {
      const name = signature(part);
      let lane = own.get(name);
      if (!lane) own.set(name, (lane = add(yield* made(part))));
      return lane;
    }

    function* made(part: Expression): Work<Lane> {
      if (part.node === 'column') return yield* named(nameOf(bindings, part.key));
      const keys = columnKeysOf(part);
      if (keys.length === 0) return constantLane(constantOf(part, bindings));
      if (keys.length === 1) {
        const lane = yield* byEntry(part, keys[0] as string);
        if (lane) return lane;
      }
      const shaped = (yield* byLadder(part)) ?? (yield* fuse(part, compile, note));
      if (shaped) return shaped;
      if (part.node === 'unary') {
        const operand = yield* compile(part.operand);
        if (part.operator === '+') return operand;
        note?.(part, 'lane');
        return (part.operator === '-' ? negative : percent)(asNumber(operand, add));
      }
      if (part.node === 'binary' && part.operator !== '&') {
        note?.(part, 'lane');
        return yield* operatorLane(part.operator, part.left, part.right);
      }
      if (part.node === 'binary' && !canBeMany(part))
        return yield* byKernel(part, joinCall(yield* compile(part.left), yield* compile(part.right), bindings));
      if (part.node === 'call') {
        const lane = yield* callLane(part, compile, add);
        if (lane) {
          note?.(part, 'lane');
          return lane;
        }
        const kernel = yield* kernelCall(part, bindings, compile, add);
        if (kernel) return yield* byKernel(part, kernel);
      }
      return yield* slowly(part, keys);
    }

    function* byKernel(part: Expression, call: KernelCall): Work<Lane> {
      const few = kernelByEntry(call, count) ?? joinedLane(part, call, count);
      if (few) {
        note?.(part, 'entries', { entries: few.kind === 'text' ? few.dictionary.length : 0 });
        return few;
      }
      const keys = columnKeysOf(part);
      if (
        looksFew(
          keys.map((key) => nameOf(bindings, key)),
          count,
        )
      )
        return yield* slowly(part, keys);
      note?.(part, 'kernel');
      return kernelLane(call, typeOf(part)) ?? cellLane(call);
    }

    function* operatorLane(operator: Exclude<BinaryOperator, '&'>, a: Expression, b: Expression): Work<Lane> {
      const left = yield* compile(a);
      const right = yield* compile(b);
      if (isComparison(operator)) return comparisonLane(operator, left, right, add);
      return arithmeticLane(operator, asNumber(left, add), asNumber(right, add));
    }

    function* byEntry(part: Expression, key: string): Work<Lane | null> {
      // A look-up by what is computed from the column has fewer answers than the column has entries.
      if (part.node === 'call' && hasRange(part) && part.args.some(isMadeText)) return null;
      const lane = yield* named(nameOf(bindings, key));
      if (lane.kind !== 'text' || entriesOf(lane) * 4 > count) return null;
      let cell: Value = null;
      const compute = compileScalar(part);
      const environment = environmentOf(bindings, () => cell);
      const found = entryLane(lane, (entry) => {
        cell = entry;
        return compute(environment);
      });
      if (found) note?.(part, 'entries', { entries: lane.dictionary.length });
      return found;
    }

    function* byLadder(part: Expression): Work<Lane | null> {
      const ladder = ladderOf(part);
      if (!ladder) return null;
      const operand = yield* compile(ladder.operand);
      if (operand.kind !== 'number' || operand.type === 'boolean') return null;
      const { edges, answers } = ladder;
      const all = (type: string) => answers.every((answer) => typeof answer === type);
      if (all('string')) {
        note?.(part, 'ladder', { edges: edges.length });
        return textLadderLane(operand, edges, answers as readonly string[]);
      }
      if (!all('number') && !all('boolean')) return null;
      note?.(part, 'ladder', { edges: edges.length });
      return ladderLane(operand, edges, Float64Array.from(answers, Number), all('boolean'));
    }

    function* slowly(part: Expression, keys: readonly string[]): Work<Lane> {
      const columns = new Map<string, Exclude<Named, Inlined>>();
      for (const key of keys) {
        const one = nameOf(bindings, key);
        columns.set(key, isInlined(one) ? yield* written(one) : one);
      }
      const mineOnly = { ...bindings, columns };
      const few = yield* distinctColumn(part, mineOnly, count);
      note?.(part, few ? 'combinations' : 'rows');
      return columnLane(few ?? (yield* scalarColumn(part, mineOnly, count)));
    }

    return compile;
  }

  /** What the scalar kernel reads must stand written. */
  function* written(one: Inlined) {
    const compiler = laneCompiler(count);
    const root = yield* compiler.named(one);
    const type = one.by === 'formula' ? typeOf(one.expression) : 'mixed';
    return yield* columnOfLanes(compiler.lanes, root, count, '', type);
  }

  return { lanes, named, watch, compile: (expression, bindings) => planOf(bindings)(inlineLets(expression)) };
}

/** A text made of a column. */
function isMadeText(arg: Expression): boolean {
  return arg.type === 'text' && arg.node !== 'column' && columnKeysOf(arg).length > 0;
}

function hasRange(call: Extract<Expression, { node: 'call' }>): boolean {
  return (
    functionNamed(call.name)?.parameters.some((parameter) => parameter.kind === 'range' && !parameter.repeats) ?? false
  );
}

function nameOf(bindings: Bindings, key: string): Named {
  const found = bindings.columns.get(key) ?? bindings.inlined?.get(key);
  if (!found) throw new Error(`no column ${key} was bound`);
  return found;
}
