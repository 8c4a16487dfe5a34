/** Rows that match by any rule belong to one identity: union-find over the rules' keys, so matches carry over from row to row. */
import { cellAt, type Column } from '../../data/column.ts';
import { isError, type Value } from '../../data/value.ts';
import { key as keyOf, type Key } from '../../formula/key.ts';
import { problem } from '../../problem/problem.ts';
import type { ClusterStep } from '../../program/table-program.ts';
import { explainCluster } from '../explain-cluster.ts';
import { keptValue } from '../kept-value.ts';
import { columnOfValues } from '../make-column.ts';
import { namesOfRows } from '../match-keys.ts';
import type { Operation, OperationContext, Work } from '../operation.ts';
import { clusters, type Clusters } from '../clusters.ts';

export const cluster: Operation<ClusterStep, null> = {
  *rows(step, context) {
    return { count: (yield* context.rows(step.input)).count, state: null };
  },
  *column(step, key, _rows, context) {
    if (key !== step.out) return yield* context.column(step.input, key);
    const found = yield* clusters(step, context);
    return step.name === undefined ? numbers(found) : yield* names(step, step.name, found, context);
  },
  // eslint-disable-next-line require-yield -- row by row
  *lineage(step, row) {
    return [{ step: step.input, rows: [row] }];
  },
  *explain(step, key, row, _rows, context) {
    if (key !== step.out) return yield* keptValue(context, step.input, key, row);
    return yield* explainCluster(step, row, context);
  },
};

function numbers({ firsts }: Clusters): Column {
  return { type: 'number', values: Float64Array.from(firsts, (row) => row + 1) };
}

/** The name of an identity is that of its first row that has one; an identity without names keeps its number. */
function* names(step: ClusterStep, name: string, found: Clusters, context: OperationContext): Work<Column> {
  const column = yield* context.column(step.input, name);
  const named = new Map<number, Value>();
  const owners = new Map<Key, number>();
  const shared: number[] = [];
  found.firsts.forEach((first, row) => {
    if (named.has(first)) return;
    const value = cellAt(column, row);
    if (value === null || isError(value)) return;
    named.set(first, value);
    const owner = owners.get(keyOf(value));
    if (owner === undefined) owners.set(keyOf(value), first);
    else shared.push(row);
  });
  if (shared.length > 0) {
    const keys = namesOfRows([column], shared);
    const count = new Set(shared.map((row) => keyOf(cellAt(column, row)))).size;
    const at = { design: step.origin.design, node: step.origin.node };
    context.report(problem('execute.shared-names', { by: name, count, keys }, at, { severity: 'warning' }));
  }
  const values = Array.from(found.firsts, (first) => named.get(first) ?? first + 1);
  return columnOfValues(values, step.columns.find((one) => one.key === step.out)?.type ?? 'mixed');
}
