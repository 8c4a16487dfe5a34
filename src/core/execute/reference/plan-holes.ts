/**
 * The measured plan on deals with holes: blank amounts, costs, products, reps and flags, and errors where they do not spoil every total of a rep. What
 * every deal pays comes in whole numbers, as in `plan-workload.ts`, and what it answers instead is told as a cell state.
 */
import { BLANK, FIRST_ERROR, isNumeric, isText, type Column, type Frame } from '../../data/column.ts';
import { errorTexts, type ErrorText } from '../../data/value.ts';
import { exactPayouts, planFrames, type PlanDeals } from './plan-workload.ts';

type Holed = 'rep' | 'product' | 'is_new' | 'amount' | 'cost';
const holed: readonly Holed[] = ['rep', 'product', 'is_new', 'amount', 'cost'];
/** A broken amount would make the totals of its rep an error, and with them every deal of the rep; a broken rep is a group of its own. */
const breakable: readonly Holed[] = ['product', 'is_new', 'cost'];

export interface HoledDeals {
  /** Blank and broken cells hold 0; rows without a rep sell for nobody. */
  readonly deals: PlanDeals;
  readonly states: Readonly<Record<Holed, Uint8Array>>;
  readonly frames: Readonly<Record<'deals' | 'quotas', Frame>>;
}

const state = (error: ErrorText) => FIRST_ERROR + errorTexts.indexOf(error);

/** `share`: of the cells of each column; a quarter of them errors where a column may hold errors. */
export function withHoles(deals: PlanDeals, share: number): HoledDeals {
  let seed = 40_507;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const states = {
    rep: new Uint8Array(deals.count),
    product: new Uint8Array(deals.count),
    is_new: new Uint8Array(deals.count),
    amount: new Uint8Array(deals.count),
    cost: new Uint8Array(deals.count),
  };
  for (const key of holed) {
    for (let row = 0; row < deals.count; row++) {
      if (next(100_000) >= share * 100_000) continue;
      states[key][row] = breakable.includes(key) && next(4) === 0 ? FIRST_ERROR + next(errorTexts.length) : BLANK;
    }
  }
  const emptied = <A extends Int32Array | Uint8Array>(cells: A, key: Holed): A => {
    const made = cells.slice() as A;
    for (let row = 0; row < made.length; row++) if (states[key][row] !== 0) made[row] = 0;
    return made;
  };
  const left: PlanDeals = {
    ...deals,
    rep: emptied(deals.rep, 'rep'),
    product: emptied(deals.product, 'product'),
    isNew: emptied(deals.isNew, 'is_new'),
    amount: emptied(deals.amount, 'amount'),
    cost: emptied(deals.cost, 'cost'),
  };
  const frames = planFrames(left);
  const columns = new Map<string, Column>();
  for (const [key, column] of frames.deals.columns) {
    const mark = states[key as Holed] as Uint8Array | undefined;
    columns.set(key, mark && (isNumeric(column) || isText(column)) ? { ...column, state: mark } : column);
  }
  return { deals: left, states, frames: { ...frames, deals: { rowCount: deals.count, columns } } };
}

/** What every deal pays, in cents, and its state: the first error on the way to it. */
export function exactHoledPayouts({ deals, states }: HoledDeals): {
  readonly cents: Float64Array;
  readonly state: Uint8Array;
} {
  // AND skips a blank flag, so that the product decides; what is no product earns no bonus.
  const isNew = deals.isNew.map((flag, row) =>
    states.product[row] !== 0 ? 0 : states.is_new[row] === BLANK ? 1 : flag,
  );
  // What nobody sold must count for nobody's attainment.
  const amount = deals.amount.map((cents, row) => (states.rep[row] === BLANK ? 0 : cents));
  const cents = exactPayouts({ ...deals, isNew, amount });
  const made = new Uint8Array(deals.count);
  for (let row = 0; row < deals.count; row++) {
    const cost = states.cost[row] as number;
    const flags = [states.is_new[row] as number, states.product[row] as number];
    if (cost >= FIRST_ERROR) made[row] = cost;
    else if (deals.amount[row] === 0) made[row] = state('#DIV/0!');
    else if (states.rep[row] === BLANK) made[row] = state('#N/A');
    else made[row] = flags.find((one) => one >= FIRST_ERROR) ?? 0;
    if (made[row] !== 0) cents[row] = 0;
  }
  return { cents, state: made };
}
