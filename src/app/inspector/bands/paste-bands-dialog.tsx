/** Where a copied rate table is pasted and read before it replaces the bands. */
import { useId, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { shownAmount } from '../read-amount.ts';
import type { BandRow } from './band-rows.ts';
import styles from './bands.module.css';
import { bandsWords } from './bands.words.ts';
import { readPastedBands } from './paste-bands.ts';

interface PasteBandsProps {
  readonly percent: boolean;
  readonly onUse: (bands: readonly BandRow[]) => void;
  readonly onClose: () => void;
}

export function PasteBands({ percent, onUse, onClose }: PasteBandsProps) {
  const words = useWords(bandsWords);
  const { language } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  const { bands, unread, gaps } = readPastedBands(text, percent);
  const edge = percent ? 'percent' : 'number';
  return (
    <Dialog
      open
      title={words.pasteTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" disabled={bands.length === 0} onClick={() => onUse(bands)}>
            {words.pasteUse(bands.length)}
          </Button>
        </>
      }
    >
      <div className={styles.paste}>
        <label htmlFor={id}>{words.pasteLabel}</label>
        <textarea
          id={id}
          rows={7}
          autoFocus
          spellCheck={false}
          aria-describedby={`${id}-help`}
          value={text}
          placeholder={'0%\t80%\t2%\n80%\t100%\t3%\n100%\t\t4%'}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-help`} className={styles.quiet}>
          {words.pasteHelp}
        </p>
        <div role="status">
          {text.trim() !== '' && bands.length === 0 && <p>{words.pasteNothing}</p>}
          {bands.length > 0 && (
            <p>
              {bands
                .map(
                  (one) =>
                    `${shownAmount(one.from, edge, language)} → ${shownAmount(one.rate, 'percent', language, 1)}`,
                )
                .join(' · ')}
            </p>
          )}
          {unread.length > 0 && <p className={styles.warn}>{words.pasteUnread(unread.join(', '))}</p>}
          {gaps.length > 0 && <p className={styles.warn}>{words.pasteGaps(gaps.join(', '))}</p>}
        </div>
      </div>
    </Dialog>
  );
}
