/** A file before it becomes a table: what was found in it, changeable, then read with progress and cancel. */
import { useEffect } from 'react';
import type { Frame } from '#core/data/column.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { hasErrors, type Problem } from '#core/problem/problem.ts';
import type { TableDefinition } from '#core/project/project.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import { tableOfCsv } from '#importers/csv/table-of-csv.ts';
import { tableOfXlsx } from '#importers/xlsx/table-of-xlsx.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { announce } from '#ui/toast.ts';
import { nanoid } from 'nanoid';
import { ColumnProposals } from './column-proposals.tsx';
import { FaultyCells } from './faulty-cells.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';
import { ReadingOptions } from './reading-options.tsx';
import { columnsOf, useFileReading } from './use-file-reading.ts';

export interface ImportDialogProps {
  /** The first is imported; whoever opened the dialog then gives the others. */
  readonly files: readonly File[];
  /** Leaves this file out. */
  readonly onClose: () => void;
  readonly onImported: (found: {
    readonly definition: TableDefinition;
    readonly frame: Frame;
    readonly problems: readonly Problem[];
  }) => void;
}

export function ImportDialog(props: ImportDialogProps) {
  // Each file begins anew.
  return <FileDialog key={`${props.files.length} ${props.files[0]?.name}`} {...props} />;
}

function FileDialog({ files, onClose, onImported }: ImportDialogProps) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const file = files[0];
  const reading = useFileReading(file, words.columnWord);
  const { phase, looked, options, failed } = reading;
  const columns = columnsOf(options);

  const finish = (imported: CsvImported) => {
    if (!options || !file) return;
    announce(words.imported(formatNumber(imported.frame.rowCount, undefined, language)));
    const definition =
      options.form === 'csv'
        ? tableOfCsv(file.name, options.csv, () => nanoid(12))
        : tableOfXlsx(file.name, options.sheet, () => nanoid(12));
    onImported({ definition, frame: imported.frame, problems: imported.problems });
  };
  const clean = phase.at === 'read' && phase.imported.problems.length === 0 ? phase.imported : null;
  // What is without a fault becomes a table at once, and once only.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void (clean && finish(clean)), [clean]);

  if (!file) return null;
  const doubts = doubtsOf(looked?.problems ?? [], columns);
  const problems = phase.at === 'read' ? phase.imported.problems : doubts;

  const following = files.length > 1 && (
    <span className={styles['following']}>{words.following(files.length - 1)}</span>
  );

  return (
    <Dialog open title={words.title(file.name)} onClose={onClose} width={960}>
      {failed && <ProblemCard severity="error" title={words.failed} />}
      {problems.map((problem, index) => (
        <ProblemCard key={index} severity={problem.severity} title={sayProblem(problem, language)} />
      ))}
      {phase.at === 'looking' && !failed && <p className={styles.quiet}>{words.looking}</p>}
      {phase.at === 'choosing' && <ReadingOptions reading={reading} />}
      {phase.at === 'choosing' && options && (
        <>
          <ColumnProposals columns={columns} rows={looked?.rows ?? []} onChange={reading.setColumns} />
          <footer className={styles.footer}>
            {following}
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button look="primary" icon="file-import" onClick={() => reading.start()}>
              {words.doImport}
            </Button>
          </footer>
        </>
      )}
      {phase.at === 'choosing' && !options && (
        <footer className={styles.footer}>
          {following}
          <Button onClick={onClose}>{words.close}</Button>
        </footer>
      )}
      {phase.at === 'reading' && (
        <ProgressBar
          label={words.reading(formatNumber(phase.progress?.rows ?? 0, undefined, language))}
          share={phase.progress ? phase.progress.bytes / Math.max(1, phase.progress.of) : 0}
          onCancel={reading.cancel}
        />
      )}
      {phase.at === 'read' && !clean && (
        <>
          <FaultyCells imported={phase.imported} columns={columns} />
          <footer className={styles.footer}>
            <Button onClick={reading.back}>{words.back}</Button>
            {!hasErrors(phase.imported.problems) && (
              <Button look="primary" onClick={() => finish(phase.imported)}>
                {words.anyway}
              </Button>
            )}
          </footer>
        </>
      )}
    </Dialog>
  );
}

/** A column whose order of day and month was chosen is no longer in doubt. */
export function doubtsOf(problems: readonly Problem[], columns: ReturnType<typeof columnsOf>): readonly Problem[] {
  return problems.filter(
    (one) =>
      one.code !== 'import.ambiguous-dates' ||
      columns.some((column) => column.label === one.params.column && column.reading.ambiguous),
  );
}
