/** What the library offers to the command palette. */
import { useMemo } from 'react';
import type { Bilingual } from '#core/problem/problem.ts';
import { useActions, type Action } from '../shell/actions.ts';
import type { LibraryProps } from './library-props.ts';
import { libraryWords } from './library.words.ts';

type Texts = (typeof libraryWords)['en'];
const both = (pick: (words: Texts) => string): Bilingual => ({
  en: pick(libraryWords.en),
  'zh-CN': pick(libraryWords['zh-CN']),
});
const same = (text: string): Bilingual => ({ en: text, 'zh-CN': text });

export function useLibraryActions({
  sample,
  templates,
  projects,
  onOpenTemplate,
  onStartEmpty,
  onOpenProject,
}: LibraryProps): void {
  const actions = useMemo((): readonly Action[] => {
    const start: readonly Action[] = [
      ...(sample
        ? [
            {
              id: 'library.sample',
              words: both((words) => words.openSample),
              icon: 'player-play',
              run: () => onOpenTemplate(sample.slug),
            },
          ]
        : []),
      { id: 'library.empty', words: both((words) => words.startEmpty), icon: 'plus', run: onStartEmpty },
    ];
    const yours = (projects ?? []).map((one): Action => ({
      id: `library.project.${one.id}`,
      words: same(one.name),
      section: both((words) => words.yourProjects),
      icon: 'folder-open',
      run: () => onOpenProject(one.id),
    }));
    const from = templates.map((one): Action => ({
      id: `library.template.${one.slug}`,
      words: same(one.name),
      section: both((words) => words.templates),
      icon: 'layout-grid',
      run: () => onOpenTemplate(one.slug),
    }));
    return [...start, ...yours, ...from];
  }, [sample, templates, projects, onOpenTemplate, onStartEmpty, onOpenProject]);
  useActions(actions);
}
