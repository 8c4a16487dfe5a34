/** Rows in and out of the database, and the removal of those that nothing names any more. */
import type { Frame } from '#core/data/column.ts';
import { contentId } from './content-id.ts';
import type { Database } from './database.ts';
import { breathing, inSlices } from './in-slices.ts';
import { decoding, emptyFrame, encoding, type ColumnName } from './frame-chunks.ts';
import { answer, failure, storeProblem, type Answer } from './store-problem.ts';

/** What the document says of a table's rows. */
export interface TableData {
  readonly rows: number;
  readonly chunks: string[];
}

/** Keeps a frame's rows; equal chunks are kept once. The answer goes into the table's `data` by an edit. */
export async function writeFrame(
  database: Database,
  columns: readonly ColumnName[],
  frame: Frame,
  now: number,
): Promise<Answer<TableData>> {
  const chunks: string[] = [];
  try {
    const breathe = breathing();
    for (const bytes of encoding(frame, columns)) {
      if (!bytes) {
        await breathe();
        continue;
      }
      const id = await contentId(bytes);
      chunks.push(id);
      const known = await database.chunks.update(id, { written: now });
      if (known === 0) await database.chunks.put({ id, bytes, written: now });
    }
  } catch (error) {
    return { ok: false, problem: storeProblem(error) };
  }
  return answer({ rows: frame.rowCount, chunks });
}

export async function readFrame(
  database: Database,
  columns: readonly ColumnName[],
  data: TableData | undefined,
): Promise<Answer<Frame>> {
  if (!data || data.chunks.length === 0) return answer(emptyFrame(columns));
  try {
    const rows = await database.chunks.bulkGet([...data.chunks]);
    const missing = data.chunks.find((_, index) => !rows[index]);
    if (missing !== undefined) return failure('store.damaged', `chunk ${missing}`);
    const chunks = rows.flatMap((row) => row?.bytes ?? []);
    const frame = await inSlices(decoding(chunks, columns));
    return frame ? answer(frame) : failure('store.damaged', data.chunks.join(' '));
  } catch (error) {
    return { ok: false, problem: storeProblem(error) };
  }
}

/**
 * Removes chunks that no document, undo or log entry names and that were not written after `before` (milliseconds since 1970: a younger one may
 * belong to an import that is still going on). Gives how many.
 */
export function collectChunks(database: Database, before: number): Promise<number> {
  return database.transaction('rw', database.chunks, database.log, database.snapshots, async () => {
    const named = new Set<unknown>([
      ...(await database.log.orderBy('chunks').uniqueKeys()),
      ...(await database.snapshots.orderBy('chunks').uniqueKeys()),
    ]);
    const old = await database.chunks.where('written').belowOrEqual(before).primaryKeys();
    const unused = old.filter((id) => !named.has(id));
    await database.chunks.bulkDelete(unused);
    return unused.length;
  });
}
