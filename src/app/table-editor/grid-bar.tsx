import type { ReactNode } from 'react';
import { formatNumber } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords, type Language } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './data-grid.module.css';
import { dataGridWords } from './data-grid.words.ts';

interface GridBarProps {
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly count: number;
  readonly total: number;
  /** Cells that a copy takes. */
  readonly selected: number;
  readonly onCopy: () => void;
  readonly language: Language;
  readonly tools?: ReactNode;
}

/** Above the rows: find, how many there are, copy. */
export function GridBar({ find, onFind, count, total, selected, onCopy, language, tools }: GridBarProps) {
  const words = useWords(dataGridWords);
  const say = (value: number) => formatNumber(value, undefined, language);
  return (
    <div className={styles['bar']}>
      <TextField
        label={words.find}
        hideLabel
        icon="search"
        placeholder={words.find}
        value={find}
        onChange={onFind}
        type="search"
      />
      <span className={styles['count']} aria-live="polite">
        {find === '' ? words.rows(total, say(total)) : words.found(say(count), say(total))}
        {selected > 1 && ` · ${words.selected(say(selected))}`}
      </span>
      {tools}
      <IconButton icon="copy" label={words.copy} keys="Ctrl+C" onClick={onCopy} disabled={count === 0} />
    </div>
  );
}
