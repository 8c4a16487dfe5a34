import { compile } from '#core/compile/compile.ts';
import { isPlan } from '#core/project/project.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import { openProjectFile } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** Everything that is wrong with a project and its designs, without running them. */
export const validate: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 1 });
  const { project, problems } = openProjectFile(args.words[0] ?? '', streams);
  const compiled = (project?.designs ?? [])
    .filter(isPlan)
    .flatMap((design) => compile(project as NonNullable<typeof project>, catalog, design.id).problems);
  const failed = tellProblems([...problems, ...compiled], streams);
  if (!failed) streams.out('fine\n');
  return failed ? 1 : 0;
};
