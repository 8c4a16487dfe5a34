/** The rows an amount came from: how many, and the largest of them when opened. */
import { useState } from 'react';
import { cellAt, isNumeric } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import type { TraceRows } from '#core/execute/trace.ts';
import type { RunInput } from '#engine/protocol.ts';
import { formatNumber, formatValue } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSessionVerbs } from '../session/session-context.tsx';
import styles from './results.module.css';
import look from './trace.module.css';
import { resultsWords } from './results.words.ts';
import { useAsk } from './use-ask.ts';

const shown = 5;
/** Columns beside the amount: what tells a deal apart comes first. */
const roles = ['id', 'person', 'date', 'region'] as const;

export function columnsToShow(columns: readonly ColumnInfo[], amount: string | undefined): readonly ColumnInfo[] {
  const named = roles.flatMap((role) => columns.find((column) => column.role === role) ?? []);
  const rest = columns.filter((column) => column.type === 'text' && !named.includes(column));
  const value = columns.find((column) => column.key === amount);
  return [...[...named, ...rest].filter((column) => column !== value).slice(0, 3), ...(value ? [value] : [])];
}

export function TracedRows({
  run,
  rows,
  open: always = false,
}: {
  readonly run: RunInput;
  readonly rows: TraceRows;
  readonly open?: boolean;
}) {
  const { language } = useLanguage();
  const words = useWords(resultsWords);
  const { engine } = useSessionVerbs();
  const [open, setOpen] = useState(always);
  const step = run.program.steps.find((one) => one.id === rows.step);
  const columns = columnsToShow(step?.columns ?? [], rows.column);
  const key = JSON.stringify([rows.step, rows.column, rows.rows.slice(0, 20), rows.rows.length]);
  const { answer } = useAsk(
    engine,
    'window',
    open
      ? {
          about: run,
          key,
          ask: {
            of: { run, step: rows.step },
            from: 0,
            to: shown,
            only: rows.rows,
            columns: columns.map((column) => column.key),
            ...(rows.column === undefined ? {} : { sort: [{ key: rows.column, descending: true }] }),
          },
        }
      : null,
  );
  // One row is the input itself, named below it already.
  if (rows.total === 0 || (rows.total === 1 && !always)) return null;
  const count = formatNumber(rows.total, undefined, language);
  return (
    <div className={look.rows}>
      {!always && (
        <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="table" size={14} />
          {words.rowsOf(count, step?.origin.label ?? rows.step)}
        </button>
      )}
      {open && answer && (
        <table className={look.rowTable}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.type === 'number' ? look.right : undefined}>
                  {column.label ?? column.key}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: answer.frame.rowCount }, (_, row) => (
              <tr key={row}>
                {columns.map((column) => {
                  const data = answer.frame.columns.get(column.key);
                  return (
                    <td
                      key={column.key}
                      className={data && isNumeric(data) && column.type === 'number' ? look.right : undefined}
                    >
                      {data ? formatValue(cellAt(data, row), column.type, column.format, language) : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
            {rows.total > answer.frame.rowCount && (
              <tr>
                <td colSpan={columns.length} className={look.quietCell}>
                  {words.moreRows(formatNumber(rows.total - answer.frame.rowCount, undefined, language))}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </div>
  );
}
