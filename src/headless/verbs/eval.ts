/** `eval`: formulas without a project. Values in, values out, so that any other system can hold the language to its word. */
import { parseIsoDatetime } from '#core/calendar/iso-text.ts';
import type { ColumnType, Frame } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { errors, errorTexts, isError, type ErrorText, type Value } from '#core/data/value.ts';
import { checkFormula } from '#core/formula/check/check-formula.ts';
import { evaluate } from '#core/formula/evaluate/compile-scalar.ts';
import type { Environment } from '#core/formula/evaluate/environment.ts';
import type { Scope } from '#core/formula/scope.ts';

type Row = Readonly<Record<string, Value>>;

interface EvalCase {
  readonly formula: string;
  readonly row: Row;
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  readonly params: Row;
  readonly asOf: number;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A JSON value as a cell; error texts such as `"#N/A"` are errors, anything that is no value is blank. */
function readValue(json: unknown): Value {
  if (typeof json === 'string') {
    return errorTexts.includes(json as ErrorText) ? errors[json as ErrorText] : json;
  }
  return typeof json === 'number' || typeof json === 'boolean' ? json : null;
}

function readRow(json: unknown): Row {
  if (!isRecord(json)) return {};
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, readValue(value)]));
}

function readCase(json: unknown): EvalCase {
  const given = isRecord(json) ? json : {};
  const tables = Object.entries(isRecord(given['tables']) ? given['tables'] : {}).map(
    ([key, rows]) => [key, Array.isArray(rows) ? rows.map(readRow) : []] as const,
  );
  const { formula, asOf } = given;
  return {
    formula: typeof formula === 'string' ? formula : '',
    row: readRow(given['row']),
    tables: new Map(tables),
    params: readRow(given['params']),
    asOf: typeof asOf === 'number' ? asOf : typeof asOf === 'string' ? (parseIsoDatetime(asOf) ?? 0) : 0,
  };
}

function typeOf(values: readonly Value[]): ColumnType | 'mixed' {
  const kinds = new Set(values.filter((value) => value !== null && !isError(value)).map((value) => typeof value));
  if (kinds.size !== 1) return 'mixed';
  return kinds.has('number') ? 'number' : kinds.has('string') ? 'text' : 'boolean';
}

const infosOf = (row: Row): ColumnInfo[] => Object.entries(row).map(([key, value]) => ({ key, type: typeOf([value]) }));

/** Keys of all rows, in order of first appearance. */
function keysOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function frameOf(rows: readonly Row[]): Frame {
  const columns = keysOf(rows).map((key) => {
    const cells = rows.map((row) => row[key] ?? null);
    return [key, { type: 'mixed', cells }] as const;
  });
  return { rowCount: rows.length, columns: new Map(columns) };
}

function scopeOf({ row, tables, params }: EvalCase): Scope {
  const shapes = [...tables].map(([key, rows]) => {
    const infos = keysOf(rows).map((column) => ({ key: column, type: typeOf(rows.map((one) => one[column] ?? null)) }));
    return [key, infos] as const;
  });
  return { place: 'row', columns: infosOf(row), parameters: infosOf(params), tables: new Map(shapes) };
}

function environmentOf({ row, tables, params, asOf }: EvalCase): Environment {
  const frames = new Map([...tables].map(([key, rows]) => [key, frameOf(rows)]));
  return {
    column: (key) => row[key] ?? null,
    parameter: (key) => params[key] ?? null,
    prior: () => null,
    whole: (table, key) => frames.get(table)?.columns.get(key) ?? [],
    table: (table) => frames.get(table) ?? { rowCount: 0, columns: new Map() },
    asOf,
  };
}

function evalCase(json: unknown): unknown {
  const given = readCase(json);
  const { expression, problems } = checkFormula(given.formula, scopeOf(given));
  if (!expression) return { problem: problems.find((one) => one.severity === 'error')?.code ?? 'formula.empty' };
  const value = evaluate(expression, environmentOf(given));
  return isError(value) ? value.error : value;
}

/**
 * Evaluates `[{ formula, row?, tables?, params?, asOf? }]`, in order. Numbers, text and booleans come back as they are, dates as serial
 * numbers, blank as null, errors as text; a formula that does not check as `{ problem: code }`.
 */
export function evalCases(json: unknown): unknown[] {
  return (Array.isArray(json) ? json : [json]).map(evalCase);
}
