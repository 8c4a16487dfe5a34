/** What is handed in: the values that count, what was visible, and every problem; all plain, by the keys of fields. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '../calendar/iso-text.ts';
import { isError, type Value } from '../data/value.ts';
import type { Problem } from '../problem/problem.ts';
import type { FormNode, ValueNode } from '../program/form-program.ts';
import { nodesOfForm } from '../program/form-expressions.ts';
import type { FormSession } from './form-session.ts';

export type SentValue = string | number | boolean | null;
export type SentRow = Readonly<Record<string, SentValue>>;

export interface SentProblem {
  readonly problem: Problem;
  /** `lines.0.quantity`: rows counted from 0; empty: the form as a whole. */
  readonly at: string;
}

export interface Submission {
  /** By field key; the rows of a repeat as a list. Hidden fields are not in it, unless they are kept. */
  readonly values: Readonly<Record<string, SentValue | readonly SentRow[]>>;
  /** Visible fields in reading order, those of rows as `lines.0.quantity`. */
  readonly visible: readonly string[];
  readonly problems: readonly SentProblem[];
  /** No problem is an error. */
  readonly accepted: boolean;
}

export function submissionOf(form: FormSession): Submission {
  const { program } = form;
  const values: [string, SentValue | readonly SentRow[]][] = [];
  const visible: string[] = [];
  const walk = (
    nodes: readonly FormNode[],
    into: (key: string, value: SentValue) => void,
    row?: string,
    path = '',
  ): void => {
    for (const node of nodes) {
      const state = form.field(node.id, row);
      if (node.node === 'value') {
        if (state.visible) visible.push(path + node.key);
        if (state.visible || node.whenHidden === 'keep') into(node.key, sent(state.value, node));
      } else if (node.node === 'group') walk(node.children, into, row, path);
      else if (node.node === 'repeat' && state.visible) {
        visible.push(node.key);
        const rows = form.rows(node.id).map((one, i) => {
          const cells: [string, SentValue][] = [];
          walk(node.children, (key, value) => cells.push([key, value]), one, `${node.key}.${i}.`);
          return Object.fromEntries(cells);
        });
        values.push([node.key, rows]);
      }
    }
  };
  walk(program.root, (key, value) => values.push([key, value]));

  const nodes = new Map([...nodesOfForm(program.root)].map((node) => [node.id, node]));
  const repeats = [...nodes.values()].filter((node) => node.node === 'repeat');
  const problems = form.problems().map(({ problem, field, row }): SentProblem => {
    const key = field === undefined ? '' : (nodes.get(field)?.key ?? '');
    const repeat = row === undefined ? undefined : repeats.find((one) => form.rows(one.id).includes(row));
    if (!repeat || row === undefined) return { problem, at: key };
    const index = form.rows(repeat.id).indexOf(row);
    return { problem: { ...problem, at: { ...problem.at, row: index } }, at: `${repeat.key}.${index}.${key}` };
  });
  const accepted = !problems.some((one) => one.problem.severity === 'error');
  return { values: Object.fromEntries(values), visible, problems, accepted };
}

/** A value as JSON: dates as ISO text, errors as their text. */
export function sent(value: Value, node: Pick<ValueNode, 'type'>): SentValue {
  if (isError(value)) return value.error;
  if (typeof value !== 'number') return value;
  switch (node.type) {
    case 'date':
      return printIsoDate(value);
    case 'time':
      return printIsoTime(value);
    case 'datetime':
      return printIsoDatetime(value);
    default:
      return value;
  }
}
