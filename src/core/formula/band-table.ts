/** Bands as typed arrays, and which band a value reaches: the part of `bands.ts` that runs once per row. */
import { TOLERANCE } from './compare.ts';
import { fifteenDigits } from './round.ts';

export type BandMode = 'whole' | 'marginal' | 'retroactive' | 'interpolated';
export type BandTie = 'lower-in' | 'upper-in';

/** One band `[from, next from)`; the last one is open. See `Band` of the table program for what the parts mean. */
export interface PayBand {
  readonly from: number;
  readonly rate?: number;
  /** What completing the band earns; read in interpolated mode only. */
  readonly amount?: number;
  readonly retroactive?: boolean;
}

/** `edges` are `from × scale`, in the value's own unit; `scaleBands` sets them. Cells may be overwritten between rows. */
export interface BandTable {
  readonly mode: BandMode;
  readonly tie: BandTie;
  readonly count: number;
  readonly from: Float64Array;
  readonly rate: Float64Array;
  readonly amount: Float64Array;
  readonly retroactive: readonly boolean[];
  readonly edges: Float64Array;
  /** Interpolated mode with band amounts: they are earned in proportion. Without: the rate is read off a line. */
  readonly earnsAmounts: boolean;
}

export function bandTable(bands: readonly PayBand[], mode: BandMode, tie: BandTie = 'lower-in'): BandTable {
  const from = Float64Array.from(bands, (band) => band.from);
  return {
    mode,
    tie,
    count: bands.length,
    from,
    rate: Float64Array.from(bands, (band) => band.rate ?? 0),
    amount: Float64Array.from(bands, (band) => band.amount ?? 0),
    retroactive: bands.map((band) => band.retroactive === true),
    edges: from.slice(),
    earnsAmounts: mode === 'interpolated' && bands.some((band) => band.amount !== undefined),
  };
}

/** Multiplies the edges by a quota. 1.1 × 100,000 is 110,000, not 110,000.00000000001: edges are 15-digit values. */
export function scaleBands(table: BandTable, scale: number): void {
  for (let i = 0; i < table.count; i++) {
    const from = table.from[i] as number;
    table.edges[i] = scale === 1 ? from : decimal(from * scale);
  }
}

/** The index of the highest band that `value` reaches, -1 below the first. Values within 2^-48 of an edge are at it. */
export function reachedBand(table: BandTable, value: number): number {
  const { edges, tie } = table;
  let reached = -1;
  for (let i = 0; i < table.count; i++) {
    const edge = edges[i] as number;
    const slack = Math.max(Math.abs(edge), Math.abs(value)) * TOLERANCE;
    // The first band holds its own start under either tie: there is no band below for it to belong to.
    const inside = tie === 'lower-in' || i === 0 ? value >= edge - slack : value > edge + slack;
    if (!inside) break;
    reached = i;
  }
  return reached;
}

/** The 15-digit value, quick where it has at most two decimals. */
export function decimal(x: number): number {
  const cents = Math.round(x * 100) / 100;
  return Math.abs(cents - x) <= Math.abs(x) * 2 ** -51 ? cents : fifteenDigits(x);
}

/**
 * `a - b` without the digits that `a` and `b` do not have: 100,000 − 99,950.3 is 49.7, not 49.69999999999709. A part of a band is such a
 * difference, and a cent hangs on its last digit where rate × part is a tie.
 */
export function difference(a: number, b: number): number {
  if (b === 0) return a;
  const rough = a - b;
  const size = Math.max(Math.abs(a), Math.abs(b));
  const cents = Math.round(rough * 100) / 100;
  if (Math.abs(cents - rough) <= size * 2 ** -50) return cents;
  const decimals = 14 - Math.floor(Math.log10(size));
  return decimals >= 0 && decimals <= 100 ? Number(rough.toFixed(decimals)) : rough;
}
