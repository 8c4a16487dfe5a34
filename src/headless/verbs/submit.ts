import { compileForm } from '#core/compile/compile-form.ts';
import { openForm } from '#core/interact/open-form.ts';
import { readDraft } from '#core/interact/read-draft.ts';
import { submissionOf, type SentProblem } from '#core/interact/submission.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { hasErrors } from '#core/problem/problem.ts';
import type { FormDesign } from '#core/project/form-design.ts';
import { isForm, type Project } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { readJson, writeResult } from '../host.ts';
import { asOfDate } from '../open-design.ts';
import { openProjectFile, tablesOfRun } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Fills in a form with answers from a file, as a person would, and writes what would be handed in: `{ values, visible, problems }`. */
export const submit: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: ['design', 'input', 'table', 'as-of', 'out'] });
  const input = args.required('input');
  const file = openProjectFile(args.words[0] ?? '', streams);
  const { project } = file;
  if (!project) return tellProblems(file.problems, streams) ? 1 : 0;
  const { program, problems } = compileForm(project, catalog, formOf(project, args.option('design')).id);
  const rows = tablesOfRun(project, file, args.pairs('table'), streams);
  const { draft, problems: unread } = readDraft(program, readJson(input, streams));
  const frames = new Map([...rows.tables].map(([key, table]) => [key, table.frame]));
  const submission = submissionOf(openForm(program, { asOf: asOfDate(args), draft, tables: frames }));
  const told: readonly SentProblem[] = [...unread.map((problem) => ({ problem, at: '' })), ...submission.problems];
  const result = {
    values: submission.values,
    visible: submission.visible,
    problems: told.map(({ problem, at }) => ({
      code: problem.code,
      severity: problem.severity,
      at,
      message: { en: sayProblem(problem, 'en'), 'zh-CN': sayProblem(problem, 'zh-CN') },
    })),
  };
  writeResult(`${JSON.stringify(result, null, 2)}\n`, args.option('out'), streams);
  const failed = tellProblems([...file.problems, ...problems, ...rows.problems], streams);
  return failed || hasErrors(told.map((one) => one.problem)) ? 1 : 0;
};

/** By id or by name; the only form where none is named. */
function formOf(project: Project, named: string | undefined): FormDesign {
  const forms = project.designs.filter(isForm);
  const only = forms.length === 1 ? forms[0] : undefined;
  const found =
    named === undefined ? only : (forms.find((one) => one.id === named) ?? forms.find((one) => one.name === named));
  if (found) return found;
  const known = forms.map((one) => one.id).join(', ') || 'none';
  throw new UsageError(
    named === undefined
      ? `--design is needed; forms here: ${known}`
      : `there is no form ${named}; forms here: ${known}`,
  );
}
