/** Above a table's rows: rows and columns to add and take away, a file to refresh from, the table as a file. */
import { nanoid } from 'nanoid';
import { writeCsv } from '#core/data/write-csv.ts';
import { freeKey } from '#core/project/new-key.ts';
import type { TableDefinition } from '#core/project/project.ts';
import { askFiles } from '#engine/files-client.ts';
import { formatNumber } from '#ui/format-value.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useLanguage, useWords } from '#ui/language.tsx';
import { Menu } from '#ui/menu.tsx';
import { showToast } from '#ui/toast.ts';
import { saveFile } from '../../results/save-file.ts';
import { useSessionVerbs } from '../../session/session-context.tsx';
import styles from '../data-grid.module.css';
import { pickFiles } from '../import/pick-files.ts';
import { editWords } from './edit.words.ts';
import type { GridFocus } from './grid-editing.ts';
import type { TableEditing } from './use-table-editing.ts';

interface TableToolsProps {
  readonly table: TableDefinition;
  readonly focus: GridFocus;
  readonly editing: TableEditing;
  readonly onRefresh: (file: File) => void;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function TableTools({ table, focus, editing, onRefresh }: TableToolsProps) {
  const words = useWords(editWords);
  const { language } = useLanguage();
  const session = useSessionVerbs();
  const { edits, told } = editing;
  const count = table.data?.rows ?? 0;

  const removeRows = async () => {
    const rows = await focus.rows();
    if (rows.length === 0) return;
    const problem = await edits.removeRows(rows);
    told(Promise.resolve(problem));
    if (!problem)
      showToast(words.removed(formatNumber(rows.length, undefined, language)), {
        action: { label: words.undo, run: () => session.undo() },
      });
  };
  const addColumn = () => {
    const keys = table.columns.map((one) => one.key);
    const at = keys.indexOf(focus.column ?? '') + 1 || keys.length;
    const label = `${words.column} ${keys.length + 1}`;
    edits.addColumn({ id: nanoid(12), key: freeKey(label, keys, 'column'), label, type: 'text' }, at);
  };
  const save = async (form: 'xlsx' | 'csv') => {
    const frame = await session.stored.readTable(table.key);
    if (!frame.ok) throw new Error(frame.problem.code);
    const name = `${table.label}.${form}`;
    const { columns } = table;
    if (form === 'csv') saveFile(name, writeCsv(frame.value, columns), 'text/csv');
    else saveFile(name, await askFiles('xlsx', { name: table.label, frame: frame.value, columns }), workbookType);
    showToast(words.saved(name), { tone: 'good' });
  };
  const saved = (form: 'xlsx' | 'csv') => void save(form).catch(() => showToast(words.notSaved, { tone: 'bad' }));

  return (
    <div className={styles['tools']}>
      <IconButton
        icon="row-insert-bottom"
        label={words.addRow}
        onClick={() => told(edits.insertRow(focus.row === undefined ? count : focus.row + 1))}
      />
      <IconButton
        icon="trash"
        label={words.removeRows}
        disabled={count === 0 || focus.row === undefined}
        onClick={() => void removeRows()}
      />
      <IconButton icon="column-insert-right" label={words.addColumn} onClick={addColumn} />
      <IconButton
        icon="pencil"
        label={words.editColumn}
        disabled={focus.column === undefined}
        onClick={() => editing.openColumn(focus.column)}
      />
      <IconButton
        icon="refresh"
        label={words.refresh}
        onClick={() =>
          void pickFiles().then(([file]) => {
            if (file) onRefresh(file);
          })
        }
      />
      <Menu
        align="end"
        items={[
          { id: 'xlsx', label: words.asXlsx, icon: 'file-spreadsheet', run: () => saved('xlsx') },
          { id: 'csv', label: words.asCsv, icon: 'file-type-csv', run: () => saved('csv') },
        ]}
      >
        <IconButton icon="download" label={words.download} />
      </Menu>
    </div>
  );
}
