/**
 * Pay by bands: one arithmetic for the `bands` step, the BANDS function and traces.
 *
 * The pay for a measured value `v` is `f(v)`, the rate summed over every part of `v`, counted from zero:
 * - what lies below the first band earns nothing, except that a whole or retroactive rate pays on everything below it too;
 * - negative values where the first band starts at or above zero are reversals: `f(-v) = -f(v)`. Bands that start below zero take negative values as
 *   they are. Band amounts (interpolated) are never reversed: below the first band they are 0;
 * - a row of a running total earns `f(after) - f(before)`, so a de-booking takes back exactly what it had earned.
 */
import { errors, type ErrorValue } from '../data/value.ts';
import { payRow, together, type BandOutcome, type BandRow, type PayLine } from './band-pay.ts';
import { bandTable, difference, type BandMode, type BandTable, type BandTie, type PayBand } from './band-table.ts';

/** What the rate pays on. `amount` is spread evenly over the value; `target` is pay at 100 % of the measure. */
export type PaysOn =
  | { readonly on: 'value' }
  | { readonly on: 'amount'; readonly amount: number }
  | { readonly on: 'target'; readonly target: number };

export interface BandPayment {
  readonly value: number;
  /** A quota: the measure is `value / scale`. Zero answers `#DIV/0!`, a negative one `#NUM!`. */
  readonly scale?: number;
  /** Default: on the value. */
  readonly pays?: PaysOn;
  readonly bands: readonly PayBand[];
  readonly mode: BandMode;
  readonly tie?: BandTie;
  /** What was reached before, in the value's unit: the answer is what `value` adds. */
  readonly opening?: number;
}

export interface BandPay {
  readonly amount: number;
  /** Index of the band reached, -1: below the first. */
  readonly band: number;
  /** The pay per unit of what this value pays on (the blended rate); null for band amounts. */
  readonly rate: number | null;
  readonly lines: readonly PayLine[];
}

/** The pay for one value. Unrounded: rounding belongs to the design. */
export function payByBands(payment: BandPayment): BandPay | ErrorValue {
  const { pays = { on: 'value' }, scale, opening } = payment;
  const fault = scaleFault(scale);
  if (fault) return fault;
  const table = bandTable(payment.bands, payment.mode, payment.tie);
  const basis = pays.on === 'amount' ? pays.amount : pays.on === 'target' ? pays.target : 0;
  const outcome: BandOutcome = { amount: 0, band: -1, rate: 0 };
  const lines: PayLine[] = [];
  const row = { before: opening ?? 0, fresh: opening === undefined, delta: payment.value, scale: scale ?? 1 };
  payRow(table, { ...row, on: pays.on, basis }, outcome, lines);
  if (!Number.isFinite(outcome.amount)) return errors['#NUM!'];
  return { amount: outcome.amount, band: outcome.band, rate: table.earnsAmounts ? null : outcome.rate, lines };
}

/** BANDS(value, table, mode): the amount alone, for one measure after another. In retroactive mode with no band marked, every band is. */
export function measurePayer(
  bands: readonly PayBand[],
  mode: BandMode,
  tie: BandTie = 'lower-in',
): (measure: number) => number | ErrorValue {
  const unmarked = mode === 'retroactive' && !bands.some((band) => band.retroactive);
  const table = bandTable(unmarked ? bands.map((band) => ({ ...band, retroactive: true })) : bands, mode, tie);
  const quick = mode === 'marginal' && tie === 'lower-in' ? marginalPayer(table) : undefined;
  const outcome: BandOutcome = { amount: 0, band: -1, rate: 0 };
  const row: BandRow = { before: 0, fresh: true, delta: 0, scale: 1, on: 'value', basis: 0, amountOnly: true };
  return (measure) => {
    if (quick && measure >= 0) return quick(measure);
    row.delta = measure;
    payRow(table, row, outcome);
    return Number.isFinite(outcome.amount) ? outcome.amount : errors['#NUM!'];
  };
}

/**
 * Marginal pay for a measure of 0 or more: what the bands below earn is added up once, in the order in which `payRow` adds it. Undefined where bands begin
 * below zero or are not in order.
 */
function marginalPayer(table: BandTable): ((measure: number) => number | ErrorValue) | undefined {
  const { edges, rate, count } = table;
  if (count === 0 || !((edges[0] as number) >= 0)) return undefined;
  const below = new Float64Array(count);
  for (let band = 0; band + 1 < count; band++) {
    const [low, high] = [edges[band] as number, edges[band + 1] as number];
    if (!(high > low)) return undefined;
    below[band + 1] = together(below[band] as number, difference(high, low) * (rate[band] as number));
  }
  return (measure) => {
    let band = -1;
    while (band + 1 < count && measure >= (edges[band + 1] as number)) band++;
    if (band < 0) return 0;
    const low = edges[band] as number;
    const part = low === 0 ? measure : difference(measure, low);
    const earned = below[band] as number;
    const amount = part === 0 ? earned : together(earned, part * (rate[band] as number));
    return Number.isFinite(amount) ? amount : errors['#NUM!'];
  };
}

/** Attainment on no quota is undefined: the plan must choose what then. */
export function scaleFault(scale: number | undefined): ErrorValue | undefined {
  if (scale === undefined || scale > 0) return undefined;
  return scale === 0 ? errors['#DIV/0!'] : errors['#NUM!'];
}
