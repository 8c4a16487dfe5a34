/** The centre of the scorecard editor: weights, what is weighed, and the ranking that follows; or the flow behind it. */
import { sayProblem } from '#core/problem/codes.ts';
import type { Edit } from '#core/edit/edit.ts';
import { isScorecard } from '#core/project/project.ts';
import { withWeight, type Weight } from '#kinds/metrics/scorecard/weights.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { PlanCanvas } from '../plan-editor/plan-canvas.tsx';
import { usePlanView } from '../plan-editor/plan-view-state.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { addMetric, cardOf, removeMetric, type Metric } from './card-edits.ts';
import { MetricList } from './metric-list.tsx';
import { RankingList } from './ranking-list.tsx';
import styles from './scorecard-editor.module.css';
import { scorecardWords, steps } from './scorecard-editor.words.ts';
import { useScorecardView } from './scorecard-view-state.ts';
import { useRanking } from './use-ranking.ts';
import { WeightBar } from './weight-bar.tsx';

export function ScorecardCanvas({ id }: { readonly id: string }) {
  const words = useWords(scorecardWords);
  const [view, setView] = useScorecardView(id);
  return (
    <div className={styles.screen}>
      <div className={styles.mode}>
        <Segmented
          label={words.view}
          value={view.mode}
          options={[
            { value: 'card', label: words.card, icon: 'scale-outline' },
            { value: 'flow', label: words.flow, icon: 'topology-star' },
          ]}
          onChange={(mode) => setView({ mode })}
        />
      </div>
      {view.mode === 'card' ? (
        <CardView id={id} />
      ) : (
        <div className={styles.flow}>
          <PlanCanvas id={id} />
        </div>
      )}
    </div>
  );
}

function CardView({ id }: { readonly id: string }) {
  const words = useWords(scorecardWords);
  const { language } = useLanguage();
  const session = useSessionVerbs();
  const project = useSession((state) => state.project);
  const catalog = useSession((state) => state.catalog);
  const compiled = useSession((state) => state.compiled[id]);
  const [view, setView] = useScorecardView(id);
  const [plan, setPlan] = usePlanView(id);
  const found = project.designs.find((one) => one.id === id);
  const design = found && isScorecard(found) ? found : undefined;
  const card = design ? cardOf(design, compiled, language) : { total: undefined, weights: [], metrics: [] };
  const fits =
    view.tried?.length === card.weights.length && view.tried.every((one, i) => one.key === card.weights[i]?.key);
  const tried = fits && !sameWeights(view.tried ?? [], card.weights) ? view.tried : null;
  const weightsEdit = (value: readonly Weight[]): readonly Edit[] =>
    card.total === undefined
      ? []
      : [{ op: 'node.prop', design: id, node: card.total, path: ['weights'], value: [...value] }];
  const ranking = useRanking(
    id,
    card.metrics.map((one) => one.key),
    tried ? weightsEdit(tried) : null,
  );
  if (!design) return null;

  const weights = tried ?? card.weights;
  const metrics = card.metrics.map((one, index) => ({ ...one, weight: weights[index]?.weight ?? one.weight }));
  const labels = new Map(metrics.map((one) => [one.key, one.label]));
  const attempt = (next: readonly Weight[]) => setView({ tried: next });
  const keep = () => {
    if (tried) session.edit(weightsEdit(tried), steps.weights);
    setView({ tried: null });
  };
  const add = (
    <Menu
      items={project.tables.map((table) => ({
        id: table.id,
        label: words.addFrom(table.label),
        icon: 'table',
        run: () => {
          const value =
            table.columns.find((one) => one.role === 'amount') ?? table.columns.find((one) => one.type === 'number');
          const score = words.scoreOf(value?.label ?? table.label);
          session.edit(addMetric(project, design, catalog, table, { score }), steps.add);
        },
      }))}
    >
      <button type="button" className={styles.add}>
        + {words.add}
      </button>
    </Menu>
  );
  if (metrics.length === 0)
    return (
      <EmptyState
        icon="scale-outline"
        title={words.empty}
        text={project.tables.length === 0 ? words.noTables : words.emptyHelp}
      >
        {project.tables.length > 0 && add}
      </EmptyState>
    );
  const told = (compiled?.problems ?? []).filter((one) => one.at.node === card.total && one.severity !== 'info');
  const said = (value: number | null) =>
    value === null ? '–' : formatNumber(value, { kind: 'number', decimals: 1 }, language);
  return (
    <>
      <section className={styles.weights} aria-label={words.weights}>
        <header className={styles.weightsHead}>
          <h2>{words.weights}</h2>
          <span className={styles.quiet}>{words.weightsHelp}</span>
          <span className={styles.space} />
          {tried && ranking && (
            <>
              <span className={styles.chip}>{words.moved(ranking.moved)}</span>
              <span className={styles.chip}>{words.average(said(ranking.meanBefore), said(ranking.mean))}</span>
            </>
          )}
          <Button look="ghost" disabled={!tried} onClick={() => setView({ tried: null })}>
            {words.reset}
          </Button>
          <Button look="primary" disabled={!tried} onClick={keep}>
            {words.keep}
          </Button>
        </header>
        <WeightBar weights={weights} saved={card.weights} labels={labels} onChange={attempt} />
        {told.map((problem, index) => {
          const { fix } = problem;
          const edits = fix?.edits as readonly Edit[] | undefined;
          return (
            <ProblemCard
              key={index}
              severity={problem.severity}
              title={sayProblem(problem, language)}
              fixes={
                fix && edits
                  ? [{ label: fix.label[language], icon: 'wand', run: () => void session.edit(edits, fix.label) }]
                  : []
              }
            />
          );
        })}
      </section>
      <div className={styles.halves}>
        <section className={styles.half} aria-label={words.metric} tabIndex={0}>
          <MetricList
            metrics={metrics}
            ranking={ranking}
            selected={plan.selected[0]}
            onOpen={(metric: Metric) => setPlan({ selected: metric.node === undefined ? [] : [metric.node] })}
            onWeight={(metric, share) => attempt(withWeight(weights, metric.key, share))}
            onRemove={(metric) => session.edit(removeMetric(design, card, metric), steps.remove)}
          />
          {add}
        </section>
        <section className={styles.half} aria-label={words.ranking} tabIndex={0}>
          <header className={styles.rankingHead}>
            <h2>{words.ranking}</h2>
            {ranking && (
              <span className={styles.quiet}>
                {words.people(formatNumber(ranking.rows.length, undefined, language))}
              </span>
            )}
          </header>
          {ranking ? (
            <RankingList
              metrics={metrics}
              ranking={ranking}
              onWhy={(one) => setPlan({ cell: { step: ranking.step, row: one.row, column: 'total' }, drawer: 'trace' })}
            />
          ) : (
            <p className={styles.quiet}>{compiled?.program.output === null ? words.noAnswer : words.computing}</p>
          )}
        </section>
      </div>
    </>
  );
}

function sameWeights(a: readonly Weight[], b: readonly Weight[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one.key === b[i]?.key && Math.abs(one.weight - b[i].weight) < 1e-9)
  );
}
