/**
 * The closed vocabulary of forms: what `core/interact` runs for each key, and what a published form draws. Answers are keyed by field id, names are
 * display only. Source of the shapes: the study of form tools (five node types carry what forty field kinds need).
 */
import type { ColumnType, Format } from '../data/column.ts';
import type { Expression, Literal } from '../formula/expression.ts';
import type { Bilingual } from '../problem/problem.ts';
import type { Origin } from './origin.ts';

export type FormInput =
  | 'line'
  | 'lines'
  | 'number'
  | 'slider'
  | 'rating'
  | 'toggle'
  | 'choice'
  | 'choices'
  | 'ranking'
  | 'date'
  | 'time'
  | 'datetime'
  | 'lookup'
  | 'file'
  | 'signature'
  | 'place'
  | 'scan'
  | 'shown';

/** Choice identity is the id: labels may change, answers may not. */
export type Choices =
  | { readonly from: 'list'; readonly items: readonly { readonly id: string; readonly label: string }[] }
  /** A declared query that the engine answers; the value is pending meanwhile. */
  | {
      readonly from: 'table';
      readonly table: string;
      readonly id: string;
      readonly label: string;
      readonly where?: Expression;
    };

export type Constraint =
  | { readonly rule: 'range'; readonly min?: Expression; readonly max?: Expression }
  | { readonly rule: 'length'; readonly min?: number; readonly max?: number }
  | { readonly rule: 'pattern'; readonly like: string }
  | { readonly rule: 'count'; readonly min?: number; readonly max?: number }
  | {
      readonly rule: 'holds';
      readonly expression: Expression;
      readonly level: 'error' | 'warning';
      readonly words: Bilingual;
    };

interface FormNodeBase {
  readonly id: string;
  readonly key: string;
  readonly origin: Origin;
  readonly label: string;
  /** A line under the label. */
  readonly help?: string;
  readonly visible?: Expression;
  readonly enabled?: Expression;
}

/** One answer. Hidden fields are neither required nor submitted; drafts keep the value. */
export interface ValueNode extends FormNodeBase {
  readonly node: 'value';
  readonly type: ColumnType;
  readonly format?: Format;
  readonly input: FormInput;
  readonly required?: Expression;
  readonly constraints: readonly Constraint[];
  readonly choices?: Choices;
  /** Applies until the field is touched. */
  readonly initial?: Expression;
  /** Computed: settled in topological order, in one pass. */
  readonly value?: { readonly expression: Expression; readonly override: 'never' | 'until-cleared' };
  readonly whenHidden: 'exclude' | 'keep' | 'clear';
}

export interface GroupNode extends FormNodeBase {
  readonly node: 'group';
  readonly arrangement: 'rows' | 'columns' | 'tabs' | 'steps' | 'pages';
  readonly children: readonly FormNode[];
}

/**
 * Rows of the same fields. A row's expressions see the row, then the form; the form's see all rows, inside aggregates. Rows have ids of their own. No
 * repeat stands inside another.
 */
export interface RepeatNode extends FormNodeBase {
  readonly node: 'repeat';
  /** What one row is called, as in “Add a line”. */
  readonly item?: string;
  readonly min?: Expression;
  readonly max?: Expression;
  readonly children: readonly FormNode[];
}

export interface ContentNode extends FormNodeBase {
  readonly node: 'content';
  readonly content:
    | { readonly as: 'text'; readonly text: Expression }
    | { readonly as: 'picture'; readonly attachment: string; readonly alt: string }
    | { readonly as: 'rule' };
}

export interface ActionNode extends FormNodeBase {
  readonly node: 'action';
  readonly action: 'submit' | 'save-draft' | 'next' | 'back' | 'add-row' | 'remove-row';
}

export type FormNode = ValueNode | GroupNode | RepeatNode | ContentNode | ActionNode;

/** Rows that an accepted answer adds to a table: one for the whole answer, or one for each row of a repeat. */
export interface FormFill {
  readonly table: string;
  /** The repeat whose rows these are; absent: the answer itself. */
  readonly of?: string;
  /** The column that holds the answer's id, so that rows of several tables find each other. */
  readonly answer?: string;
  /** Which field, by id, fills which column, by key. */
  readonly columns: readonly { readonly column: string; readonly field: string }[];
}

export interface FormProgram {
  readonly program: 'form';
  readonly design: string;
  readonly root: readonly FormNode[];
  /** Checks over the whole answer, beside those of single fields. */
  readonly checks: readonly {
    readonly holds: Expression;
    readonly level: 'error' | 'warning';
    /** Ids of the fields it is told at; none: at the form. */
    readonly at: readonly string[];
    readonly words: Bilingual;
  }[];
  /** The tables that an accepted answer fills. */
  readonly into?: readonly FormFill[];
  /** Parameters that formulas name, by key, with their values: a form runs without its project. */
  readonly constants?: Readonly<Record<string, Literal>>;
  /** Tables that formulas name, by key: whoever runs the form brings their rows. */
  readonly tables?: readonly string[];
}
