/**
 * Columns that are not made: an expression that names one computes it on the way, batch by batch, and nothing is written down. The driver decides when
 * (see `inlining.ts`); operations say how.
 */
import type { Column } from '../../data/column.ts';
import type { Expression } from '../../formula/expression.ts';
import type { Bindings } from './bindings.ts';

/** Errors that begin in a column: in an inlined one they have the column made after all, so that it reports them. */
export interface Watch {
  readonly step: string;
  readonly key: string;
  /** All are counted, not only noticed. */
  readonly counts: boolean;
  begun: number;
  /** The state of the first. */
  first: number;
}

export function newWatch(step: string, key: string, counts = false): Watch {
  return { step, key, counts, begun: 0, first: 0 };
}

/** An expression with what its names mean. */
export interface Bound {
  readonly expression: Expression;
  readonly bindings: Bindings;
}

/** Cell `rowOfCode[codes[i]]` of the column (without `rowOfCode`: `codes[i]`); below 0 there is none, which `missing` says: blank or `#N/A`. */
export interface Gathered {
  readonly by: 'gather';
  readonly column: Column;
  readonly codes: Int32Array;
  readonly rowOfCode: Int32Array | null;
  readonly missing: 'blank' | 'error';
  /** No code is below 0. */
  readonly complete: boolean;
}

/** Whole bands with constant edges, rates and amounts, for each row alone. */
export interface BandsInlined {
  readonly by: 'bands';
  /** `rate`: what is paid per unit, 0 below the first band; `reached`: the band's own rate, blank there. */
  readonly part: 'amount' | 'rate' | 'reached';
  readonly value: Bound;
  readonly pays: { readonly on: 'value' } | ({ readonly on: 'amount' } & Bound);
  readonly from: Float64Array;
  readonly rate: Float64Array;
  readonly decimals: number | null;
  readonly watch: Watch;
}

export type Inlined = ({ readonly by: 'formula'; readonly watch: Watch } & Bound) | BandsInlined | Gathered;

/** What a bare name stands for. */
export type Named = Column | Inlined;

export function isInlined(named: Named): named is Inlined {
  return 'by' in named;
}
