/** Why a number is what it is: one level, with references to ask on. Statement, drill-down, audit and the command line read the same trace. */
import type { ColumnType, Format } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { BandMode, DecideStep, StepId } from '../program/table-program.ts';
import type { Origin } from '../program/origin.ts';

export interface CellRef {
  readonly step: StepId;
  readonly row: number;
  readonly column: string;
}

export interface TraceInput {
  /** The name as the formula writes it. */
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly type: ColumnType | 'mixed';
  readonly format?: Format;
  /** Where to ask on: another cell; a parameter has none. */
  readonly cell?: CellRef;
  readonly parameter?: string;
}

export interface BandLine {
  readonly label: string;
  readonly from: number;
  /** null: no upper edge. */
  readonly to: number | null;
  /** The part of the amount that falls in the band. */
  readonly on: number;
  readonly rate: number | null;
  readonly amount: number;
  readonly retroactive: boolean;
}

/** What a rule of a decision came to on the row; `because`: the condition that settled it (or left it undecided), with its values. */
export interface RuleLine {
  /** From 0, as listed. */
  readonly rule: number;
  readonly label?: string;
  /** `hidden`: it matches, but another one decides. */
  readonly verdict: 'applies' | 'hidden' | 'not' | 'undecided';
  readonly because: Bilingual;
}

/** Two rows of a cluster (of its input, from 0) that a rule holds together. */
export interface LinkLine {
  readonly from: number;
  readonly to: number;
  /** From 0, as listed. */
  readonly rule: number;
  readonly label?: string;
}

export type TraceHow =
  | { readonly by: 'source'; readonly table: string; readonly row: number }
  /** The value passed through unchanged (filter, select, sort, join …). */
  | { readonly by: 'kept' }
  | { readonly by: 'formula' }
  | { readonly by: 'aggregate'; readonly count: number }
  | {
      readonly by: 'bands';
      readonly mode: BandMode;
      readonly measure: number;
      readonly measured: 'value' | 'ratio';
      readonly lines: readonly BandLine[];
    }
  | {
      readonly by: 'allocate';
      readonly whole: Value;
      readonly weight: Value;
      readonly parts: number;
      /** Step-down: the part of `whole` that came from earlier pools, and how many receivers are closed. */
      readonly received?: number;
      readonly closed?: number;
    }
  | { readonly by: 'decide'; readonly hit: DecideStep['hit']; readonly rules: readonly RuleLine[] }
  | {
      readonly by: 'choose';
      /** null: not chosen. */
      readonly rank: number | null;
      readonly objective: Value;
      /** Rows of the group, those that meet every constraint, and those chosen. */
      readonly rows: number;
      readonly eligible: number;
      readonly chosen: number;
    }
  | { readonly by: 'cluster'; readonly rows: number; readonly links: readonly LinkLine[] }
  | { readonly by: 'lookup'; readonly found: boolean }
  | { readonly by: 'ancestors'; readonly level: number }
  | { readonly by: 'spine' };

/** Rows that a value came from: at most 1,000 are listed, `total` counts all. */
export interface TraceRows {
  readonly step: StepId;
  readonly rows: readonly number[];
  readonly total: number;
  readonly column?: string;
}

export interface Trace {
  readonly cell: CellRef;
  readonly label: string;
  readonly origin: Origin;
  readonly value: Value;
  readonly type: ColumnType | 'mixed';
  readonly format?: Format;
  readonly how: TraceHow;
  /** The formula as people read it, and with its values in it; empty where there is none. */
  readonly formula: string;
  readonly substituted: string;
  readonly inputs: readonly TraceInput[];
  readonly rows: readonly TraceRows[];
  readonly sentence: Bilingual;
}
