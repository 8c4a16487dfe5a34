/** A table of the project: its rows, as they are kept. */
import { useMemo } from 'react';
import type { ColumnInfo } from '#core/data/schema.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { DataGrid } from './data-grid.tsx';
import { dataGridWords } from './data-grid.words.ts';
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
  if (!table) return null;
  if (loading) return <EmptyState icon="table" title={words.loading} />;
  return (
    <DataGrid
      source={source}
      columns={columns}
      total={table.data?.rows ?? 0}
      engine={engine}
      language={language}
      shownColumn={asked?.table === id ? table.columns.find((one) => one.id === asked.column)?.key : undefined}
      onShown={() => set(null)}
    />
  );
}
