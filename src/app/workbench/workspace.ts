/** The browser's workspace, opened once; what cannot be opened is told, and the app works on without keeping. */
import { catalog } from '#kinds/catalog.ts';
import { openWorkspace, type Workspace } from '#store/workspace.ts';
import { sayStoreProblem, type Answer } from '#store/store-problem.ts';
import { firstLanguage } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';

let opening: Promise<Answer<Workspace>> | undefined;

export function theWorkspace(): Promise<Answer<Workspace>> {
  opening ??= openWorkspace({
    catalog,
    onProblem: (problem) => showToast(sayStoreProblem(problem, firstLanguage()), { tone: 'bad', ms: 0 }),
  });
  return opening;
}
