/** A new name for a column, a parameter or a table, in every place that names it; or why it cannot be. */
import { useEffect, useRef, useState } from 'react';
import type { Edit } from '#core/edit/edit.ts';
import { usesOf, type NameRef } from '#core/edit/uses.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.ts';
import { useSession } from '../../session/session-context.tsx';
import type { Session } from '../../session/session.ts';
import styles from './names.module.css';
import { namesWords, renameStep } from './names.words.ts';
import type { NameHere } from './use-name-tools.tsx';

interface RenameDialogProps {
  readonly session: Session;
  readonly name: NameHere;
  readonly onClose: () => void;
}

export function renameEdit(ref: NameRef, to: string): Edit {
  if (ref.what === 'column') return { op: 'rename', what: 'column', table: ref.table, id: ref.id, to };
  if (ref.what === 'made') return { op: 'rename', what: 'made', design: ref.design, node: ref.node, id: ref.key, to };
  return { op: 'rename', what: ref.what, id: ref.id, to };
}

export function RenameDialog({ session, name, onClose }: RenameDialogProps) {
  const words = useWords(namesWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const [to, setTo] = useState(name.key);
  const [refused, setRefused] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the dialog has given it the focus: the old name is there to be typed over.
    const timer = setTimeout(() => field.current?.select());
    return () => clearTimeout(timer);
  }, []);
  const count = usesOf(project, catalog, name.ref).length;

  function rename() {
    const wanted = to.trim();
    if (wanted === '' || wanted === name.key) return onClose();
    if (session.edit([renameEdit(name.ref, wanted)], renameStep(name.key, wanted))) {
      showToast(words.renamed(name.key, wanted, count));
      return onClose();
    }
    setRefused(
      session.state
        .getState()
        .refused.map((one) => sayProblem(one, language))
        .join(' '),
    );
    return undefined;
  }

  return (
    <Dialog
      open
      title={words.renameTitle(name.key)}
      width={440}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" onClick={rename}>
            {words.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={words.newName}
        value={to}
        autoFocus
        ref={field}
        className={styles.mono}
        {...(refused === '' ? {} : { error: refused })}
        help={count === 0 ? words.usedNowhere : words.usedIn(count)}
        onChange={(text) => {
          setTo(text);
          setRefused('');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
        }}
      />
    </Dialog>
  );
}
