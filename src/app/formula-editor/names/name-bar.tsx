/** The name under the caret: what it is, and what can be done with it, for those who do not know the keys. */
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import styles from './names.module.css';
import { namesWords } from './names.words.ts';
import type { NameHere, NameTools } from './use-name-tools.tsx';

interface NameBarProps {
  readonly name: NameHere | undefined;
  readonly tools: NameTools;
}

export function NameBar({ name, tools }: NameBarProps) {
  const words = useWords(namesWords);
  if (!name) return null;
  return (
    <div className={styles.bar} role="group" aria-label={words.tools(name.key)} tabIndex={-1}>
      <span className={styles.here}>
        <code>{name.key}</code> {name.what}
      </span>
      <IconButton size="small" icon="arrow-up-right" label={words.goTo} keys="F12" onClick={() => tools.goTo(name)} />
      <IconButton
        size="small"
        icon="list-search"
        label={words.uses}
        keys="Shift+F12"
        onClick={() => tools.uses(name)}
      />
      <IconButton size="small" icon="pencil" label={words.rename} keys="F2" onClick={() => tools.rename(name)} />
    </div>
  );
}
