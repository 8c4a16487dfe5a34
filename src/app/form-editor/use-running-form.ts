/** A form of the project, running: opened anew when the form changes, with what was typed before. Rows of tables that it names are read first. */
import { useEffect, useMemo, useState } from 'react';
import type { Frame } from '#core/data/column.ts';
import type { FormDraft } from '#core/interact/form-draft.ts';
import type { FormSession } from '#core/interact/form-session.ts';
import { openForm } from '#core/interact/open-form.ts';
import type { FormProgram } from '#core/program/form-program.ts';
import { useSession, useSessionVerbs } from '../session/session-context.tsx';
import { today } from '../workbench/today.ts';

const noTables: ReadonlyMap<string, Frame> = new Map();

/** null while the rows of tables are read. `turn`: another number is another answer. */
export function useRunningForm(program: FormProgram, draft: () => FormDraft | undefined, turn = 0): FormSession | null {
  const tables = useTables(program.tables);
  // The same form is not opened again because something else of the project changed.
  const text = useMemo(() => JSON.stringify(program), [program]);
  return useMemo(() => {
    if (!tables) return null;
    const known = draft();
    return openForm(JSON.parse(text) as FormProgram, { asOf: today(), tables, ...(known ? { draft: known } : {}) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was typed is taken up only when the form is opened
  }, [text, tables, turn]);
}

function useTables(keys: readonly string[] | undefined): ReadonlyMap<string, Frame> | null {
  const { stored } = useSessionVerbs();
  const project = useSession((state) => state.project);
  const name = JSON.stringify(keys?.map((key) => [key, project.tables.find((one) => one.key === key)?.data]) ?? null);
  const [read, setRead] = useState<{ readonly name: string; readonly tables: ReadonlyMap<string, Frame> } | null>(null);
  useEffect(() => {
    if (!keys || keys.length === 0) return undefined;
    let left = false;
    void Promise.all(keys.map(async (key) => [key, await stored.readTable(key)] as const)).then((all) => {
      const tables = new Map(all.flatMap(([key, frame]) => (frame.ok ? [[key, frame.value] as const] : [])));
      if (!left) setRead({ name, tables });
    });
    return () => {
      left = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the name says which rows of which tables
  }, [name, stored]);
  if (!keys || keys.length === 0) return noTables;
  return read?.name === name ? read.tables : null;
}
