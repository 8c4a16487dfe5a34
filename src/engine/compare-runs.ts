/** Two runs of one design, row by row: rows are matched by their grain, so that people who come or go are told. */
import { cellAt, isNumeric, type Column } from '#core/data/column.ts';
import type { Value } from '#core/data/value.ts';
import type { Run } from '#core/execute/execution.ts';
import type { Work } from '#core/execute/operation.ts';
import { key as keyOf } from '#core/formula/key.ts';
import { addTo, newSum, sumOf } from '#core/formula/sum.ts';
import type { Comparison, Requests } from './protocol.ts';

interface Side {
  readonly ids: readonly (readonly Value[])[];
  readonly names: readonly string[];
  readonly amounts: readonly (number | null)[];
  readonly total: number;
}

export function* compareRuns(before: Run, after: Run, ask: Requests['compare']['ask']): Work<Comparison> {
  const old = yield* side(before, ask);
  const now = yield* side(after, ask);
  const rowOf = new Map(old.names.map((name, row) => [name, row]));
  const seen = new Set<string>();
  const rows = now.ids.map((id, row) => {
    const name = now.names[row] ?? '';
    seen.add(name);
    const match = rowOf.get(name);
    return {
      id,
      row,
      before: match === undefined ? null : (old.amounts[match] ?? null),
      after: now.amounts[row] ?? null,
    };
  });
  const gone = old.ids.flatMap((id, row) =>
    seen.has(old.names[row] ?? '') ? [] : [{ id, row: -1, before: old.amounts[row] ?? null, after: null }],
  );
  return { key: ask.key, rows: [...rows, ...gone], before: old.total, after: now.total };
}

function* side(run: Run, ask: Requests['compare']['ask']): Work<Side> {
  const made = new Set(run.step(ask.step).columns.map((column) => column.key));
  const count = (yield* run.rows(ask.step)).count;
  const columns: Column[] = [];
  for (const key of ask.key) if (made.has(key)) columns.push(yield* run.column(ask.step, key));
  const amounts = made.has(ask.column) ? yield* run.column(ask.step, ask.column) : null;
  const sum = newSum();
  const values = Array.from({ length: count }, (_, row) => {
    const value = amounts && isNumeric(amounts) ? cellAt(amounts, row) : null;
    if (typeof value !== 'number') return null;
    addTo(sum, value);
    return value;
  });
  const ids = Array.from({ length: count }, (_, row) => columns.map((column) => cellAt(column, row)));
  return {
    ids,
    names: ids.map((id) => JSON.stringify(id.map((value) => keyOf(value)))),
    amounts: values,
    total: sumOf(sum),
  };
}
