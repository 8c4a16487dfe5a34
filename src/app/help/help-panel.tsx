/** The help over whatever is being done: the formula that asked waits below, and takes what is inserted. */
import { useState } from 'react';
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
  return (
    <Modal.Root
      opened
      onClose={leave}
      size={1120}
      padding={0}
      returnFocus={formula === undefined}
      fullScreen={window.innerWidth <= 720}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className={styles['content'] ?? ''} aria-label={say.title}>
        <div className={styles['bar']}>
          <h2>{say.title}</h2>
          <a href={helpAddress(entry)} target="_blank" rel="noopener" aria-label={say.asPage} title={say.asPage}>
            <Icon name="external-link" />
          </a>
          <IconButton icon="x" label={say.close} keys="Escape" onClick={leave} />
        </div>
        <HelpBrowser entry={entry} onEntry={setEntry} asking={formula} onInserted={leave} />
      </Modal.Content>
    </Modal.Root>
  );
}
