/** Below the canvas: what the simulation came to, what would be sent, and every problem with its fixes. */
import type { Edit } from '#core/edit/edit.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber, formatSerial, formatValue } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { Tabs } from '#ui/tabs.tsx';
import drawer from '../plan-editor/plan-drawer.module.css';
import styles from './journey-editor.module.css';
import { journeyWords, steps } from './journey-editor.words.ts';
import { useJourneyView } from './journey-view-state.ts';
import type { Simulation } from './simulation-state.ts';
import { useJourney, type Journey } from './use-journey.ts';

/** Lines of intents shown. */
const mostLines = 200;

export function JourneyDrawer({ id }: { readonly id: string }) {
  const journey = useJourney(id);
  const [view, setView] = useJourneyView(id);
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  if (!journey) return null;
  const count = journey.problems.filter((one) => one.severity !== 'info').length;
  const { simulation } = journey;
  const number = (value: number) => formatNumber(value, undefined, language);
  return (
    <div className={drawer.drawer}>
      <Tabs
        label={words.drawer}
        current={view.drawer}
        onChange={(tab) => setView({ drawer: tab === 'problems' ? 'problems' : 'simulation' })}
        panelClassName={drawer.panel}
        tabs={[
          { id: 'simulation', label: words.simulation, icon: 'player-play' },
          {
            id: 'problems',
            label: words.problems,
            icon: 'alert-triangle',
            ...(count > 0 ? { badge: String(count), badgeTone: 'warn' } : {}),
          },
        ]}
        after={
          <span className={drawer.after}>
            {simulation?.result
              ? words.summary(
                  number(simulation.result.customers),
                  number(simulation.input.until - simulation.input.from),
                  String(simulation.input.seed),
                )
              : ''}
          </span>
        }
      >
        {view.drawer === 'simulation' ? (
          simulation?.result ? (
            <Outcome journey={journey} result={simulation.result} />
          ) : (
            <EmptyState icon="player-play" title={words.simulation} text={words.notYet} />
          )
        ) : (
          <Problems journey={journey} onSelect={(node) => setView({ selected: [node], side: 'design' })} />
        )}
      </Tabs>
    </div>
  );
}

function Outcome({
  journey,
  result,
}: {
  readonly journey: Journey;
  readonly result: NonNullable<Simulation['result']>;
}) {
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  const [, setView] = useJourneyView(journey.design.id);
  const number = (value: number) => formatNumber(value, undefined, language);
  const share = (value: number) =>
    formatNumber(result.entered > 0 ? value / result.entered : 0, { kind: 'percent', decimals: 1 }, language);
  const ends = Object.entries(result.ended);
  const accounted = [...ends.map(([, count]) => count), result.active].filter((count) => count > 0);
  const labelOf = (node: string) => journey.views.find((one) => one.node === node)?.label ?? node;
  return (
    <div className={styles.outcome} tabIndex={0} role="region" aria-label={words.simulation}>
      <div className={styles.numbers}>
        <dl className={styles.facts}>
          <div>
            <dt>{words.entered}</dt>
            <dd data-testid="entered">{number(result.entered)}</dd>
          </div>
          {result.heldOut > 0 && (
            <div>
              <dt>{words.heldOut}</dt>
              <dd>{number(result.heldOut)}</dd>
            </div>
          )}
        </dl>
        {Object.keys(result.goals).length > 0 && (
          <>
            <h3>{words.goals}</h3>
            <dl className={styles.facts}>
              {Object.entries(result.goals).map(([goal, count]) => (
                <div key={goal}>
                  <dt>{goal}</dt>
                  <dd title={words.shareOfEntered(share(count))}>
                    {number(count)} <small>{share(count)}</small>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <h3>{words.ends}</h3>
        <dl className={styles.facts}>
          {ends.map(([reason, count]) => (
            <div key={reason}>
              <dt>{words.endNames[reason] ?? reason}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
          {result.active > 0 && (
            <div>
              <dt>{words.active}</dt>
              <dd>{number(result.active)}</dd>
            </div>
          )}
        </dl>
        <p className={styles.sum} data-testid="accounted">
          {words.everyone}: {accounted.map(number).join(' + ')} = <b>{number(result.entered)}</b>
        </p>
        <p className={styles.digest}>
          {words.digest} <code data-testid="digest">{result.digest}</code>
        </p>
      </div>
      <div className={styles.intents}>
        <h3>
          {words.intents}{' '}
          <small>
            {words.intentsShown(number(Math.min(mostLines, result.intentCount)), number(result.intentCount))}
          </small>
        </h3>
        {result.intentCount === 0 ? (
          <p className={styles.hint}>{words.noIntents}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th>{words.when}</th>
                <th>{words.customer}</th>
                <th>{words.step}</th>
                <th>{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {result.intents.slice(0, mostLines).map((intent) => (
                <tr key={intent.id}>
                  <td>{formatSerial(intent.at, 'datetime', language)}</td>
                  <td>
                    <button type="button" onClick={() => setView({ customer: intent.customer, side: 'customer' })}>
                      {intent.customer}
                    </button>
                  </td>
                  <td>{labelOf(intent.node)}</td>
                  <td>
                    {words.effects[intent.effect] ?? intent.effect}
                    {intent.refused
                      ? ` · ${words.refused[intent.refused]}`
                      : Object.values(intent.fields)
                          .map((value) => formatValue(value, undefined, undefined, language))
                          .filter(Boolean)
                          .map((text) => ` · ${text}`)
                          .join('')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function Problems({ journey, onSelect }: { readonly journey: Journey; readonly onSelect: (node: string) => void }) {
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  if (journey.problems.length === 0) return <EmptyState icon="circle-check" title={words.noProblems} />;
  const labelOf = (node: string | undefined) => journey.views.find((view) => view.node === node)?.label;
  return (
    <div className={drawer.problems} tabIndex={0} role="region" aria-label={words.problems}>
      {journey.problems.map((problem, index) => {
        const { node } = problem.at;
        const edits = problem.fix?.edits as readonly Edit[] | undefined;
        return (
          <ProblemCard
            key={index}
            severity={problem.severity}
            title={labelOf(node) ?? journey.design.name}
            text={sayProblem(problem, language)}
            fixes={[
              ...(edits && problem.fix
                ? [{ label: problem.fix.label[language], icon: 'wand', run: () => journey.edit(edits, steps.fix) }]
                : []),
              ...(node !== undefined && journey.design.nodes[node]
                ? [{ label: words.show, icon: 'eye', run: () => onSelect(node) }]
                : []),
            ]}
          />
        );
      })}
    </div>
  );
}
