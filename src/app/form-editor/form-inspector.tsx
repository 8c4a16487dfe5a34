/** What the inspector shows while no field is selected: the form's name and introduction, and where its answers go. */
import { useId } from 'react';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useWords } from '#ui/language.tsx';
import { useLocation } from 'wouter';
import { TextLine } from '../inspector/controls/text-line.tsx';
import { useSettled } from '../inspector/controls/use-settled.ts';
import styles from '../plan-editor/parameters/parameters.module.css';
import { useSession } from '../session/session-context.tsx';
import { routePath } from '../shell/routes.ts';
import { tabId } from '../workbench/tabs.ts';
import { formEditorWords, formSteps } from './form-editor.words.ts';
import own from './form-canvas.module.css';
import type { FormEditing } from './use-form.ts';

export function FormInspector({ form }: { readonly form: FormEditing }) {
  const words = useWords(formEditorWords);
  const ids = useId();
  const project = useSession((state) => state.project);
  const [, go] = useLocation();
  const { design } = form;
  const set = (part: 'name' | 'description', value: string, typing: boolean) => {
    const removed = part === 'description' && value === '';
    const edit = { op: 'design.set', design: design.id, path: [part], ...(removed ? {} : { value }) } as const;
    form.edit([edit], formSteps.form, typing ? `form.${design.id}.${part}` : undefined);
  };
  const tables = form.compiled.program.into ?? [];
  const missing = form.problems.filter(
    (one) => one.code === 'compile.no-answers-table' || one.code === 'compile.field-without-column',
  );
  const open = (id: string) => go(routePath({ screen: 'project', project: project.id, tab: id }));
  return (
    <section className={styles.plan} aria-label={words.form}>
      <h2 className={styles.title}>
        <Icon name="forms" size={16} />
        {words.form}
      </h2>
      <div className={styles.section}>
        <div className={styles.line}>
          <label htmlFor={`${ids}-name`}>{words.name}</label>
          <TextLine
            id={`${ids}-name`}
            label={words.name}
            value={design.name}
            required
            onChange={(name, typing) => set('name', name, typing)}
          />
        </div>
        <div className={styles.line}>
          <label htmlFor={`${ids}-text`}>{words.description}</label>
          <Introduction
            id={`${ids}-text`}
            value={design.description ?? ''}
            onChange={(text, typing) => set('description', text, typing)}
          />
        </div>
      </div>
      <div className={styles.section}>
        <h3 className={own.heading}>{words.answers}</h3>
        <p className={own.quiet}>{tables.length > 0 ? words.answersHelp : words.noTable}</p>
        {tables.map((fill) => {
          const table = project.tables.find((one) => one.key === fill.table);
          return (
            table && (
              <Button key={fill.table} icon="table" onClick={() => open(tabId('table', table.id))}>
                {words.fills(table.label)}
              </Button>
            )
          );
        })}
        {missing.length > 0 && (
          <Button icon="table-plus" onClick={form.makeRoom}>
            {tables.length > 0 ? words.addColumns : words.makeTable}
          </Button>
        )}
        <Button look="primary" icon="pencil" onClick={() => open(tabId('fill', design.id))}>
          {words.fill}
        </Button>
      </div>
    </section>
  );
}

interface IntroductionProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string, typing: boolean) => void;
}

function Introduction({ id, value, onChange }: IntroductionProps) {
  const settled = useSettled(value, (text, last) => {
    if (text === value) return false;
    onChange(text, !last);
    return true;
  });
  return (
    <textarea
      id={id}
      className={styles.area}
      rows={3}
      maxLength={4000}
      value={settled.text}
      onChange={(event) => settled.change(event.target.value)}
      onBlur={() => settled.settle()}
    />
  );
}
