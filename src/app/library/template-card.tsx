import { formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import styles from './cards.module.css';
import type { TemplateShown } from './library-props.ts';
import { libraryWords } from './library.words.ts';
import { ThumbnailView } from './thumbnail-view.tsx';

/** A template with a picture of the real thing. */
export function TemplateCard({ template, onOpen }: { template: TemplateShown; onOpen: () => void }) {
  const say = useWords(libraryWords);
  const { language } = useLanguage();
  const rows = say.rows(formatNumber(template.rows, { kind: 'number', decimals: 0 }, language), template.rows === 1);
  return (
    <li className={styles['card']}>
      <div className={styles['picture']}>
        <ThumbnailView {...template.picture} width={300} height={136} />
      </div>
      <div className={styles['body']}>
        <h3>
          <button type="button" className={styles['open']} onClick={onOpen}>
            {template.name}
          </button>
        </h3>
        <p className={styles['summary']}>{template.summary}</p>
        <p className={styles['foot']}>
          {[say.tables(template.tables), template.rows > 0 ? rows : undefined].filter(Boolean).join(' · ')}
          <span className={styles['families']}>
            {template.families.slice(0, 5).map(({ family, icon }) => (
              <span
                key={family}
                className={styles['family']}
                style={{ color: `var(--f-${family})`, background: `var(--f-${family}-soft)` }}
              >
                <Icon name={icon} size={12} />
              </span>
            ))}
          </span>
        </p>
      </div>
    </li>
  );
}
