/** A file for a table that is there: its columns find the table's, what would change is shown, then taken as one edit. */
import { useEffect, useState } from 'react';
import type { Frame } from '#core/data/column.ts';
import type { Refresh, Refreshed } from '#core/data/refresh-rows.ts';
import { sayProblem } from '#core/problem/codes.ts';
import { hasErrors } from '#core/problem/problem.ts';
import type { Edit } from '#core/edit/edit.ts';
import type { ColumnDefinition, TableDefinition } from '#core/project/project.ts';
import { askFiles } from '#engine/files-client.ts';
import { sayStoreProblem } from '#store/store-problem.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { formatNumber } from '#ui/format-value.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { ProblemCard } from '#ui/problem-card.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { showToast } from '#ui/toast.ts';
import { nanoid } from 'nanoid';
import { useSessionVerbs } from '../../session/session-context.tsx';
import { FaultyCells } from '../import/faulty-cells.tsx';
import { importWords } from '../import/import.words.ts';
import { ReadingOptions } from '../import/reading-options.tsx';
import { columnsOf, useFileReading, withColumns, type Given } from '../import/use-file-reading.ts';
import {
  addColumns,
  driftOf,
  fitted,
  leftOut,
  newColumns,
  rememberedOf,
  targetsOf,
  type Target,
} from './column-mapping.ts';
import { RefreshChoices } from './refresh-choices.tsx';
import { DriftNote, RefreshSummaryView } from './refresh-summary.tsx';
import styles from './refresh.module.css';
import { refreshStep, refreshWords } from './refresh.words.ts';

interface RefreshDialogProps {
  readonly table: TableDefinition;
  readonly file: File;
  readonly onClose: () => void;
}

interface Compared {
  readonly old: Frame;
  readonly fresh: Frame;
  readonly added: readonly ColumnDefinition[];
  readonly refreshed: Refreshed;
}

export function RefreshDialog({ table, file, onClose }: RefreshDialogProps) {
  const words = useWords(refreshWords);
  const imports = useWords(importWords);
  const { language } = useLanguage();
  const session = useSessionVerbs();
  const [chosen, setChosen] = useState<Readonly<Record<string, Target>>>({});
  const [refresh, setRefresh] = useState<Refresh>(() => firstRefresh(table));
  const [compared, setCompared] = useState<Compared | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const reading = useFileReading(file, imports.columnWord, givenBy(table));
  const { phase, options, looked } = reading;

  const found = columnsOf(looked?.options ?? null);
  const targets = targetsOf(table, found).map((target, index) => chosen[found[index]?.label ?? ''] ?? target);
  const drift = driftOf(table, found, targets);
  const columns = fitted(table, found, targets);
  const keys = table.columns.filter((one) => targets.includes(one.id));
  const key = refresh.key.filter((one) => keys.some((column) => column.key === one));
  const ready = options !== null && (refresh.mode !== 'upsert' || key.length > 0);

  const imported = phase.at === 'read' ? phase.imported : null;
  useEffect(() => {
    if (!imported || hasErrors(imported.problems)) return undefined;
    const controller = new AbortController();
    const added = newColumns(table, found, targets, () => nanoid(12));
    const fresh: Frame = {
      rowCount: imported.frame.rowCount,
      columns: new Map([...imported.frame.columns].filter(([name]) => !name.startsWith('~'))),
    };
    const work = async () => {
      const old = await session.stored.readTable(table.key);
      if (!old.ok) throw new Error(sayStoreProblem(old.problem, language));
      const ask = { old: old.value, fresh, refresh: { ...refresh, key } };
      const refreshed = await askFiles('refresh', ask, { signal: controller.signal });
      if (!controller.signal.aborted) setCompared({ old: old.value, fresh, added, refreshed });
    };
    work().catch((error: unknown) => {
      if (controller.signal.aborted) return;
      setFailed(error instanceof Error ? error.message : words.failed);
      setCompared(null);
    });
    return () => {
      controller.abort();
      setCompared(null);
    };
    // Once for each time the file was read; what was chosen then holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [imported]);

  const start = () => {
    setFailed(null);
    reading.start(options ? withColumns(options, columns) : undefined);
  };
  const take = async () => {
    if (!compared || !options) return;
    const all = [...table.columns, ...compared.added];
    const data = await session.stored.writeTable(all, compared.refreshed.frame);
    if (!data.ok) return setFailed(sayStoreProblem(data.problem, language));
    const read = options.form === 'csv' ? { format: 'csv', ...options.csv } : { format: 'xlsx', ...options.sheet };
    const named = Object.fromEntries(
      found.map((column, index) => [
        column.label,
        compared.added.find((one) => one.label === column.label)?.id ?? targets[index] ?? leftOut,
      ]),
    );
    const source = { ...read, file: file.name, columns, refresh: { ...refresh, key, targets: named } };
    const edits: readonly Edit[] = [
      ...addColumns(table, compared.added),
      { op: 'table.set', table: table.id, patch: { data: data.value, source } },
    ];
    if (!session.edit(edits, refreshStep(file.name))) return setFailed(words.failed);
    showToast(words.done(table.label), { action: { label: words.undo, run: () => session.undo() }, tone: 'good' });
    return onClose();
  };

  const problems = imported?.problems ?? (phase.at === 'choosing' && !options ? (looked?.problems ?? []) : []);
  const infos = compared ? [...table.columns, ...compared.added] : table.columns;
  return (
    <Dialog open title={words.title(table.label)} onClose={onClose} width={960}>
      <p className={styles['from']}>{words.from(file.name)}</p>
      {(failed !== null || reading.failed) && <ProblemCard severity="error" title={failed ?? words.failed} />}
      {problems.map((problem, index) => (
        <ProblemCard key={index} severity={problem.severity} title={sayProblem(problem, language)} />
      ))}
      {phase.at === 'looking' && !reading.failed && <p>{imports.looking}</p>}
      {phase.at === 'choosing' && <ReadingOptions reading={reading} />}
      {phase.at === 'choosing' && options && (
        <RefreshChoices
          table={table}
          found={found}
          rows={looked?.rows ?? []}
          targets={targets}
          onTarget={(label, target) => setChosen((old) => ({ ...old, [label]: target }))}
          refresh={{ ...refresh, key }}
          keys={keys}
          onRefresh={setRefresh}
        />
      )}
      {(phase.at === 'choosing' || phase.at === 'read') && options && <DriftNote drift={drift} />}
      {phase.at === 'reading' && (
        <ProgressBar
          label={imports.reading(formatNumber(phase.progress?.rows ?? 0, undefined, language))}
          share={phase.progress ? phase.progress.bytes / Math.max(1, phase.progress.of) : 0}
          onCancel={reading.cancel}
        />
      )}
      {imported && !compared && failed === null && !hasErrors(imported.problems) && (
        <ProgressBar label={words.comparing} share={0.5} onCancel={reading.back} />
      )}
      {compared && (
        <RefreshSummaryView
          summary={compared.refreshed.summary}
          columns={infos}
          old={compared.old}
          fresh={compared.fresh}
        />
      )}
      {imported && <FaultyCells imported={imported} columns={columns} />}
      <footer className={styles['footer']}>
        {phase.at === 'read' ? (
          <Button onClick={reading.back}>{words.back}</Button>
        ) : (
          <Button onClick={onClose}>{words.cancel}</Button>
        )}
        {phase.at === 'choosing' && options && (
          <Button look="primary" disabled={!ready} onClick={start}>
            {words.compare}
          </Button>
        )}
        {compared && (
          <Button look="primary" onClick={() => void take()}>
            {words.take}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

/** What was chosen last time; else by the table's key, or the column that looks like one. */
function firstRefresh(table: TableDefinition): Refresh {
  const known = rememberedOf(table);
  const id = table.columns.find((one) => one.role === 'id');
  const key = known.key ?? table.grain ?? (id ? [id.key] : []);
  return {
    mode: known.mode ?? (key.length > 0 ? 'upsert' : 'append'),
    key,
    removeMissing: known.removeMissing ?? false,
  };
}

/** How the file before this one was read, as far as it says something of the next. */
function givenBy(table: TableDefinition): Given {
  const { source } = table;
  if (source?.['format'] !== 'xlsx') return {};
  const { sheet, range, headerRows } = source;
  return {
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof range === 'string' ? { range } : {}),
    ...(typeof headerRows === 'number' ? { headerRows } : {}),
  };
}
