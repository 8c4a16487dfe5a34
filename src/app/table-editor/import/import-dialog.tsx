/** A file before it becomes a table: what was found in it, changeable, then read with progress and cancel. */
import { useEffect, useRef, useState } from 'react';
import type { Frame } from '#core/data/column.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { hasErrors, type Problem } from '#core/problem/problem.ts';
import type { TableDefinition } from '#core/project/project.ts';
import { askFiles } from '#engine/files-client.ts';
import type { FileProgress } from '#engine/files-protocol.ts';
import { delimiters, type CsvOptions } from '#importers/csv/csv-options.ts';
import type { CsvDetection } from '#importers/csv/detect-csv.ts';
import { encodings } from '#importers/csv/detect-encoding.ts';
import type { CsvImported } from '#importers/csv/read-csv.ts';
import { tableOfCsv } from '#importers/csv/table-of-csv.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { announce } from '#ui/toast.ts';
import { nanoid } from 'nanoid';
import { ColumnProposals } from './column-proposals.tsx';
import { FaultyCells } from './faulty-cells.tsx';
import styles from './import.module.css';
import { importWords } from './import.words.ts';

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

type Phase =
  | { readonly at: 'looking' }
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly progress: FileProgress | null }
  | { readonly at: 'faulty'; readonly imported: CsvImported };

export function ImportDialog(props: ImportDialogProps) {
  // Each file begins anew.
  return <FileDialog key={`${props.files.length} ${props.files[0]?.name}`} {...props} />;
}

function FileDialog({ files, onClose, onImported }: ImportDialogProps) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const file = files[0];
  const [found, setFound] = useState<{
    readonly detection: CsvDetection | null;
    readonly problems: readonly Problem[];
  } | null>(null);
  const [options, setOptions] = useState<CsvOptions | null>(null);
  const [phase, setPhase] = useState<Phase>({ at: 'looking' });
  const [failed, setFailed] = useState(false);
  const reading = useRef<AbortController | null>(null);

  const looks = useRef(0);
  const look = (given?: Partial<Omit<CsvOptions, 'columns'>>) => {
    if (!file) return;
    looks.current += 1;
    const mine = looks.current;
    askFiles('detect', { file, name: file.name, columnWord: words.columnWord, ...(given ? { given } : {}) }).then(
      (answer) => {
        // Who changes two things quickly sees what the last one gives.
        if (looks.current !== mine) return;
        setFailed(false);
        setFound(answer);
        setOptions((old) => renamedAs(old, answer.detection?.options ?? null));
        setPhase({ at: 'choosing' });
      },
      () => setFailed(true),
    );
  };
  // The file is looked at once; what a person changes asks again by itself.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => look(), [file]);
  useEffect(() => () => reading.current?.abort(), []);

  if (!file) return null;
  const change = (given: Partial<Omit<CsvOptions, 'columns'>>) => {
    if (!options) return;
    const { columns: _, ...chosen } = options;
    look({ ...chosen, ...given });
  };
  const finish = (imported: CsvImported) => {
    if (!options) return;
    announce(words.imported(formatNumber(imported.frame.rowCount, undefined, language)));
    onImported({
      definition: tableOfCsv(file.name, options, () => nanoid(12)),
      frame: imported.frame,
      problems: imported.problems,
    });
  };
  const start = () => {
    if (!options) return;
    const controller = new AbortController();
    reading.current = controller;
    setPhase({ at: 'reading', progress: null });
    askFiles(
      'import',
      { file, options },
      { signal: controller.signal, onProgress: (progress) => setPhase({ at: 'reading', progress }) },
    ).then(
      (imported) => {
        if (controller.signal.aborted) return;
        if (imported.problems.length === 0) finish(imported);
        else setPhase({ at: 'faulty', imported });
      },
      () => {
        if (!controller.signal.aborted) setFailed(true);
        setPhase({ at: 'choosing' });
      },
    );
  };
  const columns = options?.columns ?? [];
  // A column whose order of day and month was chosen is no longer in doubt.
  const doubts = (found?.problems ?? []).filter(
    (one) =>
      one.code !== 'import.ambiguous-dates' ||
      columns.some((column) => column.label === one.params.column && column.reading.ambiguous),
  );
  const problems = phase.at === 'faulty' ? phase.imported.problems : doubts;

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
      {phase.at === 'choosing' && options && found?.detection && (
        <>
          <div className={styles.options}>
            <Select
              label={words.encoding}
              value={options.encoding}
              options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={(encoding) => change({ encoding: encodings.find((one) => one === encoding) ?? 'utf-8' })}
            />
            <Select
              label={words.delimiter}
              value={options.delimiter}
              options={delimiters.map((value) => ({ value, label: words.delimiters[value] ?? value }))}
              onChange={(delimiter) => change({ delimiter })}
            />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={options.header}
                onChange={(event) => change({ header: event.target.checked })}
              />
              {words.header}
            </label>
            <TextField
              label={words.blanks}
              placeholder="N/A, -"
              value={(options.blanks ?? []).join(', ')}
              onCommit={(text) => change({ blanks: text.split(/[,，]/).flatMap((one) => one.trim() || []) })}
            />
          </div>
          <ColumnProposals
            options={options}
            rows={found.detection.rows}
            onChange={(columns) => setOptions({ ...options, columns })}
          />
          <footer className={styles.footer}>
            {following}
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button look="primary" icon="file-import" onClick={start}>
              {words.doImport}
            </Button>
          </footer>
        </>
      )}
      {phase.at === 'choosing' && !found?.detection && (
        <footer className={styles.footer}>
          {following}
          <Button onClick={onClose}>{words.close}</Button>
        </footer>
      )}
      {phase.at === 'reading' && (
        <ProgressBar
          label={words.reading(formatNumber(phase.progress?.rows ?? 0, undefined, language))}
          share={phase.progress ? phase.progress.bytes / Math.max(1, phase.progress.of) : 0}
          onCancel={() => {
            reading.current?.abort();
            setPhase({ at: 'choosing' });
          }}
        />
      )}
      {phase.at === 'faulty' && (
        <>
          {options && <FaultyCells imported={phase.imported} options={options} />}
          <footer className={styles.footer}>
            <Button onClick={() => setPhase({ at: 'choosing' })}>{words.back}</Button>
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

/** Names and uses that a person gave stay as long as the cells are split as before. */
function renamedAs(old: CsvOptions | null, found: CsvOptions | null): CsvOptions | null {
  if (!old || !found) return found;
  const alike =
    old.encoding === found.encoding &&
    old.delimiter === found.delimiter &&
    old.header === found.header &&
    old.columns.length === found.columns.length;
  if (!alike) return found;
  const columns = old.columns.map((column, index) => ({
    ...column,
    reading: found.columns[index]?.reading ?? column.reading,
  }));
  return { ...found, columns };
}
