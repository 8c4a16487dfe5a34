/** What happens to a customer, as the driver sees it: told to whoever follows one customer, never made for the crowd. */
import type { Outcome, Visit } from './step.ts';
import type { ReadyCriterion, ReadyNode } from './ready-flow.ts';

export type NotEntered = 'no-instant' | 'too-early' | 'condition' | 'error' | 're-entry';

export type Happening =
  | {
      readonly what: 'not-entered';
      readonly now: number;
      readonly node: ReadyNode;
      readonly why: NotEntered;
      readonly row: number;
    }
  | { readonly what: 'held-out'; readonly now: number; readonly node: ReadyNode; readonly dice: number }
  | { readonly what: 'kept-in'; readonly now: number; readonly node: ReadyNode; readonly dice: number }
  | {
      readonly what: 'stepped';
      readonly now: number;
      readonly node: ReadyNode;
      readonly visit: Visit;
      readonly outcome: Outcome;
    }
  | { readonly what: 'criterion'; readonly now: number; readonly node: ReadyNode; readonly criterion: ReadyCriterion }
  /** Went round without a wait until it was stopped. */
  | { readonly what: 'looped'; readonly now: number; readonly node: ReadyNode }
  /** Left by a port that leads nowhere. */
  | { readonly what: 'dead-end'; readonly now: number; readonly node: ReadyNode; readonly port: string };
