/** Everything an expression reads, fetched before it is evaluated: evaluation itself never waits. */
import type { Column, Frame } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { Expression } from '../../formula/expression.ts';
import type { StepId } from '../../program/table-program.ts';
import type { Work } from '../operation.ts';
import { partsOf } from './expression-parts.ts';

/** Where an expression's names lead. */
export interface Source {
  /** For progress: the step that is being made. */
  readonly step: StepId;
  /** A bare name's column; all columns of one source have `rowCount` cells. */
  column(key: string): Work<Column>;
  /** `table[key]`. */
  whole(table: string, key: string): Work<Column>;
  /** `table[]`: the table's column keys in order. */
  keysOf(table: string): readonly string[];
  parameter(key: string): Value;
  readonly asOf: number;
}

export interface Bindings {
  readonly step: StepId;
  readonly columns: ReadonlyMap<string, Column>;
  readonly wholes: ReadonlyMap<string, Column>;
  readonly tables: ReadonlyMap<string, Frame>;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly asOf: number;
}

export const wholeName = (table: string, key: string): string => JSON.stringify([table, key]);

const clock: ReadonlySet<string> = new Set(['TODAY', 'NOW']);

/** Reads only what the expression names, so that only that is recorded as its reasons. */
export function* bind(source: Source, expression: Expression): Work<Bindings> {
  const columns = new Map<string, Column>();
  const wholes = new Map<string, Column>();
  const tables = new Map<string, Frame>();
  const parameters = new Map<string, Value>();
  let asOf = 0;
  for (const part of partsOf(expression)) {
    if (part.node === 'column' && !columns.has(part.key)) columns.set(part.key, yield* source.column(part.key));
    else if (part.node === 'parameter') parameters.set(part.key, source.parameter(part.key));
    else if (part.node === 'call' && clock.has(part.name)) asOf = source.asOf;
    else if (part.node === 'whole') {
      wholes.set(wholeName(part.table, part.key), yield* source.whole(part.table, part.key));
    } else if (part.node === 'table' && !tables.has(part.table)) {
      tables.set(part.table, yield* wholeTable(source, part.table));
    }
  }
  return { step: source.step, columns, wholes, tables, parameters, asOf };
}

function* wholeTable(source: Source, table: string): Work<Frame> {
  const columns = new Map<string, Column>();
  let rowCount = 0;
  for (const key of source.keysOf(table)) {
    const column = yield* source.whole(table, key);
    columns.set(key, column);
    rowCount = lengthOf(column);
  }
  return { rowCount, columns };
}

export function lengthOf(column: Column): number {
  if ('cells' in column) return column.cells.length;
  return 'codes' in column ? column.codes.length : column.values.length;
}
