/** Starting from one's own rows: a file, the clipboard, or a drop anywhere on the page. */
import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { showToast } from '#ui/toast.ts';
import { isTyping } from '../shell/action-keys.ts';
import type { LibraryProps } from './library-props.ts';
import { libraryWords } from './library.words.ts';
import styles from './own-data.module.css';

/** At least a header and one row. */
export const looksLikeCells = (text: string) => /\S.*\r?\n.*\S/.test(text);

export function OwnData({ busy, onFiles, onPaste }: Pick<LibraryProps, 'busy' | 'onFiles' | 'onPaste'>) {
  const say = useWords(libraryWords);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function paste(event: ClipboardEvent) {
      if (isTyping(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) onFiles(files);
      else if (looksLikeCells(text)) onPaste(text);
      else showToast(say.nothingToPaste);
    }
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onFiles, onPaste, say]);

  async function pasteByButton() {
    let text: string;
    try {
      text = await navigator.clipboard.readText();
    } catch {
      showToast(say.pasteHow);
      return;
    }
    if (looksLikeCells(text)) onPaste(text);
    else showToast(say.nothingToPaste);
  }

  return (
    <section className={styles['own']} aria-labelledby="own-title">
      <span className={styles['icon']}>
        <Icon name="table-import" size={20} />
      </span>
      <h2 id="own-title">{say.ownTitle}</h2>
      <p>{say.ownText}</p>
      <div className={styles['foot']}>
        {busy ? (
          <ProgressBar {...busy} />
        ) : (
          <>
            <Button size="large" icon="folder-open" onClick={() => input.current?.click()}>
              {say.chooseFile}
            </Button>
            <Button size="large" look="ghost" icon="clipboard" onClick={() => void pasteByButton()}>
              {say.paste}
            </Button>
          </>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values"
        aria-label={say.chooseFile}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}
