/**
 * Which rules of a decision table hit which rows. Every different condition is one column of truths; rows in which all of them came out the same are one
 * case, and each case is decided once.
 */
import { BLANK, cellAt, FIRST_ERROR, isNumeric, stateOf, type Column } from '../data/column.ts';
import { isError, type Value } from '../data/value.ts';
import type { Expression } from '../formula/expression.ts';
import { rulesInOrder } from '../program/rule-order.ts';
import type { DecideStep } from '../program/table-program.ts';
import type { OperationContext, Work } from './operation.ts';
import { signature } from './vector/expression-parts.ts';

/** Per cell: 0 not TRUE, 1 TRUE, else the state byte of an error (2 and above). */
export type Truths = Uint8Array;

export interface Decided {
  /** The case of each row. */
  readonly cases: Int32Array;
  /** The rules that hit case `c`: `rules[starts[c]] … rules[starts[c + 1] - 1]`; where several hit a unique table, all of them. */
  readonly starts: Int32Array;
  readonly rules: Int32Array;
  /** The state byte of a case that has no answer; 0: none. */
  readonly faults: Int32Array;
}

/** Truth values are below this. */
const WIDTH = 16;
/** A table of cases and truths has about this many places at most. */
const PLACES = 1 << 20;
const SLICE = 1 << 16;
export const OVERLAP = stateOf({ error: '#VALUE!' });

export function* decideCases(step: DecideStep, context: OperationContext): Work<Decided> {
  const { count } = yield* context.rows(step.input);
  const { distinct, ofRules } = conditionsOf(step);
  const truths: Truths[] = [];
  for (const condition of distinct) {
    truths.push(truthsOf(yield* context.evaluate(step, step.input, condition), count));
  }
  const { cases, first } = yield* casesOf(step, truths, count);
  const order = rulesInOrder(step);
  const starts = new Int32Array(first.length + 1);
  const faults = new Int32Array(first.length);
  const hits: number[] = [];
  for (let one = 0; one < first.length; one++) {
    if (one % SLICE === SLICE - 1) yield { step: step.id, rows: SLICE };
    const row = first[one] as number;
    faults[one] = hitsOf(step.hit, order, (rule) => settle(ofRules[rule] as readonly number[], truths, row), hits);
    starts[one + 1] = hits.length;
  }
  return { cases, starts, rules: Int32Array.from(hits), faults };
}

/** The different conditions of a table, and for each rule the places of its own. */
function conditionsOf(step: DecideStep): {
  readonly distinct: readonly Expression[];
  readonly ofRules: readonly (readonly number[])[];
} {
  const places = new Map<string, number>();
  const distinct: Expression[] = [];
  const ofRules = step.rules.map((rule) =>
    rule.when.flatMap((condition) => {
      if (condition === null) return [];
      const name = signature(condition);
      let place = places.get(name);
      if (place === undefined) places.set(name, (place = distinct.push(condition) - 1));
      return [place];
    }),
  );
  return { distinct, ofRules };
}

export function truthsOf(column: Column, count: number): Truths {
  const truths = new Uint8Array(count);
  if (isNumeric(column)) {
    const { values, state } = column;
    for (let i = 0; i < count; i++) {
      const here = state ? (state[i] as number) : 0;
      truths[i] = here === 0 ? Number(values[i] !== 0) : here === BLANK ? 0 : here;
    }
    return truths;
  }
  for (let i = 0; i < count; i++) {
    const value = cellAt(column, i);
    truths[i] = isError(value) ? stateOf(value) : Number(isTrue(value));
  }
  return truths;
}

/** Numbers other than 0 are TRUE, as in IF; texts are not. */
export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Rows with equal truths throughout get one number, in order of first appearance; `first`: a row of each. */
function* casesOf(
  step: DecideStep,
  truths: readonly Truths[],
  count: number,
): Work<{ cases: Int32Array; first: Int32Array }> {
  let cases = new Int32Array(count);
  let many = count > 0 ? 1 : 0;
  for (let from = 0; from < truths.length && many > 0;) {
    // As many conditions at once as their table stays small for; one without errors needs a bit.
    const room = Math.max(1, Math.floor(Math.log2(PLACES / many)));
    let to = from;
    while (to < truths.length && to - from < Math.min(room, 8) && isPlain(truths[to] as Truths)) to++;
    const width = to > from ? 2 ** (to - from) : WIDTH;
    const packed = to > from ? pack(truths.slice(from, to), count) : (truths[from] as Truths);
    from = Math.max(to, from + 1);
    const places = new Int32Array(many * width).fill(-1);
    const refined = new Int32Array(count);
    many = 0;
    for (let row = 0; row < count; row++) {
      const at = (cases[row] as number) * width + (packed[row] as number);
      let place = places[at] as number;
      if (place < 0) places[at] = place = many++;
      refined[row] = place;
    }
    cases = refined;
    yield { step: step.id, rows: count };
  }
  const first = new Int32Array(many).fill(-1);
  for (let row = count - 1; row >= 0; row--) first[cases[row] as number] = row;
  return { cases, first };
}

function isPlain(truths: Truths): boolean {
  let any = 0;
  for (let row = 0; row < truths.length; row++) any |= truths[row] as number;
  return any <= 1;
}

/** One bit a condition. */
function pack(truths: readonly Truths[], count: number): Uint8Array {
  const packed = new Uint8Array(count);
  truths.forEach((truth, bit) => {
    for (let row = 0; row < count; row++) packed[row] = (packed[row] as number) | ((truth[row] as number) << bit);
  });
  return packed;
}

/** 0: a condition is not TRUE; 1: all are; else the state byte of the first error. */
function settle(conditions: readonly number[], truths: readonly Truths[], row: number): number {
  let error = 0;
  for (const condition of conditions) {
    const truth = truths[condition]?.[row] ?? 0;
    if (truth === 0) return 0;
    if (truth >= FIRST_ERROR && error === 0) error = truth;
  }
  return error === 0 ? 1 : error;
}

/** Adds the rules that hit to `hits`; answers the state byte of the fault, 0 where there is none. */
function hitsOf(
  hit: DecideStep['hit'],
  order: readonly number[],
  settled: (rule: number) => number,
  hits: number[],
): number {
  const before = hits.length;
  let fault = 0;
  for (const rule of order) {
    const verdict = settled(rule);
    if (verdict === 0) continue;
    if (hit === 'first' || hit === 'priority') {
      if (verdict !== 1) return verdict;
      hits.push(rule);
      return 0;
    }
    if (verdict === 1) hits.push(rule);
    else if (fault === 0) fault = verdict;
  }
  if (hit === 'unique' && hits.length - before > 1) return OVERLAP;
  if (fault !== 0) hits.length = before;
  return fault;
}
