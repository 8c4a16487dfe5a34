import { writeCsv } from '#core/data/write-csv.ts';
import { drain, runProgram, tableOf } from '#core/execute/run.ts';
import { readArguments } from '../arguments.ts';
import { writeResult } from '../host.ts';
import { jsonRows } from '../json-value.ts';
import { answerStep, openDesign, runOptions } from '../open-design.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Executes a plan and writes the table of its result, or of one node. */
export const run: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: [...runOptions, 'out'] });
  const { opened, problems } = openDesign(args, streams);
  if (!opened) return tellProblems(problems, streams) ? 1 : 0;
  const result = drain(runProgram(opened.run));
  const step = answerStep(opened.compiled, args.option('node'));
  if (step === undefined) {
    tellProblems([...problems, ...result.problems], streams);
    streams.err('There is no result: the node has problems.\n');
    return 1;
  }
  const { columns } = opened.run.step(step);
  const frame = drain(tableOf(opened.run, step));
  const out = args.option('out');
  const text = out?.endsWith('.json')
    ? `${JSON.stringify(jsonRows(frame, columns), null, 1)}\n`
    : writeCsv(frame, columns);
  writeResult(text, out, streams);
  return tellProblems([...problems, ...result.problems, ...opened.run.problems()], streams) ? 1 : 0;
};
