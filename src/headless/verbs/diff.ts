import { diffProjects } from '#core/edit/diff-projects.ts';
import { catalog } from '#kinds/catalog.ts';
import { readArguments } from '../arguments.ts';
import { openProjectFile } from '../project-file.ts';
import { tellProblems } from '../tell-problems.ts';
import type { Verb } from '../verb.ts';

/** The difference between two projects, in words and as the edits that lead from the first to the second. */
export const diff: Verb = (argv, streams) => {
  const args = readArguments(argv, { words: 2 });
  const [a, b] = args.words.map((path) => openProjectFile(path, streams));
  if (!a?.project || !b?.project) {
    tellProblems([...(a?.problems ?? []), ...(b?.problems ?? [])], streams);
    return 1;
  }
  const { sentences, edits } = diffProjects(a.project, b.project, catalog);
  streams.out(`${JSON.stringify({ sentences, edits }, null, 2)}\n`);
  return 0;
};
