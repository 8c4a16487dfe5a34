/** What `compile(project, catalog, designId)` gives: a program that runs even where some nodes have problems, and those problems. */
import type { ColumnInfo } from '../data/schema.ts';
import type { TableShape } from '../contracts/node-kind.ts';
import type { Problem } from '../problem/problem.ts';
import type { TableProgram } from '../program/table-program.ts';

export interface CompiledNode {
  /** What reaches each input port; what leaves each output port. For inspectors, completion and previews. */
  readonly inputs: Readonly<Record<string, readonly TableShape[]>>;
  readonly outputs: Readonly<Record<string, TableShape>>;
  /** Parameters that the node's formulas and amounts read, by key: the dashed lines of the canvas. */
  readonly parameters: readonly string[];
}

export interface Compiled {
  readonly program: TableProgram;
  readonly problems: readonly Problem[];
  readonly nodes: Readonly<Record<string, CompiledNode>>;
  /** Tables that formulas may name. */
  readonly tables: ReadonlyMap<string, readonly ColumnInfo[]>;
}
