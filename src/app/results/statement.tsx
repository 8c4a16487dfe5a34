/** One person's statement, line by line; every amount can be asked why. */
import { useState } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { CellRef } from '#core/execute/trace.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSession } from '../session/session-context.tsx';
import { PeopleList } from './people-list.tsx';
import styles from './results.module.css';
import { resultsWords } from './results.words.ts';
import { statementLines, unexplained } from './statement-lines.ts';
import { TracePanel, useTrace } from './trace-panel.tsx';
import { TracedRows } from './traced-rows.tsx';
import { byRole, payoutColumn, type OutputTable, type PersonRow } from './use-output.ts';

export interface StatementProps {
  readonly design: string;
  readonly output: OutputTable;
  readonly people: readonly PersonRow[];
  readonly person: PersonRow;
  /** null: back to all. */
  readonly onPick: (row: PersonRow | null) => void;
}

export function Statement({ design, output, people, person, onPick }: StatementProps) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const name = useSession((state) => state.project.designs.find((one) => one.id === design)?.name ?? '');
  const previewing = useSession((state) => Object.keys(state.preview).length > 0);
  const pay = payoutColumn(output.columns);
  const [asked, setAsked] = useState<string | null>(null);
  const cellOf = (column: string): CellRef => ({ step: output.step, row: person.row, column });
  const column = asked ?? pay?.key;
  const region = byRole(output.columns, 'region');
  const figures = (['amount', 'quota', 'attainment'] as const).flatMap((role) => byRole(output.columns, role) ?? []);
  const components = output.columns.filter((one) => one.role === 'component');
  const show = (one: ColumnInfo) => formatValue(person.cells.get(one.key), one.type, one.format, language);
  const difference = pay
    ? unexplained(
        person.payout,
        components.map((one) => person.cells.get(one.key)),
      )
    : 0;
  return (
    <div className={styles.statementPage}>
      <PeopleList output={output} people={people} chosen={person} onPick={onPick} />
      <div className={styles.page} tabIndex={0} role="region" aria-label={`${words.statement}: ${person.who}`}>
        <article className={styles.sheet}>
          <header className={styles.statementHead}>
            <div>
              <p className={styles.quiet}>
                {words.statement} · {name}
              </p>
              <h1>{person.who}</h1>
              <p className={styles.chips}>
                {region && <span>{show(region)}</span>}
                {previewing && <Chip icon="eye">{words.preview}</Chip>}
              </p>
            </div>
            {pay && (
              <div className={styles.right}>
                <p className={styles.quiet}>{pay.label ?? words.payout}</p>
                <button
                  type="button"
                  className={styles.bigAmount}
                  aria-pressed={column === pay.key}
                  aria-label={words.why(show(pay))}
                  onClick={() => setAsked(pay.key)}
                >
                  {show(pay)}
                </button>
                {person.before !== null && (
                  <DifferenceChip
                    before={person.before}
                    after={person.payout}
                    {...(pay.format ? { format: pay.format } : {})}
                  />
                )}
              </div>
            )}
          </header>
          {figures.length > 0 && (
            <dl className={styles.figures}>
              {figures.map((one) => (
                <div key={one.key}>
                  <dt>{one.label ?? one.key}</dt>
                  <dd>
                    <button
                      type="button"
                      className={styles.figureButton}
                      aria-pressed={column === one.key}
                      onClick={() => setAsked(one.key)}
                    >
                      {show(one)}
                    </button>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <h2>{words.howItAddsUp}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.component}</th>
                <th scope="col">{words.on}</th>
                <th scope="col" className={styles.right}>
                  {words.amount}
                </th>
              </tr>
            </thead>
            {components.map((one) => (
              <ComponentLines
                key={one.key}
                run={output.run}
                column={one}
                cell={cellOf(one.key)}
                pressed={column === one.key}
                onWhy={() => setAsked(one.key)}
              />
            ))}
            {pay && (
              <tfoot>
                <tr>
                  <th scope="row">{pay.label ?? words.payout}</th>
                  <td />
                  <td className={styles.right}>
                    <b>{show(pay)}</b>
                  </td>
                </tr>
              </tfoot>
            )}
          </table>
          <p className={styles.check}>
            <Icon name={difference === 0 ? 'circle-check' : 'info-circle'} size={14} />
            {difference === 0 ? words.sumsUp : words.sumsNot(formatNumber(difference, pay?.format, language))}
          </p>
          {figures[0] && (
            <CreditedRows run={output.run} cell={cellOf(figures[0].key)} label={figures[0].label ?? figures[0].key} />
          )}
        </article>
      </div>
      {column !== undefined && (
        <aside
          className={styles.why}
          aria-label={words.whyOf(output.columns.find((one) => one.key === column)?.label ?? column)}
        >
          <TracePanel run={output.run} cell={cellOf(column)} />
        </aside>
      )}
      <div className={styles.backRow}>
        <Button icon="arrow-left" onClick={() => onPick(null)}>
          {words.back}
        </Button>
      </div>
    </div>
  );
}

interface ComponentProps {
  readonly run: OutputTable['run'];
  readonly column: ColumnInfo;
  readonly cell: CellRef;
  readonly pressed: boolean;
  readonly onWhy: () => void;
}

function ComponentLines({ run, column, cell, pressed, onWhy }: ComponentProps) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const { answer } = useTrace(run, cell);
  const lines = answer ? statementLines(answer, language, words.upTo) : [];
  const first = lines[0];
  const total = answer ? formatValue(answer.value, answer.type, column.format, language) : '';
  return (
    <tbody>
      <tr>
        <th scope="row">{column.label ?? column.key}</th>
        <td>{first?.on ?? ''}</td>
        <td className={styles.right}>
          <button
            type="button"
            className={styles.amount}
            aria-pressed={pressed}
            aria-label={words.why(total)}
            onClick={onWhy}
          >
            {lines.length > 1 ? formatNumber(first?.amount ?? 0, column.format, language) : total}
            <Icon name="help-circle" size={14} />
          </button>
        </td>
      </tr>
      {lines.slice(1).map((line) => (
        <tr key={line.on}>
          <td />
          <td>{line.on}</td>
          <td className={styles.right}>
            <span className={styles.amount}>{formatNumber(line.amount, column.format, language)}</span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** The rows that made the measured amount, largest first. */
function CreditedRows({
  run,
  cell,
  label,
}: {
  readonly run: OutputTable['run'];
  readonly cell: CellRef;
  readonly label: string;
}) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const { answer } = useTrace(run, cell);
  const rows = answer?.rows[0];
  if (!rows || rows.total === 0) return null;
  return (
    <section>
      <h2>
        {label}{' '}
        <span className={styles.quiet}>
          {words.credited(String(Math.min(5, rows.total)), formatNumber(rows.total, undefined, language))}
        </span>
      </h2>
      <TracedRows run={run} rows={rows} open />
    </section>
  );
}
