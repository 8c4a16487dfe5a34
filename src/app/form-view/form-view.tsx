/** A form to fill in: its title, its fields, what is still wrong after a try to send, and the button. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { FormSession, TroubleAt } from '#core/interact/form-session.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Language } from '#ui/language.tsx';
import { FormNodes } from './form-node.tsx';
import styles from './form-view.module.css';
import { formViewWords } from './form-view.words.ts';
import { anchorOf } from './value-field.tsx';

interface FormViewProps {
  readonly form: FormSession;
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: Language;
  /** Called where nothing is wrong; the button waits until it is done. */
  readonly onSend: () => Promise<void> | void;
}

export function FormView({ form, title, description, language, onSend }: FormViewProps) {
  const words = formViewWords[language];
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const wrong = useWrong(form);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) summary.current?.focus();
    asked.current = false;
  });

  async function send() {
    if (wrong.length > 0) {
      asked.current = true;
      setTried(true);
      summary.current?.focus();
      return;
    }
    setSending(true);
    await onSend();
    setSending(false);
    setTried(false);
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) void send();
      }}
    >
      <header className={styles.title}>
        <h2>{title}</h2>
        {description !== undefined && description !== '' && <p className={styles.note}>{description}</p>}
      </header>
      {tried && wrong.length > 0 && (
        <div ref={summary} className={styles.summary} role="alert" tabIndex={-1}>
          <p>{words.toMend(wrong.length)}</p>
          <ul>
            {wrong.slice(0, 8).map((one, index) => (
              <li key={index}>
                {one.field === undefined ? (
                  sayProblem(one.problem, language)
                ) : (
                  <button type="button" onClick={() => lead(one)}>
                    {sayProblem(one.problem, language)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {form.program.root.length === 0 ? (
        <p className={styles.note}>{words.nothing}</p>
      ) : (
        <FormNodes nodes={form.program.root} form={form} language={language} showAll={tried} />
      )}
      {form.program.root.length > 0 && (
        <div className={styles.foot}>
          <button type="submit" className={styles.send} disabled={sending}>
            {sending ? words.sending : words.send}
          </button>
        </div>
      )}
    </form>
  );
}

/** To the field that a problem is about. */
function lead({ field, row }: TroubleAt): void {
  const place = document.getElementById(anchorOf(field ?? '', row));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}

/** Errors of the whole form; the list is made anew only when something has changed. */
function useWrong(form: FormSession): readonly TroubleAt[] {
  const cache = useRef<{ readonly form: FormSession; list: readonly TroubleAt[] } | null>(null);
  const read = () => {
    if (cache.current?.form !== form) cache.current = { form, list: errorsOf(form) };
    return cache.current.list;
  };
  return useSyncExternalStore(
    (listener) =>
      form.watch(() => {
        const list = errorsOf(form);
        if (cache.current && JSON.stringify(cache.current.list) === JSON.stringify(list)) return;
        cache.current = { form, list };
        listener();
      }),
    read,
  );
}

const errorsOf = (form: FormSession) => form.problems().filter((one) => one.problem.severity === 'error');
