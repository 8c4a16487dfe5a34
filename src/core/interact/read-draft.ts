/** Answers as they come from a file or another system → a draft. Nothing in them can do harm: what does not fit is told and left out. */
import { problem, type Problem } from '../problem/problem.ts';
import type { FormNode, FormProgram, RepeatNode, ValueNode } from '../program/form-program.ts';
import type { DraftRow, FormDraft } from './form-draft.ts';
import { asAnswer, type Answer } from './read-answer.ts';

/** Rows of one repeat; more are not read. */
export const mostRows = 10_000;

export interface ReadDraft {
  readonly draft: FormDraft;
  readonly problems: readonly Problem[];
}

type Record_ = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields are named by their keys or ids; keys come first where both fit. */
export function readDraft(program: FormProgram, input: unknown): ReadDraft {
  const problems: Problem[] = [];
  if (!isObject(input)) return { draft: { answers: {}, rows: {} }, problems: [problem('interact.not-answers', {})] };
  const rows: [string, readonly DraftRow[]][] = [];
  let count = 0;

  function read(given: Record_, nodes: readonly FormNode[], path: string): [string, Answer][] {
    const own = fieldsOf(nodes);
    const answers: [string, Answer][] = [];
    for (const [name, value] of Object.entries(given)) {
      const node = own.find((one) => one.key === name) ?? own.find((one) => one.id === name);
      if (!node) {
        problems.push(problem('interact.unknown-field', { field: path + name }, {}, { severity: 'warning' }));
        continue;
      }
      if (node.node === 'repeat') {
        if (value !== null) readRows(node, value);
        continue;
      }
      const at = { node: node.origin.node };
      const answer = asAnswer(value);
      if (node.value?.override === 'never')
        problems.push(problem('interact.computed-given', { label: node.label }, at, { severity: 'warning' }));
      else if (answer === undefined) problems.push(problem('interact.cannot-be-read', { label: node.label }, at));
      else answers.push([node.id, answer]);
    }
    return answers;
  }

  function readRows(node: RepeatNode, value: unknown): void {
    const at = { node: node.origin.node };
    if (!Array.isArray(value) || !value.every(isObject)) {
      problems.push(problem('interact.not-rows', { label: node.label }, at));
      return;
    }
    if (value.length > mostRows)
      problems.push(problem('interact.too-many-rows', { label: node.label, most: mostRows }, at));
    const list = value.slice(0, mostRows).map((row, i): DraftRow => {
      const answers = read(row as Record_, node.children, `${node.key}.${i}.`);
      return { id: `r${++count}`, answers: Object.fromEntries(answers) };
    });
    rows.push([node.id, list]);
  }

  const answers = read(input, program.root, '');
  return { draft: { answers: Object.fromEntries(answers), rows: Object.fromEntries(rows) }, problems };
}

/** Fields of one level: those inside groups count, those inside repeats do not. */
function fieldsOf(nodes: readonly FormNode[]): (ValueNode | RepeatNode)[] {
  return nodes.flatMap((node) =>
    node.node === 'group' ? fieldsOf(node.children) : node.node === 'value' || node.node === 'repeat' ? [node] : [],
  );
}
