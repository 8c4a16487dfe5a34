/** What a field of a form must be: a question, a computed value, rows of questions, or a part of the page. Declared as data; `lower` is its behaviour. */
import './jitless.ts';
import type { z } from 'zod';
import type { ColumnType, Format } from '../data/column.ts';
import type { Expression } from '../formula/expression.ts';
import type { Bilingual, Severity } from '../problem/problem.ts';
import type { ContentNode, GroupNode, RepeatNode, ValueNode } from '../program/form-program.ts';
import type { InspectorField, NodeWords } from './node-kind.ts';

/** Sections of the palette and colours of tiles. */
export type FieldGroup = 'text' | 'number' | 'date' | 'choice' | 'computed' | 'layout';

/**
 * `value`: one answer, part of the data. `rows`: a list of rows, part of the data; what stands inside belongs to each row. `fields`: holds other fields,
 * part of the page alone. `nothing`: something to read.
 */
export type FieldHolds = 'value' | 'rows' | 'fields' | 'nothing';

/** What a kind adds to what every field has (label, help, visible …), by what it holds. */
export type LoweredField =
  | ({ readonly node: 'value' } & Pick<ValueNode, 'input' | 'constraints' | 'choices' | 'value'>)
  | ({ readonly node: 'repeat' } & Pick<RepeatNode, 'min' | 'max' | 'item'>)
  | ({ readonly node: 'group' } & Pick<GroupNode, 'arrangement'>)
  | ({ readonly node: 'content' } & Pick<ContentNode, 'content'>);

/** What a kind may ask of the compiler while it lowers. What is missing (`undefined`) has been reported. */
export interface FieldContext {
  /** The label a person gave the field. */
  readonly label: string;
  /** Checks a formula over the form's fields; reports its problems at `path`, inside the props. */
  formula(text: string, path: string): Expression | undefined;
  /** A number as a literal, a text as a formula over the form's fields. */
  amount(value: number | string, path: string): Expression | undefined;
  say(id: string, words: Bilingual, options?: { readonly severity?: Severity; readonly path?: string }): void;
}

/** What formulas see of a field, and what its column of a table is. */
export interface FieldShape {
  readonly type: ColumnType;
  readonly format?: Format;
}

export interface FieldKind<P = unknown> {
  readonly kind: string;
  readonly version: number;
  readonly group: FieldGroup;
  /** A Tabler outline icon's name in kebab-case. */
  readonly icon: string;
  readonly words: { readonly en: NodeWords; readonly 'zh-CN': NodeWords };
  readonly holds: FieldHolds;
  readonly props: z.ZodType<P>;
  readonly defaults: P;
  /** Props of one that a person just added, in the project's language; absent: the defaults. */
  readonly fresh?: (word: (words: Bilingual) => string) => P;
  /** Nobody fills it in: it is neither required nor has it a default. */
  readonly computed?: true;
  /** Only of kinds that hold a value. */
  readonly shape?: (props: P) => FieldShape;
  readonly inspector: readonly InspectorField[];
  readonly lower: (props: P, context: FieldContext) => LoweredField | undefined;
  /** From version n (the key) to n + 1, on raw props. */
  readonly migrations?: Readonly<Record<number, (props: unknown) => unknown>>;
}

/** Infers the props once; kinds of one registry are then held as `FieldKind`. */
export function defineField<P>(kind: FieldKind<P>): FieldKind {
  return kind as unknown as FieldKind;
}
