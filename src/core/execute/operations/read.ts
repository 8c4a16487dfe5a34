/** A table of the run, as it is. */
import type { ReadStep } from '../../program/table-program.ts';
import { problem } from '../../problem/problem.ts';
import { blankColumn } from '../make-column.ts';
import type { Operation } from '../operation.ts';

/** Under which key a run's tables hold what is read: a table's own key, `<design>.<node>` for another design's answer, `ledger`. */
export function sourceKey(source: ReadStep['source']): string {
  switch (source.from) {
    case 'table':
      return source.table;
    case 'design':
      return `${source.design}.${source.node}`;
    case 'ledger':
      return 'ledger';
  }
}

export const read: Operation<ReadStep, null> = {
  // eslint-disable-next-line require-yield -- a table is simply there
  *rows(step, context) {
    const key = sourceKey(step.source);
    const frame = context.table(key);
    const at = { design: step.origin.design, node: step.origin.node };
    if (!frame) {
      context.report(problem('execute.missing-table', { table: key }, at));
      return { count: 0, state: null };
    }
    for (const column of step.columns) {
      if (frame.columns.has(column.key)) continue;
      context.report(problem('execute.missing-column', { table: key, column: column.label ?? column.key }, at));
    }
    return { count: frame.rowCount, state: null };
  },
  // eslint-disable-next-line require-yield -- a table is simply there
  *column(step, key, rows, context) {
    const column = context.table(sourceKey(step.source))?.columns.get(key);
    const type = step.columns.find((one) => one.key === key)?.type ?? 'number';
    return column ?? blankColumn(type, rows.count);
  },
  // eslint-disable-next-line require-yield -- nothing lies below a table
  *lineage() {
    return [];
  },
  // eslint-disable-next-line require-yield -- nothing lies below a table
  *explain(step, _key, row) {
    const table = sourceKey(step.source);
    return {
      how: { by: 'source', table, row },
      formula: '',
      substituted: '',
      inputs: [],
      rows: [],
      sentence: { en: `from row ${row + 1} of the table ${table}`, 'zh-CN': `来自表 ${table} 的第 ${row + 1} 行` },
    };
  },
};
