/** A window of a table in some order: what a grid shows while a person scrolls a million rows. */
import { cellAt, isText, type Column, type Frame } from '#core/data/column.ts';
import { isError } from '#core/data/value.ts';
import { gather } from '#core/execute/make-column.ts';
import type { Work } from '#core/execute/operation.ts';
import { rowOrder } from '#core/execute/row-order.ts';
import type { WindowRequest, WindowResult } from './protocol.ts';

export interface Windowed {
  readonly id: string;
  readonly rowCount: number;
  readonly keys: readonly string[];
  column(key: string): Work<Column>;
}

/** Orders by one column, kept as long as the column: scrolling sorts once. */
const orders = new WeakMap<Column, Map<string, Int32Array>>();

export function* windowOf(source: Windowed, ask: WindowRequest): Work<WindowResult> {
  const order = yield* orderOf(source, ask);
  const total = order?.length ?? source.rowCount;
  const from = Math.max(0, Math.min(ask.from, total));
  const to = Math.max(from, Math.min(ask.to, total));
  const rows = order ? order.slice(from, to) : Int32Array.from({ length: to - from }, (_, i) => from + i);
  const columns = new Map<string, Column>();
  for (const key of ask.columns ?? source.keys) columns.set(key, compact(gather(yield* source.column(key), rows)));
  const frame: Frame = { rowCount: rows.length, columns };
  return { total, rows, frame };
}

/** Row numbers in display order; undefined where that is the table's own order. */
function* orderOf(source: Windowed, ask: WindowRequest): Work<Int32Array | undefined> {
  const sort = (ask.sort ?? []).filter((one) => source.keys.includes(one.key));
  let from: Int32Array | undefined = ask.only
    ? Int32Array.from(ask.only).filter((row) => row >= 0 && row < source.rowCount)
    : undefined;
  const find = ask.find?.trim().toLowerCase();
  if (find) from = yield* found(source, find, from);
  if (sort.length === 0) return from;
  const columns = [];
  for (const one of sort) columns.push({ column: yield* source.column(one.key), descending: one.descending });
  const first = columns[0];
  if (from || columns.length > 1 || !first) return yield* rowOrder(source.id, columns, source.rowCount, from);
  const kept = orders.get(first.column) ?? new Map<string, Int32Array>();
  orders.set(first.column, kept);
  const name = first.descending ? 'descending' : 'ascending';
  const known = kept.get(name);
  if (known) return known;
  const made = yield* rowOrder(source.id, columns, source.rowCount);
  kept.set(name, made);
  return made;
}

/** Rows in which any column's text holds what is looked for; dictionaries are searched once per word, not per row. */
function* found(source: Windowed, find: string, among: Int32Array | undefined): Work<Int32Array> {
  const hit = new Uint8Array(source.rowCount);
  for (const key of source.keys) {
    const column = yield* source.column(key);
    const words = isText(column)
      ? Uint8Array.from(column.dictionary, (word) => (word.toLowerCase().includes(find) ? 1 : 0))
      : null;
    for (let row = 0; row < source.rowCount; row++) {
      if (hit[row]) continue;
      if (words && isText(column)) {
        if (!(column.state?.[row] ?? 0) && words[column.codes[row] ?? 0]) hit[row] = 1;
      } else {
        const value = cellAt(column, row);
        const text = isError(value) ? value.error : value === null ? '' : String(value);
        if (text.toLowerCase().includes(find)) hit[row] = 1;
      }
      if ((row & 0xffff) === 0xffff) yield { step: source.id, rows: row };
    }
  }
  const all = among ?? Int32Array.from({ length: source.rowCount }, (_, row) => row);
  return all.filter((row) => hit[row] === 1);
}

/** A window carries only the words it shows, not the whole column's dictionary. */
function compact(column: Column): Column {
  if (!isText(column)) return column;
  const names = new Map<number, number>();
  const dictionary: string[] = [];
  const codes = column.codes.map((code, row) => {
    if (column.state?.[row]) return 0;
    const known = names.get(code);
    if (known !== undefined) return known;
    names.set(code, dictionary.length);
    dictionary.push(column.dictionary[code] ?? '');
    return dictionary.length - 1;
  });
  return { ...column, codes, dictionary };
}
