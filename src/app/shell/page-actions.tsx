/** What every screen has: the command palette, the sheet of keys, language and theme as actions. */
import { useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '#ui/language.tsx';
import { themeModes, setThemeMode } from '#ui/theme-mode.ts';
import { openHelp } from '../help/help-requests.ts';
import { useActionKeys } from './action-keys.ts';
import { useActions, type Action } from './actions.ts';
import { CommandPalette } from './command-palette.tsx';
import { languageNames, themeIcons } from './page-tools.tsx';
import { bothLanguages } from './shell-actions.ts';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

interface PageActions {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  /** To be drawn once, anywhere. */
  readonly dialogs: ReactNode;
}

export function usePageActions(): PageActions {
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const { setLanguage } = useLanguage();
  useActionKeys();

  const actions = useMemo((): readonly Action[] => {
    const view = bothLanguages((words) => words.sections.view);
    return [
      {
        id: 'page.palette',
        words: bothLanguages((words) => words.findOrDo),
        section: view,
        icon: 'search',
        keys: 'Mod+k',
        whileTyping: true,
        run: () => setOpen((now) => (now === 'palette' ? undefined : 'palette')),
      },
      {
        id: 'page.keys',
        words: bothLanguages((words) => words.keys),
        section: view,
        icon: 'keyboard',
        keys: '?',
        run: () => setOpen('keys'),
      },
      {
        id: 'page.help',
        words: bothLanguages((words) => words.formulaHelp),
        section: view,
        search: 'functions reference manual Excel SUMIFS 函数 参考 手册',
        icon: 'math-function',
        keys: 'F1',
        whileTyping: true,
        run: () => openHelp(),
      },
      ...themeModes.map((mode): Action => ({
        id: `page.theme.${mode}`,
        words: bothLanguages((words) => `${words.theme}: ${words.themes[mode]}`),
        section: view,
        icon: themeIcons[mode],
        run: () => setThemeMode(mode),
      })),
      ...(['en', 'zh-CN'] as const).map((language): Action => ({
        id: `page.language.${language}`,
        words: bothLanguages((words) => `${words.language}: ${languageNames[language]}`),
        section: view,
        icon: 'language',
        run: () => setLanguage(language),
      })),
    ];
  }, [setLanguage]);
  useActions(actions);

  const close = () => setOpen(undefined);
  return {
    openPalette: () => setOpen('palette'),
    openKeys: () => setOpen('keys'),
    dialogs: (
      <>
        <CommandPalette open={open === 'palette'} onClose={close} />
        <ShortcutsSheet open={open === 'keys'} onClose={close} />
      </>
    ),
  };
}
