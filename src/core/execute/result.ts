/** What a run answers: small, structured-cloneable; the columns stay with the engine. */
import type { Value } from '../data/value.ts';
import type { Problem } from '../problem/problem.ts';
import type { StepId } from '../program/table-program.ts';

export interface NodeAnswer {
  readonly node: string;
  readonly step: StepId;
  readonly rows: number;
  /** The headline's value; absent where the node has none. */
  readonly value?: Value;
  /** At most 24 numbers for the spark-line: the headline's column (every n-th row of a long one), sorted ascending and sampled evenly. */
  readonly spark: readonly number[];
}

export interface RunResult {
  readonly design: string;
  readonly answers: Readonly<Record<string, NodeAnswer>>;
  /** Problems found on the data (unmatched keys, broken cardinality, errors in rows). */
  readonly problems: readonly Problem[];
  /** Rows read from tables, for "5,000 deals". */
  readonly rowsRead: number;
}
