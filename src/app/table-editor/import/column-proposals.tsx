import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { columnBuilder } from '#core/data/reading/column-builder.ts';
import { columnRoles } from '#core/project/project.ts';
import type { CsvColumn, CsvOptions } from '#importers/csv/csv-options.ts';
import { detectColumn } from '#core/data/reading/detect-column.ts';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';

interface ColumnProposalsProps {
  readonly options: CsvOptions;
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (columns: readonly CsvColumn[]) => void;
}

const types = ['text', 'number', 'boolean', 'date', 'datetime'] as const;
const orders = ['ymd', 'mdy', 'dmy'] as const;

/** Each column: its name, type, use, and how its first cells fit. */
export function ColumnProposals({ options, rows, onChange }: ColumnProposalsProps) {
  const words = useWords(importWords);
  const set = (index: number, patch: Partial<CsvColumn>) =>
    onChange(options.columns.map((column, at) => (at === index ? { ...column, ...patch } : column)));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.column}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.sample}</th>
            <th scope="col">{words.fits}</th>
          </tr>
        </thead>
        <tbody>
          {options.columns.map((column, index) => {
            const cells = rows.map((row) => row[index] ?? '');
            const wrong = wrongIn(cells, column.reading);
            return (
              <tr key={column.key}>
                <th scope="row">{column.label}</th>
                <td className={styles.pair}>
                  <Select
                    label={`${words.type}: ${column.label}`}
                    hideLabel
                    value={column.reading.type}
                    options={types.map((value) => ({ value, label: words.types[value] }))}
                    onChange={(type) => set(index, { reading: retyped(type as ColumnReading['type'], cells) })}
                  />
                  {(column.reading.type === 'date' || column.reading.type === 'datetime') && (
                    <Select
                      label={`${words.order}: ${column.label}`}
                      hideLabel
                      value={column.reading.order ?? 'ymd'}
                      options={orders.map((value) => ({ value, label: words.orders[value] }))}
                      onChange={(order) =>
                        set(index, { reading: { type: column.reading.type, order: order as (typeof orders)[number] } })
                      }
                    />
                  )}
                </td>
                <td>
                  <Select
                    label={`${words.role}: ${column.label}`}
                    hideLabel
                    value={column.role ?? ''}
                    options={[
                      { value: '', label: words.noRole },
                      ...columnRoles
                        .filter((role) => words.roles[role])
                        .map((value) => ({ value, label: words.roles[value] ?? value })),
                    ]}
                    onChange={(role) =>
                      onChange(options.columns.map((one, at) => (at === index ? withRole(one, role) : one)))
                    }
                  />
                </td>
                <td className={styles.sample}>{cells.slice(0, 3).join(' · ')}</td>
                <td className={wrong > 0 ? styles.bad : styles.quiet}>{wrong > 0 ? words.wrong(wrong) : '✓'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function withRole(column: CsvColumn, role: string): CsvColumn {
  const { role: _, ...rest } = column;
  const known = columnRoles.find((one) => one === role);
  return known ? { ...rest, role: known } : rest;
}

/** The asked type, with what the cells tell of its form. */
function retyped(type: ColumnReading['type'], cells: readonly string[]): ColumnReading {
  const found = detectColumn(cells);
  return found.type === type ? found : { type };
}

function wrongIn(cells: readonly string[], reading: ColumnReading): number {
  const builder = columnBuilder(reading);
  for (const cell of cells) builder.add(cell);
  return builder.wrongCount;
}
