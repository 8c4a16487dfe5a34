/** The centre of the form editor: the page as cards, and beside it the form itself, running. */
import { useEffect, useRef } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useWords } from '#ui/language.tsx';
import styles from './form-canvas.module.css';
import { FormCards } from './form-card.tsx';
import { formEditorWords } from './form-editor.words.ts';
import { FormPreview } from './form-preview.tsx';
import { useFormView } from './form-view-state.ts';
import { useDrop } from './insertion-line.ts';
import { useForm } from './use-form.ts';

export function FormCanvas({ id }: { readonly id: string }) {
  const form = useForm(id);
  const [view, setView] = useFormView(id);
  const words = useWords(formEditorWords);
  const page = useRef<HTMLDivElement>(null);
  const selected = view.selected;

  // The focus goes with what is selected, when it was on the page already; a card that changes its parent is made anew and must get it back.
  const within = useRef(false);
  useEffect(() => {
    const at = document.activeElement;
    if (selected === null || !within.current || (at !== document.body && !page.current?.contains(at))) return;
    const face = page.current?.querySelector<HTMLElement>(`[data-face="${CSS.escape(selected)}"]`);
    if (face && !face.parentElement?.contains(at)) face.focus();
  });

  if (!form) return null;
  const { tree } = form.compiled;
  return (
    <div className={styles.centre} data-preview={view.preview || undefined}>
      <div className={styles.board}>
        <section
          className={styles.page}
          aria-label={words.page}
          ref={page}
          data-form-page
          data-testid="form-page"
          onFocus={() => (within.current = true)}
          onBlur={(event) => {
            const to = event.relatedTarget;
            within.current = to === null || event.currentTarget.contains(to);
          }}
        >
          <header className={styles.title}>
            <h2>{form.design.name}</h2>
            {form.design.description !== undefined && <p>{form.design.description}</p>}
          </header>
          <p className="only-read">{words.keys}</p>
          <FormCards
            items={tree.roots}
            parent={null}
            form={form}
            selected={selected}
            onSelect={(node) => setView({ selected: node })}
          />
          {tree.items.length === 0 && <EmptyState icon="forms" title={words.empty} text={words.emptyHelp} />}
        </section>
        {!view.preview && (
          <div className={styles.shower}>
            <IconButton icon="eye" label={words.showPreview} onClick={() => setView({ preview: true })} />
          </div>
        )}
      </div>
      {view.preview && <FormPreview id={id} form={form} onHide={() => setView({ preview: false })} />}
      <DropLine />
    </div>
  );
}

/** The one thing that a drag renders. */
function DropLine() {
  const line = useDrop((state) => state.line);
  const label = useDrop((state) => state.label);
  if (!line) return null;
  return (
    <div
      className={styles.line}
      style={{ left: line.left, top: line.y, width: line.width }}
      aria-hidden="true"
      data-testid="drop-line"
    >
      <span>{label}</span>
    </div>
  );
}
