/** The kernel of `bands.ts`: what one row adds to the pay of a running (or fresh) measure, and the lines that say why. */
import { decimal, difference, reachedBand, scaleBands, type BandTable } from './band-table.ts';

/** A row as the kernel takes it; one object may be filled again and again. */
export interface BandRow {
  /** The measured value reached before this row, in the value's unit. */
  before: number;
  /** Nothing came before: the row earns all that its value earns. */
  fresh: boolean;
  delta: number;
  /** 1 where the measure is the value itself; positive. */
  scale: number;
  on: 'value' | 'amount' | 'target';
  /** The amount of this row, or the target. */
  basis: number;
  /** Nobody asks for the rate: `out.rate` is left as it is where it would have to be worked out. */
  amountOnly?: boolean;
  /**
   * Where a running scope pays on an amount: the amounts of earlier rows by segment (segment 0 lies below the first band). The kernel adds this row's.
   */
  earlier?: Float64Array;
}

export interface BandOutcome {
  amount: number;
  /** Index of the band reached, -1: below the first. */
  band: number;
  /** Pay per unit of what this row pays on; NaN for band amounts. */
  rate: number;
}

export interface PayLine {
  /** Index of the band whose rate pays. */
  readonly band: number;
  /** In the measure's unit (a ratio where there is a scale). */
  readonly from: number;
  readonly to: number | null;
  /** The part of what is paid on that falls here. */
  readonly on: number;
  /** null: a band amount earned in proportion. Where parts are paid `again`: the rate added. */
  readonly rate: number | null;
  readonly amount: number;
  /** The rate also pays on what lies below its band. */
  readonly retroactive: boolean;
  /** Earlier parts paid anew, because a band was reached that pays on what lies below it (or is no longer reached). */
  readonly again: boolean;
}

/** Segments up to `through` are paid at `rate`, that of `band`; those above at their own. -2: none. */
interface Cut {
  readonly through: number;
  readonly rate: number;
  readonly band: number;
}
const NO_CUT: Cut = { through: -2, rate: 0, band: -1 };

/** Fills `out`, and adds to `lines` where given. */
export function payRow(table: BandTable, row: BandRow, out: BandOutcome, lines?: PayLine[]): void {
  scaleBands(table, row.scale);
  const after = row.fresh ? row.delta : row.before + row.delta;
  if (table.earnsAmounts) return earnAmounts(table, row, after, out, lines);

  const mirrored = table.count > 0 && (table.edges[0] as number) >= 0;
  // A negative margin on a positive amount is no reversal: it lies below the first band.
  const outside = mirrored && row.on === 'amount' && after < 0 && row.basis * row.delta < 0;
  const now = mirrored ? Math.abs(after) : after;
  const reached = outside ? -1 : reachedBand(table, now);
  const cut = cutOf(table, reached, now);
  let cutBefore = cut;
  if (!row.fresh && (row.before !== 0 || row.earlier)) {
    const then = mirrored ? Math.abs(row.before) : row.before;
    cutBefore = cutOf(table, reachedBand(table, then), then);
  }

  let amount = 0;
  let rateSeen = 0;
  let pieces = 0;
  const anew: PayLine[] | null = lines ? [] : null;
  const joined = Math.min(cut.through, cutBefore.through, table.count - 1);
  let until = Math.max(joined, -1);
  for (let segment = -1; segment < table.count; segment = until + 1, until = segment) {
    const rate = rateOf(table, segment, cut);
    const on = outside ? (segment === -1 ? row.basis : 0) : partOf(table, row, after, segment, until, mirrored);
    const earlier = row.fresh ? 0 : earlierOf(table, row, segment, until, mirrored);
    const added = earlier === 0 ? 0 : difference(rate, rateOf(table, segment, cutBefore));
    if (on !== 0) {
      amount = together(amount, on * rate);
      rateSeen = rate;
      pieces++;
    }
    if (added !== 0) {
      amount = together(amount, earlier * added);
      pieces += 2;
    }
    if (lines) {
      const band = segment <= cut.through ? cut.band : segment;
      const span = joined >= table.count - 1 ? spanOf(table, cut.band, cut.band) : spanOf(table, segment, until);
      const retroactive = table.mode === 'retroactive' && segment <= cut.through && cut.band > 0;
      if (on !== 0 && band >= 0) {
        addLine(lines, { band, ...span, on, rate, amount: on * rate, retroactive, again: false });
      }
      if (added !== 0) {
        anew?.push({
          band,
          ...span,
          on: earlier,
          rate: added,
          amount: earlier * added,
          retroactive: true,
          again: true,
        });
      }
    }
  }
  if (anew) lines?.push(...anew);
  if (row.earlier) keepParts(table, row, row.earlier, after, mirrored, outside);

  out.amount = amount;
  out.band = reached;
  if (row.amountOnly) return;
  const whole = row.on === 'value' ? row.delta : row.on === 'amount' ? row.basis : (row.basis * row.delta) / row.scale;
  out.rate = pieces === 1 ? rateSeen : whole === 0 ? rateOf(table, reached, cut) : decimal(amount / whole);
}

/** A sum in which what is taken back leaves no digits behind that neither side had: 39,201.6834 − 36,785.7084 is 2,415.975, a tie. */
export function together(a: number, b: number): number {
  return a < 0 === b < 0 ? a + b : difference(a, -b);
}

/** Neighbouring parts that one band's rate pays on are one line. */
function addLine(lines: PayLine[], line: PayLine): void {
  const last = lines.at(-1);
  if (!last || !line.retroactive || last.band !== line.band) {
    lines.push(line);
    return;
  }
  const on = decimal(last.on + line.on);
  lines[lines.length - 1] = { ...last, to: line.to, on, amount: on * (line.rate ?? 0) };
}

function cutOf(table: BandTable, reached: number, value: number): Cut {
  switch (table.mode) {
    case 'marginal':
      return NO_CUT;
    case 'whole':
      return { through: table.count, rate: reached < 0 ? 0 : (table.rate[reached] as number), band: reached };
    case 'interpolated':
      return { through: table.count, rate: lineRate(table, reached, value), band: reached };
    case 'retroactive':
      for (let band = reached; band >= 0; band--)
        if (table.retroactive[band]) return { through: band, rate: table.rate[band] as number, band };
      return NO_CUT;
  }
}

function rateOf(table: BandTable, segment: number, cut: Cut): number {
  if (segment <= cut.through) return cut.rate;
  return segment < 0 ? 0 : (table.rate[segment] as number);
}

/** The rate on the line between the starts of two bands; the last band's rate holds above it. */
function lineRate(table: BandTable, reached: number, value: number): number {
  if (reached < 0) return 0;
  const rate = table.rate[reached] as number;
  if (reached + 1 >= table.count) return rate;
  const low = table.edges[reached] as number;
  const width = difference(table.edges[reached + 1] as number, low);
  const part = Math.min(Math.max(difference(value, low), 0), width);
  return rate + (difference(table.rate[reached + 1] as number, rate) * part) / width;
}

function spanOf(table: BandTable, segment: number, until: number): { from: number; to: number | null } {
  const first = table.from[0] ?? 0;
  return {
    from: segment < 0 ? Math.min(0, first) : (table.from[segment] as number),
    to: until + 1 < table.count ? (table.from[until + 1] as number) : null,
  };
}

function lowEdge(table: BandTable, segment: number, mirrored: boolean): number {
  return segment >= 0 ? (table.edges[segment] as number) : mirrored ? 0 : -Infinity;
}
function highEdge(table: BandTable, until: number): number {
  return until + 1 < table.count ? (table.edges[until + 1] as number) : Infinity;
}

/** How much of what is paid on this row lays into the segments. */
function partOf(
  table: BandTable,
  row: BandRow,
  after: number,
  segment: number,
  until: number,
  mirrored: boolean,
): number {
  const { delta, basis } = row;
  const before = row.fresh ? 0 : row.before;
  const low = lowEdge(table, segment, mirrored);
  const high = highEdge(table, until);
  // A measure of zero has no length to spread an amount over: all of it lies where the measure stands.
  if (delta === 0) return row.on !== 'amount' ? 0 : (segment === -1 || after >= low) && after < high ? basis : 0;
  const part = holdsBoth(before, after, low, high, mirrored)
    ? delta
    : difference(inside(after, low, high, mirrored), inside(before, low, high, mirrored));
  if (row.on === 'value' || part === 0) return part;
  if (row.on === 'target') return (basis * part) / row.scale;
  return part === delta ? basis : (basis * part) / delta;
}

/** How much of what is paid on lay in the segments before this row. */
function earlierOf(table: BandTable, row: BandRow, segment: number, until: number, mirrored: boolean): number {
  if (row.on === 'amount') {
    let sum = 0;
    if (row.earlier) for (let i = segment; i <= until; i++) sum += row.earlier[i + 1] as number;
    return sum;
  }
  const part = inside(row.before, lowEdge(table, segment, mirrored), highEdge(table, until), mirrored);
  return row.on === 'value' ? part : (row.basis * part) / row.scale;
}

function keepParts(
  table: BandTable,
  row: BandRow,
  earlier: Float64Array,
  after: number,
  mirrored: boolean,
  outside: boolean,
): void {
  for (let i = -1; i < table.count; i++) {
    const on = outside ? (i === -1 ? row.basis : 0) : partOf(table, row, after, i, i, mirrored);
    earlier[i + 1] = together(earlier[i + 1] as number, on);
  }
}

/** The signed part of [0, value] between two edges. */
function inside(value: number, low: number, high: number, mirrored: boolean): number {
  if (value === 0) return 0;
  if (!mirrored) return difference(Math.min(Math.max(value, low), high), Math.min(Math.max(0, low), high));
  const part = difference(Math.min(Math.max(Math.abs(value), low), high), low);
  return value < 0 ? -part : part;
}

/** Whether the way from `before` to `after` stays between the edges, so that all of it counts, digit for digit. */
function holdsBoth(before: number, after: number, low: number, high: number, mirrored: boolean): boolean {
  const from = mirrored ? Math.abs(before) : before;
  const to = mirrored ? Math.abs(after) : after;
  if (from < low || from > high || to < low || to > high) return false;
  return !mirrored || low === 0 || before < 0 === after < 0;
}

/** Band amounts, each earned in proportion to how much of its band is passed. An open band is never completed. */
function earnAmounts(table: BandTable, row: BandRow, after: number, out: BandOutcome, lines?: PayLine[]): void {
  let total = 0;
  for (let i = 0; i + 1 < table.count; i++) {
    const low = table.edges[i] as number;
    const high = table.edges[i + 1] as number;
    const start = row.fresh ? 0 : difference(Math.min(Math.max(row.before, low), high), low);
    const part = difference(difference(Math.min(Math.max(after, low), high), low), start);
    if (part === 0) continue;
    const amount = ((table.amount[i] as number) * part) / difference(high, low);
    total += amount;
    lines?.push({ band: i, ...spanOf(table, i, i), on: part, rate: null, amount, retroactive: false, again: false });
  }
  out.amount = total;
  out.band = reachedBand(table, after);
  out.rate = NaN;
}
