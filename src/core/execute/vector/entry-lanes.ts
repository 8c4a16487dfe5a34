/**
 * An expression over one dictionary-coded column, computed once for each entry of the dictionary and looked up by code: what `product = "Router"`, `UPPER(region)` or
 * `SUMIFS(deals[amount], deals[rep], rep)` cost over a million rows of few names.
 */
import { BLANK, FIRST_ERROR, stateOf } from '../../data/column.ts';
import { errors, errorTexts, isError, type Value } from '../../data/value.ts';
import { columnLane, numberLane, textLane, type Lane, type TextLane } from './lane.ts';

/** Where `n` states of cells (blank, each error) stand, behind the entries. */
const STATES = FIRST_ERROR + errorTexts.length;

/** `compute` answers for one cell of the lane. Null where the answers are of different types: then rows must be computed one by one. */
export function entryLane(lane: TextLane, compute: (cell: Value) => Value): Lane | null {
  const entries = lane.dictionary.length;
  const answers: Value[] = lane.dictionary.map((entry) => compute(entry));
  answers.push(null, compute(null), ...errorTexts.map((error) => compute(errors[error])));
  let [numbers, truths, texts] = [false, false, false];
  for (const answer of answers) {
    if (typeof answer === 'number') numbers = true;
    else if (typeof answer === 'boolean') truths = true;
    else if (typeof answer === 'string') texts = true;
  }
  if (Number(numbers) + Number(truths) + Number(texts) > 1) return null;
  const states = Uint8Array.from(answers, stateOf);
  // Cells with a state of their own are looked up behind the entries.
  const ownStates = states.subarray(0, entries).some((state) => state !== 0);
  const behind = (state: number) => entries + state;
  const renamed = texts && !ownStates && lane.column && !lane.column.state ? answers.slice(0, entries) : [];
  // The same codes under other names, as long as no two of them become one.
  if (renamed.length > 0 && new Set(renamed).size === entries) {
    return columnLane({ type: 'text', codes: lane.codes, ...lane.column, dictionary: renamed as string[] });
  }
  if (texts) return textsOf(lane, answers, states, ownStates, behind);
  const values = Float64Array.from(answers, (answer) => (answer === null || isError(answer) ? 0 : Number(answer)));
  return numberLane(truths ? 'boolean' : 'number', (out) => (_from, count) => {
    const { codes, marked, state } = lane;
    const o = out.values;
    if (!marked) for (let i = 0; i < count; i++) o[i] = values[codes[i] as number] as number;
    else
      for (let i = 0; i < count; i++)
        o[i] = values[state[i] === 0 ? (codes[i] as number) : behind(state[i] as number)] as number;
    mark(lane, out, states, ownStates, entries, count);
  });
}

function textsOf(
  lane: TextLane,
  answers: readonly Value[],
  states: Uint8Array,
  ownStates: boolean,
  behind: (state: number) => number,
): Lane {
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const codesOf = Int32Array.from(answers, (answer) => {
    if (typeof answer !== 'string') return 0;
    let code = known.get(answer);
    if (code === undefined) known.set(answer, (code = dictionary.push(answer) - 1));
    return code;
  });
  return textLane(dictionary, (out) => (_from, count) => {
    const { codes, marked, state } = lane;
    if (!marked) for (let i = 0; i < count; i++) out.codes[i] = codesOf[codes[i] as number] as number;
    else
      for (let i = 0; i < count; i++) {
        const own = marked ? (state[i] as number) : 0;
        out.codes[i] = codesOf[own === 0 ? (codes[i] as number) : behind(own)] as number;
      }
    mark(lane, out, states, ownStates, lane.dictionary.length, count);
  });
}

function mark(
  lane: TextLane,
  out: { state: Uint8Array; marked: boolean; faulty: boolean },
  states: Uint8Array,
  ownStates: boolean,
  entries: number,
  count: number,
): void {
  out.marked = out.faulty = false;
  if (!ownStates && !lane.marked) return;
  const { codes, state, marked } = lane;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const own = marked ? (state[i] as number) : 0;
    const here = states[own === 0 ? (codes[i] as number) : entries + own] as number;
    out.state[i] = here;
    if (here > most) most = here;
  }
  out.marked = most >= BLANK;
  out.faulty = most >= FIRST_ERROR;
}

/** Entries and states that an expression is computed for: what it costs beside the rows. */
export function entriesOf(lane: TextLane): number {
  return lane.dictionary.length + STATES;
}
