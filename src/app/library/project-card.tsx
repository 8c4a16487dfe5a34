import { formatAgo, formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { showToast } from '#ui/toast.ts';
import styles from './cards.module.css';
import type { LibraryProps, ProjectShown } from './library-props.ts';
import { libraryWords } from './library.words.ts';
import { ThumbnailView } from './thumbnail-view.tsx';

type ProjectCardProps = Pick<LibraryProps, 'now' | 'onOpenProject' | 'onDuplicate' | 'onDelete' | 'onRestore'> & {
  readonly project: ProjectShown;
};

/** One of the user's projects. Deleting is undone, not confirmed. */
export function ProjectCard({ project, now, onOpenProject, onDuplicate, onDelete, onRestore }: ProjectCardProps) {
  const say = useWords(libraryWords);
  const { language } = useLanguage();
  const whole = (value: number) => formatNumber(value, { kind: 'number', decimals: 0 }, language);
  const { id, name } = project;

  function remove() {
    onDelete(id);
    showToast(say.deleted(name), {
      action: {
        label: say.undo,
        run: () => {
          onRestore(id);
          showToast(say.restored(name), { tone: 'good' });
        },
      },
    });
  }

  return (
    <li className={styles['card']}>
      <div className={styles['picture']}>
        <ThumbnailView {...project.picture} width={300} height={136} />
      </div>
      <div className={styles['body']}>
        <h3>
          <button type="button" className={styles['open']} onClick={() => onOpenProject(id)}>
            {name}
          </button>
        </h3>
        <p className={styles['foot']}>
          {[
            say.tables(project.tables),
            project.rows > 0 ? say.rows(whole(project.rows), project.rows === 1) : undefined,
            say.designs(project.designs),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles['foot']}>{say.changed(formatAgo(project.updated, now, language))}</p>
      </div>
      <Menu
        align="end"
        items={[
          [
            { id: 'open', label: say.open, icon: 'folder-open', run: () => onOpenProject(id) },
            { id: 'duplicate', label: say.duplicate, icon: 'copy', run: () => onDuplicate(id) },
          ],
          [{ id: 'delete', label: say.delete, icon: 'trash', tone: 'bad', run: remove }],
        ]}
      >
        <button type="button" className={styles['more']} aria-label={say.more(name)}>
          <Icon name="dots" />
        </button>
      </Menu>
    </li>
  );
}
