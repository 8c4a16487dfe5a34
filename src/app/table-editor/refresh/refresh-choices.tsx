/** How the rows of a file come to those of a table: below, instead of them, or by key; and which column is which. */
import type { Refresh } from '#core/data/refresh-rows.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import type { CsvColumn } from '#importers/csv/csv-options.ts';
import { useWords } from '#ui/language.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import importStyles from '../import/import.module.css';
import { asNew, leftOut, type Target } from './column-mapping.ts';
import styles from './refresh.module.css';
import { refreshWords } from './refresh.words.ts';

interface RefreshChoicesProps {
  readonly table: TableDefinition;
  readonly found: readonly CsvColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly targets: readonly Target[];
  readonly onTarget: (label: string, target: Target) => void;
  readonly refresh: Refresh;
  /** Columns of the table that the file has. */
  readonly keys: readonly ColumnDefinition[];
  readonly onRefresh: (refresh: Refresh) => void;
}

const modes = ['upsert', 'append', 'replace'] as const;

export function RefreshChoices(props: RefreshChoicesProps) {
  const { table, found, rows, targets, onTarget, refresh, keys, onRefresh } = props;
  const words = useWords(refreshWords);
  const inOrder = (chosen: readonly string[]) =>
    table.columns.flatMap((one) => (chosen.includes(one.key) ? [one.key] : []));
  return (
    <>
      <div className={styles['block']}>
        <Segmented
          label={words.mode}
          value={refresh.mode}
          options={modes.map((value) => ({ value, label: words.modes[value] }))}
          onChange={(mode) => onRefresh({ ...refresh, mode })}
        />
        <p className={styles['help']}>{words.modeHelp[refresh.mode]}</p>
      </div>
      {refresh.mode !== 'append' && (
        <div className={styles['block']}>
          <fieldset className={styles['keys']}>
            <legend>{words.key}</legend>
            {keys.map((column) => (
              <label key={column.id}>
                <input
                  type="checkbox"
                  checked={refresh.key.includes(column.key)}
                  onChange={(event) =>
                    onRefresh({
                      ...refresh,
                      key: inOrder(
                        event.target.checked
                          ? [...refresh.key, column.key]
                          : refresh.key.filter((one) => one !== column.key),
                      ),
                    })
                  }
                />
                {column.label || column.key}
              </label>
            ))}
          </fieldset>
          {refresh.mode === 'upsert' && refresh.key.length === 0 && <p className={styles['help']}>{words.keyHelp}</p>}
          {refresh.mode === 'upsert' && (
            <label className={importStyles.check}>
              <input
                type="checkbox"
                checked={refresh.removeMissing}
                onChange={(event) => onRefresh({ ...refresh, removeMissing: event.target.checked })}
              />
              {words.removeMissing}
            </label>
          )}
        </div>
      )}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.fileColumn}>
        <table className={importStyles.table}>
          <thead>
            <tr>
              <th scope="col">{words.fileColumn}</th>
              <th scope="col">{words.tableColumn}</th>
              <th scope="col">{words.first}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((column, index) => (
              <tr key={column.label}>
                <td>{column.label}</td>
                <td>
                  <Select
                    label={words.targetOf(column.label)}
                    hideLabel
                    value={targets[index] ?? leftOut}
                    options={[
                      ...table.columns
                        .filter((one) => one.id === targets[index] || !targets.includes(one.id))
                        .map((one) => ({ value: one.id, label: one.label || one.key })),
                      { value: asNew, label: words.asNew },
                      { value: leftOut, label: words.leftOut },
                    ]}
                    onChange={(target) => onTarget(column.label, target)}
                  />
                </td>
                <td className={importStyles.sample}>
                  {rows
                    .slice(0, 3)
                    .map((row) => row[index] ?? '')
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
