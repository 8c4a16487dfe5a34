import { useMemo, useState } from 'react';
import { columnBuilder } from '#core/data/reading/column-builder.ts';
import type { ColumnReading } from '#core/data/reading/column-reading.ts';
import { detectColumn } from '#core/data/reading/detect-column.ts';
import { freeKey } from '#core/project/new-key.ts';
import { columnRoles } from '#core/project/project.ts';
import type { CsvColumn } from '#importers/csv/csv-options.ts';
import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/language.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';

interface ColumnProposalsProps {
  readonly columns: readonly CsvColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (columns: readonly CsvColumn[]) => void;
}

/** Columns drawn at first: a file may have a thousand. */
const firstShown = 60;
const types = ['text', 'number', 'boolean', 'date', 'datetime', 'time'] as const;
const orders = ['ymd', 'mdy', 'dmy'] as const;
const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW', 'INR', 'SGD', 'AUD', 'CAD', 'CHF'] as const;

/** Each column: its name, type, form, use, and how its first cells fit. */
export function ColumnProposals({ columns, rows, onChange }: ColumnProposalsProps) {
  const words = useWords(importWords);
  const [all, setAll] = useState(false);
  const shown = all ? columns : columns.slice(0, firstShown);
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.column}>
      <table className={styles['table']}>
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
          {shown.map((column, index) => (
            <ColumnRow
              key={index}
              column={column}
              index={index}
              rows={rows}
              onChange={(changed) => onChange(columns.map((one, at) => (at === index ? changed : one)))}
              onRename={(label) => onChange(renamed(columns, index, label))}
            />
          ))}
        </tbody>
      </table>
      {shown.length < columns.length && (
        <div className={styles['more']}>
          <Button onClick={() => setAll(true)}>{words.showAll(columns.length)}</Button>
        </div>
      )}
    </div>
  );
}

interface ColumnRowProps {
  readonly column: CsvColumn;
  readonly index: number;
  readonly rows: readonly (readonly string[])[];
  readonly onChange: (column: CsvColumn) => void;
  readonly onRename: (label: string) => void;
}

function ColumnRow({ column, index, rows, onChange, onRename }: ColumnRowProps) {
  const words = useWords(importWords);
  const { reading } = column;
  const cells = useMemo(() => rows.map((row) => row[index] ?? ''), [rows, index]);
  const wrong = useMemo(() => wrongIn(cells, reading), [cells, reading]);
  const read = (next: ColumnReading) => onChange({ ...column, reading: next });
  return (
    <tr>
      <td>
        <TextField
          label={`${words.name}: ${column.label}`}
          hideLabel
          value={column.label}
          onCommit={(label) => label.trim() !== '' && onRename(label.trim().slice(0, 200))}
        />
      </td>
      <td>
        <span className={styles['pair']}>
          <Select
            label={`${words.type}: ${column.label}`}
            hideLabel
            value={reading.type}
            options={types.map((value) => ({ value, label: words.types[value] }))}
            onChange={(type) => read(retyped(type as ColumnReading['type'], cells, reading))}
          />
          {(reading.type === 'date' || reading.type === 'datetime') && (
            <Select
              label={`${words.order}: ${column.label}`}
              hideLabel
              value={reading.order ?? 'ymd'}
              options={orders.map((value) => ({ value, label: words.orders[value] }))}
              onChange={(order) => read(ordered(reading, order as (typeof orders)[number]))}
            />
          )}
          {reading.type === 'number' && <NumberForm column={column} onRead={read} />}
        </span>
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
          onChange={(role) => onChange(withRole(column, role))}
        />
      </td>
      <td className={styles['sample']}>{cells.slice(0, 3).join(' · ')}</td>
      <td className={wrong > 0 ? styles['bad'] : styles['quiet']}>
        {wrong > 0 ? words.wrong(wrong) : reading.ambiguous ? words.ambiguous : '✓'}
      </td>
    </tr>
  );
}

/** Which sign begins the decimals, and what the numbers are: plain, a share, an amount of money. */
function NumberForm({
  column,
  onRead,
}: {
  readonly column: CsvColumn;
  readonly onRead: (reading: ColumnReading) => void;
}) {
  const words = useWords(importWords);
  const { percent, currency, decimal, ...rest } = column.reading;
  const signs = decimal ? { decimal } : {};
  return (
    <>
      <Select
        label={`${words.decimal}: ${column.label}`}
        hideLabel
        value={decimal ?? '.'}
        options={[
          { value: '.', label: '1,234.56' },
          { value: ',', label: '1.234,56' },
        ]}
        onChange={(sign) =>
          onRead({
            ...rest,
            ...(percent ? { percent } : {}),
            ...(currency === undefined ? {} : { currency }),
            ...(sign === ',' ? { decimal: ',' } : {}),
          })
        }
      />
      <Select
        label={`${words.format}: ${column.label}`}
        hideLabel
        value={percent ? 'percent' : (currency ?? 'plain')}
        options={[
          { value: 'plain', label: words.plain },
          { value: 'percent', label: words.percent },
          ...[...new Set([...currencies, ...(currency === undefined ? [] : [currency])])].map((value) => ({
            value,
            label: value,
          })),
        ]}
        onChange={(form) =>
          onRead({
            ...rest,
            ...signs,
            ...(form === 'percent' ? { percent: true } : form === 'plain' ? {} : { currency: form }),
          })
        }
      />
    </>
  );
}

function withRole(column: CsvColumn, role: string): CsvColumn {
  const { role: _, ...rest } = column;
  const known = columnRoles.find((one) => one === role);
  return known ? { ...rest, role: known } : rest;
}

/** The columns with another name for one of them, and a key made of it. */
function renamed(columns: readonly CsvColumn[], index: number, label: string): readonly CsvColumn[] {
  const taken = columns.flatMap((one, at) => (at === index ? [] : [one.key]));
  return columns.map((one, at) => (at === index ? { ...one, label, key: freeKey(label, taken, 'column') } : one));
}

/** The asked type, with what the cells tell of its form. */
function retyped(type: ColumnReading['type'], cells: readonly string[], old: ColumnReading): ColumnReading {
  const blanks = old.blanks ?? [];
  const found = detectColumn(cells.filter((cell) => !blanks.includes(cell.trim())));
  return { ...(found.type === type ? found : { type }), ...(blanks.length > 0 ? { blanks } : {}) };
}

/** Who chooses the order has decided it. */
function ordered(reading: ColumnReading, order: (typeof orders)[number]): ColumnReading {
  const { ambiguous: _, ...rest } = reading;
  return { ...rest, order };
}

function wrongIn(cells: readonly string[], reading: ColumnReading): number {
  const builder = columnBuilder(reading);
  for (const cell of cells) builder.add(cell);
  return builder.wrongCount;
}
