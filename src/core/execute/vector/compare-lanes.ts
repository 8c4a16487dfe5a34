/** The six comparisons on lanes: tolerant for numbers, without case for texts. Same results as `formula/evaluate/operators.ts`. */
import { isError } from '../../data/value.ts';
import { BLANK } from '../../data/column.ts';
import { compareValues, TOLERANCE } from '../../formula/compare.ts';
import { applyBinary } from '../../formula/evaluate/operators.ts';
import type { BinaryOperator } from '../../formula/expression.ts';
import { foldText } from '../../formula/fold-text.ts';
import type { Add } from './coerce-lanes.ts';
import { laneValue, numberLane, passErrors, putValue, type Lane, type NumberLane, type TextLane } from './lane.ts';

export type Comparison = Extract<BinaryOperator, '=' | '<>' | '<' | '<=' | '>' | '>='>;

export function isComparison(operator: BinaryOperator): operator is Comparison {
  return (
    operator === '=' ||
    operator === '<>' ||
    operator === '<' ||
    operator === '<=' ||
    operator === '>' ||
    operator === '>='
  );
}

export function comparisonLane(operator: Comparison, left: Lane, right: Lane, add: Add): NumberLane {
  if (left.kind === 'text' && right.kind === 'text') {
    const [a, b] = textRanks(left, right, add);
    return compareNumbers(operator, a, b);
  }
  if (left.kind === 'number' && right.kind === 'number' && fitTogether(left, right)) {
    return compareNumbers(operator, left, right);
  }
  if (left.kind === 'number' && right.kind === 'text' && typeof right.constant === 'string') {
    return compareTypes(operator, left, right.constant === '' ? 0 : -1, -1);
  }
  if (left.kind === 'text' && right.kind === 'number' && typeof right.constant === 'number') {
    return compareTypes(operator, left, compareValues(null, right.constant), 1);
  }
  return compareCells(operator, left, right);
}

/** Cells beside a constant of another type: numbers stand before texts, texts before truths, and a blank is the 0 or the empty text beside it. */
function compareTypes(operator: Comparison, lane: NumberLane | TextLane, blank: number, value: number): NumberLane {
  // A truth stands behind every text.
  const own = lane.kind === 'number' && lane.type === 'boolean' ? 1 : value;
  const [ofBlank, ofValue] = [+holds(operator, blank), +holds(operator, own)];
  return numberLane('boolean', (out) => (_from, count) => {
    out.values.fill(ofValue, 0, count);
    if (lane.marked) for (let i = 0; i < count; i++) if (lane.state[i] === BLANK) out.values[i] = ofBlank;
    passErrors(out, [lane], count);
  });
}

function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Truths beside truths or numbers beside numbers; a blank constant fits beside either. */
function fitTogether(left: NumberLane, right: NumberLane): boolean {
  if (left.constant === null || right.constant === null) return true;
  return (left.type === 'boolean') === (right.type === 'boolean');
}

/** Blanks stand as 0 among the values, which is what they are beside numbers, truths and ranks of texts. */
function compareNumbers(operator: Comparison, left: NumberLane, right: NumberLane): NumberLane {
  const loop = loops[operator];
  return numberLane('boolean', (out) => (_from, count) => {
    loop(left.values, right.values, out.values, count);
    passErrors(out, [left, right], count);
  });
}

type Loop = (a: Float64Array, b: Float64Array, o: Float64Array, count: number) => void;

// `d > max(|x|, |y|) * T` is `d > |x| * T and d > |y| * T`: T is a power of two, and two comparisons are quicker than a maximum.
const less: Loop = (a, b, o, count) => {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    const d = y - x;
    o[i] = +(d > Math.abs(x) * TOLERANCE) & +(d > Math.abs(y) * TOLERANCE);
  }
};
const notMore: Loop = (a, b, o, count) => {
  for (let i = 0; i < count; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    const d = x - y;
    o[i] = +(d <= Math.abs(x) * TOLERANCE) | +(d <= Math.abs(y) * TOLERANCE);
  }
};
const loops: { readonly [O in Comparison]: Loop } = {
  '=': (a, b, o, count) => {
    for (let i = 0; i < count; i++) {
      const x = a[i] as number;
      const y = b[i] as number;
      const d = Math.abs(x - y);
      o[i] = +(d <= Math.abs(x) * TOLERANCE) | +(d <= Math.abs(y) * TOLERANCE);
    }
  },
  '<>': (a, b, o, count) => {
    for (let i = 0; i < count; i++) {
      const x = a[i] as number;
      const y = b[i] as number;
      const d = Math.abs(x - y);
      o[i] = +(d > Math.abs(x) * TOLERANCE) & +(d > Math.abs(y) * TOLERANCE);
    }
  },
  '<': less,
  '<=': notMore,
  '>': (a, b, o, count) => less(b, a, o, count),
  '>=': (a, b, o, count) => notMore(b, a, o, count),
};

/** Both sides as ranks in one order of folded texts; the empty text, and with it a blank, is 0. */
function textRanks(left: TextLane, right: TextLane, add: Add): readonly [NumberLane, NumberLane] {
  const folded = [left, right].map((lane) => lane.dictionary.map(foldText));
  const sorted = [...new Set(['', ...folded.flat()])].sort((a, b) => (a < b ? -1 : 1));
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]));
  const lanes = [left, right].map((lane, side) => {
    const ranks = Float64Array.from(folded[side] ?? [], (text) => rankOf.get(text) ?? 0);
    return add(
      numberLane('number', (out) => (_from, count) => {
        const { codes } = lane;
        for (let i = 0; i < count; i++) out.values[i] = ranks[codes[i] as number] ?? 0;
        out.marked = lane.marked;
        out.faulty = lane.faulty;
        if (!lane.marked) return;
        out.state.set(lane.state.subarray(0, count));
        for (let i = 0; i < count; i++) if (out.state[i] !== 0) out.values[i] = 0;
      }),
    );
  });
  return [lanes[0] as NumberLane, lanes[1] as NumberLane];
}

/** Any cell beside any other, one by one. */
function compareCells(operator: Comparison, left: Lane, right: Lane): NumberLane {
  return numberLane('boolean', (out) => (_from, count) => {
    out.marked = out.faulty = false;
    for (let i = 0; i < count; i++) {
      const value = applyBinary(operator, laneValue(left, i), laneValue(right, i));
      putValue(out, i, isError(value) ? value : value === true);
    }
  });
}
