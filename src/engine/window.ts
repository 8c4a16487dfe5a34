/** A window of a table in some order: what a grid shows while a person scrolls a million rows. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { cellAt, isNumeric, isText, type Column, type Frame } from '#core/data/column.ts';
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
  for (const key of (ask.columns ?? source.keys).filter((one) => source.keys.includes(one)))
    columns.set(key, compact(gather(yield* source.column(key), rows)));
  const frame: Frame = { rowCount: rows.length, columns };
  return { total, rows, frame };
}

/** Row numbers in display order; undefined where that is the table's own order. */
function* orderOf(source: Windowed, ask: WindowRequest): Work<Int32Array | undefined> {
  const sort = (ask.sort ?? []).filter((one) => source.keys.includes(one.key));
  let from: Int32Array | undefined = ask.only
    ? Int32Array.from(ask.only).filter((row) => row >= 0 && row < source.rowCount)
    : undefined;
  const find = ask.find?.trim().toLowerCase() ?? '';
  if (find !== '') {
    const hits = yield* found(source, find);
    from = from ? from.filter((row) => hits.rows.has(row)) : hits.order;
  }
  if (sort.length === 0) return from;
  const columns = [];
  for (const one of sort) columns.push({ column: yield* source.column(one.key), descending: one.descending });
  const first = columns[0];
  if (ask.only || columns.length > 1 || !first) return yield* rowOrder(source.id, columns, source.rowCount, from);
  const kept = orders.get(first.column) ?? new Map<string, Int32Array>();
  orders.set(first.column, kept);
  const name = first.descending ? 'descending' : 'ascending';
  const known = kept.get(name) ?? (yield* rowOrder(source.id, columns, source.rowCount));
  kept.set(name, known);
  if (!from) return known;
  const hits = yield* found(source, find);
  return known.filter((row) => hits.rows.has(row));
}

interface Found {
  readonly find: string;
  readonly columns: readonly Column[];
  readonly order: Int32Array;
  readonly rows: { has(row: number): boolean };
}

/** What was looked for last in a table, kept as long as its first column: scrolling what was found does not look again. */
const lastFound = new WeakMap<Column, Found>();

/** Rows in which any column's text holds what is looked for; dictionaries are searched once per word, not per row. */
function* found(source: Windowed, find: string): Work<Found> {
  const columns: Column[] = [];
  for (const key of source.keys) columns.push(yield* source.column(key));
  const first = columns[0];
  const kept = first && lastFound.get(first);
  if (kept && kept.find === find && kept.columns.every((column, index) => column === columns[index])) return kept;
  const hit = new Uint8Array(source.rowCount);
  for (const column of columns) {
    const holds = holding(column, find);
    for (let row = 0; row < source.rowCount; row++) {
      if (hit[row] === 0 && holds(row)) hit[row] = 1;
      if ((row & 0x3fff) === 0x3fff) yield { step: source.id, rows: row };
    }
  }
  const order = Int32Array.from({ length: source.rowCount }, (_, row) => row).filter((row) => hit[row] === 1);
  const made = { find, columns, order, rows: { has: (row: number) => hit[row] === 1 } };
  if (first) lastFound.set(first, made);
  return made;
}

const printed = { date: printIsoDate, datetime: printIsoDatetime, time: printIsoTime } as const;

/** Whether a cell holds the text: dates as ISO writes them, numbers with or without the signs that group their digits. */
function holding(column: Column, find: string): (row: number) => boolean {
  if (isText(column)) {
    const words = Uint8Array.from(column.dictionary, (word) => (word.toLowerCase().includes(find) ? 1 : 0));
    return (row) => (column.state?.[row] ?? 0) === 0 && words[column.codes[row] ?? 0] === 1;
  }
  const digits = /^[-−]?[\d,]*\.?\d*$/.test(find) ? find.replaceAll(',', '').replace('−', '-') : find;
  const print = isNumeric(column) && column.type in printed ? printed[column.type as keyof typeof printed] : undefined;
  return (row) => {
    const value = cellAt(column, row);
    if (value === null) return false;
    if (typeof value === 'number') return print ? print(value).includes(find) : String(value).includes(digits);
    return (isError(value) ? value.error : String(value)).toLowerCase().includes(find);
  };
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
