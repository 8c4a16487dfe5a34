import type { ColumnInfo } from '../data/schema.ts';
import type { Problem } from '../problem/problem.ts';
import type { FlowProgram } from '../program/flow-program.ts';

/** What `compileJourney` gives: a program that runs even where some steps have problems, and those problems. */
export interface CompiledJourney {
  /** Absent where nobody could come in: no customers, no entry. */
  readonly program?: FlowProgram;
  readonly problems: readonly Problem[];
  /** What formulas may name: the customers' columns, then the journey's variables. */
  readonly columns: readonly ColumnInfo[];
  readonly variables: readonly ColumnInfo[];
}
