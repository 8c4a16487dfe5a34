/** Text tabs with roving focus: arrows move, the panel follows. */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly icon?: string | undefined;
  /** A count or a short word after the label. */
  readonly badge?: string | undefined;
  readonly badgeTone?: 'plain' | 'warn' | 'good';
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChange: (id: string) => void;
  /** At the right end of the line. */
  readonly after?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly panelClassName?: string | undefined;
}

export function nextTab(ids: readonly string[], current: string, key: string): string | undefined {
  const at = ids.indexOf(current);
  if (key === 'ArrowRight') return ids[(at + 1) % ids.length];
  if (key === 'ArrowLeft') return ids[(at - 1 + ids.length) % ids.length];
  if (key === 'Home') return ids[0];
  return key === 'End' ? ids.at(-1) : undefined;
}

export function Tabs({ label, tabs, current, onChange, after, children, className, panelClassName }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const ids = tabs.map((tab) => tab.id);

  function onKeyDown(event: KeyboardEvent) {
    const next = nextTab(ids, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  }

  return (
    <>
      <div className={classNames(styles['line'], className)}>
        <div role="tablist" aria-label={label} className={styles['list']} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`${base}-${tab.id}`}
              data-tab={tab.id}
              aria-selected={tab.id === current}
              aria-controls={children === undefined ? undefined : `${base}-panel`}
              tabIndex={tab.id === current ? 0 : -1}
              className={styles['tab']}
              onClick={() => onChange(tab.id)}
            >
              {tab.icon ? <Icon name={tab.icon} size={14} /> : null}
              {tab.label}
              {tab.badge === undefined ? null : (
                <span className={classNames(styles['badge'], tab.badgeTone === 'warn' && styles['warn'])}>
                  {tab.badge}
                </span>
              )}
            </button>
          ))}
        </div>
        {after}
      </div>
      {children === undefined ? null : (
        <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${current}`} className={panelClassName}>
          {children}
        </div>
      )}
    </>
  );
}
