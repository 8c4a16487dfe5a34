/** Below the table: the rows it is tried on with their results, and why a row got its own. */
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { sayProblem } from '#core/problem/codes.ts';
import { TracePanel } from '../results/trace-panel.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { DataGrid } from '../table-editor/data-grid.tsx';
import styles from './decision-editor.module.css';
import { decisionWords } from './decision-editor.words.ts';
import { useDecisionView } from './decision-view-state.ts';

export function DecisionDrawer({ id }: { readonly id: string }) {
  const words = useWords(decisionWords);
  const { language } = useLanguage();
  const { engine } = useSessionVerbs();
  const [view, setView] = useDecisionView(id);
  const run = useSession((state) => state.runs[id]?.current);
  const why = useSession((state) => state.compiled[id]?.problems.find((one) => one.at.path?.startsWith('tryOn')));
  const node = run?.input.program.output ?? null;
  const answer = node === null ? undefined : run?.result.answers[node];
  const step = answer && run?.input.program.steps.find((one) => one.id === answer.step);
  const cell = view.cell && run?.input.program.steps.some((one) => one.id === view.cell?.step) ? view.cell : null;
  return (
    <div className={styles.drawer}>
      <Tabs
        label={words.drawer}
        current={view.drawer === 'trace' ? 'trace' : 'rows'}
        onChange={(tab) => setView({ drawer: tab === 'trace' ? 'trace' : 'rows' })}
        panelClassName={styles.panel}
        tabs={[
          {
            id: 'rows',
            label: words.onRows,
            icon: 'table',
            ...(answer ? { badge: formatNumber(answer.rows, undefined, language) } : {}),
          },
          { id: 'trace', label: words.trace, icon: 'route' },
        ]}
      >
        {view.drawer === 'trace' ? (
          cell && run ? (
            <TracePanel run={run.input} cell={cell} onClose={() => setView({ cell: null, drawer: 'rows' })} />
          ) : (
            <EmptyState icon="route" title={words.trace} text={words.noTrace} />
          )
        ) : answer && run && step ? (
          <DataGrid
            source={{ run: run.input, step: step.id }}
            columns={step.columns}
            total={answer.rows}
            engine={engine}
            language={language}
            onWhy={(at) => setView({ cell: { step: step.id, ...at }, drawer: 'trace' })}
            markedCell={view.cell}
          />
        ) : (
          <EmptyState icon="table" title={words.onRows} text={why ? sayProblem(why, language) : undefined} />
        )}
      </Tabs>
    </div>
  );
}
