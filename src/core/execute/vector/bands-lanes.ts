/** Lanes that count reached edges without a jump: pay by whole bands, and ladders of IF. */
import { TOLERANCE } from '../../formula/compare.ts';
import { round } from '../../formula/round.ts';
import { BLANK } from '../../data/column.ts';
import { clearMarks, markOverflow, numberLane, passErrors, textLane, type NumberLane, type TextLane } from './lane.ts';

/** `into[i] = answers[how many of the ascending edges x reaches]`. Up to four edges at a time, so that the loop has no inner one. */
function reach(
  x: Float64Array,
  edges: readonly number[],
  answers: Float64Array,
  into: Float64Array,
  count: number,
): boolean {
  const [a = Infinity, b = Infinity, c = Infinity, d = Infinity] = edges;
  if (edges.length <= 4) {
    for (let i = 0; i < count; i++) {
      const v = x[i] as number;
      into[i] = answers[+(v >= a) + +(v >= b) + +(v >= c) + +(v >= d)] as number;
    }
    return false;
  }
  for (let i = 0; i < count; i++) {
    const v = x[i] as number;
    let reached = 0;
    for (let at = 0; at < edges.length; at++) reached += +(v >= (edges[at] as number));
    into[i] = answers[reached] as number;
  }
  return false;
}

/** The same by the size of x. Answers whether some x is below 0. */
function reachBySize(
  x: Float64Array,
  edges: readonly number[],
  answers: Float64Array,
  into: Float64Array,
  count: number,
): boolean {
  const [a = Infinity, b = Infinity, c = Infinity, d = Infinity] = edges;
  let below = 0;
  if (edges.length <= 4) {
    for (let i = 0; i < count; i++) {
      const given = x[i] as number;
      const v = Math.abs(given);
      below |= +(given < 0);
      into[i] = answers[+(v >= a) + +(v >= b) + +(v >= c) + +(v >= d)] as number;
    }
    return below !== 0;
  }
  for (let i = 0; i < count; i++) {
    const given = x[i] as number;
    const v = Math.abs(given);
    below |= +(given < 0);
    let reached = 0;
    for (let at = 0; at < edges.length; at++) reached += +(v >= (edges[at] as number));
    into[i] = answers[reached] as number;
  }
  return below !== 0;
}

/** Numbers beside the edges of a ladder; `truths`: they are TRUE and FALSE. */
export function ladderLane(
  operand: NumberLane,
  edges: readonly number[],
  answers: Float64Array,
  truths: boolean,
): NumberLane {
  return numberLane(truths ? 'boolean' : 'number', (out) => (_from, count) => {
    reach(operand.values, edges, answers, out.values, count);
    passErrors(out, [operand], count);
  });
}

export function textLadderLane(operand: NumberLane, edges: readonly number[], answers: readonly string[]): TextLane {
  const dictionary = [...new Set(answers)];
  const codes = Float64Array.from(answers, (answer) => dictionary.indexOf(answer));
  const found = numberLane('number', (out) => (_from, count) => {
    reach(operand.values, edges, codes, out.values, count);
    passErrors(out, [operand], count);
  });
  return textLane(dictionary, (out) => (from, count) => {
    found.run(from, count);
    for (let i = 0; i < count; i++) out.codes[i] = found.values[i] as number;
    out.marked = found.marked;
    out.faulty = found.faulty;
    if (found.marked) out.state.set(found.state.subarray(0, count));
  });
}

export interface WholeBands {
  readonly from: Float64Array;
  readonly rate: Float64Array;
}

/**
 * Whole bands, lower edge in, each row alone: the rate reached, or what it pays on `basis` (the measured value itself where there is none). Answers digit
 * for digit what `formula/band-pay.ts` does.
 */
export function wholeBandsLane(
  part: 'amount' | 'rate' | 'reached',
  value: NumberLane,
  basis: NumberLane | null,
  bands: WholeBands,
  decimals: number | null,
): NumberLane {
  // Bands that begin at 0 or above measure a reversal by its size.
  const mirrored = bands.from.length > 0 && (bands.from[0] as number) >= 0;
  const edges = [...bands.from].map((edge) => edge - Math.abs(edge) * TOLERANCE);
  // A rate that is not there shows as not a number until it is marked.
  const rates = Float64Array.of(part === 'reached' ? NaN : 0, ...bands.rate);
  const operands = basis ? [value, basis] : [value];
  const measure = mirrored ? reachBySize : reach;
  return numberLane('number', (out) => (_from, count) => {
    const v = value.values;
    const o = out.values;
    const below = measure(v, edges, rates, o, count);
    if (basis && mirrored && below) {
      const b = basis.values;
      for (let i = 0; i < count; i++)
        if ((v[i] as number) < 0 && (b[i] as number) * (v[i] as number) < 0) o[i] = rates[0] as number;
    }
    if (part === 'amount') {
      const paid = basis ? basis.values : v;
      for (let i = 0; i < count; i++) o[i] = (paid[i] as number) * (o[i] as number);
      if (decimals !== null) for (let i = 0; i < count; i++) o[i] = round(o[i] as number, decimals);
    }
    passErrors(out, operands, count);
    if (part === 'amount') markOverflow(out, count);
    if (part === 'reached') markBlanks(out, count);
  });
}

/** What is not a number becomes a blank, unless an error stands there. */
function markBlanks(out: NumberLane, count: number): void {
  const o = out.values;
  let check = 0;
  for (let i = 0; i < count; i++) check += (o[i] as number) * 0;
  if (check === 0) return;
  for (let i = 0; i < count; i++) {
    if (!Number.isNaN(o[i])) continue;
    if (!out.marked) clearMarks(out, count);
    out.marked = true;
    if (out.state[i] === 0) out.state[i] = BLANK;
    o[i] = 0;
  }
}
