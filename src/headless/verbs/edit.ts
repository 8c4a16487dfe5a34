import { applyEdits } from '#core/edit/apply.ts';
import { parseEdits } from '#core/edit/parse-edits.ts';
import { printProject } from '#core/project/print-project.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import { readJson, writeResult } from '../host.ts';
import { openProjectFile } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Applies edits, all or none, and writes the project. What was wrong with it before does not stop them. */
export const edit: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1, options: ['edits', 'out'] });
  const file = args.required('edits');
  const { project, problems } = openProjectFile(args.words[0] ?? '', streams);
  const { edits, problems: unreadable } = parseEdits(readJson(file, streams));
  if (!project || !edits) {
    tellProblems([...problems, ...unreadable], streams);
    return 1;
  }
  const applied = applyEdits(project, edits, catalog);
  if (applied.problems.length > 0) {
    tellProblems(applied.problems, streams);
    return 1;
  }
  writeResult(printProject(applied.project), args.option('out'), streams);
  return 0;
};
