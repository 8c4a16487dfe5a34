/** An example that can be run: a formula, the data it stands on, and what it gives. */
import type { Format } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { Bilingual } from '../../problem/problem.ts';
import type { FormulaPlace } from '../scope.ts';

export type SampleType = 'number' | 'text' | 'boolean' | 'date';

export interface SampleColumn {
  readonly key: string;
  readonly type: SampleType;
  readonly label: Bilingual;
  readonly format?: Format;
}

export interface SampleTable {
  readonly columns: readonly SampleColumn[];
  /** Cells in the order of the columns; dates are serial days. */
  readonly rows: readonly (readonly Value[])[];
}

/** A column of one cell: a parameter, or the state that a fold starts from. */
export interface SampleValue extends SampleColumn {
  readonly value: Value;
}

export interface Sample {
  readonly place: FormulaPlace;
  /** What bare names reach: each row (row, fold), or the rows of one group (group). */
  readonly rows?: SampleTable;
  readonly parameters?: readonly SampleValue[];
  /** Other tables, by key. */
  readonly tables?: Readonly<Record<string, SampleTable>>;
  /** In a fold: what `prior[…]` is before the first row. The formula gives its next value. */
  readonly state?: SampleValue;
  /** What TODAY() and NOW() read, serial days. */
  readonly asOf?: number;
}

export interface Example {
  readonly formula: string;
  /** Absent: constants only. */
  readonly sample?: Sample;
  /** One value for each row (row, fold), else one. */
  readonly values: readonly Value[];
  /** What it shows. */
  readonly says?: Bilingual;
}

export const nothingAround: Sample = { place: 'scalar' };

/** `[English, Chinese]`: data is written shortly, and never in one language alone. */
export type Pair = readonly [en: string, zh: string];
export const said = ([en, zh]: Pair): Bilingual => ({ en, 'zh-CN': zh });

type ColumnMaker = (key: string, en: string, zh: string) => SampleColumn;
const column =
  (type: SampleType, format?: Format): ColumnMaker =>
  (key, en, zh) => ({ key, type, label: { en, 'zh-CN': zh }, ...(format ? { format } : {}) });

export const numbers = column('number');
export const money = column('number', { kind: 'currency', currency: 'USD' });
export const percents = column('number', { kind: 'percent' });
export const texts = column('text');
export const truths = column('boolean');
export const dates = column('date');

export const table = (columns: readonly SampleColumn[], rows: SampleTable['rows']): SampleTable => ({ columns, rows });
export const given = (of: SampleColumn, value: Value): SampleValue => ({ ...of, value });
