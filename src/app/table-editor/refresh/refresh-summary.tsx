/** What a refresh would change, before it is taken: counts, columns that differ, changed cells, rows that come and go. */
import { cellAt, type Frame } from '#core/data/column.ts';
import type { RefreshSummary } from '#core/data/refresh-rows.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import importStyles from '../import/import.module.css';
import { dataGridWords } from '../data-grid.words.ts';
import type { Drift } from './column-mapping.ts';
import styles from './refresh.module.css';
import { refreshWords } from './refresh.words.ts';

const mostColumns = 6;
const order = ['added', 'changed', 'removed', 'same', 'kept', 'doubled', 'keyless'] as const;

export interface SummaryProps {
  readonly summary: RefreshSummary;
  readonly columns: readonly ColumnInfo[];
  readonly old: Frame;
  readonly fresh: Frame;
}

export function RefreshSummaryView({ summary, columns, old, fresh }: SummaryProps) {
  const words = useWords(refreshWords);
  const { language } = useLanguage();
  const say = (count: number) => formatNumber(count, undefined, language);
  const { samples, changedCells } = summary;
  const quiet = summary.added + summary.changed + summary.removed === 0;
  const labelOf = (key: string) => columns.find((one) => one.key === key)?.label ?? key;
  const show = (key: string, value: Parameters<typeof formatValue>[0]) => {
    const column = columns.find((one) => one.key === key);
    return formatValue(value, column?.type ?? 'text', column?.format, language);
  };
  return (
    <>
      <ul className={styles['counts']}>
        {order
          .filter((one, at) => summary[one] > 0 || at < 3)
          .map((one, at) => (
            <li key={one} data-strong={(at < 3 && summary[one] > 0) || undefined}>
              {words.counts[one](say(summary[one]))}
            </li>
          ))}
      </ul>
      {quiet && <p>{words.nothing}</p>}
      {samples.changed.length > 0 && (
        <section className={styles['samples']}>
          <h3>
            {words.changedRows} ·{' '}
            {changedCells.map((one) => words.changedIn(labelOf(one.column), say(one.count))).join(', ')}
          </h3>
          <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.changedRows}>
            <table className={importStyles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.row}</th>
                  <th scope="col">{words.column}</th>
                  <th scope="col">{words.before}</th>
                  <th scope="col">{words.after}</th>
                </tr>
              </thead>
              <tbody>
                {samples.changed.map(({ row, column, before, after }) => (
                  <tr key={`${row} ${column}`}>
                    <td>{say(row + 1)}</td>
                    <td>{labelOf(column)}</td>
                    <td className={styles['before']}>{show(column, before)}</td>
                    <td>{show(column, after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Rows title={words.addedRows} frame={fresh} rows={samples.added} all={summary.added} columns={columns} />
      <Rows title={words.removedRows} frame={old} rows={samples.removed} all={summary.removed} columns={columns} />
    </>
  );
}

interface RowsProps {
  readonly title: string;
  readonly frame: Frame;
  readonly rows: readonly number[];
  /** How many there are. */
  readonly all: number;
  readonly columns: readonly ColumnInfo[];
}

function Rows({ title, frame, rows, all, columns }: RowsProps) {
  const words = useWords(refreshWords);
  const { language } = useLanguage();
  if (rows.length === 0) return null;
  const shown = columns.filter((one) => frame.columns.has(one.key)).slice(0, mostColumns);
  return (
    <section className={styles['samples']}>
      <h3>
        {rows.length < all ? `${title} · ${words.firstOf(formatNumber(rows.length, undefined, language))}` : title}
      </h3>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={title}>
        <table className={importStyles.table}>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {shown.map(({ key, type, format }) => {
                  const column = frame.columns.get(key);
                  return <td key={key}>{column ? formatValue(cellAt(column, row), type, format, language) : ''}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function DriftNote({ drift }: { readonly drift: Drift }) {
  const words = useWords(refreshWords);
  const types: Readonly<Record<string, string>> = useWords(dataGridWords).types;
  const { fresh, missing, retyped } = drift;
  if (fresh.length + missing.length + retyped.length === 0) return null;
  const list = (names: readonly string[]) => names.join(', ');
  return (
    <section className={styles['drift']}>
      <h3>{words.drift}</h3>
      {fresh.length > 0 && <p>{words.fresh(list(fresh))}</p>}
      {missing.length > 0 && <p>{words.missing(list(missing))}</p>}
      {retyped.map(({ label, was, is }) => (
        <p key={label}>{words.retyped(label, types[was] ?? was, types[is] ?? is)}</p>
      ))}
    </section>
  );
}
