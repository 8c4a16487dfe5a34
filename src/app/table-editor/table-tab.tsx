/** A table of the project: its rows, as they are kept, to be changed by hand, refreshed from a file and taken out. */
import { useMemo, useState } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { DataGrid } from './data-grid.tsx';
import { dataGridWords } from './data-grid.words.ts';
import { ColumnDialog } from './edit/column-dialog.tsx';
import { PasteDialog } from './edit/paste-dialog.tsx';
import { TableTools } from './edit/table-tools.tsx';
import { useTableEditing } from './edit/use-table-editing.ts';
import { RefreshDialog } from './refresh/refresh-dialog.tsx';
import { useShownColumn } from './shown-column.ts';

export function TableTab({ table: id }: { readonly table: string }) {
  const table = useSession((state) => state.project.tables.find((one) => one.id === id));
  const loading = useSession((state) => state.loading.has(table?.key ?? ''));
  const { engine } = useSessionVerbs();
  const { language } = useLanguage();
  const words = useWords(dataGridWords);
  const key = table?.key ?? '';
  const data = table?.data;
  // A new identity whenever the rows are new: the grid asks again.
  const source = useMemo(() => ({ table: key, data }), [key, data]);
  const columns = useMemo(() => (table?.columns ?? []) satisfies readonly ColumnInfo[], [table?.columns]);
  const { asked, set } = useShownColumn();
  const [file, setFile] = useState<File | null>(null);
  const editing = useTableEditing(id);
  // Rows being changed stay in sight until the engine holds the new ones: only then are they asked for.
  const [held, setHeld] = useState<typeof source | null>(null);
  if (!loading && held !== source) setHeld(source);
  if (!table) return null;
  if (!held) return <EmptyState icon="table" title={words.loading} />;
  return (
    <>
      <DataGrid
        source={held}
        columns={columns}
        total={held.data?.rows ?? 0}
        engine={engine}
        language={language}
        shownColumn={asked?.table === id ? table.columns.find((one) => one.id === asked.column)?.key : undefined}
        onShown={() => set(null)}
        editing={editing.grid}
        tools={(focus) => <TableTools table={table} focus={focus} editing={editing} onRefresh={setFile} />}
      />
      {editing.column && (
        <ColumnDialog key={editing.column.id} table={table} column={editing.column} editing={editing} />
      )}
      {editing.pasted && <PasteDialog editing={editing} />}
      {file && <RefreshDialog table={table} file={file} onClose={() => setFile(null)} />}
    </>
  );
}
