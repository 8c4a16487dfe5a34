/** Steps that judge rows: decision tables, choices of the best rows, identities. What every step has besides stands in `table-program.ts`. */
import type { Expression, Literal } from '../formula/expression.ts';

/** How the outputs of all rules that match a row become one value: DMN's C, C+, C<, C> and C#. */
export type Collecting = 'list' | 'sum' | 'min' | 'max' | 'count';

/**
 * Conditions × outputs: decision tables and rate matrices stay tables. A rule matches a row where all its conditions are TRUE (null: any); a condition
 * that is not TRUE settles it, else an error leaves it undecided. `first`: the first rule that is not settled decides. `priority`: the same, with the
 * rules in the order of their outputs' `priority`, column by column, then as listed. `unique`: at most one rule may match. `collect`: all that match.
 * What an undecided rule could change is that error. Where no rule matches: `otherwise`, or blank.
 */
export interface Deciding {
  readonly op: 'decide';
  readonly input: string;
  readonly hit: 'unique' | 'first' | 'collect' | 'priority';
  readonly rules: readonly {
    readonly when: readonly (Expression | null)[];
    readonly then: readonly Expression[];
    readonly label?: string;
  }[];
  readonly out: readonly {
    readonly key: string;
    readonly otherwise?: Expression;
    /** `collect` only; absent: `list`, a text of the values in rule order. Blanks are left out; `count` counts rules, and none is 0. */
    readonly collect?: Collecting;
    /** `priority` only: constants, the most important first; absent: as the rules list them. Other values come after. */
    readonly priority?: readonly Literal[];
  }[];
}

/**
 * The best `count` rows of each group: of those where every constraint is TRUE, in order of `objective`, the greatest first; ties in order of the grain's
 * columns, then of the rows. A row whose objective is no number is not chosen. Groups in order of first appearance, the best row first.
 */
export interface Choosing {
  readonly op: 'choose';
  readonly input: string;
  readonly by: readonly string[];
  readonly where: readonly Expression[];
  readonly objective: Expression;
  readonly count: Expression;
  /** No two chosen rows of a group share this column's value; blanks share nothing. */
  readonly distinct?: string;
  /** A column for the place among the chosen rows of the group, from 1. */
  readonly rank?: string;
  /** `all`: the rows that are not chosen stay too, every row in its place, with a blank rank. */
  readonly keep?: 'all';
}

/**
 * Rows that match by any rule belong to one identity (transitively): a rule matches two rows that are equal (`key(x)`) in all its columns; blanks and
 * errors match nothing. An identity is named by its first row: the value of `name` there (or in its first row that has one), else the row's number
 * from 1.
 */
export interface Clustering {
  readonly op: 'cluster';
  readonly input: string;
  readonly rules: readonly { readonly equal: readonly string[]; readonly label?: string }[];
  readonly name?: string;
  readonly out: string;
}
