import { problemsOfDesign } from '#core/compile/problems-of-design.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import { openProjectFile } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Everything that is wrong with a project and its designs, without running them. */
export const validate: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1 });
  const { project, problems } = openProjectFile(args.words[0] ?? '', streams);
  const compiled = project ? project.designs.flatMap((design) => problemsOfDesign(project, catalog, design)) : [];
  const failed = tellProblems([...problems, ...compiled], streams);
  if (!failed) streams.out('fine\n');
  return failed ? 1 : 0;
};
