/** Payouts of a plan by person, region and period, each with its difference to before, and the way to every statement. */
import { lazy, Suspense, useState } from 'react';
import { cellAt } from '#core/data/column.ts';
import { breakdown, countColumn } from '#core/program/breakdown.ts';
import { Button } from '#ui/button.tsx';
import { DifferenceChip } from '#ui/difference-chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { saveFile } from './save-file.ts';
import { Statement } from './statement.tsx';
import styles from './results.module.css';
import { resultsWords } from './results.words.ts';
import { useAsk } from './use-ask.ts';
import { byRole, payoutColumn, useOutput, usePeople, type OutputTable, type PersonRow } from './use-output.ts';

const PayoutChart = lazy(() => import('./payout-chart.tsx').then((module) => ({ default: module.PayoutChart })));

type By = 'person' | 'region' | 'period';

export function Payouts({ design }: { readonly design: string }) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const { engine } = useSessionVerbs();
  const output = useOutput(design);
  const people = usePeople(output);
  const status = useSession((state) => state.runs[design]?.status);
  const name = useSession((state) => state.project.designs.find((one) => one.id === design)?.name ?? '');
  const [by, setBy] = useState<By>('person');
  const [open, setOpen] = useState<string | null>(null);
  if (!output || !people) {
    const waiting = status === 'running' || status === 'waiting';
    return (
      <div className={styles.page}>
        <EmptyState
          icon="report-money"
          title={waiting ? words.notComputed : words.noPayout}
          text={waiting ? undefined : words.noPayoutHelp}
        />
      </div>
    );
  }
  const chosen = people.rows.find((one) => rowName(output, one) === open);
  if (chosen)
    return (
      <Statement
        design={design}
        output={output}
        people={people.rows}
        person={chosen}
        onPick={(row) => setOpen(row && rowName(output, row))}
      />
    );
  const pay = payoutColumn(output.columns);
  const download = () =>
    void engine
      .ask('csv', { run: output.run, step: output.step })
      .then((bytes) => saveFile(`${name}.csv`, bytes, 'text/csv'));
  return (
    <div className={styles.page} tabIndex={0} role="region" aria-label={words.results}>
      <div className={styles.sheet}>
        <header className={styles.sheetHead}>
          <div>
            <p className={styles.quiet}>{name}</p>
            <Total design={design} output={output} />
          </div>
          <Segmented
            label={words.by}
            value={by}
            onChange={(next) => setBy(next)}
            options={(['person', 'region', 'period'] as const)
              .filter((value) => value === 'person' || byRole(output.columns, value))
              .map((value) => ({ value, label: words[value] }))}
          />
          <Button icon="download" onClick={download}>
            {words.download}
          </Button>
        </header>
        {by === 'person' ? (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.region}</th>
                <th scope="col" className={styles.right}>
                  {words.payout}
                </th>
                {people.comparison && <th scope="col">{words.change}</th>}
              </tr>
            </thead>
            <tbody>
              {people.rows.map((one) => {
                const region = byRole(output.columns, 'region');
                return (
                  <tr key={one.row}>
                    <th scope="row">
                      <button
                        type="button"
                        className={styles.link}
                        aria-label={words.open(one.who)}
                        onClick={() => setOpen(rowName(output, one))}
                      >
                        {one.who}
                      </button>
                    </th>
                    <td>
                      {region ? formatValue(one.cells.get(region.key), region.type, region.format, language) : ''}
                    </td>
                    <td className={styles.right}>{formatNumber(one.payout, pay?.format, language)}</td>
                    {people.comparison && (
                      <td>
                        <DifferenceChip
                          before={one.before ?? 0}
                          after={one.payout}
                          {...(pay?.format ? { format: pay.format } : {})}
                        />
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        ) : (
          <ByColumn key={by} output={output} by={by} />
        )}
      </div>
    </div>
  );
}

/** A person may have a row for each period: the name of a row is all of its grain. */
function rowName(output: OutputTable, row: PersonRow): string {
  return output.grain.length === 0
    ? String(row.row)
    : JSON.stringify(output.grain.map((key) => row.cells.get(key) ?? null));
}

function Total({ design, output }: { readonly design: string; readonly output: OutputTable }) {
  const { language } = useLanguage();
  const runs = useSession((state) => state.runs[design]);
  const node = output.run.program.output ?? '';
  const pay = payoutColumn(output.columns);
  const now = runs?.current?.result.answers[node]?.value;
  const before = runs?.before?.result.answers[node]?.value;
  if (typeof now !== 'number') return null;
  return (
    <p className={styles.total}>
      {formatNumber(now, pay?.format, language)}
      {typeof before === 'number' && (
        <DifferenceChip before={before} after={now} {...(pay?.format ? { format: pay.format } : {})} />
      )}
    </p>
  );
}

function ByColumn({ output, by }: { readonly output: OutputTable; readonly by: 'region' | 'period' }) {
  const words = useWords(resultsWords);
  const { language } = useLanguage();
  const column = byRole(output.columns, by);
  const pay = payoutColumn(output.columns);
  const totals = useTotals(output, output.run, column?.key, pay?.key);
  const totalsBefore = useTotals(output, output.before, column?.key, pay?.key);
  if (!column || !pay) return <EmptyState icon="columns" title={words[by]} text={words.noColumn} />;
  if (!totals) return <p className={styles.quiet}>{words.notComputed}</p>;
  const old = new Map(totalsBefore?.map((one) => [one.name, one.amount]));
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words[by]}</th>
            <th scope="col" className={styles.right}>
              {words.people}
            </th>
            <th scope="col" className={styles.right}>
              {words.payout}
            </th>
            {totalsBefore && <th scope="col">{words.change}</th>}
          </tr>
        </thead>
        <tbody>
          {totals.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name || '–'}</th>
              <td className={styles.right}>{formatNumber(one.rows, undefined, language)}</td>
              <td className={styles.right}>{formatNumber(one.amount, pay.format, language)}</td>
              {totalsBefore && (
                <td>
                  <DifferenceChip
                    before={old.get(one.name) ?? 0}
                    after={one.amount}
                    {...(pay.format ? { format: pay.format } : {})}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Suspense fallback={<div className={styles.chart} />}>
        <PayoutChart
          title={`${words.chartTitle} ${words[by]}`}
          format={pay.format}
          now={totals}
          before={totalsBefore}
        />
      </Suspense>
    </>
  );
}

export interface TotalRow {
  readonly name: string;
  readonly amount: number;
  readonly rows: number;
}

/** Totals by a column, from the engine: one more step on the same program. */
function useTotals(
  output: OutputTable,
  run: OutputTable['before'],
  by: string | undefined,
  column: string | undefined,
): readonly TotalRow[] | null {
  const { engine } = useSessionVerbs();
  const made =
    run && by !== undefined && column !== undefined ? breakdown(run.program, output.step, [by], [column]) : null;
  const { answer } = useAsk(
    engine,
    'window',
    run && made && column !== undefined
      ? {
          about: run,
          key: made.step,
          ask: {
            of: { run: { ...run, program: made.program }, step: made.step },
            from: 0,
            to: 500,
            sort: [{ key: column, descending: true }],
          },
        }
      : null,
  );
  const names = by === undefined ? undefined : answer?.frame.columns.get(by);
  const amounts = column === undefined ? undefined : answer?.frame.columns.get(column);
  const counts = answer?.frame.columns.get(countColumn);
  if (!answer || !names || !amounts || !counts) return null;
  return Array.from({ length: answer.frame.rowCount }, (_, row) => ({
    name: String(cellAt(names, row) ?? ''),
    amount: Number(cellAt(amounts, row)),
    rows: Number(cellAt(counts, row)),
  }));
}
