/** Ctrl or Cmd + K: find or do anything. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Modal } from '@mantine/core';
import { Icon } from '#ui/icon.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useAllActions, type Action } from './actions.ts';
import { findActions } from './find-actions.ts';
import styles from './command-palette.module.css';
import { shellWords } from './shell.words.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  const say = useWords(shellWords);
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={600}
      padding={0}
      overlayProps={{ backgroundOpacity: 0.3 }}
      classNames={{ content: styles['content'] ?? '' }}
      aria-label={say.findOrDo}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const actions = useAllActions();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = findActions(actions, query, language);
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
      <ul role="listbox" id={`${id}-list`} aria-label={say.actions} className={styles['list']} ref={list}>
        {found.map((action, index) => {
          const section = action.section?.[language];
          const first = query === '' && section !== undefined && section !== found[index - 1]?.section?.[language];
          return (
            <li
              key={action.id}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === current}
              data-section={first ? section : undefined}
              className={styles['action']}
              onPointerMove={() => setAt(index)}
              onClick={() => run(action)}
            >
              <Icon name={action.icon ?? 'command'} />
              <span className={styles['words']}>{action.words[language]}</span>
              {query !== '' && section ? <span className={styles['section']}>{section}</span> : null}
              {action.keys ? <Kbd keys={action.keys} /> : null}
            </li>
          );
        })}
      </ul>
      <p role="status" className={found.length === 0 ? styles['nothing'] : 'only-read'}>
        {found.length === 0 ? say.nothingFound(query) : say.found(found.length)}
      </p>
    </div>
  );
}
