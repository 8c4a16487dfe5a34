/** Below the page: the answers so far, and every problem with its fixes. */
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard, type ProblemFix } from '#ui/problem-card.tsx';
import { Tabs } from '#ui/tabs.tsx';
import styles from '../plan-editor/plan-drawer.module.css';
import { useSession } from '../session/session-context.tsx';
import { TableTab } from '../table-editor/table-tab.tsx';
import { formEditorWords, formSteps } from './form-editor.words.ts';
import { useFormView, type FormDrawerTab } from './form-view-state.ts';
import { useForm, type FormEditing } from './use-form.ts';

export function FormDrawer({ id }: { readonly id: string }) {
  const form = useForm(id);
  const [view, setView] = useFormView(id);
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  const project = useSession((state) => state.project);
  if (!form) return null;
  const fill = form.design.into.find((one) => one.of === undefined);
  const table = project.tables.find((one) => one.id === fill?.table);
  const count = form.problems.filter((one) => one.severity !== 'info').length;
  return (
    <div className={styles.drawer}>
      <Tabs
        label={words.drawer}
        current={view.drawer}
        onChange={(tab) => setView({ drawer: tab as FormDrawerTab })}
        panelClassName={styles.panel}
        tabs={[
          {
            id: 'answers',
            label: words.answers,
            icon: 'table',
            ...(table ? { badge: formatNumber(table.data?.rows ?? 0, undefined, language) } : {}),
          },
          {
            id: 'problems',
            label: words.problems,
            icon: 'alert-triangle',
            ...(count > 0 ? { badge: String(count), badgeTone: 'warn' } : {}),
          },
        ]}
      >
        {view.drawer === 'answers' &&
          (table && (table.data?.rows ?? 0) > 0 ? (
            <TableTab table={table.id} />
          ) : (
            <EmptyState icon="table" title={words.noAnswers} text={table ? words.answersHelp : words.noAnswersHelp}>
              {!table && form.compiled.tree.items.length > 0 && (
                <Button icon="table-plus" onClick={form.makeRoom}>
                  {words.makeTable}
                </Button>
              )}
            </EmptyState>
          ))}
        {view.drawer === 'problems' && <Problems form={form} onSelect={(selected) => setView({ selected })} />}
      </Tabs>
    </div>
  );
}

function Problems({ form, onSelect }: { readonly form: FormEditing; readonly onSelect: (node: string) => void }) {
  const words = useWords(formEditorWords);
  const { language } = useLanguage();
  if (form.problems.length === 0) return <EmptyState icon="circle-check" title={words.noProblems} />;
  return (
    <div className={styles.problems} tabIndex={0} role="region" aria-label={words.problems}>
      {form.problems.map((problem, index) => {
        const item = form.compiled.tree.byNode.get(problem.at.node ?? '');
        const edits = problem.fix?.edits as readonly Edit[] | undefined;
        const fixes: readonly ProblemFix[] = [
          ...(edits && problem.fix
            ? [{ label: problem.fix.label[language], icon: 'wand', run: () => void form.edit(edits, formSteps.fix) }]
            : []),
          ...(item ? [{ label: words.show, icon: 'eye', run: () => onSelect(item.node) }] : []),
        ];
        return (
          <ProblemCard
            key={index}
            severity={problem.severity}
            title={item ? form.labelOf(item) : form.design.name}
            text={sayProblem(problem, language)}
            fixes={fixes}
          />
        );
      })}
    </div>
  );
}
