/** Folding the panes, and the tree's search field, as actions. */
import { useMemo, type RefObject } from 'react';
import { useActions, type Action } from './actions.ts';
import type { ChangePane, PaneName, Panes } from './pane-sizes.ts';
import { bothLanguages } from './shell-actions.ts';

const paneWords = {
  rail: ['showRail', 'hideRail', 'layout-sidebar', 'Mod+Alt+b'],
  inspector: ['showInspector', 'hideInspector', 'layout-sidebar-right-collapse', 'Mod+Alt+i'],
  drawer: ['showDrawer', 'hideDrawer', 'layout-bottombar', 'Mod+Alt+j'],
} as const;

interface PaneActions {
  readonly panes: Panes;
  readonly change: ChangePane;
  /** Whether these panes are there at all. */
  readonly inspector: boolean;
  /** Whether there is anything to add from. */
  readonly addable: boolean;
  readonly drawer: boolean;
  readonly find: RefObject<HTMLInputElement | null>;
  /** What can be added; its search field comes first in it. */
  readonly palette: RefObject<HTMLElement | null>;
}

export function usePaneActions({ panes, change, inspector, drawer, addable, find, palette }: PaneActions): void {
  const actions = useMemo(() => {
    const there: Readonly<Record<PaneName, boolean>> = { rail: true, inspector, drawer };
    const toggles = (['rail', 'inspector', 'drawer'] as const)
      .filter((name) => there[name])
      .map((name): Action => {
        const [show, hide, icon, keys] = paneWords[name];
        const { collapsed } = panes[name];
        return {
          id: `view.${name}`,
          words: bothLanguages((words) => words[collapsed ? show : hide]),
          section: bothLanguages((words) => words.sections.view),
          icon,
          keys,
          whileTyping: true,
          run: () => change(name, { collapsed: !collapsed }),
        };
      });
    const focusFind: Action = {
      id: 'go.find',
      words: bothLanguages((words) => words.findInProject),
      section: bothLanguages((words) => words.sections.go),
      icon: 'search',
      keys: '/',
      run: () => {
        change('rail', { collapsed: false });
        requestAnimationFrame(() => find.current?.focus());
      },
    };
    const focusPalette: Action = {
      id: 'edit.add-node',
      words: bothLanguages((words) => words.addNode),
      section: bothLanguages((words) => words.sections.edit),
      icon: 'plus',
      keys: 'a',
      run: () => {
        change('rail', { collapsed: false });
        requestAnimationFrame(() => palette.current?.querySelector('input')?.focus());
      },
    };
    return [focusFind, ...(addable ? [focusPalette] : []), ...toggles];
  }, [panes, change, inspector, drawer, find, addable, palette]);
  useActions(actions);
}
