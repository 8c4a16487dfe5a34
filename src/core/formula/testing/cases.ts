/** The cases of `cases/<group>.json`: for each function and operator, formulas and the values they must have. */
import aggregate from '../cases/aggregate.json' with { type: 'json' };
import conditional from '../cases/conditional.json' with { type: 'json' };
import date from '../cases/date.json' with { type: 'json' };
import finance from '../cases/finance.json' with { type: 'json' };
import information from '../cases/information.json' with { type: 'json' };
import logic from '../cases/logic.json' with { type: 'json' };
import lookup from '../cases/lookup.json' with { type: 'json' };
import math from '../cases/math.json' with { type: 'json' };
import operators from '../cases/operators.json' with { type: 'json' };
import sales from '../cases/sales.json' with { type: 'json' };
import text from '../cases/text.json' with { type: 'json' };

/** A value in JSON: an error is its text, a blank is null. */
export type CaseValue = number | string | boolean | null;
export type CaseRow = Readonly<Record<string, CaseValue>>;

export interface FormulaCase {
  readonly formula: string;
  readonly expect: CaseValue;
  /** What stands at an edge here: the smallest, the last, nothing, an error. */
  readonly boundary?: string;
  /** `Excel`: a documented example of that function, or follows from its documented remarks. */
  readonly source?: string;
  readonly row?: CaseRow;
  /** The run's instant, serial days. */
  readonly asOf?: number;
}

export interface CaseFile {
  readonly name: string;
  /** Tables that the file's formulas may name. */
  readonly tables: Readonly<Record<string, readonly CaseRow[]>>;
  /** By function name, or by operator. */
  readonly functions: Readonly<Record<string, readonly FormulaCase[]>>;
}

interface Json {
  readonly tables?: unknown;
  readonly functions: unknown;
}

const fileOf = (name: string, { tables = {}, functions }: Json): CaseFile => ({
  name,
  tables: tables as CaseFile['tables'],
  functions: functions as CaseFile['functions'],
});

export const caseFiles: readonly CaseFile[] = Object.entries({
  operators,
  logic,
  math,
  aggregate,
  conditional,
  lookup,
  text,
  date,
  information,
  finance,
  sales,
}).map(([name, json]) => fileOf(name, json));
