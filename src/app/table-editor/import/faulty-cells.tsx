import type { CsvColumn } from '#importers/csv/csv-options.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';

/** Listed of each column, and of the rows of another width. */
const mostListed = 100;

/** After reading: the cells that do not fit their column and the rows that do not fit the header, by row. */
export function FaultyCells({
  imported,
  columns,
}: {
  readonly imported: CsvImported;
  readonly columns: readonly CsvColumn[];
}) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const row = (index: number) => `${words.row} ${formatNumber(index + 1, undefined, language)}`;
  const labelOf = (key: string) => columns.find((one) => one.key === key)?.label ?? key;
  return (
    <>
      {imported.wrong.length > 0 && (
        <Listed title={words.wrongCells}>
          {imported.wrong.flatMap((column) =>
            column.cells.slice(0, mostListed).map((cell) => (
              <tr key={`${column.column}.${cell.row}`}>
                <td>{row(cell.row)}</td>
                <td>{labelOf(column.column)}</td>
                <td className={styles['bad']}>{cell.text}</td>
              </tr>
            )),
          )}
        </Listed>
      )}
      {imported.ragged.length > 0 && (
        <Listed title={words.raggedRows(columns.length)}>
          {imported.ragged.slice(0, mostListed).map((one) => (
            <tr key={one.row}>
              <td>{row(one.row)}</td>
              <td>{words.cells(one.cells)}</td>
            </tr>
          ))}
        </Listed>
      )}
    </>
  );
}

function Listed({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <details className={styles['wrong']} open>
      <summary>{title}</summary>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={title}>
        <table className={styles['table']}>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}
