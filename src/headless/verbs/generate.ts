import { columnsOfTable } from '#core/compile/columns-of.ts';
import { writeCsv } from '#core/data/write-csv.ts';
import { generateRows } from '#core/project/generator.ts';
import { readArguments, UsageError, wholeNumber } from '../arguments.ts';
import { writeResult } from '../host.ts';
import { openProjectFile } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Rows from a table's generator: the same seed gives the same bytes. */
export const generate: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: ['table', 'rows', 'seed', 'out'] });
  const key = args.required('table');
  const { project, problems } = openProjectFile(args.words[0] ?? '', streams);
  if (!project) {
    tellProblems(problems, streams);
    return 1;
  }
  const table = project.tables.find((one) => one.key === key);
  if (!table) throw new UsageError(`the project has no table ${key}`);
  if (!table.generator) throw new UsageError(`the table ${key} has no generator`);
  const rows = args.option('rows');
  const seed = args.option('seed');
  const generated = generateRows(table, {
    ...(rows === undefined ? {} : { rows: countOf(rows) }),
    ...(seed === undefined ? {} : { seed: wholeNumber('seed', seed) }),
  });
  if (!generated.frame) {
    tellProblems(generated.problems, streams);
    return 1;
  }
  writeResult(writeCsv(generated.frame, columnsOfTable(table)), args.option('out'), streams);
  return 0;
};

function countOf(text: string): number {
  const rows = wholeNumber('rows', text);
  if (rows < 0 || rows > 5_000_000) throw new UsageError('--rows takes a number from 0 to 5000000');
  return rows;
}
