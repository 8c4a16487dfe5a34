/** What a step of a journey must be. Declared as data like a node of a plan; `lower` gives one node of the closed flow vocabulary. */
import './jitless.ts';
import type { ColumnInfo } from '../data/schema.ts';
import type { Expression } from '../formula/expression.ts';
import type { Bilingual, Severity } from '../problem/problem.ts';
import type { FlowNode } from '../program/flow-program.ts';
import type { NodeKind } from './node-kind.ts';

/** The port under which a step's fields and `suggest` find the customers' columns and the variables, even a step that has no input. */
export const customersPort = 'in';
/** The port under which a step's fields find the variables alone. */
export const variablesPort = 'variables';

/** Sections of the palette. */
export type StepSection = 'start' | 'talk' | 'time' | 'route' | 'end';

/** A flow node without what the compiler adds. */
export type DraftFlowNode = FlowNode extends infer N
  ? N extends FlowNode
    ? Omit<N, 'key' | 'origin' | 'ports' | 'onError'>
    : never
  : never;

/** What a kind may ask of the compiler while it lowers. What is missing (`undefined`) has been reported. */
export interface StepContext {
  readonly key: string;
  readonly label: string;
  /** Checks a formula over the customer's row and the journey's variables; reports its problems at `path`. */
  formula(text: string, path: string): Expression | undefined;
  /** The customers' columns and the journey's variables: what formulas may name. */
  readonly columns: readonly ColumnInfo[];
  readonly variables: readonly ColumnInfo[];
  say(id: string, words: Bilingual, options?: { readonly severity?: Severity; readonly path?: string }): void;
}

export interface StepKind<P = unknown> extends Omit<NodeKind<P>, 'lower'> {
  readonly section: StepSection;
  /** Where the journey may end: a step of another kind that leads nowhere is a dead end. */
  readonly ends?: true;
  /** Output ports that may stay unconnected. */
  readonly open?: readonly string[];
  /** Time passes here: a loop through it is no endless loop. */
  readonly waits?: true;
  readonly lower: (props: P, context: StepContext) => DraftFlowNode | undefined;
}

/** Infers the props once; kinds of one registry are then held as `StepKind`. */
export function defineStep<P>(kind: StepKind<P>): StepKind {
  return kind as unknown as StepKind;
}
