import { drain } from '#core/execute/run.ts';
import type { Trace } from '#core/execute/trace.ts';
import type { Run } from '#core/execute/execution.ts';
import { readArguments, UsageError, wholeNumber } from '../arguments.ts';
import { writeResult } from '../host.ts';
import { jsonValue } from '../json-value.ts';
import { answerStep, openDesign, runOptions } from '../open-design.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Why a cell is what it is, one level; `cell` of an input says where to ask on. Rows count from 0. */
export const explain: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: [...runOptions, 'row', 'column', 'out'] });
  const row = wholeNumber('row', args.required('row'));
  const column = args.required('column');
  const { opened, problems } = openDesign(args, streams);
  const failed = tellProblems(problems, streams);
  if (!opened) return 1;
  const step = answerStep(opened.compiled, args.option('node'));
  if (step === undefined) {
    streams.err('There is no result: the node has problems.\n');
    return 1;
  }
  const { columns } = opened.run.step(step);
  if (!columns.some((one) => one.key === column))
    throw new UsageError(`there is no column ${column}; columns here: ${columns.map((one) => one.key).join(', ')}`);
  const { count } = drain(opened.run.rows(step));
  if (row < 0 || row >= count) throw new UsageError(`--row counts from 0 to ${count - 1}`);
  const trace = drain(opened.run.trace({ step, row, column }));
  writeResult(`${JSON.stringify(answer(trace, opened.run), null, 2)}\n`, args.option('out'), streams);
  return failed ? 1 : 0;
};

function answer(trace: Trace, run: Run) {
  const node = (step: string) => run.step(step).origin.node;
  return {
    value: jsonValue(trace.value, trace.type),
    label: trace.label,
    node: trace.origin.node,
    how: trace.how,
    formula: trace.formula,
    substituted: trace.substituted,
    inputs: trace.inputs.map(({ name, label, value, type, cell, parameter }) => ({
      name,
      label,
      value: jsonValue(value, type),
      ...(cell ? { cell: { node: node(cell.step), ...cell } } : {}),
      ...(parameter === undefined ? {} : { parameter }),
    })),
    rows: trace.rows.map((rows) => ({ node: node(rows.step), ...rows })),
    sentence: trace.sentence,
  };
}
