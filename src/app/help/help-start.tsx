/** The first page of the help: what there is, and where to begin. */
import { chapters } from '#core/formula/reference/chapters/chapters.ts';
import { printReference } from '#core/formula/reference/print-reference.ts';
import { entryOf, titleOf } from '#core/formula/reference/entries.ts';
import { Button } from '#ui/button.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { saveFile } from '../results/save-file.ts';
import { EntryLink } from './entry-link.tsx';
import styles from './help.module.css';
import { helpWords } from './help.words.ts';

const often = 'IF SUMIFS XLOOKUP ROUND BANDS ALLOCATE COUNTIFS LET TODAY TEXT IFERROR MIN MAX PRORATE'.split(' ');
const firstRecipes =
  'commission-by-tier attainment year-to-date days-overdue discount-approval split-credit rfm win-rate ranking'.split(
    ' ',
  );

export function HelpStart({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  return (
    <div className={styles['start']}>
      <h2>{say.start}</h2>
      <p>{say.startText}</p>
      <h3>{say.often}</h3>
      <ul className={styles['often']}>
        {often.map((name) => (
          <li key={name}>
            <EntryLink id={`function/${name}`} onOpen={onOpen}>
              {name}
            </EntryLink>
          </li>
        ))}
      </ul>
      <h3>{say.recipes}</h3>
      <ul className={styles['cards']}>
        {firstRecipes.map((slug) => {
          const entry = entryOf(`recipe/${slug}`);
          return entry?.kind === 'recipe' ? (
            <li key={slug}>
              <EntryLink id={entry.id} onOpen={onOpen} className={styles['card']}>
                <b>{titleOf(entry)[language]}</b>
              </EntryLink>
            </li>
          ) : null;
        })}
      </ul>
      <h3>{say.chapters}</h3>
      <ul className={styles['cards']}>
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <EntryLink id={chapter.id} onOpen={onOpen} className={styles['card']}>
              <b>{chapter.title[language]}</b>
              <span>{chapter.summary[language]}</span>
            </EntryLink>
          </li>
        ))}
      </ul>
      <div className={styles['below']}>
        <div className={styles['keys']}>
          <span>
            <Kbd keys="/" /> {say.keysFind}
          </span>
          <span>
            <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {say.keysMove}
          </span>
          <span>
            <Kbd keys="Escape" /> {say.keysClose}
          </span>
        </div>
        <Button icon="download" onClick={() => saveFile(say.fileName, printReference(language), 'text/markdown')}>
          {say.download}
        </Button>
      </div>
    </div>
  );
}
