/** Ctrl or Cmd + K: find or do anything. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Modal } from '@mantine/core';
import { Icon } from '#ui/icon.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useAllActions, type Action } from './actions.ts';
import { findActions, groupActions } from './find-actions.ts';
import styles from './command-palette.module.css';
import { shellWords } from './shell.words.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  const say = useWords(shellWords);
  return (
    <Modal.Root opened={open} onClose={onClose} centered={false} yOffset="12vh" size={600} padding={0}>
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content className={styles['content'] ?? ''} aria-label={say.findOrDo}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const actions = useAllActions();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const answers = findActions(actions, query, language);
  const groups =
    query.trim() === '' ? groupActions(answers, language, say.sections.view) : [{ section: '', actions: answers }];
  const found = groups.flatMap((group) => group.actions);
  const current = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, query]);

  function run(action: Action | undefined) {
    if (!action) return;
    onClose();
    // After the dialog gave the focus back, so that the action may move it.
    requestAnimationFrame(() => action.run());
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setAt((current - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Home' && query === '') setAt(0);
    else if (event.key === 'End' && query === '') setAt(found.length - 1);
    else if (event.key === 'Enter') run(found[current]);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['palette']}>
      <div className={styles['find']}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[current] ? `${id}-${current}` : undefined}
          aria-label={say.findOrDo}
          placeholder={say.findOrDo}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={say.actions} className={styles['list']} ref={list}>
        {groups.map((group) => (
          <div key={group.section} role="group" aria-label={group.section || say.actions}>
            {group.section ? (
              <div className={styles['heading']} aria-hidden="true">
                {group.section}
              </div>
            ) : null}
            {group.actions.map((action) => {
              const index = found.indexOf(action);
              const section = action.section?.[language];
              return (
                <div
                  key={action.id}
                  role="option"
                  id={`${id}-${index}`}
                  aria-selected={index === current}
                  className={styles['action']}
                  onPointerMove={() => setAt(index)}
                  onClick={() => run(action)}
                >
                  <Icon name={action.icon ?? 'command'} />
                  <span className={styles['words']}>{action.words[language]}</span>
                  {group.section === '' && section ? <span className={styles['section']}>{section}</span> : null}
                  {action.keys ? <Kbd keys={action.keys} /> : null}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? styles['nothing'] : 'only-read'}>
        {found.length === 0 ? say.nothingFound(query) : say.found(found.length)}
      </p>
    </div>
  );
}
