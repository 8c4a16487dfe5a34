import { parseIsoDate } from '#core/calendar/iso-text.ts';
import { columnsOfTable } from '#core/compile/columns-of.ts';
import { compileForm } from '#core/compile/compile-form.ts';
import { compile } from '#core/compile/compile.ts';
import { parameterValues } from '#core/compile/parameter-values.ts';
import { isError, type Value } from '#core/data/value.ts';
import { drain } from '#core/execute/run.ts';
import { runTest, type TestDifference } from '#core/execute/run-test.ts';
import { runExample } from '#core/interact/run-example.ts';
import { isForm, isPlan } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import { asOfDate } from '../open-design.ts';
import { openProjectFile, tablesOfRun } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Runs the tests that the designs hold: one line each on standard output, what differs on standard error. */
export const test: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: ['as-of'] });
  const file = openProjectFile(args.words[0] ?? '', streams);
  const { project } = file;
  if (!project) return tellProblems(file.problems, streams) ? 1 : 0;
  const { tables, problems } = tablesOfRun(project, file, [], streams);
  const columns = new Map(project.tables.map((table) => [table.key, columnsOfTable(table)]));
  const found = [...file.problems, ...problems];
  let failed = 0;
  let passed = 0;
  for (const design of project.designs.filter(isPlan)) {
    const compiled = compile(project, catalog, design.id);
    found.push(...compiled.problems);
    const base = { program: compiled.program, parameters: parameterValues(project), asOf: asOfDate(args) };
    for (const one of design.tests) {
      const outcome = drain(runTest({ ...base, columns, tables }, one));
      streams.out(`${outcome.passed ? 'ok' : 'not ok'} ${design.id}: ${one.name}\n`);
      if (outcome.passed) passed++;
      else failed++;
      if (outcome.noAnswer !== undefined) streams.err(`${design.id}: ${one.name}: the node has no answer\n`);
      for (const difference of outcome.differences) streams.err(`${design.id}: ${one.name}: ${say(difference)}\n`);
    }
  }
  const frames = new Map([...tables].map(([key, table]) => [key, table.frame]));
  for (const design of project.designs.filter(isForm)) {
    const { program, problems: written } = compileForm(project, catalog, design.id);
    found.push(...written);
    for (const one of design.examples) {
      const asOf = parseIsoDate(one.asOf ?? '') ?? asOfDate(args);
      const differences = runExample(program, one.answers, one.expect, { asOf, tables: frames });
      streams.out(`${differences.length === 0 ? 'ok' : 'not ok'} ${design.id}: ${one.name}\n`);
      if (differences.length === 0) passed++;
      else failed++;
      for (const { at, wanted, got } of differences)
        streams.err(
          `${design.id}: ${one.name}: ${at}: ${JSON.stringify(wanted)} expected, ${JSON.stringify(got)} found\n`,
        );
    }
  }
  const broken = tellProblems(found, streams);
  streams.out(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || broken ? 1 : 0;
};

function say({ row, column, expected, found }: TestDifference): string {
  if (column === undefined) return `${text(expected)} rows expected, ${text(found)} found`;
  return `row ${row}, ${column}: ${text(expected)} expected, ${text(found)} found`;
}
function text(value: Value): string {
  return isError(value) ? value.error : JSON.stringify(value);
}
