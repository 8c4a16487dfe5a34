/** `?`: every key that does something now. */
import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useAllActions } from './actions.ts';
import { groupActions } from './find-actions.ts';
import styles from './shortcuts-sheet.module.css';
import { shellWords } from './shell.words.ts';

interface ShortcutsSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ShortcutsSheet({ open, onClose }: ShortcutsSheetProps) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const keyed = useAllActions().filter((one) => one.keys !== undefined);
  return (
    <Dialog open={open} title={say.keys} onClose={onClose} width={640}>
      <div className={styles['sections']}>
        {groupActions(keyed, language, say.sections.view).map(({ section, actions }) => (
          <section key={section}>
            {section ? <h3 className={styles['section']}>{section}</h3> : null}
            <dl>
              {actions.map((action) => (
                <div key={action.id} className={styles['row']}>
                  <dt>{action.words[language]}</dt>
                  <dd>{action.keys ? <Kbd keys={action.keys} /> : null}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
