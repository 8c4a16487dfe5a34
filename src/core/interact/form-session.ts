/** A form being filled in, as screens and the command line see it. */
import type { Frame } from '../data/column.ts';
import type { Value } from '../data/value.ts';
import type { Problem } from '../problem/problem.ts';
import type { FormProgram } from '../program/form-program.ts';
import type { FormDraft } from './form-draft.ts';
import type { Answer } from './read-answer.ts';

/** Everything that is known of one field, or of one node of the page. The very same object until something about it changes. */
export interface FieldState {
  /** What formulas see: blank while it is hidden, unless it is kept. */
  readonly value: Value;
  /** What was typed; undefined: untouched. */
  readonly answer: Answer | undefined;
  readonly visible: boolean;
  readonly enabled: boolean;
  readonly required: boolean;
  readonly problems: readonly Problem[];
  /** Of something to read: its text. */
  readonly text: Value;
}

export interface FormOptions {
  /** As-of date, serial days. */
  readonly asOf: number;
  readonly draft?: FormDraft;
  /** Rows of the tables that the program names. */
  readonly tables?: ReadonlyMap<string, Frame>;
}

export interface TroubleAt {
  readonly problem: Problem;
  /** The node's id; absent: the form as a whole. */
  readonly field?: string;
  readonly row?: string;
}

export interface FormSession {
  readonly program: FormProgram;
  readonly field: (id: string, row?: string) => FieldState;
  /** Ids of a repeat's rows; the same array until they change. */
  readonly rows: (repeat: string) => readonly string[];
  /** Everything that is wrong, in reading order. */
  readonly problems: () => readonly TroubleAt[];
  readonly draft: () => FormDraft;
  /** `null`: emptied by hand; `undefined`: untouched again, so that its default applies. */
  readonly set: (id: string, answer: Answer | undefined, row?: string) => void;
  /** At the end, or before another row. Gives its id. */
  readonly addRow: (repeat: string, before?: string) => string;
  readonly removeRow: (repeat: string, row: string) => void;
  /** Calls when a node's state changes; without an id, at every change. */
  readonly watch: (listener: () => void, id?: string, row?: string) => () => void;
  /** Cells computed by the last change, for tests and measurements. */
  readonly computed: () => number;
}
