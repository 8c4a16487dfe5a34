/** The help over whatever is being done: the formula that asked waits below, and takes what is inserted. */
import { useEffect, useEffectEvent, useState } from 'react';
import { Modal } from '@mantine/core';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import { HelpBrowser } from './help-browser.tsx';
import { closeHelp, type HelpRequest } from './help-requests.ts';
import { helpAddress } from './entry-link.tsx';
import styles from './help.module.css';
import { helpWords } from './help.words.ts';

export function HelpPanel({ request }: { readonly request: HelpRequest }) {
  const say = useWords(helpWords);
  const [entry, setEntry] = useState(request.entry);
  const { formula } = request;
  // The editor that asked may be gone by then: it knows best how to take the focus again.
  function leave() {
    closeHelp();
    if (formula) requestAnimationFrame(formula.focus);
  }
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) leave();
  });
  useEffect(() => {
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, []);
  return (
    <Modal.Root
      opened
      onClose={leave}
      // The search takes the first Escape where something is searched for.
      closeOnEscape={false}
      size={1160}
      classNames={{ content: styles['content'] ?? '' }}
      padding={0}
      returnFocus={formula === undefined}
      fullScreen={window.innerWidth <= 720}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={say.title}>
        <div className={styles['panel']}>
          <div className={styles['bar']}>
            <h2>{say.title}</h2>
            <a href={helpAddress(entry)} target="_blank" rel="noopener" aria-label={say.asPage} title={say.asPage}>
              <Icon name="external-link" />
            </a>
            <IconButton icon="x" label={say.close} keys="Escape" onClick={leave} />
          </div>
          <HelpBrowser entry={entry} onEntry={setEntry} asking={formula} onInserted={leave} />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
