/** One customer: found by any of their values, their way lit on the canvas, every step with its time and reason. */
import { useEffect, useState } from 'react';
import { cellAt, type Frame } from '#core/data/column.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatSerial, formatValue } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { TextField } from '#ui/text-field.tsx';
import { FamilyTile } from '../inspector/family-tile.tsx';
import { useAsk } from '../results/use-ask.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import styles from './journey-editor.module.css';
import { journeyWords } from './journey-editor.words.ts';
import { useJourneyView } from './journey-view-state.ts';
import { askStory, useSimulations } from './simulation-state.ts';
import type { Journey } from './use-journey.ts';

/** Customers offered at once. */
const most = 8;

export function CustomerPanel({ journey }: { readonly journey: Journey }) {
  const session = useSessionVerbs();
  const words = useWords(journeyWords);
  const { design, input } = journey;
  const [view, setView] = useJourneyView(design.id);
  const [query, setQuery] = useState('');
  const { customer } = view;
  useEffect(() => {
    if (customer !== null && input) void askStory(design.id, input, customer, session.engine);
  }, [customer, input, design.id, session]);
  const choose = (id: string | null) => {
    setView({ customer: id });
    if (id === null)
      useSimulations.setState(({ stories }) => {
        const { [design.id]: _, ...rest } = stories;
        return { stories: rest };
      });
    setQuery('');
  };
  return (
    <section className={styles.scroll} aria-label={words.oneCustomer}>
      <div className={styles.find}>
        <TextField
          hideLabel
          label={words.findCustomer}
          placeholder={words.findCustomer}
          type="search"
          icon="search"
          value={query}
          onChange={setQuery}
        />
      </div>
      {customer === null || query !== '' ? (
        <Matches journey={journey} query={query} onChoose={choose} />
      ) : (
        <Story journey={journey} customer={customer} onClose={() => choose(null)} />
      )}
    </section>
  );
}

/** Rows of the customers' table; asked anew whenever its rows are others. */
function useCustomers(journey: Journey, query: string, to: number) {
  const { engine } = useSessionVerbs();
  const { customers: key } = journey.design.header;
  const table = useSession((state) => state.project.tables.find((one) => one.key === key));
  const loading = useSession((state) => state.loading.has(key));
  const question =
    table && !loading
      ? { about: table, key: `customers.${query}.${to}`, ask: { of: { table: key }, from: 0, to, find: query } }
      : null;
  return { table, ...useAsk(engine, 'window', question) };
}

const cells = (frame: Frame, row: number) =>
  [...frame.columns].map(([key, column]) => [key, column, cellAt(column, row)] as const);

function Matches({
  journey,
  query,
  onChoose,
}: {
  readonly journey: Journey;
  readonly query: string;
  readonly onChoose: (id: string) => void;
}) {
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  const { answer } = useCustomers(journey, query, most);
  const idKey = journey.compiled.program?.customers.id;
  if (!answer || idKey === undefined)
    return <EmptyState icon="user" title={words.oneCustomer} text={words.storyHelp} />;
  const rows = Array.from({ length: answer.frame.rowCount }, (_, row) => {
    const all = cells(answer.frame, row);
    const id = all.find(([key]) => key === idKey)?.[2];
    const rest = all.filter(([key, , value]) => key !== idKey && typeof value === 'string').slice(0, 2);
    return { id: String(id ?? ''), rest: rest.map(([, , value]) => String(value)).join(' · ') };
  }).filter(({ id }) => id !== '');
  return (
    <>
      {query === '' && <p className={styles.hint}>{words.storyHelp}</p>}
      <p role="status" className="only-read">
        {query === '' ? '' : words.matches(String(answer.total))}
      </p>
      {rows.length === 0 ? (
        <p className={styles.hint}>{words.noSuch(query)}</p>
      ) : (
        <ul className={styles.matches} lang={language}>
          {rows.map(({ id, rest }) => (
            <li key={id}>
              <button type="button" onClick={() => onChoose(id)}>
                <b>{id}</b>
                <span>{rest}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Story({
  journey,
  customer,
  onClose,
}: {
  readonly journey: Journey;
  readonly customer: string;
  readonly onClose: () => void;
}) {
  const words = useWords(journeyWords);
  const { language } = useLanguage();
  const [, setView] = useJourneyView(journey.design.id);
  const { answer, table } = useCustomers(journey, customer, 50);
  const idKey = journey.compiled.program?.customers.id;
  const trace = journey.story?.customer === customer ? journey.story.trace : undefined;
  const row = answer
    ? Array.from({ length: answer.frame.rowCount }, (_, at) => cells(answer.frame, at)).find((all) =>
        all.some(([key, , value]) => key === idKey && String(value) === customer),
      )
    : undefined;
  const waiting = journey.views.find((view) => view.node === trace?.waitsAt);
  return (
    <>
      <header className={styles.who}>
        <b>{customer}</b>
        <IconButton icon="x" label={words.close} onClick={onClose} />
      </header>
      <h3 className={styles.storyHeading}>{words.happened}</h3>
      <ol className={styles.story} data-testid="story">
        {(trace?.entries ?? []).map((entry, index) => {
          const view = journey.views.find((one) => one.node === entry.node);
          return (
            <li key={index}>
              <FamilyTile family={view?.family ?? 'shape'} icon={view?.icon ?? 'box'} size="small" />
              <div>
                <button type="button" onClick={() => setView({ selected: [entry.node], side: 'customer' })}>
                  {view?.label ?? entry.label}
                </button>
                <time>{formatSerial(entry.at, 'datetime', language)}</time>
                <p>{entry.sentence[language]}</p>
              </div>
            </li>
          );
        })}
      </ol>
      {waiting && <p className={styles.hint}>{words.isWaiting(waiting.label)}</p>}
      {row && (
        <>
          <h3 className={styles.storyHeading}>{words.knows}</h3>
          <dl className={styles.facts}>
            {row.map(([key, , value]) => {
              const column = table?.columns.find((one) => one.key === key);
              return (
                <div key={key}>
                  <dt>{column?.label ?? key}</dt>
                  <dd>{formatValue(value, column?.type, column?.format, language) || '–'}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </>
  );
}
