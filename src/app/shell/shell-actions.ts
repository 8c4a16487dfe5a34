/** What the frame itself offers to the command palette: opening things, undo, redo, export. */
import type { Bilingual } from '#core/problem/problem.ts';
import type { Action } from './actions.ts';
import type { ShellProps } from './shell-props.ts';
import { shellWords } from './shell.words.ts';

/** A text of the shell's words in both languages. */
export function bothLanguages(pick: (words: (typeof shellWords)['en']) => string): Bilingual {
  return { en: pick(shellWords.en), 'zh-CN': pick(shellWords['zh-CN']) };
}

const same = (text: string): Bilingual => ({ en: text, 'zh-CN': text });

export function projectActions(props: ShellProps): readonly Action[] {
  const go = bothLanguages((words) => words.sections.go);
  const edit = bothLanguages((words) => words.sections.edit);
  const { canUndo, canRedo } = props;
  const history = (what: Bilingual | null, key: 'undo' | 'redo'): Bilingual =>
    what === null
      ? bothLanguages((words) => words[`${key}Plain`])
      : { en: shellWords.en[key](what.en), 'zh-CN': shellWords['zh-CN'][key](what['zh-CN']) };
  return [
    ...[...props.designs.items, ...props.tables.items].map((item): Action => ({
      id: `go.${item.id}`,
      words: same(item.label),
      section: go,
      icon: item.icon,
      run: () => props.onOpen(item.id),
    })),
    { id: 'go.home', words: bothLanguages((words) => words.home), section: go, icon: 'home', run: props.onHome },
    {
      id: 'edit.undo',
      words: history(canUndo, 'undo'),
      section: edit,
      icon: 'arrow-back-up',
      keys: 'Mod+z',
      disabled: canUndo === null,
      run: props.onUndo,
    },
    {
      id: 'edit.redo',
      words: history(canRedo, 'redo'),
      section: edit,
      icon: 'arrow-forward-up',
      keys: 'Mod+Shift+z',
      disabled: canRedo === null,
      run: props.onRedo,
    },
    ...props.tables.add.map((item): Action => ({
      id: `add.${item.id}`,
      words: same(item.label),
      section: edit,
      icon: item.icon ?? 'plus',
      run: item.run,
    })),
    ...props.designs.add.map((item): Action => ({
      id: `add.${item.id}`,
      words: same(item.label),
      section: edit,
      icon: item.icon ?? 'plus',
      run: item.run,
    })),
    ...props.exports.map((item): Action => ({
      id: `export.${item.id}`,
      words: same(item.label),
      section: bothLanguages((words) => words.export),
      icon: item.icon ?? 'file-export',
      ...(item.keys ? { keys: item.keys } : {}),
      run: item.run,
    })),
  ];
}
