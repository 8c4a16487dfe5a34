/** Search, contents and the entry that is read: the same in the panel over an editor and on a page of its own. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { entries, entryOf } from '#core/formula/reference/entries.ts';
import { findEntries } from '#core/formula/reference/find-entries.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useWords } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import { isTyping } from '../shell/action-keys.ts';
import { EntryList } from './entry-list.tsx';
import { EntryView } from './entry-view.tsx';
import type { FormulaAsking } from './help-requests.ts';
import { HelpStart } from './help-start.tsx';
import styles from './help.module.css';
import { helpWords } from './help.words.ts';

interface HelpBrowserProps {
  readonly entry: string | undefined;
  /** `walked`: the arrow keys came by; it is no step to go back to. */
  readonly onEntry: (entry: string | undefined, walked: boolean) => void;
  readonly asking?: FormulaAsking | undefined;
  readonly onInserted?: () => void;
}

const nothing = () => undefined;

export function HelpBrowser({ entry: id, onEntry, asking, onInserted = nothing }: HelpBrowserProps) {
  const say = useWords(helpWords);
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const main = useRef<HTMLElement>(null);
  const found = useMemo(() => (query.trim() === '' ? undefined : findEntries(entries, query)), [query]);
  const entry = id === undefined ? undefined : entryOf(id);
  const open = (next: string) => onEntry(next, false);

  useEffect(() => {
    if (main.current) main.current.scrollTop = 0;
  }, [id]);
  // Never by scrollIntoView: it would move the dialog around the list too.
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (!list.current || !shown) return;
    const [box, item] = [list.current.getBoundingClientRect(), shown.getBoundingClientRect()];
    if (item.top < box.top) list.current.scrollTop -= box.top - item.top + 8;
    else if (item.bottom > box.bottom) list.current.scrollTop += item.bottom - box.bottom + 8;
  }, [id, found]);
  useEffect(() => {
    function onSlash(event: globalThis.KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    }
    window.addEventListener('keydown', onSlash);
    return () => window.removeEventListener('keydown', onSlash);
  }, []);

  // In a panel the focus begins where something was asked for, else in the search.
  const asked = useRef(id);
  useEffect(() => {
    if (asked.current === undefined) search.current?.setAttribute('data-autofocus', '');
  }, []);

  function onSearchKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const first = list.current?.querySelector<HTMLElement>('a[data-entry], button[data-section]');
    if (event.key === 'ArrowDown') {
      first?.focus();
      if (first?.dataset['entry']) onEntry(first.dataset['entry'], true);
    } else if (event.key === 'Enter' && found?.[0]) open(found[0].id);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles['browser']} data-showing={id === undefined ? 'list' : 'entry'}>
      <div className={styles['side']}>
        <div className={styles['search']}>
          <TextField
            ref={search}
            label={say.search}
            hideLabel
            placeholder={say.searchPlaceholder}
            icon="search"
            value={query}
            onChange={setQuery}
            onKeyDown={onSearchKey}
            after={
              query === '' ? (
                <Kbd keys="/" />
              ) : (
                <IconButton
                  icon="x"
                  size="small"
                  label={say.clear}
                  onClick={() => {
                    setQuery('');
                    search.current?.focus();
                  }}
                />
              )
            }
          />
        </div>
        <p role="status" className={found ? styles['status'] : 'only-read'}>
          {found ? (found.length === 0 ? say.nothingFound(query) : say.found(found.length, query)) : ''}
        </p>
        <EntryList
          ref={list}
          found={found}
          current={entry?.id}
          onOpen={open}
          onWalk={(next) => onEntry(next, true)}
          onLeave={() => search.current?.focus()}
        />
      </div>
      <main ref={main} className={styles['main']} tabIndex={-1}>
        {id === undefined ? null : (
          <Button look="ghost" icon="arrow-left" className={styles['back']} onClick={() => onEntry(undefined, false)}>
            {say.back}
          </Button>
        )}
        {entry ? (
          <EntryView key={entry.id} entry={entry} asking={asking} onOpen={open} onInserted={onInserted} />
        ) : id === undefined ? (
          <HelpStart onOpen={open} />
        ) : (
          <EmptyState icon="help-circle" title={say.unknown} text={say.unknownText} />
        )}
      </main>
    </div>
  );
}
