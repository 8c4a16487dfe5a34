/** New rows at the end of tables of the project, as one undo step. */
import type { Value } from '#core/data/value.ts';
import type { Edit } from '#core/edit/edit.ts';
import { frameOfValues } from '#core/execute/frame-of-values.ts';
import type { Bilingual } from '#core/problem/problem.ts';
import type { StoreProblem } from '#store/store-problem.ts';
import type { Session } from './session.ts';

export interface NewRows {
  /** The table's key. */
  readonly table: string;
  /** By column key; columns without a value are blank. */
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

/** One after the other: each takes up what the one before has added. */
let last: Promise<unknown> = Promise.resolve();

export function addRows(session: Session, added: readonly NewRows[], label: Bilingual): Promise<StoreProblem | null> {
  const turn = last.then(() => write(session, added, label));
  last = turn.catch(() => undefined);
  return turn;
}

async function write(session: Session, added: readonly NewRows[], label: Bilingual): Promise<StoreProblem | null> {
  const { stored } = session;
  // Another change of the same rows may come in between: then they are written once more behind it.
  for (let tries = 0; tries < 3; tries++) {
    const edits: Edit[] = [];
    for (const { table: key, rows } of added) {
      const table = stored.project.tables.find((one) => one.key === key);
      if (!table || rows.length === 0) continue;
      const insert = { at: table.data?.rows ?? 0, rows: frameOfValues(table.columns, rows) };
      const made = await stored.changeTable(table, { insert });
      if (!made.ok) return made.problem;
      edits.push({ op: 'table.rows', table: table.id, ...made.value });
    }
    if (edits.length === 0 || session.edit(edits, label)) return null;
  }
  return { code: 'store.failed', detail: 'the rows changed meanwhile' };
}
