/** What the planner decided for a sub-expression: told to whoever asks why a run is as fast as it is. */
import type { Expression } from '../../formula/expression.ts';

/**
 * `entries`: once for each entry of a dictionary. `ladder`: nested IFs as a count of reached edges. `fused`: several operators in one loop. `lane`: one
 * loop of its own. `kernel`: a function's scalar kernel on the lanes of its arguments. `combinations`: the scalar kernel once for each different combination of cells. `rows`: the scalar kernel row by row.
 */
export type Strategy = 'entries' | 'ladder' | 'fused' | 'lane' | 'kernel' | 'combinations' | 'rows';

/** `entries` of a dictionary, `edges` of a ladder, the `shape` of a fused loop. */
export interface NoteParams {
  readonly entries?: number;
  readonly edges?: number;
  readonly shape?: string;
}

export type Note = (part: Expression, strategy: Strategy, params?: NoteParams) => void;
