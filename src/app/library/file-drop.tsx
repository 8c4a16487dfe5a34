/** Takes files dropped anywhere on the page, and says so while they hover. */
import { useEffect, useState } from 'react';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import styles from './file-drop.module.css';
import { libraryWords } from './library.words.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** What letting go does here. */
  readonly title?: string;
}

export function FileDrop({ onFiles, title }: FileDropProps) {
  const say = useWords(libraryWords);
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Leaving a child and entering the next fires both events: only depth 0 is outside.
    let depth = 0;
    function enter(event: DragEvent) {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    }
    function hover(event: DragEvent) {
      if (holdsFiles(event)) event.preventDefault();
    }
    function leave(event: DragEvent) {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    }
    function drop(event: DragEvent) {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    }
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [onFiles]);

  if (!over) return null;
  return (
    <div className={styles['cover']}>
      <div className={styles['card']}>
        <Icon name="table-import" size={20} />
        <p className={styles['title']}>{title ?? say.dropHere}</p>
        <p>{say.dropWhat}</p>
      </div>
    </div>
  );
}
