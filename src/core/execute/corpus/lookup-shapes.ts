import { BLANK, type TextColumn } from '../../data/column.ts';
import { errorsOf, errorState, markOdd, numbers, type Shape } from './manners.ts';

const group = 'look-ups';
const MISSING = -1;

/** For each entry of a dictionary the row of `keys` that holds it, without case; -1 where none does. */
function rowsOf(dictionary: readonly string[], keys: TextColumn): Int32Array {
  const known = new Map<string, number>();
  keys.codes.forEach((code, row) => {
    const name = keys.dictionary[code]!.toLowerCase();
    if (!known.has(name)) known.set(name, row);
  });
  return Int32Array.from(dictionary, (name) => known.get(name.toLowerCase()) ?? MISSING);
}

/** A blank finds nothing: neither does what comes of it. */
function blanksAs(column: TextColumn, state: Uint8Array | undefined, mark: number): void {
  if (!state || !column.state) return;
  for (let i = 0; i < state.length; i++) if (column.state[i] === BLANK) state[i] = mark;
}

export const lookupShapes: readonly Shape[] = [
  {
    group,
    formula: 'SUMIFS(goals[amount], goals[rep], rep)',
    loop({ deals, goals }) {
      const { codes, dictionary, state } = deals.rep;
      const own = rowsOf(goals.rep.dictionary, {
        type: 'text',
        dictionary,
        codes: Int32Array.from(dictionary, (_, at) => at),
      });
      const [totals, lost] = [new Float64Array(dictionary.length), new Float64Array(dictionary.length)];
      const amount = goals.amount.values;
      for (let row = 0; row < amount.length; row++) {
        const at = own[goals.rep.codes[row]!]!;
        if (at === MISSING) continue;
        const [total, one] = [totals[at]!, amount[row]!];
        const next = total + one;
        lost[at]! += total >= one ? total - next + one : one - next + total;
        totals[at] = next;
      }
      for (let at = 0; at < totals.length; at++) totals[at]! += lost[at]!;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = totals[codes[i]!]!;
      if (state) for (let i = 0; i < made.length; i++) if (state[i] === BLANK) made[i] = 0;
      return numbers(made, errorsOf(deals.rep));
    },
  },
  {
    group,
    formula: 'COUNTIFS(goals[region], region, goals[amount], ">=1000")',
    loop({ deals, goals }) {
      const { codes, dictionary, state } = deals.region;
      const counted = new Map<string, number>();
      const { values, state: blank } = goals.amount;
      for (let row = 0; row < values.length; row++) {
        if (values[row]! < 1000 - 1e-11 || blank?.[row] === BLANK) continue;
        const name = goals.region.dictionary[goals.region.codes[row]!]!.toLowerCase();
        counted.set(name, (counted.get(name) ?? 0) + 1);
      }
      const counts = Float64Array.from(dictionary, (name) => counted.get(name.toLowerCase()) ?? 0);
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) made[i] = counts[codes[i]!]!;
      if (state) for (let i = 0; i < made.length; i++) if (state[i] === BLANK) made[i] = 0;
      return numbers(made, errorsOf(deals.region));
    },
  },
  {
    group,
    formula: 'amount / XLOOKUP(rep, reps[rep], reps[quota])',
    loop({ deals, reps }) {
      const { codes, dictionary } = deals.rep;
      const rows = rowsOf(dictionary, reps.rep);
      // Nothing found is NaN: it is told apart from a quota of 0 below.
      const quotas = Float64Array.from(rows, (row) => (row === MISSING ? NaN : reps.quota.values[row]!));
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const part = amount[i]! / quotas[codes[i]!]!;
        odd += part * 0;
        made[i] = part;
      }
      // First the amount's error, then that of what is looked up, then the division's.
      const state = errorsOf(deals.amount, deals.rep);
      if (odd === 0 && !state) return numbers(made);
      const marks = state ?? new Uint8Array(made.length);
      const none = errorState('#N/A');
      const ofRep = deals.rep.state;
      for (let i = 0; i < made.length; i++) {
        if (marks[i] === 0 && (ofRep?.[i] === BLANK || Number.isNaN(quotas[codes[i]!]))) marks[i] = none;
        else if (marks[i] === 0 && quotas[codes[i]!] === 0) marks[i] = errorState('#DIV/0!');
      }
      return numbers(made, markOdd(made, marks));
    },
  },
  {
    group,
    formula: 'VLOOKUP(product, prices[], 2, FALSE) * units',
    loop({ deals, prices }) {
      const { codes, dictionary } = deals.product;
      const found = Float64Array.from(rowsOf(dictionary, prices.product), (row) => prices.price.values[row] ?? NaN);
      const units = deals.units.values;
      const made = new Float64Array(deals.count);
      let odd = 0;
      for (let i = 0; i < made.length; i++) {
        const one = found[codes[i]!]! * units[i]!;
        odd += one * 0;
        made[i] = one;
      }
      if (odd !== 0) throw new Error('every product has a price');
      const first = errorsOf(deals.product);
      blanksAs(deals.product, first, errorState('#N/A'));
      return numbers(made, first ? errorsOf({ type: 'number', values: made, state: first }, deals.units) : undefined);
    },
  },
  {
    group,
    formula: 'INDEX(reps[rate], MATCH(rep, reps[rep], 0))',
    loop({ deals, reps }) {
      const { codes, dictionary } = deals.rep;
      const rows = rowsOf(dictionary, reps.rep);
      const none = errorState('#N/A');
      const rates = Float64Array.from(rows, (row) => (row === MISSING ? 0 : reps.rate.values[row]!));
      const marks = Uint8Array.from(rows, (row) => (row === MISSING ? none : 0));
      const made = new Float64Array(deals.count);
      const state = new Uint8Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const code = codes[i]!;
        made[i] = rates[code]!;
        state[i] = marks[code]!;
      }
      const ofRep = deals.rep.state;
      if (ofRep) {
        for (let i = 0; i < made.length; i++) if (ofRep[i] !== 0) state[i] = ofRep[i] === BLANK ? none : ofRep[i]!;
      }
      return numbers(made, state);
    },
  },
  {
    group,
    formula: 'XLOOKUP(amount, tiers[from], tiers[rate], 0, -1)',
    loop({ deals, tiers }) {
      const [edges, rates] = [tiers.from.values, tiers.rate.values];
      const amount = deals.amount.values;
      const made = new Float64Array(deals.count);
      for (let i = 0; i < made.length; i++) {
        const one = amount[i]!;
        let at = -1;
        for (let edge = 0; edge < edges.length; edge++) at += +(one >= edges[edge]!);
        made[i] = rates[at]!;
      }
      // A blank finds nothing: the answer for that is 0.
      const blank = deals.amount.state;
      if (blank) for (let i = 0; i < made.length; i++) if (blank[i] === BLANK) made[i] = 0;
      return numbers(made, errorsOf(deals.amount));
    },
  },
];
