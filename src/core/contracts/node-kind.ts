/** What a node of a plan must be. Everything is declared as data; `lower` is the only behaviour that must exist. */
import './jitless.ts';
import type { z } from 'zod';
import type { LoweredDecision } from './lowered-decision.ts';
import type { ColumnInfo, ColumnRole } from '../data/schema.ts';
import type { Format } from '../data/column.ts';
import type { Expression } from '../formula/expression.ts';
import type { FormulaPlace } from '../formula/scope.ts';
import type { Bilingual, Problem, Severity } from '../problem/problem.ts';
import type { Headline, Notice, StepId, TableStep } from '../program/table-program.ts';

/** Families are colours and palette sections: tokens `--f-<family>`. */
export type NodeFamily = 'data' | 'shape' | 'people' | 'measure' | 'pay' | 'limit' | 'out';

/** `rows`: any table (square). `people`: a table with a declared grain, one value per person or person and period (circle). `number`: one value (diamond). `flow`: people on their way (square). */
export type PortType = 'rows' | 'people' | 'number' | 'flow';

export interface Port {
  readonly key: string;
  readonly type: PortType;
  readonly words: Bilingual;
  readonly required?: boolean;
  /** Takes several edges; their tables arrive in the order of the edges' source node keys. */
  readonly many?: boolean;
}

/** How one prop is edited: a closed list, drawn by `app/inspector`. `from` names the input port whose columns are offered. */
export type Control =
  | { readonly control: 'text' }
  | {
      readonly control: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly optional?: boolean;
    }
  | { readonly control: 'toggle' }
  | {
      readonly control: 'choice';
      readonly options: readonly { readonly value: string; readonly words: Bilingual; readonly help?: Bilingual }[];
    }
  | { readonly control: 'table'; readonly optional?: boolean }
  | {
      readonly control: 'column';
      readonly from: string;
      readonly optional?: boolean;
      readonly types?: readonly ColumnInfo['type'][];
    }
  | { readonly control: 'columns'; readonly from: string; readonly optional?: boolean }
  /** One formula; `place` says what it may name. */
  | { readonly control: 'formula'; readonly from?: string; readonly place: FormulaPlace; readonly optional?: boolean }
  /** A list of `{ key, label?, formula, format? }`. */
  | { readonly control: 'formulas'; readonly from: string; readonly place: FormulaPlace }
  /** A list of `{ left, right }` column keys of two ports. */
  | { readonly control: 'pairs'; readonly left: string; readonly right: string }
  /** A list of `{ key, from }`: columns taken, and the names they get. */
  | { readonly control: 'take'; readonly from: string }
  /** A number or a scalar formula, such as a parameter's name. */
  | { readonly control: 'amount'; readonly format?: 'number' | 'percent' | 'currency'; readonly optional?: boolean }
  /** The rate table: `{ from, rate?, amount?, retroactive?, label? }[]`, edges and rates being amounts. */
  | { readonly control: 'bands' }
  /** A list of `{ id, label }`: what can be chosen. */
  | { readonly control: 'options' }
  /** A list of `{ at, score }`, numbers: the points of a curve. */
  | { readonly control: 'curve' }
  /** A list of `{ key, weight }`: shares of the columns that carry the role `score` at a port. */
  | { readonly control: 'weights'; readonly from: string }
  /** Another design of the project, by id. */
  | { readonly control: 'design'; readonly design: 'decision' }
  /** A list of `{ key, formula }`: what the inputs of the decision that `of` names are, as formulas over a port's rows. */
  | { readonly control: 'bindings'; readonly of: string; readonly from: string };

export type InspectorField = Control & {
  readonly prop: string;
  readonly words: Bilingual;
  readonly help?: Bilingual;
  /** Shown only when another prop has one of these values. */
  readonly when?: { readonly prop: string; readonly is: readonly (string | boolean)[] };
  /** Sections of the inspector, in this order: what it reads, what it does. */
  readonly section?: 'reads' | 'does';
};

/** A table as a later node sees it. */
export interface TableShape {
  readonly step: StepId;
  readonly columns: readonly ColumnInfo[];
  readonly grain?: readonly string[];
}

/** A step without what the compiler adds. */
export type DraftStep = TableStep extends infer S
  ? S extends TableStep
    ? Omit<S, 'id' | 'origin' | 'tables'>
    : never
  : never;

/** What a kind may ask of the compiler while it lowers. A missing answer (`undefined`) has been reported; lower returns what it can. */
export interface LowerContext {
  readonly node: string;
  readonly label: string;
  /** The tables that reach an input port; empty where nothing is connected (reported for required ports). */
  input(port: string): readonly TableShape[];
  /** The project's table by key; reports an unknown one at `path`. */
  table(key: string, path: string): readonly ColumnInfo[] | undefined;
  /** Checks a formula's text where it stands; reports its problems at `path`. */
  formula(
    text: string,
    where: {
      readonly path: string;
      readonly place: FormulaPlace;
      readonly columns?: readonly ColumnInfo[];
      readonly groupKeys?: readonly string[];
    },
  ): Expression | undefined;
  /** A number as a literal, a text as a scalar formula (parameters). */
  amount(value: number | string, path: string): Expression | undefined;
  /** A decision of the project, checked; reports at `path` where there is none or where its own cells have problems. */
  decision(id: string, path: string): LoweredDecision | undefined;
  /** Finds a column by key; reports an unknown one at `path` with the nearest name as a fix. */
  column(columns: readonly ColumnInfo[], key: string, path: string): ColumnInfo | undefined;
  /** Adds a step; its formulas' tables are wired by the compiler. The last one emitted is the node's answer unless `ports` says otherwise. */
  emit(step: DraftStep): TableShape;
  say(id: string, words: Bilingual, options?: { readonly severity?: Severity; readonly path?: string }): void;
  report(problem: Problem): void;
  /** An edit that sets one of this node's props, for fixes. */
  propEdit(path: readonly (string | number)[], value: unknown): { readonly op: string };
  /** A made column's label in the project's language. */
  word(words: Bilingual): string;
}

export interface Lowered {
  /** One table per output port. */
  readonly ports: Readonly<Record<string, TableShape>>;
  /** The number the node shows on the canvas. */
  readonly headline?: Headline;
  readonly headlineFormat?: Format;
  /** Rows that a person should hear of after a run: see `Notice`. */
  readonly notices?: readonly Omit<Notice, 'origin'>[];
}

export interface NodeWords {
  readonly label: string;
  /** One line for the palette. */
  readonly summary: string;
  /** More words people search for it by. */
  readonly search?: string;
  /** The unit under the headline, such as “rows” or “added above quota”. */
  readonly unit?: string;
}

export interface NodeKind<P = unknown> {
  readonly kind: string;
  readonly version: number;
  readonly family: NodeFamily;
  /** A Tabler outline icon's name in kebab-case. */
  readonly icon: string;
  readonly words: { readonly en: NodeWords; readonly 'zh-CN': NodeWords };
  readonly props: z.ZodType<P>;
  readonly defaults: P;
  /** Props that fit what is connected (columns found by role), for a node just added. */
  readonly suggest?: (props: P, inputs: Readonly<Record<string, readonly TableShape[]>>) => P;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly inspector: readonly InspectorField[];
  readonly lower: (props: P, context: LowerContext) => Lowered | undefined;
  /** From version n (the key) to n + 1, on raw props. */
  readonly migrations?: Readonly<Record<number, (props: unknown) => unknown>>;
}

/** Infers the props once; kinds of one registry are then held as `NodeKind`. */
export function defineNode<P>(kind: NodeKind<P>): NodeKind {
  return kind as unknown as NodeKind;
}

/** The first column that carries a role. */
export function byRole(columns: readonly ColumnInfo[], role: ColumnRole): ColumnInfo | undefined {
  return columns.find((column) => column.role === role);
}
