import type { ControlIds } from './field-frame.tsx';
import styles from './controls.module.css';

/** A value that nobody fills in; changes are told politely. */
export function ShownValue({ ids, text }: { readonly ids: ControlIds; readonly text: string }) {
  return (
    <output className={styles.shown} aria-labelledby={ids.labelId} aria-describedby={ids.describedBy}>
      {text}
    </output>
  );
}
