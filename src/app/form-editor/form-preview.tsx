/** The form as people will see it on a phone: the same code that a person fills in, beside the page that is being made. */
import { useEffect } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { FormView } from '../form-view/form-view.tsx';
import styles from './form-canvas.module.css';
import { formEditorWords } from './form-editor.words.ts';
import { setFormView, useFormView } from './form-view-state.ts';
import type { FormEditing } from './use-form.ts';
import { useRunningForm } from './use-running-form.ts';

interface FormPreviewProps {
  readonly id: string;
  readonly form: FormEditing;
  readonly onHide: () => void;
}

export function FormPreview({ id, form, onHide }: FormPreviewProps) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const [view] = useFormView(id);
  const running = useRunningForm(form.compiled.program, () => view.tried);
  useEffect(() => running?.watch(() => setFormView(id, { tried: running.draft() })), [running, id]);
  return (
    <aside className={styles.preview} aria-label={words.preview}>
      <header className={styles.previewHead}>
        <h2>{words.preview}</h2>
        <span>{words.previewHelp}</span>
        <IconButton icon="layout-sidebar-right-collapse" label={words.hidePreview} onClick={onHide} />
      </header>
      <div className={styles.phone} tabIndex={0} role="region" aria-label={form.design.name}>
        {running && (
          <FormView
            form={running}
            title={form.design.name}
            description={form.design.description}
            language={language}
            onSend={() => void showToast(words.previewSent)}
          />
        )}
      </div>
    </aside>
  );
}
