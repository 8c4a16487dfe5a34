/** What a rate table pays along its measure, with the jumps at its edges: the live curve of the band editor. */
import { isError } from '../data/value.ts';
import type { BandMode, BandTie, PayBand } from '../formula/band-table.ts';
import { payByBands, type PaysOn } from '../formula/bands.ts';

export interface PayCurveInput {
  /** In ascending order of `from`; edges in the measure's unit. */
  readonly bands: readonly PayBand[];
  readonly mode: BandMode;
  readonly tie?: BandTie;
  /** What 1 (100 %) of the measure is worth: a quota, or the pay at target. Absent: the measure is the amount itself. */
  readonly base?: number;
  /** `value`: rates pay on measure × base. `target`: rates pay on base, which is the pay at 100 %. */
  readonly pays: 'value' | 'target';
  /** The measure up to which the curve is wanted; it always passes the last edge. */
  readonly reach?: number;
}

export interface CurvePoint {
  readonly measure: number;
  readonly pay: number;
}

export interface PayJump {
  /** Index of the band that starts here. */
  readonly band: number;
  readonly at: number;
  /** The pay just below the edge and just from it on; `by` is what a step over the edge is worth. */
  readonly before: number;
  readonly after: number;
  readonly by: number;
}

export interface PayCurve {
  readonly from: number;
  readonly to: number;
  /** One line per stretch without a jump inside, each at least two points. */
  readonly lines: readonly (readonly CurvePoint[])[];
  /** In order of the measure. */
  readonly jumps: readonly PayJump[];
}

/** Interpolated rates bend the line between two edges. */
const bendPoints = 16;

/** null where the bands are empty, out of order or not finite, or the base is not positive: then there is nothing to draw. */
export function payCurve(input: PayCurveInput): PayCurve | null {
  const { bands, base } = input;
  const first = bands[0];
  const last = bands.at(-1);
  if (!first || !last || !isAscending(bands) || (base !== undefined && !(base > 0))) return null;
  const from = Math.min(0, first.from);
  const to = Math.max(last.from + Math.abs(last.from) / 4, input.reach ?? 0, last.from === from ? from + 1 : from);
  const lines: CurvePoint[][] = [];
  const jumps: PayJump[] = [];
  let line: CurvePoint[] = first.from > from ? [point(from, 0), point(first.from, 0)] : [];
  bands.forEach((band, index) => {
    const before = line.at(-1)?.pay ?? 0;
    const after = payAt(input, band.from, 'lower-in');
    const by = after - before;
    if (line.length > 0 && Math.abs(by) > Math.max(Math.abs(before), Math.abs(after)) * 1e-9) {
      jumps.push({ band: index, at: band.from, before, after, by });
      lines.push(line);
      line = [];
    }
    const end = bands[index + 1]?.from ?? to;
    if (line.length === 0) line.push(point(band.from, after));
    const steps = input.mode === 'interpolated' ? bendPoints : 1;
    for (let step = 1; step <= steps; step++) {
      const measure = step === steps ? end : band.from + ((end - band.from) * step) / steps;
      line.push(point(measure, payAt(input, measure, 'upper-in')));
    }
  });
  lines.push(line);
  return { from, to, lines, jumps };
}

const point = (measure: number, pay: number): CurvePoint => ({ measure, pay });

/** At an edge: `upper-in` gives what the band below pays up to it, `lower-in` what the band that starts there pays. */
function payAt({ bands, mode, base, pays }: PayCurveInput, measure: number, tie: BandTie): number {
  const on: PaysOn = pays === 'target' ? { on: 'target', target: base ?? 0 } : { on: 'value' };
  const unit = pays === 'target' ? 1 : base;
  const pay = payByBands({
    value: unit === undefined ? measure : measure * unit,
    ...(unit === undefined ? {} : { scale: unit }),
    pays: on,
    bands,
    mode,
    tie,
  });
  return isError(pay) ? 0 : pay.amount;
}

function isAscending(bands: readonly PayBand[]): boolean {
  return bands.every((band, index) => {
    const before = bands[index - 1];
    return Number.isFinite(band.from) && (before === undefined || before.from < band.from);
  });
}

/** How many of the measures stand just below an edge: at least `at - within`, and less than `at`. */
export function justBelow(measures: readonly number[], at: number, within: number): number {
  return measures.filter((measure) => measure >= at - within && measure < at).length;
}

/** The jump that moves the most money, up or down. */
export function largestJump(curve: PayCurve): PayJump | undefined {
  return curve.jumps.reduce<PayJump | undefined>(
    (most, jump) => (most && Math.abs(most.by) >= Math.abs(jump.by) ? most : jump),
    undefined,
  );
}
