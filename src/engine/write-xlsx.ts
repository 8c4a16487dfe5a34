/** Rows as a workbook, in slices: a cancel is heard between some thousand rows. */
import { xlsxTable } from '#exporters/xlsx-table/write-xlsx-table.ts';
import type { FileRequests } from './files-protocol.ts';
import type { ReadHost } from './read-file.ts';

/** Pieces written between two pauses. */
const between = 4;

/** null where it was cancelled. */
export async function writeXlsx(
  { name, frame, columns }: FileRequests['xlsx']['ask'],
  host: ReadHost,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const work = xlsxTable(name, frame, columns);
  for (let turn = 1; ; turn++) {
    const next = work.next();
    if (next.done) return next.value;
    if (turn % between !== 0) continue;
    host.onProgress({ bytes: next.value, of: frame.rowCount, rows: next.value });
    await new Promise((resolve) => setTimeout(resolve));
    if (host.isCancelled()) {
      work.return(undefined as never);
      return null;
    }
  }
}
