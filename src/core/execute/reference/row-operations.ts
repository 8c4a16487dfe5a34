/** Filter, extend, select, sort, limit and union a row at a time, as plainly as their sentences in the vocabulary. */
import { isError, type Value } from '../../data/value.ts';
import { compileScalar } from '../../formula/evaluate/compile-scalar.ts';
import { emptyEnvironment } from '../../formula/evaluate/environment.ts';
import type { Expression } from '../../formula/expression.ts';
import { compareByKey, key } from '../../formula/key.ts';
import type { Made, Renamed, SortKey } from '../../program/table-program.ts';

export type Row = Readonly<Record<string, Value>>;

export function valueIn(row: Row, expression: Expression): Value {
  return compileScalar(expression)({ ...emptyEnvironment(0), column: (name) => row[name] ?? null });
}

export function filterRows(rows: readonly Row[], where: Expression): readonly Row[] {
  return rows.filter((row) => {
    const holds = valueIn(row, where);
    return holds === true || (typeof holds === 'number' && holds !== 0);
  });
}

export function extendRows(rows: readonly Row[], made: readonly Made[]): readonly Row[] {
  return rows.map((row) => made.reduce<Row>((so, one) => ({ ...so, [one.key]: valueIn(so, one.expression) }), row));
}

export function selectRows(rows: readonly Row[], take: readonly Renamed[]): readonly Row[] {
  return rows.map((row) => Object.fromEntries(take.map((one) => [one.key, row[one.from] ?? null])));
}

/** Inserts each row after all that do not come after it: stable by construction. */
export function sortRows(rows: readonly Row[], order: readonly SortKey[]): readonly Row[] {
  const sorted: Row[] = [];
  for (const row of rows) {
    const at = sorted.findIndex((other) => comesBefore(row, other, order));
    if (at < 0) sorted.push(row);
    else sorted.splice(at, 0, row);
  }
  return sorted;
}

const aside = (value: Value) => (value === null ? 1 : isError(value) ? 2 : 0);

function comesBefore(a: Row, b: Row, order: readonly SortKey[]): boolean {
  for (const one of order) {
    const left = a[one.key] ?? null;
    const right = b[one.key] ?? null;
    if (aside(left) !== aside(right)) return aside(left) < aside(right);
    if (aside(left) !== 0) continue;
    const found = compareByKey(left, right);
    if (found !== 0) return one.descending ? found > 0 : found < 0;
  }
  return false;
}

export function limitRows(rows: readonly Row[], count: number, by: readonly string[]): readonly Row[] {
  return rows.filter((row, at) => {
    const before = rows.slice(0, at).filter((other) => by.every((name) => same(row[name], other[name])));
    return before.length < count;
  });
}

export function same(a: Value | undefined, b: Value | undefined): boolean {
  return key(a ?? null) === key(b ?? null);
}

export function unionRows(
  inputs: readonly (readonly Row[])[],
  keys: readonly string[],
  tag?: { readonly key: string; readonly names: readonly string[] },
): readonly Row[] {
  return inputs.flatMap((rows, at) =>
    rows.map((row) => ({
      ...Object.fromEntries(keys.map((name) => [name, row[name] ?? null])),
      ...(tag ? { [tag.key]: tag.names[at] ?? null } : {}),
    })),
  );
}
