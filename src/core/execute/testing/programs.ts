/** Small programs and tables for tests: only what differs is written out. */
import type { Frame } from '../../data/column.ts';
import type { ColumnInfo } from '../../data/schema.ts';
import type { Value } from '../../data/value.ts';
import type { TableProgram, TableStep } from '../../program/table-program.ts';
import type { RunTable } from '../execution.ts';
import { columnOfValues, type AnyType } from '../make-column.ts';

type Draft = TableStep extends infer S ? (S extends TableStep ? Omit<S, 'origin' | 'columns'> : never) : never;

/** A step with the origin and columns it needs; columns given as `amount`, or `month:date`. */
export function step(draft: Draft, columns: readonly (string | ColumnInfo)[] = []): TableStep {
  const origin = { design: 'plan', node: draft.id, kind: 'test', label: draft.id };
  return { ...draft, origin, columns: columns.map(info) } as TableStep;
}

function info(column: string | ColumnInfo): ColumnInfo {
  if (typeof column !== 'string') return column;
  const [key = '', type = 'number'] = column.split(':');
  return { key, type: type as AnyType };
}

export function program(steps: readonly TableStep[], more: Partial<TableProgram> = {}): TableProgram {
  return { program: 'table', design: 'plan', steps, answers: {}, output: null, parameters: [], ...more };
}

export type Cells = Readonly<Record<string, readonly Value[]>>;

/** A frame of columns; names as in `step`. */
export function frame(cells: Cells): Frame {
  const columns = Object.entries(cells).map(([name, values]) => {
    const { key, type } = info(name.includes(':') ? name : `${name}:mixed`);
    return [key, columnOfValues(values, type === 'mixed' ? 'number' : type)] as const;
  });
  return { rowCount: Object.values(cells)[0]?.length ?? 0, columns: new Map(columns) };
}

export function tables(named: Readonly<Record<string, Frame>>, stamp = 1): Map<string, RunTable> {
  return new Map(Object.entries(named).map(([key, one]) => [key, { frame: one, stamp }]));
}
