/** What is open, in front of each other. Delete or the middle button closes; arrows move. */
import { useRef, type KeyboardEvent } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { nextTab } from '#ui/tabs.tsx';
import styles from './design-tabs.module.css';
import type { ShellProps } from './shell-props.ts';
import { shellWords } from './shell.words.ts';

export const centrePanel = 'open-design';
export const tabElementId = (id: string) => `tab-${id}`;

export function DesignTabs({
  tabs,
  current,
  onOpen,
  onClose,
}: Pick<ShellProps, 'tabs' | 'current' | 'onOpen' | 'onClose'>) {
  const say = useWords(shellWords);
  const list = useRef<HTMLDivElement>(null);
  const ids = tabs.map((tab) => tab.id);

  function onKeyDown(event: KeyboardEvent) {
    if (current === undefined) return;
    if (event.key === 'Delete' && tabs.length > 1) {
      event.preventDefault();
      onClose(current);
      return;
    }
    const next = nextTab(ids, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[ids.indexOf(next)]?.focus();
  }

  return (
    <div className={styles['tabs']}>
      <div role="tablist" aria-label={say.openTabs} className={styles['list']} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => {
          const front = tab.id === current;
          return (
            <div
              key={tab.id}
              role="presentation"
              className={classNames(styles['tab'], front && styles['front'])}
              onAuxClick={(event) => {
                if (event.button === 1 && tabs.length > 1) onClose(tab.id);
              }}
            >
              <button
                type="button"
                role="tab"
                id={tabElementId(tab.id)}
                aria-selected={front}
                aria-controls={front ? centrePanel : undefined}
                tabIndex={front ? 0 : -1}
                className={styles['open']}
                onClick={() => onOpen(tab.id)}
              >
                <Icon name={tab.icon} size={14} />
                {tab.label}
              </button>
              {tabs.length > 1 ? (
                // Closing by keyboard is Delete on the tab: a tab list may hold nothing but tabs.
                <span
                  className={styles['close']}
                  aria-hidden="true"
                  title={say.closeTab(tab.label)}
                  onClick={() => onClose(tab.id)}
                >
                  <Icon name="x" size={12} />
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}
