/** Editing a table's cells, rows and columns from its grid: reads what is typed, says what does not fit. */
import { useMemo, useState } from 'react';
import { nanoid } from 'nanoid';
import type { DateOrder } from '#core/data/reading/column-reading.ts';
import type { ColumnDefinition } from '#core/project/project.ts';
import { sayStoreProblem, type StoreProblem } from '#store/store-problem.ts';
import { useLanguage, useWords } from '#ui/language.tsx';
import { showToast } from '#ui/toast.ts';
import { useSession, useSessionVerbs } from '../../session/session-context.tsx';
import type { GridEditing } from './grid-editing.ts';
import { editWords } from './edit.words.ts';
import { planPaste, type PastePlan } from './plan-paste.ts';
import { pastedRows, readCells } from './read-cells.ts';
import { steps, tableEdits, type TableEdits } from './table-edits.ts';

export interface TableEditing {
  readonly grid: GridEditing;
  readonly edits: TableEdits;
  readonly order: DateOrder;
  /** Says why something could not be kept. */
  readonly told: (work: Promise<StoreProblem | null>) => void;
  /** The column whose dialog is open. */
  readonly column: ColumnDefinition | undefined;
  readonly openColumn: (key: string | undefined) => void;
  /** A paste of which some cells do not fit, until somebody decides. */
  readonly pasted: PastePlan | null;
  readonly decidePaste: (take: boolean) => void;
}

const mostPasted = 500_000;

export function useTableEditing(id: string): TableEditing {
  const session = useSessionVerbs();
  const words = useWords(editWords);
  const { language } = useLanguage();
  const table = useSession((state) => state.project.tables.find((one) => one.id === id));
  const edits = useMemo(() => tableEdits(session, id), [session, id]);
  const [open, setOpen] = useState<string | null>(null);
  const [pasted, setPasted] = useState<PastePlan | null>(null);
  const order: DateOrder = language === 'en' ? 'mdy' : 'ymd';

  const told = (work: Promise<StoreProblem | null>) => {
    void work.then((problem) => {
      if (problem) showToast(sayStoreProblem(problem, language), { tone: 'bad' });
    });
  };
  const columnOf = (key: string | undefined) => table?.columns.find((one) => one.key === key);

  const grid: GridEditing = {
    canEdit: (key) => columnOf(key) !== undefined,
    setCell(row, key, text) {
      const column = columnOf(key);
      if (!column) return true;
      const { values, wrong } = readCells(column, [text], order);
      if (wrong.length > 0) {
        showToast(words.misfit(text, words.types[column.type]), { tone: 'bad' });
        return false;
      }
      told(edits.setCells([{ column: key, rows: [row], values }], steps.cell));
      return true;
    },
    clear(focus) {
      void focus.rows().then((rows) => {
        if (rows.length === 0) return;
        const values = rows.map(() => null);
        told(
          edits.setCells(
            focus.columns.map((column) => ({ column, rows, values })),
            steps.clear,
          ),
        );
      });
    },
    paste(text, left, rows) {
      const block = pastedRows(text);
      if (!table || block.length === 0) return;
      const width = Math.max(...block.map((row) => row.length));
      if (block.length * width > mostPasted) return showToast(words.tooMuch, { tone: 'bad' });
      const plan = planPaste(block, {
        columns: table.columns,
        left,
        rows,
        rowCount: table.data?.rows ?? 0,
        order,
        columnWord: words.column,
        newId: () => nanoid(12),
      });
      if (plan.wrong.length > 0) setPasted(plan);
      else told(edits.paste(plan));
      return undefined;
    },
    openColumn: (key) => setOpen(columnOf(key)?.id ?? null),
  };
  return {
    grid,
    edits,
    order,
    told,
    column: table?.columns.find((one) => one.id === open),
    openColumn: grid.openColumn,
    pasted,
    decidePaste(take) {
      if (take && pasted) told(edits.paste(pasted));
      setPasted(null);
    },
  };
}
