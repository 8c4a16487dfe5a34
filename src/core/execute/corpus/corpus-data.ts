/**
 * The tables that the corpus of formulas runs on. Same numbers for the same count, on every machine. Loops may rely on this: amounts, costs and quotas
 * are at or above 0 and have two decimals, units are whole, dates are whole days, and a blank or broken cell of numbers holds 0.
 */
import { BLANK, FIRST_ERROR, type Frame, type NumericColumn, type TextColumn } from '../../data/column.ts';
import { errorTexts } from '../../data/value.ts';
import type { ColumnInfo } from '../../data/schema.ts';

export const REPS = 500;
const REGIONS = 8;
const GOALS = 2_000;
export const PRODUCTS = ['Switch', 'Router', 'Licence', 'Gateway', 'Support', 'Training'];
const STAGES = ['Won', 'Lost', 'won', 'Open', 'Proposal'];
/** 2023-01-01, and three years of days from it. */
const FIRST_DAY = 44_927;
const DAYS = 1_096;

export interface Deals {
  readonly count: number;
  readonly amount: NumericColumn;
  readonly cost: NumericColumn;
  readonly quota: NumericColumn;
  readonly discount: NumericColumn;
  readonly units: NumericColumn;
  readonly is_new: NumericColumn;
  readonly close: NumericColumn;
  readonly due: NumericColumn;
  readonly rep: TextColumn;
  readonly region: TextColumn;
  readonly product: TextColumn;
  readonly stage: TextColumn;
  /** Different in every row. */
  readonly deal: TextColumn;
}

export interface CorpusData {
  readonly deals: Deals;
  /** One row for each person of deals but ten. */
  readonly reps: { readonly rep: TextColumn; readonly quota: NumericColumn; readonly rate: NumericColumn };
  readonly goals: { readonly rep: TextColumn; readonly region: TextColumn; readonly amount: NumericColumn };
  readonly prices: { readonly product: TextColumn; readonly price: NumericColumn };
  readonly tiers: { readonly from: NumericColumn; readonly rate: NumericColumn };
}

const info = (type: ColumnInfo['type'], ...keys: string[]): ColumnInfo[] => keys.map((key) => ({ key, type }));

export const corpusColumns: Readonly<Record<keyof CorpusData, readonly ColumnInfo[]>> = {
  deals: [
    ...info('number', 'amount', 'cost', 'quota', 'discount', 'units'),
    ...info('boolean', 'is_new'),
    ...info('date', 'close', 'due'),
    ...info('text', 'rep', 'region', 'product', 'stage', 'deal'),
  ],
  reps: [...info('text', 'rep'), ...info('number', 'quota', 'rate')],
  goals: [...info('text', 'rep', 'region'), ...info('number', 'amount')],
  prices: [...info('text', 'product'), ...info('number', 'price')],
  tiers: info('number', 'from', 'rate'),
};

function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const make = (count: number, one: (row: number) => number) =>
  Float64Array.from({ length: count }, (_, row) => one(row));
const coded = (codes: Int32Array, dictionary: readonly string[]): TextColumn => ({ type: 'text', codes, dictionary });
const drawn = (count: number, dictionary: readonly string[], next: (below: number) => number): TextColumn =>
  coded(
    Int32Array.from({ length: count }, () => next(dictionary.length)),
    dictionary,
  );

/** `holes`: the share of cells of every column of deals that are blank (three of four) or an error; some goals and quotas of reps are blank too. */
export function corpusData(count: number, holes = 0): CorpusData {
  const next = sequence(77_003);
  const names = Array.from({ length: REPS }, (_, rep) => `R${String(rep).padStart(3, '0')}`);
  const regions = Array.from({ length: REGIONS }, (_, region) => `Region ${region + 1}`);
  const number = (one: (row: number) => number, type: NumericColumn['type'] = 'number'): NumericColumn => ({
    type,
    values: make(count, one),
  });
  const amount = number(() => (next(4) === 0 ? next(800) * 100 : (100 + next(8_000_000)) / 100));
  const close = number(() => FIRST_DAY + next(DAYS), 'date');
  const plain: Deals = {
    count,
    amount,
    cost: number((row) => Math.round(amount.values[row]! * (30 + next(80))) / 100),
    quota: number(() => (1_000 + next(5_000_000)) / 100),
    // 0.3 - 0.2 is not quite 0.1: some of these stand on an edge only with the tolerance.
    discount: number(() => [0, 0.05, 0.1, 0.3 - 0.2, 0.15, 0.2, 0.1 + 0.2, 0.4][next(8)]!),
    units: number(() => next(90)),
    is_new: number(() => +(next(3) === 0), 'boolean'),
    close,
    due: number((row) => close.values[row]! + next(95) - 3, 'date'),
    rep: drawn(count, names, next),
    region: drawn(count, regions, next),
    product: drawn(count, PRODUCTS, next),
    stage: drawn(count, STAGES, next),
    deal: coded(
      Int32Array.from({ length: count }, (_, row) => row),
      Array.from({ length: count }, (_, row) => `D-${String(row).padStart(7, '0')}`),
    ),
  };
  const known = names.slice(0, REPS - 10);
  const goals = make(GOALS, () => (1_000 + next(500_000)) / 100);
  const quotas = make(known.length, () => (10_000 + next(9_000_000)) / 100);
  const some = (values: Float64Array): NumericColumn =>
    holes > 0 ? withHoles({ type: 'number', values }, 0.02, next, true) : { type: 'number', values };
  return {
    deals: holes > 0 ? brokenDeals(plain, holes, next) : plain,
    reps: {
      rep: coded(
        Int32Array.from(known, (_, row) => row),
        known,
      ),
      quota: some(quotas),
      rate: { type: 'number', values: make(known.length, () => next(200) / 1_000) },
    },
    goals: { rep: drawn(GOALS, names, next), region: drawn(GOALS, regions, next), amount: some(goals) },
    prices: {
      product: coded(
        Int32Array.from(PRODUCTS, (_, row) => row),
        PRODUCTS,
      ),
      price: { type: 'number', values: make(PRODUCTS.length, () => (500 + next(90_000)) / 100) },
    },
    tiers: {
      from: { type: 'number', values: make(12, (row) => row ** 2 * 500) },
      rate: { type: 'number', values: make(12, (row) => (row + 1) / 100) },
    },
  };
}

function brokenDeals(deals: Deals, holes: number, next: (below: number) => number): Deals {
  const entries = Object.entries(deals).map(([key, column]: [string, unknown]) =>
    key === 'count' ? [key, column] : [key, withHoles(column as NumericColumn | TextColumn, holes, next, false)],
  );
  return Object.fromEntries(entries) as Deals;
}

function withHoles<C extends NumericColumn | TextColumn>(
  column: C,
  share: number,
  next: (below: number) => number,
  onlyBlanks: boolean,
): C {
  const cells = 'codes' in column ? column.codes.slice() : column.values.slice();
  const state = new Uint8Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    if (next(10_000) >= share * 10_000) continue;
    state[row] = onlyBlanks || next(4) > 0 ? BLANK : FIRST_ERROR + next(errorTexts.length);
    cells[row] = 0;
  }
  return { ...column, ...('codes' in column ? { codes: cells } : { values: cells }), state };
}

/** A table as the engine takes it, in column objects of its own: nothing that an earlier run remembers of a column is found again. */
export function corpusFrames(data: CorpusData): Readonly<Record<keyof CorpusData, Frame>> {
  const frame = (columns: object): Frame => {
    const all = Object.entries(columns).filter(([key]) => key !== 'count') as [string, NumericColumn | TextColumn][];
    const first = all[0]?.[1];
    const rowCount = first === undefined ? 0 : 'codes' in first ? first.codes.length : first.values.length;
    return {
      rowCount,
      columns: new Map(
        all.map(([key, column]) => [
          key,
          'codes' in column ? { ...column, dictionary: column.dictionary.slice() } : { ...column },
        ]),
      ),
    };
  };
  return {
    deals: frame(data.deals),
    reps: frame(data.reps),
    goals: frame(data.goals),
    prices: frame(data.prices),
    tiers: frame(data.tiers),
  };
}
