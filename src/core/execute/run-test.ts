/** Runs the tests that a design holds: small inputs, and what must come out. */
import { cellAt } from '../data/column.ts';
import type { ColumnInfo } from '../data/schema.ts';
import { isError, type Value } from '../data/value.ts';
import { openRun, type RunInput, type RunTable } from './execution.ts';
import { frameOfRows, valueOf } from './frame-of-rows.ts';
import { createEngineMemory } from './memory.ts';
import type { Work } from './operation.ts';
import { tableOf } from './run.ts';

/** A test as the document holds it. */
export interface DesignTestCase {
  readonly name: string;
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly asOf?: string;
  readonly node?: string;
  readonly expect: readonly Readonly<Record<string, unknown>>[];
}

/** One cell that is not what the test expects; `column` is absent where the number of rows differs. */
export interface TestDifference {
  readonly row: number;
  readonly column?: string;
  readonly expected: Value;
  readonly found: Value;
}

export interface TestOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly differences: readonly TestDifference[];
  /** The node has no answer, so nothing could be compared. */
  readonly noAnswer?: string;
}

export interface TestBase extends RunInput {
  readonly columns: ReadonlyMap<string, readonly ColumnInfo[]>;
  /** The project's own rows: used by tests that bring no tables. */
  readonly tables: ReadonlyMap<string, RunTable>;
}

/** A test that brings tables sees those and nothing else: the others are empty. */
export function* runTest(base: TestBase, test: DesignTestCase): Work<TestOutcome> {
  const node = test.node ?? base.program.output;
  const answer = node === null ? undefined : base.program.answers[node];
  const step = answer && Object.values(answer.ports)[0];
  if (step === undefined) return { name: test.name, passed: false, differences: [], noAnswer: node ?? '' };

  const given = Object.entries(test.parameters ?? {}).map(([key, value]): [string, Value] => {
    const type = base.program.parameters.find((one) => one.key === key)?.type ?? 'mixed';
    return [key, valueOf(value, type)];
  });
  const asOf = test.asOf === undefined ? base.asOf : valueOf(test.asOf, 'date');
  const run = openRun(
    createEngineMemory(),
    {
      program: base.program,
      parameters: { ...base.parameters, ...Object.fromEntries(given) },
      asOf: typeof asOf === 'number' ? asOf : base.asOf,
    },
    test.tables ? tablesOf(base, test.tables) : base.tables,
  );
  const columns = run.step(step).columns;
  const named = columns.filter((column) => test.expect.some((row) => Object.hasOwn(row, column.key)));
  const frame = yield* tableOf(
    run,
    step,
    named.map((column) => column.key),
  );
  const differences: TestDifference[] = [];
  if (frame.rowCount !== test.expect.length)
    differences.push({ row: -1, expected: test.expect.length, found: frame.rowCount });
  test.expect.slice(0, frame.rowCount).forEach((expected, row) => {
    for (const [key, cell] of Object.entries(expected)) {
      const info = columns.find((column) => column.key === key);
      const column = frame.columns.get(key);
      const wanted = valueOf(cell, info?.type ?? 'mixed');
      const found = column ? cellAt(column, row) : null;
      if (!column || differ(wanted, found)) differences.push({ row, column: key, expected: wanted, found });
    }
  });
  return { name: test.name, passed: differences.length === 0, differences };
}

function tablesOf(base: TestBase, given: NonNullable<DesignTestCase['tables']>): ReadonlyMap<string, RunTable> {
  return new Map(
    [...base.columns].map(([key, columns]) => [key, { frame: frameOfRows(columns, given[key] ?? []), stamp: 1 }]),
  );
}

/** Numbers agree within a relative 2^-40, so that 0.1 + 0.2 is 0.3 to those who write tests. */
function differ(expected: Value, found: Value): boolean {
  if (typeof expected === 'number' && typeof found === 'number')
    return Math.abs(expected - found) > Math.max(Math.abs(expected), Math.abs(found)) * 2 ** -40;
  if (isError(expected) && isError(found)) return expected.error !== found.error;
  return expected !== found;
}
