/** The frame around an open project: header, rail, tabs, centre, inspector, drawer. Every pane folds and remembers. */
import { useMemo, useRef, type ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { ResizablePane } from '#ui/resizable-pane.tsx';
import { useActions } from './actions.ts';
import { centrePanel, DesignTabs, tabElementId } from './design-tabs.tsx';
import { Header } from './header.tsx';
import { usePageActions } from './page-actions.tsx';
import { paneLimits, usePanes, type PaneName } from './pane-sizes.ts';
import { RailTree } from './rail-tree.tsx';
import { projectActions } from './shell-actions.ts';
import { usePaneActions } from './use-pane-actions.ts';
import type { ShellProps } from './shell-props.ts';
import { shellWords } from './shell.words.ts';
import styles from './shell.module.css';
import { SmallScreen } from './small-screen.tsx';
import { useNarrow } from './use-narrow.ts';

export function Shell(props: ShellProps) {
  const narrow = useNarrow();
  const { openPalette, openKeys, dialogs } = usePageActions();
  const header = <Header {...props} onFind={openPalette} onKeys={openKeys} />;
  return (
    <div className={styles['shell']}>
      {narrow ? (
        <SmallScreen
          name={props.name}
          results={props.results}
          reading={props.reading}
          label={props.resultsLabel}
          onHome={props.onHome}
        />
      ) : (
        <Frame {...props} header={header} />
      )}
      {dialogs}
    </div>
  );
}

function Frame(props: ShellProps & { readonly header: ReactNode }) {
  const { tables, designs, tabs, current, onOpen, palette, inspector, drawer, children } = props;
  const say = useWords(shellWords);
  const { panes, change } = usePanes();
  const find = useRef<HTMLInputElement>(null);
  const paletteBox = useRef<HTMLDivElement>(null);

  const pane = (name: PaneName) => ({
    ...panes[name],
    ...paneLimits[name],
    onSize: (size: number) => change(name, { size }),
    onCollapsed: (collapsed: boolean) => change(name, { collapsed }),
  });

  useActions(useMemo(() => projectActions(props), [props]));
  usePaneActions({
    panes,
    change,
    inspector: inspector != null,
    drawer: drawer != null,
    addable: palette != null,
    find,
    palette: paletteBox,
  });

  return (
    <>
      {props.header}
      <div className={styles['body']}>
        <ResizablePane side="left" label={say.rail} {...pane('rail')} className={styles['rail']}>
          <div className={styles['tree']}>
            <RailTree tables={tables} designs={designs} current={current} onOpen={onOpen} findRef={find} />
          </div>
          {palette == null ? null : (
            <div ref={paletteBox} className={styles['palette']}>
              {palette}
            </div>
          )}
        </ResizablePane>
        <div className={styles['middle']}>
          <div className={styles['tabline']}>
            {panes.rail.collapsed ? (
              <IconButton
                icon="layout-sidebar"
                label={say.showRail}
                onClick={() => change('rail', { collapsed: false })}
              />
            ) : null}
            <DesignTabs tabs={tabs} current={current} onOpen={onOpen} onClose={props.onClose} />
            <span className={styles['space']} />
            {drawer != null && panes.drawer.collapsed ? (
              <IconButton
                icon="layout-bottombar"
                label={say.showDrawer}
                onClick={() => change('drawer', { collapsed: false })}
              />
            ) : null}
            {inspector != null && panes.inspector.collapsed ? (
              <IconButton
                icon="layout-sidebar-right-expand"
                label={say.showInspector}
                onClick={() => change('inspector', { collapsed: false })}
              />
            ) : null}
          </div>
          <main className={styles['centre']}>
            <div
              id={centrePanel}
              role="tabpanel"
              aria-labelledby={current === undefined ? undefined : tabElementId(current)}
              className={styles['panel']}
            >
              {children}
            </div>
          </main>
          {drawer == null ? null : (
            <ResizablePane side="bottom" label={say.drawer} {...pane('drawer')} className={styles['drawer']}>
              {drawer}
            </ResizablePane>
          )}
        </div>
        {inspector == null ? null : (
          <ResizablePane side="right" label={say.inspector} {...pane('inspector')} className={styles['inspector']}>
            {inspector}
          </ResizablePane>
        )}
      </div>
    </>
  );
}
