/** Runs an example as it stands now, changed or not: the same parser, checker and evaluation as everywhere. */
import type { Column, Format, Frame } from '../../data/column.ts';
import type { ColumnInfo } from '../../data/schema.ts';
import type { Value } from '../../data/value.ts';
import type { Problem } from '../../problem/problem.ts';
import { checkFormula } from '../check/check-formula.ts';
import { compileScalar } from '../evaluate/compile-scalar.ts';
import { emptyEnvironment, type Environment } from '../evaluate/environment.ts';
import type { Expression, ExpressionType } from '../expression.ts';
import type { Scope } from '../scope.ts';
import type { Sample, SampleColumn, SampleTable } from './example.ts';

export interface Ran {
  readonly problems: readonly Problem[];
  /** One value for each row (row, fold), else one; none where a problem is an error. */
  readonly values: readonly Value[];
  readonly type: ExpressionType;
  readonly format?: Format;
}

const infoOf = ({ key, type, label, format }: SampleColumn): ColumnInfo => ({
  key,
  type,
  label: label.en,
  ...(format ? { format } : {}),
});

/** What a formula over the sample may name. */
export function scopeOf({ place, rows, parameters = [], tables = {}, state }: Sample): Scope {
  return {
    place,
    columns: (rows?.columns ?? []).map(infoOf),
    parameters: parameters.map(infoOf),
    tables: new Map(Object.entries(tables).map(([key, one]) => [key, one.columns.map(infoOf)])),
    ...(state ? { prior: [infoOf(state)] } : {}),
  };
}

function cellsOf({ columns, rows }: SampleTable, key: string): readonly Value[] {
  const at = columns.findIndex((column) => column.key === key);
  return rows.map((row) => row[at] ?? null);
}

function frameOf(table: SampleTable): Frame {
  const columns = table.columns.map(({ key }): [string, Column] => [
    key,
    { type: 'mixed', cells: cellsOf(table, key) },
  ]);
  return { rowCount: table.rows.length, columns: new Map(columns) };
}

/** The names of the sample, apart from what changes from row to row. */
function surroundings({ tables = {}, parameters = [], asOf = 0 }: Sample): Environment {
  const frames = new Map(Object.entries(tables).map(([key, one]) => [key, frameOf(one)]));
  const empty: Frame = { rowCount: 0, columns: new Map() };
  return {
    ...emptyEnvironment(asOf),
    parameter: (key) => parameters.find((one) => one.key === key)?.value ?? null,
    whole: (table, key) => frames.get(table)?.columns.get(key) ?? [],
    table: (key) => frames.get(key) ?? empty,
  };
}

function valuesOf(expression: Expression, sample: Sample): readonly Value[] {
  const run = compileScalar(expression);
  const around = surroundings(sample);
  const { rows, place, state } = sample;
  if (place === 'scalar' || !rows) return [run(around)];
  if (place === 'group') {
    const columns = new Map(rows.columns.map(({ key }) => [key, cellsOf(rows, key)]));
    return [
      run({
        ...around,
        column: (key) => columns.get(key)?.[0] ?? null,
        group: (key) => columns.get(key) ?? [],
      }),
    ];
  }
  let before = state?.value ?? null;
  return rows.rows.map((cells) => {
    const value = run({
      ...around,
      column: (key) => cells[rows.columns.findIndex((column) => column.key === key)] ?? null,
      prior: () => before,
    });
    before = value;
    return value;
  });
}

/** Checks and computes a formula over a sample. */
export function runExample(formula: string, sample: Sample): Ran {
  const { expression, problems } = checkFormula(formula, scopeOf(sample));
  if (!expression) return { problems, values: [], type: 'any' };
  return {
    problems,
    values: valuesOf(expression, sample),
    type: expression.type,
    ...(expression.format ? { format: expression.format } : {}),
  };
}
