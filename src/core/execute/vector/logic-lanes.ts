/** Logic on lanes: choices without jumps, and folds of truths. Same results as the functions of the same names. */
import { BLANK, FIRST_ERROR, stateOf } from '../../data/column.ts';
import { errors } from '../../data/value.ts';
import {
  BATCH,
  isNeutral,
  markError,
  nextMark,
  numberLane,
  passErrors,
  textLane,
  type NumberLane,
  type TextLane,
} from './lane.ts';

const noMarks = new Uint8Array(BATCH);

/** IF: `condition` is a truth. Both branches are numbers of one type (or constants without a type). */
export function chooseNumber(condition: NumberLane, then: NumberLane, otherwise: NumberLane): NumberLane {
  const type = isNeutral(then) ? otherwise.type : then.type;
  if (typeof then.constant === 'number' && typeof otherwise.constant === 'number') {
    return chooseConstant(condition, then.constant, otherwise.constant);
  }
  return numberLane(type, (out) => (_from, count) => {
    const c = condition.values;
    const a = then.values;
    const b = otherwise.values;
    const o = out.values;
    for (let i = 0; i < count; i++) {
      const holds = c[i] as number;
      o[i] = holds * (a[i] as number) + (1 - holds) * (b[i] as number);
    }
    chooseMarks(out, condition, then, otherwise, count);
    if (out.marked) for (let i = 0; i < count; i++) if (out.state[i] !== 0) o[i] = 0;
  });
}

/** One of two numbers. */
function chooseConstant(condition: NumberLane, then: number, otherwise: number): NumberLane {
  const more = then - otherwise;
  // A truth is 1 or 0: where the numbers allow it, a product is the quickest choice.
  const exact = otherwise + more === then;
  return numberLane('number', (out) => (_from, count) => {
    const c = condition.values;
    const o = out.values;
    if (exact) for (let i = 0; i < count; i++) o[i] = otherwise + (c[i] as number) * more;
    else for (let i = 0; i < count; i++) o[i] = c[i] !== 0 ? then : otherwise;
    passErrors(out, [condition], count);
  });
}

/** IF on texts: the dictionaries become one. */
export function chooseText(
  condition: NumberLane,
  then: TextLane | NumberLane,
  otherwise: TextLane | NumberLane,
): TextLane {
  const known = new Map<string, number>();
  const dictionary: string[] = [];
  const renumbered = [then, otherwise].map((lane) =>
    Int32Array.from(lane.kind === 'text' ? lane.dictionary : [], (entry) => {
      let code = known.get(entry);
      if (code === undefined) known.set(entry, (code = dictionary.push(entry) - 1));
      return code;
    }),
  );
  const [left = new Int32Array(0), right = new Int32Array(0)] = renumbered;
  return textLane(dictionary, (out) => (_from, count) => {
    for (let i = 0; i < count; i++) {
      const holds = condition.values[i] !== 0;
      const lane = holds ? then : otherwise;
      out.codes[i] = lane.kind === 'text' ? ((holds ? left : right)[lane.codes[i] as number] ?? 0) : 0;
    }
    chooseMarks(out, condition, then, otherwise, count);
  });
}

function chooseMarks(
  out: NumberLane | TextLane,
  condition: NumberLane,
  then: NumberLane | TextLane,
  otherwise: NumberLane | TextLane,
  count: number,
): void {
  out.marked = false;
  out.faulty = false;
  if (!condition.faulty && !then.marked && !otherwise.marked) return;
  const own = condition.faulty ? condition.state : noMarks;
  const a = then.marked ? then.state : noMarks;
  const b = otherwise.marked ? otherwise.state : noMarks;
  const { state } = out;
  const c = condition.values;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const first = own[i] as number;
    const chosen = (c[i] !== 0 ? a[i] : b[i]) as number;
    const here = first >= FIRST_ERROR ? first : chosen;
    state[i] = here;
    most = here > most ? here : most;
  }
  out.marked = most !== 0;
  out.faulty = most >= FIRST_ERROR;
}

/** A truth: whether the lane's place is an error (any, or `#N/A` alone) or a blank. */
export function markedAs(operand: NumberLane | TextLane, as: 'error' | 'not-available' | 'blank'): NumberLane {
  const missing = stateOf(errors['#N/A']);
  return numberLane('boolean', (out) => (_from, count) => {
    out.values.fill(0, 0, count);
    if (!operand.marked) return;
    const { state } = operand;
    for (let i = 0; i < count; i++) {
      const mark = state[i] as number;
      out.values[i] = +(as === 'error' ? mark >= FIRST_ERROR : as === 'blank' ? mark === BLANK : mark === missing);
    }
  });
}

/** AND and OR: blanks are skipped, errors win in order, and nothing at all is `#VALUE!`. */
export function foldTruths(all: boolean, operands: readonly NumberLane[]): NumberLane {
  return numberLane('boolean', (out) => (_from, count) => {
    const o = out.values;
    const [first, second] = operands;
    const plain = operands.every((lane) => !lane.marked && lane.type === 'boolean');
    if (plain && first && second && operands.length === 2) {
      both(all, first.values, second.values, o, count);
      out.marked = out.faulty = false;
      return;
    }
    o.fill(all ? 1 : 0, 0, count);
    for (const { values, marked, state } of operands) {
      if (!all) for (let i = 0; i < count; i++) o[i] = +(o[i] !== 0) | +(values[i] !== 0);
      else if (!marked) for (let i = 0; i < count; i++) o[i] = (o[i] as number) * +(values[i] !== 0);
      // What stands in a marked place is 0: it makes no OR true, and must not make an AND false.
      else for (let i = 0; i < count; i++) o[i] = (o[i] as number) * (+(values[i] !== 0) | +(state[i] !== 0));
    }
    passErrors(out, operands, count);
    if (!first || !operands.every((lane) => lane.marked)) return;
    const { state } = first;
    for (let i = nextMark(state, 0, count); i >= 0; i = nextMark(state, i + 1, count)) {
      if (operands.every((lane) => lane.state[i] === BLANK)) markError(out, i, '#VALUE!', count);
    }
  });
}

/** Truths are 1 and 0. */
function both(all: boolean, a: Float64Array, b: Float64Array, o: Float64Array, count: number): void {
  if (all) for (let i = 0; i < count; i++) o[i] = (a[i] as number) * (b[i] as number);
  else for (let i = 0; i < count; i++) o[i] = (a[i] as number) + (b[i] as number) - (a[i] as number) * (b[i] as number);
}

export function negate(operand: NumberLane): NumberLane {
  return numberLane('boolean', (out) => (_from, count) => {
    const from = operand.values;
    for (let i = 0; i < count; i++) out.values[i] = +(from[i] === 0);
    passErrors(out, [operand], count);
  });
}
