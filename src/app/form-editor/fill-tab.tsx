/** The form to fill in: what is sent becomes rows of its tables, and is shown as it was kept. Made for a phone first. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { FormDraft } from '#core/interact/form-draft.ts';
import type { FormSession } from '#core/interact/form-session.ts';
import { answerRows } from '#core/interact/answer-rows.ts';
import type { FormProgram, ValueNode } from '#core/program/form-program.ts';
import { nodesOfForm } from '#core/program/form-expressions.ts';
import { isForm } from '#core/project/project.ts';
import { sayStoreProblem } from '#store/store-problem.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { FormView } from '../form-view/form-view.tsx';
import { shown } from '../form-view/value-field.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { routePath } from '../shell/routes.ts';
import { newId } from '../workbench/new-parts.ts';
import { tabId } from '../workbench/tabs.ts';
import styles from './fill-tab.module.css';
import { formEditorWords, formSteps } from './form-editor.words.ts';
import { useForm } from './use-form.ts';
import { useRunningForm } from './use-running-form.ts';

interface Sent {
  readonly table: string;
  readonly label: string;
  readonly row: number;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

export function FillTab({ design: id }: { readonly design: string }) {
  const words = useWords(formEditorWords);
  const form = useForm(id);
  const project = useSession((state) => state.project);
  const found = project.designs.find((one) => one.id === id);
  if (!form || !found || !isForm(found)) return null;
  const { program } = form.compiled;
  const ready = program.into?.some((fill) => fill.of === undefined) ?? false;
  if (!ready)
    return (
      <EmptyState icon="table-plus" title={words.noTable} text={words.noAnswersHelp}>
        <Button look="primary" icon="table-plus" onClick={form.makeRoom}>
          {words.makeTable}
        </Button>
      </EmptyState>
    );
  return <Fill key={id} program={program} title={found.name} description={found.description} />;
}

interface FillProps {
  readonly program: FormProgram;
  readonly title: string;
  readonly description: string | undefined;
}

function Fill({ program, title, description }: FillProps) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const session = useSessionVerbs();
  const project = useSession((state) => state.project);
  const [, go] = useLocation();
  const [turn, setTurn] = useState(0);
  const [sent, setSent] = useState<Sent | null>(null);
  const draft = useRef<FormDraft | undefined>(undefined);
  const running = useRunningForm(program, () => draft.current, turn);
  if (!running) return null;

  async function send(form: FormSession) {
    const answer = newId();
    draft.current = form.draft();
    const added = answerRows(form, answer);
    const problem = await session.addRows(added, formSteps.send);
    if (problem) {
      showToast(`${words.notKept} ${sayStoreProblem(problem, language)}`, { tone: 'bad', ms: 0 });
      return;
    }
    const own = program.into?.find((fill) => fill.of === undefined);
    const table = session.state.getState().project.tables.find((one) => one.key === own?.table);
    if (!own || !table) return;
    const nodes = new Map([...nodesOfForm(program.root)].map((node) => [node.id, node]));
    const facts = own.columns.flatMap(({ field }) => {
      const node = nodes.get(field);
      const { value, visible } = form.field(field);
      if (node?.node !== 'value' || !visible || value === null) return [];
      return [{ label: node.label || node.key, text: shown(value, node satisfies ValueNode, language) }];
    });
    draft.current = undefined;
    setSent({ table: table.id, label: table.label, row: table.data?.rows ?? 0, facts });
  }

  if (sent)
    return (
      <div className={styles.page}>
        <section className={styles.sent} aria-label={words.whatWasSent}>
          <p className={styles.done} role="status">
            <Icon name="circle-check" size={20} /> {words.sent} · {words.sentRow(sent.row, sent.label)}
          </p>
          <dl className={styles.facts}>
            {sent.facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
          <div className={styles.next}>
            <button
              type="button"
              className={styles.again}
              autoFocus
              onClick={() => {
                setSent(null);
                setTurn((now) => now + 1);
              }}
            >
              {words.again}
            </button>
            <Button
              icon="table"
              size="large"
              onClick={() => go(routePath({ screen: 'project', project: project.id, tab: tabId('table', sent.table) }))}
            >
              {words.openTable}
            </Button>
          </div>
        </section>
      </div>
    );
  return (
    <div className={styles.page}>
      <FormView
        key={turn}
        form={running}
        title={title}
        description={description}
        language={language}
        onSend={() => send(running)}
      />
    </div>
  );
}
