/** The rows that an accepted answer adds to the tables of its form. */
import type { Value } from '../data/value.ts';
import type { FormProgram, RepeatNode } from '../program/form-program.ts';
import { nodesOfForm } from '../program/form-expressions.ts';
import type { FormSession } from './form-session.ts';

export interface AnswerRows {
  readonly table: string;
  /** By column key. What was not submitted is blank. */
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** `answer`: the answer's own id, for tables that keep it. Hidden rows of a repeat add nothing. */
export function answerRows(form: FormSession, answer: string): readonly AnswerRows[] {
  const { into = [] } = form.program;
  return into.map((fill): AnswerRows => {
    const cells = (row: string | undefined): Record<string, Value> =>
      Object.fromEntries([
        ...(fill.answer === undefined ? [] : [[fill.answer, answer] as const]),
        ...fill.columns.map(({ column, field }) => [column, form.field(field, row).value] as const),
      ]);
    if (fill.of === undefined) return { table: fill.table, rows: [cells(undefined)] };
    const repeat = repeatNamed(form.program, fill.of);
    const shown = repeat !== undefined && form.field(repeat.id).visible;
    return { table: fill.table, rows: shown ? form.rows(repeat.id).map((row) => cells(row)) : [] };
  });
}

function repeatNamed(program: FormProgram, id: string): RepeatNode | undefined {
  for (const node of nodesOfForm(program.root)) if (node.node === 'repeat' && node.id === id) return node;
  return undefined;
}
