/**
 * The closed vocabulary of tables. A table program is a list of steps in order of need; every step makes one table from earlier ones.
 * Widening it is a decision: every consumer then fails to compile until it answers.
 */
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { Choosing, Clustering, Deciding } from './judging-steps.ts';
import type { Origin } from './origin.ts';

/** `<node key>` for the step that is a node's answer, `<node key>~<n>` for those before it; ports other than the first: `<node key>.<port>`. */
export type StepId = string;

interface Step {
  readonly id: StepId;
  readonly origin: Origin;
  /** The columns this step makes, in order. */
  readonly columns: readonly ColumnInfo[];
  /** What one row stands for: the keys that identify it, where known. */
  readonly grain?: readonly string[];
  /** Steps that `table[column]` inside this step's expressions reaches, by table key. */
  readonly tables?: Readonly<Record<string, StepId>>;
}

export type Cardinality = 'one-to-one' | 'many-to-one' | 'one-to-many' | 'many-to-many';
export interface KeyPair {
  readonly left: string;
  readonly right: string;
}
export interface Renamed {
  readonly key: string;
  readonly from: string;
}
export interface Made {
  readonly key: string;
  readonly expression: Expression;
}
export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/** Which rows of the right side hold on a date of the left: `from <= at` (blank: always has), and `at < to` (blank: no end). A blank `at` finds nothing. */
export interface Validity {
  readonly at: string;
  readonly from: string;
  readonly to?: string;
}

export interface ReadStep extends Step {
  readonly op: 'read';
  readonly source:
    | { readonly from: 'table'; readonly table: string }
    | { readonly from: 'design'; readonly design: string; readonly node: string }
    | { readonly from: 'ledger' };
}

/** Keeps the rows where the condition is TRUE; blank and error are not TRUE. Errors are counted and reported. */
export interface FilterStep extends Step {
  readonly op: 'filter';
  readonly input: StepId;
  readonly where: Expression;
}

/** Adds or replaces columns; each may name those before it. */
export interface ExtendStep extends Step {
  readonly op: 'extend';
  readonly input: StepId;
  readonly made: readonly Made[];
}

export interface SelectStep extends Step {
  readonly op: 'select';
  readonly input: StepId;
  readonly take: readonly Renamed[];
}

/**
 * Pairs rows by equal keys (`key(x)`; blank matches nothing). `cardinality` is what the user declared: the run verifies it on the data and counts
 * what found no partner. `semi` and `anti` keep left rows only. `full`: right rows without partner come last; the left key columns hold their keys.
 */
export interface JoinStep extends Step {
  readonly op: 'join';
  readonly left: StepId;
  readonly right: StepId;
  readonly how: 'inner' | 'left' | 'full' | 'semi' | 'anti';
  readonly on: readonly KeyPair[];
  readonly within?: Validity;
  readonly cardinality: Cardinality;
  /** Columns taken from the right side. */
  readonly take: readonly Renamed[];
  /** Rows without a partner are meant to be: they are not reported. */
  readonly unmatched?: 'expected';
}

/** Each left row takes columns of at most one right row; the row count never changes. */
export interface LookupStep extends Step {
  readonly op: 'lookup';
  readonly input: StepId;
  readonly table: StepId;
  readonly on: readonly KeyPair[];
  /**
   * `exact`: the first row. `as-of`: the last row whose date is not later. `effective`: the row whose interval holds the date. Where several rows
   * would do, that is reported.
   */
  readonly match:
    | { readonly by: 'exact' }
    | { readonly by: 'as-of'; readonly at: string; readonly date: string }
    | ({ readonly by: 'effective' } & Validity);
  readonly take: readonly Renamed[];
  readonly missing: 'blank' | 'error';
  /** Rows without a partner are meant to be: they are not reported. */
  readonly unmatched?: 'expected';
}

/** One row per distinct key, in order of first appearance; aggregates are expressions of the group place. No keys: one row. */
export interface GroupStep extends Step {
  readonly op: 'group';
  readonly input: StepId;
  readonly by: readonly string[];
  readonly made: readonly Made[];
}

/**
 * Ordered or ranked look at neighbouring rows of a partition (by `key(x)`; blank is a partition of its own). Adds or replaces columns; rows and their order
 * stay. `made` stand in the window place: aggregates see the rows of the frame, bare names outside them are this row's cells of the input.
 * `from: -1, to: -1` looks at the row before; a frame outside the partition is empty.
 */
export interface WindowStep extends Step {
  readonly op: 'window';
  readonly input: StepId;
  readonly partition: readonly string[];
  readonly order: readonly SortKey[];
  /** Both ends included, in whole rows relative to the current one; null: unbounded. `from` above `to` is reported. */
  readonly frame: { readonly from: number | null; readonly to: number | null };
  readonly made: readonly Made[];
}

/** Every entity in every period, so that empty periods exist. Makes the entity's columns and those of the period. */
export interface SpineStep extends Step {
  readonly op: 'spine';
  /** Distinct values of `by` in this step's table are the entities. */
  readonly entities: StepId;
  readonly by: readonly string[];
  readonly periods:
    | {
        readonly of: 'calendar';
        readonly calendar: string;
        readonly grain: PeriodGrain;
        /** The calendar's first month, 1 to 12; absent: January. Programs know no calendars by name. */
        readonly firstMonth?: number;
        /** Dates; `to` is the day after the last. The periods that touch `[from, to)` are made. */
        readonly from: Expression;
        readonly to: Expression;
      }
    | { readonly of: 'step'; readonly step: StepId; readonly take: readonly Renamed[] };
  /** For `calendar`: keys of the period's name, first day and day after the last. */
  readonly period?: { readonly name: string; readonly from: string; readonly to: string };
}
export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/**
 * One band `[from, next from)`. `rate` multiplies; `amount` is what completing the band earns (interpolated mode).
 * `retroactive`: once reached, this band's rate also pays on everything below it.
 */
export interface Band {
  /** The band's name in statements, where it has one. */
  readonly label?: string;
  readonly from: Expression;
  readonly rate?: Expression;
  readonly amount?: Expression;
  readonly retroactive?: boolean;
}
export type BandMode = 'whole' | 'marginal' | 'retroactive' | 'interpolated';

/**
 * Pay by bands. The measure is `value`, or `value / scale` where `scale` (a quota) is given; band edges are in the measure's unit.
 * whole: the reached band's rate pays on all. marginal: each band's rate pays on its part. retroactive: marginal, but the highest reached band marked
 * `retroactive` also pays on all below. interpolated: band amounts earned in proportion; bands with rates only: the rate is read off the line
 * between band starts and pays on all. Arithmetic: `core/formula/bands.ts`, shared with the BANDS function.
 */
export interface BandsStep extends Step {
  readonly op: 'bands';
  readonly input: StepId;
  readonly value: Expression;
  readonly scale?: Expression;
  /**
   * What the rate pays on. `value`: the measured amount itself. `amount`: another amount, spread evenly over what the row's own value adds to the measure.
   * `target`: pay at 100 % of scale.
   */
  readonly pays:
    | { readonly on: 'value' }
    | { readonly on: 'amount'; readonly amount: Expression }
    | { readonly on: 'target'; readonly target: Expression };
  readonly bands: readonly Band[];
  readonly mode: BandMode;
  /** At an edge: `lower-in`, the band that starts there (default); `upper-in`, the band that ends there. */
  readonly tie: 'lower-in' | 'upper-in';
  /** `row`: each row alone. `running`: rows of a partition in order; each row earns what it adds to the partition's total. */
  readonly scope:
    | { readonly over: 'row' }
    | { readonly over: 'running'; readonly by: readonly string[]; readonly order: readonly SortKey[] };
  /** What was reached before the first row (of each partition, where running), in the unit of `value`. */
  readonly opening?: Expression;
  /** Decimals each row's amount is rounded to (half away from zero); null: not here. */
  readonly decimals: number | null;
  /** `rate`: the blended rate, amount over what it pays on; `reached`: the own rate of the band reached. */
  readonly out: {
    readonly amount: string;
    readonly band?: string;
    readonly rate?: string;
    readonly reached?: string;
  };
}

export interface DecideStep extends Step, Deciding {}

/**
 * Splits an amount over the rows of a partition in whole minor units, no unit lost: largest remainder, ties to the smaller `tie` key.
 * `amount` is read from each row (equal within a partition), weights from each row; `of`: `weights`, shares are weight / sum of weights;
 * `whole`, weights are fractions of the amount and may add to more or less than 1 (overlay credit).
 */
export interface AllocateStep extends Step {
  readonly op: 'allocate';
  readonly input: StepId;
  readonly by: readonly string[];
  readonly amount: Expression;
  readonly weight: Expression;
  readonly of: 'weights' | 'whole';
  readonly tie: readonly string[];
  readonly decimals: number;
  readonly out: string;
  /** Partitions are pools that pass on what they have received as well. */
  readonly stepDown?: StepDown;
}

/**
 * Pools are emptied one after another, each its own amount plus what earlier pools gave it. One that has been emptied is closed: it receives nothing
 * more, and nothing comes back to the pool itself; the other receivers share by their weights.
 */
export interface StepDown {
  /** The columns that name who receives, one for each of `by`: where they equal another pool's keys (`key(x)`), that pool receives. */
  readonly to: readonly string[];
  /** The order of emptying, read from each pool's first row; equal or none: in order of first appearance. */
  readonly order: readonly SortKey[];
}

/**
 * An ordered fold per entity: draws, carry, balances. Adds or replaces columns; rows and their order stay. `made` are fold expressions: each may name those
 * before it on its row, and as `prior[...]` any of them on the row before. `initial` gives `prior[...]` of the first row and is read on that row (row
 * place); what it does not name is blank there.
 */
export interface ScanStep extends Step {
  readonly op: 'scan';
  readonly input: StepId;
  readonly partition: readonly string[];
  readonly order: readonly SortKey[];
  readonly initial: readonly Made[];
  readonly made: readonly Made[];
}

/**
 * Everyone above everyone: the closure of a child → parent table, with levels (0: oneself) and the dates on which each path holds (the overlap of its links).
 * A circle is a problem, and is cut where it closes. On any day one person stands above another once, at the nearest level. Rows: by person in order of
 * first appearance, then by level.
 */
export interface AncestorsStep extends Step {
  readonly op: 'ancestors';
  readonly input: StepId;
  readonly child: string;
  readonly parent: string;
  readonly validity?: { readonly from: string; readonly to: string };
  readonly includeSelf: boolean;
  readonly maxLevel: number | null;
  readonly out: {
    readonly descendant: string;
    readonly ancestor: string;
    readonly level: string;
    readonly from?: string;
    readonly to?: string;
  };
}

/**
 * A list cell becomes rows: one for each item, in order; `position` counts from 1. A blank list has none. What lists are written like:
 * `core/data/list-items.ts`. What is none is one row with `#VALUE!`, and is reported. `out` of type number reads items as numbers.
 */
export interface ExplodeStep extends Step {
  readonly op: 'explode';
  readonly input: StepId;
  readonly list: string;
  readonly out: string;
  readonly position?: string;
}

/** Columns become rows: for each row one row per column in `from`, in that order, blanks too. `name` is the column's key. */
export interface UnpivotStep extends Step {
  readonly op: 'unpivot';
  readonly input: StepId;
  readonly keys: readonly string[];
  readonly from: readonly string[];
  readonly out: { readonly name: string; readonly value: string };
}

/** The rows of each input after another; columns by key, missing ones blank. `tag`: a column that says which input. */
export interface UnionStep extends Step {
  readonly op: 'union';
  readonly inputs: readonly StepId[];
  readonly tag?: { readonly key: string; readonly names: readonly string[] };
}

/** Stable; blanks last, errors after them. */
export interface SortStep extends Step {
  readonly op: 'sort';
  readonly input: StepId;
  readonly order: readonly SortKey[];
}

/** The first `count` rows, of each partition where `by` is given. */
export interface LimitStep extends Step {
  readonly op: 'limit';
  readonly input: StepId;
  readonly count: Expression;
  readonly by: readonly string[];
}

export interface ChooseStep extends Step, Choosing {}
export interface ClusterStep extends Step, Clustering {}

export type TableStep =
  | ReadStep
  | FilterStep
  | ExtendStep
  | SelectStep
  | JoinStep
  | LookupStep
  | GroupStep
  | WindowStep
  | SpineStep
  | BandsStep
  | DecideStep
  | AllocateStep
  | ScanStep
  | AncestorsStep
  | ExplodeStep
  | UnpivotStep
  | UnionStep
  | SortStep
  | LimitStep
  | ChooseStep
  | ClusterStep;

/** How one number is made of a step's column. */
export interface Headline {
  readonly step: StepId;
  readonly measure: 'rows' | 'sum' | 'average' | 'ratio';
  readonly column?: string;
  /** For `ratio`: sum(column) / sum(per). Totals are recomputed from grain, never averaged. */
  readonly per?: string;
}

/**
 * Rows a person should hear of: those where a boolean column is TRUE. They are counted and named after a run; what is computed never changes.
 * `{count}` and `{names}` in the words are filled in.
 */
export interface Notice {
  readonly step: StepId;
  readonly origin: Origin;
  readonly where: string;
  /** The column that names the rows. */
  readonly name?: string;
  readonly id: string;
  readonly severity: 'warning' | 'info';
  readonly words: Bilingual;
}

export interface TableProgram {
  readonly program: 'table';
  readonly design: string;
  readonly steps: readonly TableStep[];
  /** The step that answers for each node and port; absent for nodes with problems. */
  readonly answers: Readonly<
    Record<string, { readonly ports: Readonly<Record<string, StepId>>; readonly headline?: Headline }>
  >;
  /** The node whose table is the design's result. */
  readonly output: string | null;
  /** Parameters the expressions read; their values are given to each run. */
  readonly parameters: readonly ColumnInfo[];
  readonly notices?: readonly Notice[];
}
