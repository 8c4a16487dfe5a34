/** A small table of an example; every cell can be changed, and beside the rows stands what the formula gives for them. */
import { useState, type ReactNode } from 'react';
import { isError, type Value } from '#core/data/value.ts';
import type { SampleColumn, SampleTable } from '#core/formula/reference/example.ts';
import { classNames } from '#ui/class-names.ts';
import { formatNumber } from '#ui/format-value.ts';
import { Icon } from '#ui/icon.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { helpWords } from './help.words.ts';
import { readCell, withCell, withoutRow, withRow, writeCell } from './sample-cells.ts';
import styles from './sample-grid.module.css';

const mostRows = 12;

interface SampleGridProps {
  /** What the table is; its name where formulas know it by one. */
  readonly caption: ReactNode;
  readonly label: string;
  readonly table: SampleTable;
  readonly onChange: (table: SampleTable) => void;
  /** What the formula gives for each row. */
  readonly results?: readonly ReactNode[] | undefined;
  /** Its rows may be added and removed. */
  readonly grows?: boolean;
}

export function SampleGrid({ caption, label, table, onChange, results, grows = true }: SampleGridProps) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  return (
    <div className={styles['whole']}>
      <div className={styles['scroll']} tabIndex={-1}>
        <table className={styles['grid']} aria-label={label}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={classNames(column.type === 'number' && styles['right'])}>
                  <span className={styles['label']}>{column.label[language]}</span>
                  <code>{column.key}</code>
                </th>
              ))}
              {results ? (
                <th scope="col" className={styles['result']}>
                  <span className={styles['label']}>{say.rowResult}</span>
                  <code>=</code>
                </th>
              ) : null}
              {grows ? <td className={styles['tools']} /> : null}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells, row) => (
              <tr key={row}>
                {table.columns.map((column, at) => (
                  <td key={column.key}>
                    <Cell
                      label={say.cell(column.label[language], row + 1)}
                      value={cells[at] ?? null}
                      column={column}
                      onChange={(value) => onChange(withCell(table, row, at, value))}
                    />
                  </td>
                ))}
                {results ? <td className={styles['result']}>{results[row]}</td> : null}
                {grows ? (
                  <td className={styles['tools']}>
                    {table.rows.length > 1 ? (
                      <button
                        type="button"
                        aria-label={say.removeRow(row + 1)}
                        title={say.removeRow(row + 1)}
                        onClick={() => onChange(withoutRow(table, row))}
                      >
                        <Icon name="x" size={12} />
                      </button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {grows && table.rows.length < mostRows ? (
        <button type="button" className={styles['add']} onClick={() => onChange(withRow(table))}>
          <Icon name="plus" size={12} />
          {say.addRow}
        </button>
      ) : null}
    </div>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: Value;
  readonly column: Pick<SampleColumn, 'type' | 'format'>;
  readonly onChange: (value: Value) => void;
}

/** One cell: as it is typed while it has the focus, grouped digits else. */
export function Cell({ label, value, column, onChange }: CellProps) {
  const say = useWords(helpWords);
  const { language } = useLanguage();
  const [draft, setDraft] = useState<string>();
  if (column.type === 'boolean')
    return (
      <span className={styles['check']}>
        <input
          type="checkbox"
          aria-label={label}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      </span>
    );
  const bad = isError(value);
  const grouped = column.type === 'number' && column.format?.kind !== 'percent' && typeof value === 'number';
  const resting = grouped ? formatNumber(value, { kind: 'unit', unit: '' }, language) : writeCell(value, column);
  const hint = bad && column.type !== 'text' ? say.unreadable[column.type] : undefined;
  return (
    <input
      className={classNames(styles['cell'], column.type === 'number' && styles['right'])}
      aria-label={label}
      aria-invalid={bad}
      title={hint}
      inputMode={column.type === 'number' ? 'decimal' : undefined}
      size={Math.max(6, Math.min(24, (draft ?? resting).length + 1))}
      spellCheck={false}
      autoComplete="off"
      value={draft ?? resting}
      onFocus={() => setDraft(bad ? resting : writeCell(value, column))}
      onBlur={() => setDraft(undefined)}
      onChange={(event) => {
        setDraft(event.target.value);
        onChange(readCell(event.target.value, column));
      }}
    />
  );
}
