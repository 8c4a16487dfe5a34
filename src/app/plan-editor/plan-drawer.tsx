/** Below the canvas: the rows of the selected node, every problem with its fixes, and the trace of the cell that was asked. */
import { memo } from 'react';
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import type { Problem } from '#core/problem/problem.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard, type ProblemFix } from '#ui/problem-card.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { TracePanel } from '../results/trace-panel.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { DataGrid } from '../table-editor/data-grid.tsx';
import styles from './plan-drawer.module.css';
import { planEditorWords, steps } from './plan-editor.words.ts';
import { usePlanView, type DrawerTab } from './plan-view-state.ts';
import { usePlan, type Plan } from './use-plan.ts';

export const PlanDrawer = memo(function PlanDrawer({ id }: { readonly id: string }) {
  const plan = usePlan(id);
  const [view, setView] = usePlanView(id);
  const words = useWords(planEditorWords);
  const { language } = useLanguage();
  const run = useSession((state) => state.runs[id]?.current);
  if (!plan) return null;
  const node = view.selected[0] ?? run?.input.program.output ?? undefined;
  const answer = node === undefined ? undefined : run?.result.answers[node];
  const label = plan.views.find((one) => one.node === node)?.label;
  const count = plan.problems.filter((one) => one.severity !== 'info').length;
  return (
    <div className={styles.drawer}>
      <Tabs
        label={words.drawer}
        current={view.drawer}
        onChange={(tab) => setView({ drawer: tab as DrawerTab })}
        panelClassName={styles.panel}
        tabs={[
          {
            id: 'data',
            label: words.data,
            icon: 'table',
            ...(answer ? { badge: formatNumber(answer.rows, undefined, language) } : {}),
          },
          {
            id: 'problems',
            label: words.problems,
            icon: 'alert-triangle',
            ...(count > 0 ? { badge: String(count), badgeTone: 'warn' } : {}),
          },
          { id: 'trace', label: words.trace, icon: 'route' },
        ]}
        after={
          <span className={styles.after}>
            {view.drawer === 'data' && label !== undefined ? words.after(label) : ''}
          </span>
        }
      >
        {view.drawer === 'data' && (
          <NodeRows id={id} node={node} onWhy={(cell) => setView({ cell, drawer: 'trace' })} marked={view.cell} />
        )}
        {view.drawer === 'problems' && <Problems plan={plan} onSelect={(next) => setView({ selected: [next] })} />}
        {view.drawer === 'trace' &&
          (view.cell && run && run.input.program.steps.some((step) => step.id === view.cell?.step) ? (
            <TracePanel run={run.input} cell={view.cell} onClose={() => setView({ cell: null, drawer: 'data' })} />
          ) : (
            <EmptyState icon="route" title={words.trace} text={words.noTrace} />
          ))}
      </Tabs>
    </div>
  );
});

interface NodeRowsProps {
  readonly id: string;
  readonly node: string | undefined;
  readonly onWhy: (cell: { readonly step: string; readonly row: number; readonly column: string }) => void;
  readonly marked: { readonly step: string; readonly row: number; readonly column: string } | null;
}

function NodeRows({ id, node, onWhy, marked }: NodeRowsProps) {
  const words = useWords(planEditorWords);
  const { language } = useLanguage();
  const { engine } = useSessionVerbs();
  const run = useSession((state) => state.runs[id]?.current);
  const answer = node === undefined ? undefined : run?.result.answers[node];
  const step = answer && run?.input.program.steps.find((one) => one.id === answer.step);
  if (!answer || !run || !step)
    return (
      <EmptyState icon="table" title={words.data} text={node === undefined ? words.noSelection : words.noAnswer} />
    );
  return (
    <DataGrid
      source={{ run: run.input, step: step.id }}
      columns={step.columns}
      total={answer.rows}
      engine={engine}
      language={language}
      onWhy={(cell) => onWhy({ step: step.id, ...cell })}
      markedCell={marked?.step === step.id ? marked : null}
    />
  );
}

function Problems({ plan, onSelect }: { readonly plan: Plan; readonly onSelect: (node: string) => void }) {
  const words = useWords(planEditorWords);
  const { language } = useLanguage();
  if (plan.problems.length === 0) return <EmptyState icon="circle-check" title={words.noProblems} />;
  const labelOf = (node: string | undefined) => plan.views.find((view) => view.node === node)?.label;
  return (
    <div className={styles.problems} tabIndex={0} role="region" aria-label={words.problems}>
      {plan.problems.map((problem, index) => (
        <ProblemCard
          key={index}
          severity={problem.severity}
          title={labelOf(problem.at.node) ?? plan.design.name}
          text={sayProblem(problem, language)}
          fixes={fixesOf(problem, plan, language, words.show, onSelect)}
        />
      ))}
    </div>
  );
}

function fixesOf(
  problem: Problem,
  plan: Plan,
  language: 'en' | 'zh-CN',
  show: string,
  onSelect: (node: string) => void,
): readonly ProblemFix[] {
  const node = problem.at.node;
  const edits = problem.fix?.edits as readonly Edit[] | undefined;
  return [
    ...(edits && problem.fix
      ? [{ label: problem.fix.label[language], icon: 'wand', run: () => plan.edit(edits, steps.fix) }]
      : []),
    ...(node !== undefined && plan.design.nodes[node] ? [{ label: show, icon: 'eye', run: () => onSelect(node) }] : []),
  ];
}
