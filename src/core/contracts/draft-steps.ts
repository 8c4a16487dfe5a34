/** Steps with the columns that they make, so that kinds say what they do and not what passes through. */
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { Cardinality, FilterStep, JoinStep, KeyPair, Renamed, Validity } from '../program/table-program.ts';
import type { DraftStep, TableShape } from './node-kind.ts';

/** A made column: what is known of it, and how its cells are made. */
export interface MadeColumn extends ColumnInfo {
  readonly expression: Expression;
}

type Grain = { readonly grain?: readonly string[] };
const grainOf = (grain: readonly string[] | undefined): Grain => (grain ? { grain } : {});

export function filterRows(input: TableShape, where: Expression): DraftStep & Pick<FilterStep, 'op'> {
  return { op: 'filter', input: input.step, where, columns: input.columns, ...grainOf(input.grain) };
}

/** Adds columns; one whose key exists takes its place. */
export function extendWith(input: TableShape, made: readonly MadeColumn[]): DraftStep {
  return {
    op: 'extend',
    input: input.step,
    made: made.map(({ key, expression }) => ({ key, expression })),
    columns: withColumns(input.columns, made.map(infoOf)),
    ...grainOf(input.grain),
  };
}

/** One row per distinct key of `by`. */
export function groupRows(input: TableShape, by: readonly string[], made: readonly MadeColumn[]): DraftStep {
  const keys = by.flatMap((key) => input.columns.find((column) => column.key === key) ?? []);
  return {
    op: 'group',
    input: input.step,
    by,
    made: made.map(({ key, expression }) => ({ key, expression })),
    columns: withColumns(keys, made.map(infoOf)),
    grain: by,
  };
}

/** The named columns in this order, under new names where `from` differs. */
export function selectColumns(input: TableShape, take: readonly (Renamed & Partial<ColumnInfo>)[]): DraftStep {
  const columns = take.flatMap(({ from, ...changes }) => {
    const column = input.columns.find((one) => one.key === from);
    return column ? [{ ...column, ...changes }] : [];
  });
  const kept = new Map(take.map((one) => [one.from, one.key]));
  const grain = input.grain?.map((key) => kept.get(key));
  return {
    op: 'select',
    input: input.step,
    take: take.map(({ key, from }) => ({ key, from })),
    columns,
    ...(grain?.every((key) => key !== undefined) ? { grain } : {}),
  };
}

/** All columns but some. */
export function withoutColumns(input: TableShape, keys: readonly string[]): DraftStep {
  const kept = input.columns.filter((column) => !keys.includes(column.key));
  return selectColumns(
    input,
    kept.map(({ key }) => ({ key, from: key })),
  );
}

export interface JoinWith {
  readonly how: JoinStep['how'];
  readonly on: readonly KeyPair[];
  readonly cardinality: Cardinality;
  readonly take: readonly (Renamed & Partial<ColumnInfo>)[];
  readonly within?: Validity;
  readonly grain?: readonly string[];
  readonly unmatched?: 'expected';
}

export function joinTables(left: TableShape, right: TableShape, join: JoinWith): DraftStep {
  const { take, grain, ...meaning } = join;
  return {
    op: 'join',
    left: left.step,
    right: right.step,
    ...meaning,
    take: take.map(({ key, from }) => ({ key, from })),
    columns: [...left.columns, ...takenColumns(right, take)],
    ...grainOf(grain),
  };
}

/** Each row takes columns of at most one row of another table; nothing is lost and nothing is doubled. Without `missing` nobody need be found. */
export function lookupColumns(
  input: TableShape,
  table: TableShape,
  on: readonly KeyPair[],
  take: readonly (Renamed & Partial<ColumnInfo>)[],
  missing?: 'blank' | 'error',
): DraftStep {
  return {
    op: 'lookup',
    input: input.step,
    table: table.step,
    on,
    match: { by: 'exact' },
    take: take.map(({ key, from }) => ({ key, from })),
    missing: missing ?? 'blank',
    ...(missing === undefined ? { unmatched: 'expected' as const } : {}),
    columns: withColumns(input.columns, takenColumns(table, take)),
    ...grainOf(input.grain),
  };
}

/** The rows of each after another; a column is there if any input has it. */
export function unionOf(inputs: readonly TableShape[], grain?: readonly string[]): DraftStep {
  const columns = inputs.reduce<readonly ColumnInfo[]>(
    (all, input) => [...all, ...input.columns.filter((column) => !all.some((one) => one.key === column.key))],
    [],
  );
  return { op: 'union', inputs: inputs.map((input) => input.step), columns, ...grainOf(grain) };
}

/** A column's information without how its cells are made. */
export function infoOf({ expression: _expression, ...info }: MadeColumn): ColumnInfo {
  return info;
}

function takenColumns(from: TableShape, take: readonly (Renamed & Partial<ColumnInfo>)[]): readonly ColumnInfo[] {
  return take.flatMap(({ from: key, ...changes }) => {
    const column = from.columns.find((one) => one.key === key);
    return column ? [{ ...column, ...changes }] : [];
  });
}

function withColumns(columns: readonly ColumnInfo[], added: readonly ColumnInfo[]): readonly ColumnInfo[] {
  const last = new Map(added.map((column) => [column.key, column]));
  const kept = columns.map((column) => last.get(column.key) ?? column);
  const fresh = [...last.values()].filter((column) => !columns.some((one) => one.key === column.key));
  return [...kept, ...fresh];
}
