/** Pay by bands in exact fractions, one row at a time, written from the meaning and not from the kernel. */
import type { BandMode, BandTie, PayBand } from '../../formula/band-table.ts';
import {
  add,
  compare,
  divide,
  least,
  most,
  multiply,
  negative,
  rational,
  subtract,
  sum,
  ZERO,
  type Rational,
} from './rational.ts';

export interface ReferenceBands {
  readonly bands: readonly PayBand[];
  readonly mode: BandMode;
  readonly tie: BandTie;
  readonly on: 'value' | 'amount' | 'target';
}

export interface ReferenceRow {
  readonly value: number;
  readonly scale?: number;
  /** The amount, or the target. */
  readonly basis?: number;
}

/** What a total earns: by segment (0: below the first band), the part that is paid on, times the rate that now holds there. */
type Parts = readonly Rational[];

/** The pay of each row alone, each after its own opening. */
export function payAlone(
  given: ReferenceBands,
  rows: readonly (ReferenceRow & { readonly opening?: number })[],
): Rational[] {
  return rows.map((row) => payAlong(given, [row], row.opening)[0] ?? ZERO);
}

/** The pay of rows one after another: each earns what it adds to the total. */
export function payAlong(given: ReferenceBands, rows: readonly ReferenceRow[], opening?: number): Rational[] {
  let total = rational(opening ?? 0);
  let amounts: Parts | null = given.on === 'amount' ? given.bands.map(() => ZERO).concat(ZERO) : null;
  let fresh = opening === undefined;
  return rows.map((row) => {
    const after = add(total, rational(row.value));
    const ways = new Ways(given, row);
    let earned: Rational;
    if (given.mode === 'interpolated' && given.bands.some((band) => band.amount !== undefined)) {
      earned = subtract(ways.amounts(after), fresh ? ZERO : ways.amounts(total));
    } else if (amounts) {
      const before = amounts;
      amounts = ways.spread(amounts, total, after);
      earned = subtract(ways.pay(amounts, ways.outside(after) ? null : after), ways.pay(before, total));
    } else {
      earned = subtract(ways.pay(ways.parts(after), after), ways.pay(ways.parts(total), total));
    }
    total = after;
    fresh = false;
    return earned;
  });
}

class Ways {
  readonly #given: ReferenceBands;
  readonly #row: ReferenceRow;
  readonly #edges: readonly Rational[];
  constructor(given: ReferenceBands, row: ReferenceRow) {
    this.#given = given;
    this.#row = row;
    const scale = rational(row.scale ?? 1);
    this.#edges = given.bands.map((band) => multiply(rational(band.from), scale));
  }

  get #mirrored(): boolean {
    const first = this.#edges[0];
    return first !== undefined && compare(first, ZERO) >= 0;
  }

  reached(value: Rational): number {
    const size = this.#mirrored && compare(value, ZERO) < 0 ? negative(value) : value;
    const { tie } = this.#given;
    return this.#edges.findLastIndex((edge, i) => {
      const order = compare(size, edge);
      return order > 0 || (order === 0 && (tie === 'lower-in' || i === 0));
    });
  }

  outside(after: Rational): boolean {
    const { value, basis = 0 } = this.#row;
    return this.#mirrored && compare(after, ZERO) < 0 && value * basis < 0;
  }

  /** The length of [0, value] in each segment, with the sign of a reversal. */
  lengths(value: Rational): Parts {
    const sign = this.#mirrored && compare(value, ZERO) < 0;
    const size = sign ? negative(value) : value;
    const below = (edge: Rational | undefined) => (edge === undefined ? size : least(size, edge));
    const zero = (edge: Rational | undefined) => (edge === undefined ? ZERO : least(ZERO, edge));
    const first = this.#edges[0];
    const lengths = [subtract(below(first), zero(first))];
    this.#edges.forEach((low, i) => {
      const high = this.#edges[i + 1];
      const upTo = (x: Rational) => most(high === undefined ? x : least(x, high), low);
      lengths.push(subtract(upTo(size), upTo(ZERO)));
    });
    return sign ? lengths.map(negative) : lengths;
  }

  parts(value: Rational): Parts {
    const { scale = 1, basis = 0 } = this.#row;
    if (this.#given.on === 'value') return this.lengths(value);
    const perUnit = divide(rational(basis), rational(scale));
    return this.lengths(value).map((length) => multiply(length, perUnit));
  }

  spread(earlier: Parts, before: Rational, after: Rational): Parts {
    const basis = rational(this.#row.basis ?? 0);
    if (this.outside(after)) return earlier.map((part, i) => (i === 0 ? add(part, basis) : part));
    const delta = subtract(after, before);
    const from = this.lengths(before);
    const to = this.lengths(after);
    if (compare(delta, ZERO) === 0) {
      const at = this.#edges.findLastIndex((edge) => compare(after, edge) >= 0) + 1;
      return earlier.map((part, i) => (i === at ? add(part, basis) : part));
    }
    return earlier.map((part, i) => {
      const share = divide(subtract(to[i] ?? ZERO, from[i] ?? ZERO), delta);
      return add(part, multiply(share, basis));
    });
  }

  /** `at` null: no band is reached. */
  pay(parts: Parts, at: Rational | null): Rational {
    const { bands, mode } = this.#given;
    const reached = at === null ? -1 : this.reached(at);
    const rateOf = (band: number) => rational(bands[band]?.rate ?? 0);
    const cut = bands.findLastIndex((band, i) => i <= reached && band.retroactive === true);
    return sum(
      parts.map((part, segment) => {
        const own = segment - 1;
        if (mode === 'whole') return reached < 0 ? ZERO : multiply(part, rateOf(reached));
        if (mode === 'interpolated') return at === null ? ZERO : multiply(part, this.rateOnLine(at));
        if (mode === 'retroactive' && own <= cut && cut >= 0) return multiply(part, rateOf(cut));
        return own < 0 ? ZERO : multiply(part, rateOf(own));
      }),
    );
  }

  rateOnLine(value: Rational): Rational {
    const size = this.#mirrored && compare(value, ZERO) < 0 ? negative(value) : value;
    const reached = this.#edges.findLastIndex((edge) => compare(size, edge) >= 0);
    if (reached < 0) return ZERO;
    const rateOf = (band: number) => rational(this.#given.bands[band]?.rate ?? 0);
    const low = this.#edges[reached] as Rational;
    const high = this.#edges[reached + 1];
    if (!high) return rateOf(reached);
    const part = divide(subtract(size, low), subtract(high, low));
    return add(rateOf(reached), multiply(part, subtract(rateOf(reached + 1), rateOf(reached))));
  }

  amounts(value: Rational): Rational {
    return sum(
      this.#edges.slice(0, -1).map((low, i) => {
        const high = this.#edges[i + 1] as Rational;
        const passed = subtract(most(least(value, high), low), low);
        return multiply(rational(this.#given.bands[i]?.amount ?? 0), divide(passed, subtract(high, low)));
      }),
    );
  }
}
