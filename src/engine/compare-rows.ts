/** A refresh worked out in slices: a cancel is heard between some thousand rows. */
import { refreshRows, type Refreshed } from '#core/data/refresh-rows.ts';
import type { FileRequests } from './files-protocol.ts';
import type { ReadHost } from './read-file.ts';

/** Signs of life between two pauses. */
const between = 16;

/** null where it was cancelled. */
export async function compareRows(
  { old, fresh, refresh }: FileRequests['refresh']['ask'],
  host: ReadHost,
): Promise<Refreshed | null> {
  const work = refreshRows(old, fresh, refresh);
  const of = old.rowCount + fresh.rowCount;
  for (let turn = 1; ; turn++) {
    const next = work.next();
    if (next.done) return next.value;
    if (turn % between !== 0) continue;
    host.onProgress({ bytes: Math.min(next.value, of), of, rows: next.value });
    await new Promise((resolve) => setTimeout(resolve));
    if (host.isCancelled()) {
      work.return(undefined as never);
      return null;
    }
  }
}
