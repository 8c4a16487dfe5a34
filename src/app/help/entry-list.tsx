/** The contents at the left: sections that open, or what a search has found. Arrow keys walk, and what they reach is shown. */
import { useState, type KeyboardEvent, type Ref } from 'react';
import { sections, summaryOf, titleOf, type Entry } from '#core/formula/reference/entries.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { EntryLink } from './entry-link.tsx';
import styles from './help.module.css';
import { helpWords } from './help.words.ts';

interface EntryListProps {
  readonly ref: Ref<HTMLElement>;
  /** What was found; undefined while nothing is searched for. */
  readonly found: readonly Entry[] | undefined;
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
  /** An entry that the arrow keys came to. */
  readonly onWalk: (id: string) => void;
  /** Up from the first one. */
  readonly onLeave: () => void;
}

const walkable = 'a[data-entry], button[data-section]';

export function EntryList({ ref, found, current, onOpen, onWalk, onLeave }: EntryListProps) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['chapters']));
  const [closed, setClosed] = useState<string>();
  const home = sections.find(({ entries }) => entries.some((entry) => entry.id === current))?.id;
  // The section of the entry on the right is open until it is closed by hand.
  const isOpen = (id: string) => opened.has(id) || (id === home && closed !== current);

  function toggle(id: string, open: boolean) {
    const next = new Set(opened);
    if (open) next.add(id);
    else next.delete(id);
    setOpened(next);
    if (id === home) setClosed(open ? undefined : current);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(walkable)];
    const at = all.indexOf(target.closest<HTMLElement>(walkable) ?? target);
    const section = target.dataset['section'];
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (section && (event.key === 'ArrowRight' || event.key === 'ArrowLeft'))
      toggle(section, event.key === 'ArrowRight');
    else if (to === undefined) return;
    else if (to < 0) onLeave();
    else {
      const next = all[Math.min(to, all.length - 1)];
      next?.focus();
      const id = next?.dataset['entry'];
      if (id) onWalk(id);
    }
    event.preventDefault();
  }

  const item = (entry: Entry, withSummary: boolean) => (
    <li key={entry.id}>
      <EntryLink id={entry.id} onOpen={onOpen} className={styles['item']} current={entry.id === current}>
        {titleOf(entry)[language]}
        {withSummary ? <small>{summaryOf(entry)[language].replaceAll('`', '')}</small> : null}
      </EntryLink>
    </li>
  );

  return (
    <nav
      ref={ref}
      aria-label={say.entries}
      className={classNames(styles['list'], found && styles['found'])}
      onKeyDown={onKeyDown}
    >
      {found ? (
        <ul>{found.map((entry) => item(entry, true))}</ul>
      ) : (
        sections.map(({ id, title, entries }) => (
          <div key={id}>
            <button
              type="button"
              data-section={id}
              aria-expanded={isOpen(id)}
              className={styles['section']}
              onClick={() => toggle(id, !isOpen(id))}
            >
              <Icon name="chevron-right" size={14} />
              <span>{title[language]}</span>
              <small>{entries.length}</small>
            </button>
            {isOpen(id) ? <ul>{entries.map((entry) => item(entry, false))}</ul> : null}
          </div>
        ))
      )}
    </nav>
  );
}
