/**
 * Rows of a stored table changed by writing as little as can be: cells set rewrite their columns of the chunks they are in, as chunks that lie over
 * those; rows taken out or put in rewrite the chunks they are in. All other chunks are shared with the table before.
 */
import { changeRows, type RowsChange } from '#core/data/change-rows.ts';
import type { Column, Frame } from '#core/data/column.ts';
import type { ChunkSwap } from '#core/edit/edit.ts';
import { contentId } from './content-id.ts';
import type { Database } from './database.ts';
import { chunkShape, decodeFrame, encodeFrame, encodeOver, type ColumnName } from './frame-chunks.ts';
import { answer, failure, storeProblem, type Answer } from './store-problem.ts';
import type { TableData } from './table-chunks.ts';

/** Goes into a `table.rows` edit. */
export interface TableSwap {
  readonly swaps: readonly ChunkSwap[];
  /** How many rows more there are afterwards. */
  readonly rows: number;
}

/** Cells set, rows taken out and put in; or one column made anew from what it was, such as under another type. */
export type TableChange = RowsChange | { readonly column: string; readonly remake: (old: Column) => Column };

/** A chunk with those that lie over it, and the rows it holds. */
interface Group {
  /** Its place in the list of chunks. */
  readonly at: number;
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
}

type Shape = NonNullable<ReturnType<typeof chunkShape>>;
/** Chunks never change: what one says of itself is asked once. */
const shapes = new Map<string, Shape>();
const shapesKept = 20_000;

export async function changeTable(
  database: Database,
  columns: readonly ColumnName[],
  data: TableData | undefined,
  change: TableChange,
  now: number,
): Promise<Answer<TableSwap>> {
  try {
    const groups = await groupsOf(database, data?.chunks ?? []);
    if (!groups) return failure('store.damaged', (data?.chunks ?? []).join(' '));
    const total = groups.at(-1)?.to ?? 0;
    const swaps: ChunkSwap[] = [];
    let rows = 0;
    const list = [...(data?.chunks ?? [])];
    const write = async (group: Group | undefined, frame: Frame, over: readonly ColumnName[] | null) => {
      const put: string[] = over && group ? [...group.ids] : [];
      for (const bytes of over ? [encodeOver(frame, over)] : encodeFrame(frame, columns))
        put.push(await keep(database, bytes, now));
      const [at, take] = [group?.at ?? 0, group?.ids ?? []];
      const made = over ? withoutCovered(put) : put;
      swaps.push({ at, take, put: made, next: list[at + take.length] ?? null });
      list.splice(at, take.length, ...made);
    };
    // From the end, so that places in the list stay true.
    for (const group of [...groups].reverse()) {
      const part = partOf(change, group, total);
      if (!part) continue;
      const whole = 'remove' in part || 'insert' in part;
      const touched = whole ? columns : columns.filter(({ key }) => touches(part, key));
      const stored = await database.chunks.bulkGet([...group.ids]);
      const old = decodeFrame(
        stored.flatMap((row) => row?.bytes ?? []),
        touched,
      );
      if (!old || stored.includes(undefined)) return failure('store.damaged', group.ids.join(' '));
      const made = 'remake' in part ? remade(old, part) : changeRows(old, part);
      rows += made.rowCount - old.rowCount;
      // Layers that are covered go, so there are never more than columns.
      await write(group, made, whole ? null : touched);
    }
    if (groups.length === 0 && 'insert' in change && change.insert) {
      rows += change.insert.rows.rowCount;
      await write(undefined, change.insert.rows, null);
    }
    return answer({ swaps, rows });
  } catch (error) {
    return { ok: false, problem: storeProblem(error) };
  }
}

function touches(part: TableChange, key: string): boolean {
  return 'remake' in part ? part.column === key : (part.set ?? []).some((one) => one.column === key);
}

function remade(old: Frame, { column: key, remake }: Extract<TableChange, { readonly remake: unknown }>): Frame {
  const column = old.columns.get(key);
  return column ? { rowCount: old.rowCount, columns: new Map([[key, remake(column)]]) } : old;
}

/** What of a change falls on the rows of a group, in its own row numbers; undefined where nothing does. */
function partOf(change: TableChange, { from, to }: Group, total: number): TableChange | undefined {
  if ('remake' in change) return change;
  const set = (change.set ?? []).flatMap(({ column, rows, values }) => {
    const inside = Array.from({ length: rows.length }, (_, i) => i).filter(
      (i) => (rows[i] as number) >= from && (rows[i] as number) < to,
    );
    if (inside.length === 0) return [];
    return [
      { column, rows: inside.map((i) => (rows[i] as number) - from), values: inside.map((i) => values[i] ?? null) },
    ];
  });
  const remove = (change.remove ?? []).filter((row) => row >= from && row < to).map((row) => row - from);
  const at = change.insert?.at ?? -1;
  const insert = change.insert && at >= from && (at < to || (at >= total && to === total)) ? change.insert : undefined;
  if (set.length === 0 && remove.length === 0 && !insert) return undefined;
  return {
    ...(set.length > 0 ? { set } : {}),
    ...(remove.length > 0 ? { remove } : {}),
    ...(insert ? { insert: { at: Math.min(at, total) - from, rows: insert.rows } } : {}),
  };
}

/** Layers whose every column a later layer holds are left out; the first chunk stays. */
function withoutCovered(ids: readonly string[]): string[] {
  const covered = new Set<string>();
  const kept: string[] = [];
  for (let at = ids.length - 1; at > 0; at--) {
    const id = ids[at] as string;
    const own = shapes.get(id)?.columns ?? [];
    if (at < ids.length - 1 && own.every((column) => covered.has(column))) continue;
    for (const column of own) covered.add(column);
    kept.unshift(id);
  }
  return [ids[0] as string, ...kept];
}

async function groupsOf(database: Database, ids: readonly string[]): Promise<readonly Group[] | undefined> {
  const unknown = [...new Set(ids.filter((id) => !shapes.has(id)))];
  if (shapes.size > shapesKept) shapes.clear();
  for (const id of shapes.size === 0 ? [...new Set(ids)] : unknown) {
    const row = await database.chunks.get(id);
    const shape = row && chunkShape(row.bytes);
    if (!shape) return undefined;
    shapes.set(id, shape);
  }
  const groups: { at: number; ids: string[]; from: number; to: number }[] = [];
  ids.forEach((id, at) => {
    const shape = shapes.get(id) as Shape;
    const last = groups.at(-1);
    if (shape.over && last) last.ids.push(id);
    else groups.push({ at, ids: [id], from: last?.to ?? 0, to: (last?.to ?? 0) + shape.rows });
  });
  return groups;
}

async function keep(database: Database, bytes: ArrayBuffer, now: number): Promise<string> {
  const id = await contentId(bytes);
  const shape = chunkShape(bytes);
  if (shape) shapes.set(id, shape);
  const known = await database.chunks.update(id, { written: now });
  if (known === 0) await database.chunks.put({ id, bytes, written: now });
  return id;
}
