/**
 * The closed vocabulary of journeys and approvals: what `core/simulate` steps through. One token per entry; edges leave named ports, so nothing depends
 * on array order. Randomness is a hash of (seed, node, customer, visit); the seed lives here, not in the run.
 */
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { Origin } from './origin.ts';

export type NodeKey = string;
/** Exact milliseconds, or calendar units in the customer's zone (“in one day at 9” is not “after 24 hours”). */
export type Duration =
  | { readonly exact: Expression }
  | { readonly calendar: { readonly months?: number; readonly days?: number; readonly at?: string } };

interface FlowNodeBase {
  readonly key: NodeKey;
  readonly origin: Origin;
  /** Port name → the node a token goes to. */
  readonly ports: Readonly<Record<string, NodeKey>>;
  readonly onError: 'halt' | 'path' | 'skip';
}

/** Ports: out. */
export interface EntryNode extends FlowNodeBase {
  readonly node: 'entry';
  readonly on:
    | { readonly trigger: 'event'; readonly event: string; readonly where?: Expression; readonly key?: Expression }
    /**
     * Everybody for whom `where` holds (absent: everybody) enters at the instant `at` gives (blank: never; absent: when the run begins), and is looked at
     * again every so often where `every` is given.
     */
    | {
        readonly trigger: 'segment';
        readonly where?: Expression;
        readonly at?: Expression;
        readonly every?: Duration;
      }
    | { readonly trigger: 'schedule'; readonly every: Duration }
    | { readonly trigger: 'submission'; readonly form: string }
    | { readonly trigger: 'manual' };
}

/** Ports: out; with a time-out also `timeout`. The due time is fixed on entry. */
export interface WaitNode extends FlowNodeBase {
  readonly node: 'wait';
  readonly for:
    | { readonly wait: 'duration'; readonly duration: Duration }
    | { readonly wait: 'until'; readonly instant: Expression; readonly late: 'now' | 'skip' | 'path' }
    | {
        readonly wait: 'window';
        /** 1 Monday to 7 Sunday. */
        readonly days: readonly number[];
        readonly from: string;
        readonly to: string;
        readonly zone: 'customer' | string;
      }
    | {
        readonly wait: 'event';
        readonly event: string;
        readonly where?: Expression;
        readonly key?: Expression;
        readonly sinceEntry: boolean;
        readonly timeout: Duration;
      };
}

/** Ports: one per case, and `else`. The first case that is TRUE takes the token; blank is not TRUE. */
export interface BranchNode extends FlowNodeBase {
  readonly node: 'branch';
  readonly cases: readonly { readonly port: string; readonly when: Expression }[];
}

/** Ports: one per arm. Cumulative ranges: an arm added at the end moves the fewest. */
export interface SplitNode extends FlowNodeBase {
  readonly node: 'split';
  readonly arms: readonly { readonly port: string; readonly weight: number }[];
  /** Sticky: the visit is left out of the hash, so re-entry takes the same arm. */
  readonly sticky: boolean;
  readonly salt: string;
}

export interface SetNode extends FlowNodeBase {
  readonly node: 'set';
  readonly set: readonly {
    readonly target: 'variable' | 'profile';
    readonly key: string;
    readonly value: Expression;
  }[];
}

/**
 * An effect: recorded as an intent whose id is its idempotency key. Asked before it, in this order: `consent` (absent: given), `address` (blank: cannot
 * be reached; absent: needs none), quiet hours, caps. Who is refused leaves by `refused`, or by `out` where nothing is connected there.
 */
export interface ActNode extends FlowNodeBase {
  readonly node: 'act';
  readonly effect: string;
  readonly channel?: string;
  readonly consent?: Expression;
  readonly address?: Expression;
  readonly fields: readonly { readonly key: string; readonly value: Expression }[];
  readonly retry?: { readonly most: number; readonly wait: Duration };
}

/** Budgets, caps, throttles and capacity. Ports: out, and `full` where full takes the else path. */
export interface ReserveNode extends FlowNodeBase {
  readonly node: 'reserve';
  readonly pool: string;
  readonly by: Expression;
  readonly amount: Expression;
  readonly size: Expression;
  readonly period:
    | { readonly calendar: string; readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year' }
    | { readonly rolling: Duration }
    | null;
  readonly whenFull: 'wait' | 'refuse' | 'path';
}
export interface ReleaseNode extends FlowNodeBase {
  readonly node: 'release';
  readonly pool: string;
  readonly by: Expression;
  readonly amount: Expression;
}

export interface ForkNode extends FlowNodeBase {
  readonly node: 'fork';
}
/** Collects a fork's tokens by the fork's id, never by the order in which they come. */
export interface JoinNode extends FlowNodeBase {
  readonly node: 'join';
  readonly fork: NodeKey;
  readonly need: 'all' | 'any' | number;
}

/** Ports: approved, rejected, timeout. Nobody approves their own; a change of a guarded field voids what was approved. */
export interface ApproveNode extends FlowNodeBase {
  readonly node: 'approve';
  readonly by: readonly { readonly person: Expression }[];
  readonly need: 'any' | 'all' | 'sequence' | number;
  readonly remind?: Duration;
  readonly timeout?: Duration;
  readonly guards: readonly string[];
}

/** Runs another design: a decision for this customer, or a sub-journey. */
export interface CallNode extends FlowNodeBase {
  readonly node: 'call';
  readonly design: string;
  readonly inputs: readonly { readonly key: string; readonly value: Expression }[];
  readonly outputs: readonly { readonly variable: string; readonly from: string }[];
}

/** A goal reached. Ports: out; where nothing is connected to it, the journey ends there. */
export interface MarkNode extends FlowNodeBase {
  readonly node: 'mark';
  readonly goal: string;
}
export interface ExitNode extends FlowNodeBase {
  readonly node: 'exit';
  readonly reason: string;
}

export type FlowNode =
  | EntryNode
  | WaitNode
  | BranchNode
  | SplitNode
  | SetNode
  | ActNode
  | ReserveNode
  | ReleaseNode
  | ForkNode
  | JoinNode
  | ApproveNode
  | CallNode
  | MarkNode
  | ExitNode;

/** What ends a visit or counts for it from outside the path: a condition, asked at each step and wake-up, or an instant, kept to the millisecond. */
export interface Criterion {
  readonly key: string;
  readonly when?: Expression;
  readonly at?: Expression;
}

export interface FlowProgram {
  readonly program: 'flow';
  readonly design: string;
  readonly seed: number;
  /** `columns`: what conditions may name, and how it is written in a trace. */
  readonly customers: {
    readonly table: string;
    readonly id: string;
    readonly zone?: string;
    readonly columns?: readonly ColumnInfo[];
  };
  readonly events?: { readonly table: string; readonly customer: string; readonly name: string; readonly at: string };
  readonly nodes: Readonly<Record<NodeKey, FlowNode>>;
  readonly header: {
    readonly variables: readonly (ColumnInfo & { readonly initial?: Expression })[];
    readonly reentry: {
      readonly mode: 'never' | 'after-exit' | 'after-period' | 'always' | 'per-key';
      readonly period?: Duration;
      readonly most?: number;
    };
    /** In percent; held-out customers are counted, not sent to. */
    readonly holdout: { readonly percent: number; readonly sticky: boolean } | null;
    readonly exits: readonly (Criterion & { readonly then?: NodeKey })[];
    /** `window`: counts only so long after the entry. */
    readonly goals: readonly (Criterion & {
      readonly window?: Duration;
      readonly value?: Expression;
      readonly exits: boolean;
    })[];
    readonly quietHours: {
      readonly from: string;
      readonly to: string;
      /** Days on which they begin, 1 Monday to 7 Sunday. */
      readonly days: readonly number[];
      readonly policy: 'defer' | 'skip' | 'send';
    } | null;
    readonly frequencyCaps: readonly {
      readonly channel: string;
      readonly most: number;
      readonly per: Duration;
      readonly policy: 'defer' | 'skip' | 'path';
    }[];
  };
}
