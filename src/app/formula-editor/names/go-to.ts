/** Ways from a name to what it means and to where it is used: the tab, the node, the column, the formula. */
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { NameRef, NameUsed } from '#core/edit/uses.ts';
import { showSettings } from '../../inspector/inspector-tab.ts';
import { showParameter } from '../../plan-editor/parameters/shown-parameter.ts';
import { setPlanView } from '../../plan-editor/plan-view-state.ts';
import { useSessionVerbs } from '../../session/session-context.tsx';
import { routePath } from '../../shell/routes.ts';
import { showColumn } from '../../table-editor/shown-column.ts';
import { openTab, tabId } from '../../workbench/tabs.ts';
import { enterFormula } from './enter-formula.ts';

export interface GoTo {
  readonly definition: (ref: NameRef) => void;
  readonly use: (use: NameUsed) => void;
}

/** `design`: the plan that is open, where parameters are shown. */
export function useGoTo(design: string): GoTo {
  const session = useSessionVerbs();
  const [, go] = useLocation();
  const show = useCallback(
    (tab: string) => {
      const { id } = session.state.getState().project;
      openTab(id, tab);
      go(routePath({ screen: 'project', project: id, tab }));
    },
    [session, go],
  );
  return useMemo(() => {
    const node = (plan: string, key: string) => {
      show(tabId('design', plan));
      setPlanView(plan, { selected: [key], mode: 'canvas' });
      showSettings();
    };
    return {
      definition(ref) {
        switch (ref.what) {
          case 'table':
            return show(tabId('table', ref.id));
          case 'column':
            show(tabId('table', ref.table));
            return showColumn(ref.table, ref.id);
          case 'made':
            return node(ref.design, ref.node);
          case 'parameter':
            show(tabId('design', design));
            setPlanView(design, { selected: [] });
            return showParameter(ref.id);
        }
      },
      use(use) {
        switch (use.at) {
          case 'formula':
            node(use.design, use.node);
            return enterFormula(use.path);
          case 'prop':
            return node(use.design, use.node);
          case 'test':
            return show(tabId('design', use.design));
          case 'grain':
          case 'generator':
            return show(tabId('table', use.table));
        }
      },
    };
  }, [design, show]);
}
