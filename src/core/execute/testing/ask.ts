/** Runs a small program to the end and asks it for cells, traces and problems: what a host does, without slices. */
import { cellAt, type Frame } from '../../data/column.ts';
import type { Value } from '../../data/value.ts';
import type { Problem } from '../../problem/problem.ts';
import type { TableStep } from '../../program/table-program.ts';
import { openRun } from '../execution.ts';
import { createEngineMemory } from '../memory.ts';
import type { Lineage, Work } from '../operation.ts';
import type { Trace } from '../trace.ts';
import { program, tables } from './programs.ts';

export interface Asked {
  count(step: string): number;
  cells(step: string, key: string): Value[];
  trace(step: string, row: number, column: string): Trace;
  lineage(step: string, row: number): readonly Lineage[];
  /** Of everything asked for so far. */
  problems(): readonly Problem[];
}

export function ask(
  steps: readonly TableStep[],
  frames: Readonly<Record<string, Frame>>,
  parameters: Readonly<Record<string, Value>> = {},
): Asked {
  const run = openRun(createEngineMemory(), { program: program(steps), parameters, asOf: 46204 }, tables(frames));
  const cells = (step: string, key: string): Value[] => {
    const column = finish(run.column(step, key));
    return Array.from({ length: finish(run.rows(step)).count }, (_, row) => cellAt(column, row));
  };
  return {
    count: (step) => finish(run.rows(step)).count,
    cells,
    trace: (step, row, column) => finish(run.trace({ step, row, column })),
    lineage: (step, row) => finish(run.lineage(step, row)),
    problems: () => run.problems(),
  };
}

export function finish<T>(work: Work<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
