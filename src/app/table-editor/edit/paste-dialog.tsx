import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import importStyles from '../import/import.module.css';
import styles from './edit.module.css';
import { editWords } from './edit.words.ts';
import type { TableEditing } from './use-table-editing.ts';

const mostListed = 100;

/** Pasted cells that do not fit their columns, before anything is changed. */
export function PasteDialog({ editing }: { readonly editing: TableEditing }) {
  const words = useWords(editWords);
  const { language } = useLanguage();
  const wrong = editing.pasted?.wrong ?? [];
  const say = (value: number) => formatNumber(value, undefined, language);
  return (
    <Dialog
      open
      title={words.pasteTitle}
      onClose={() => editing.decidePaste(false)}
      actions={
        <>
          <Button onClick={() => editing.decidePaste(false)}>{words.cancel}</Button>
          <Button look="primary" onClick={() => editing.decidePaste(true)}>
            {words.pasteRest}
          </Button>
        </>
      }
    >
      <p>{words.pasteText(say(wrong.length))}</p>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.pasteTitle}>
        <table className={importStyles.table}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.cell}</th>
            </tr>
          </thead>
          <tbody>
            {wrong.slice(0, mostListed).map(({ row, column, text }) => (
              <tr key={`${row} ${column}`}>
                <td>{say(row + 1)}</td>
                <td>{column}</td>
                <td className={importStyles.bad}>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
