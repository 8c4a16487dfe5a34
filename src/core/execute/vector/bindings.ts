/** Everything an expression reads, fetched before it is evaluated: evaluation itself never waits. */
import type { Column, Frame } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { Expression } from '../../formula/expression.ts';
import type { StepId } from '../../program/table-program.ts';
import type { Work } from '../operation.ts';
import { partsOf } from './expression-parts.ts';
import type { Note } from './note.ts';
import { isInlined, type Inlined, type Named } from './inlined.ts';

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
  readonly note?: Note;
}

/** What a bare name stands for: a column, or how it is computed on the way. */
export type Naming = (key: string) => Work<Named>;

export interface Bindings {
  readonly step: StepId;
  readonly columns: ReadonlyMap<string, Column>;
  /** Names that are not written as columns; only lanes can read them. */
  readonly inlined?: ReadonlyMap<string, Inlined>;
  readonly wholes: ReadonlyMap<string, Column>;
  readonly tables: ReadonlyMap<string, Frame>;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly asOf: number;
}

export const wholeName = (table: string, key: string): string => JSON.stringify([table, key]);

const clock: ReadonlySet<string> = new Set(['TODAY', 'NOW']);

/** Reads only what the expression names, so that only that is recorded as its reasons. Every name is a column. */
export function bind(source: Source, expression: Expression): Work<Bindings> {
  return bound(source, expression, (key) => source.column(key));
}

/** For lanes: a name may stand for an expression. */
export function bindLanes(source: Source, expression: Expression, naming: Naming): Work<Bindings> {
  return bound(source, expression, naming);
}

function* bound(source: Source, expression: Expression, name: Naming): Work<Bindings> {
  const columns = new Map<string, Column>();
  const inlined = new Map<string, Inlined>();
  const wholes = new Map<string, Column>();
  const tables = new Map<string, Frame>();
  const parameters = new Map<string, Value>();
  let asOf = 0;
  for (const part of partsOf(expression)) {
    if (part.node === 'column') {
      if (columns.has(part.key) || inlined.has(part.key)) continue;
      const found = yield* name(part.key);
      if (isInlined(found)) inlined.set(part.key, found);
      else columns.set(part.key, found);
    } else if (part.node === 'parameter') parameters.set(part.key, source.parameter(part.key));
    else if (part.node === 'call' && clock.has(part.name)) asOf = source.asOf;
    else if (part.node === 'whole') {
      wholes.set(wholeName(part.table, part.key), yield* source.whole(part.table, part.key));
    } else if (part.node === 'table' && !tables.has(part.table)) {
      tables.set(part.table, yield* wholeTable(source, part.table));
    }
  }
  return { step: source.step, columns, inlined, wholes, tables, parameters, asOf };
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
