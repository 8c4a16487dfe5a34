/** How a file is split into cells: encoding and separator of a CSV, sheet and range of a workbook. */
import { delimiters } from '#importers/csv/csv-options.ts';
import { encodings } from '#importers/csv/detect-encoding.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/language.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';
import type { FileReading } from './use-file-reading.ts';

export function ReadingOptions({ reading }: { readonly reading: FileReading }) {
  const words = useWords(importWords);
  const { options, looked, change } = reading;
  if (!options && (looked?.sheets.length ?? 0) === 0) return null;
  const blanks = options && (
    <TextField
      label={words.blanks}
      placeholder="N/A, -"
      value={((options.form === 'csv' ? options.csv.blanks : options.sheet.blanks) ?? []).join(', ')}
      onCommit={(text) => change({ blanks: text.split(/[,，]/).flatMap((one) => one.trim() || []) })}
    />
  );
  if (options?.form === 'csv')
    return (
      <div className={styles.options}>
        <Select
          label={words.encoding}
          value={options.csv.encoding}
          options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(encoding) => change({ encoding: encodings.find((one) => one === encoding) ?? 'utf-8' })}
        />
        <Select
          label={words.delimiter}
          value={options.csv.delimiter}
          options={delimiters.map((value) => ({ value, label: words.delimiters[value] ?? value }))}
          onChange={(delimiter) => change({ delimiter })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={options.csv.header}
            onChange={(event) => change({ header: event.target.checked })}
          />
          {words.header}
        </label>
        {blanks}
      </div>
    );
  const sheets = looked?.sheets ?? [];
  return (
    <div className={styles.options}>
      <Select
        label={words.sheet}
        value={options?.sheet.sheet ?? ''}
        options={[
          ...(options ? [] : [{ value: '', label: '–' }]),
          ...sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? words.hiddenSheet(name) : name })),
        ]}
        onChange={(sheet) => change({ sheet })}
      />
      {options && (
        <>
          <TextField label={words.range} value={options.sheet.range} onCommit={(range) => change({ range })} />
          <Select
            label={words.headerRows}
            value={String(options.sheet.headerRows)}
            options={[0, 1, 2, 3].map((rows) => ({ value: String(rows), label: words.headerRowsOf(rows) }))}
            onChange={(rows) => change({ headerRows: Number(rows) })}
          />
        </>
      )}
      {blanks}
    </div>
  );
}
