/** What a column's header shows: counts, extremes, and up to twelve bars of its distribution. */
import { BLANK, FIRST_ERROR, isNumeric, isText, type Column } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { isError, type Value } from '#core/data/value.ts';
import type { Work } from '#core/execute/operation.ts';
import { addTo, newSum, sumOf } from '#core/formula/sum.ts';
import { printIsoDate } from '#core/calendar/iso-text.ts';
import type { ColumnStatistics } from './protocol.ts';

const mostBars = 12;
const mostDistinct = 100_000;
/** Rows between two signs of life, less one. */
const between = 0x3fff;

/** Kept as long as the column: a table that is shown again is not counted again. */
const known = new WeakMap<Column, ColumnStatistics>();

export function* columnStatistics(step: string, info: ColumnInfo, column: Column): Work<ColumnStatistics> {
  const kept = known.get(column);
  if (kept) return { ...kept, key: info.key };
  const made = isNumeric(column)
    ? yield* ofNumbers(step, info, column.values, column.state)
    : isText(column)
      ? yield* ofTexts(step, info, column.codes, column.dictionary, column.state)
      : ofCells(info, column.cells);
  known.set(column, made);
  return made;
}

function ofCells(info: ColumnInfo, cells: readonly Value[]): ColumnStatistics {
  const blanks = cells.filter((cell) => cell === null).length;
  const errors = cells.filter(isError).length;
  return { key: info.key, count: cells.length, blanks, errors, distinct: null, bars: [] };
}

function* ofNumbers(
  step: string,
  info: ColumnInfo,
  values: Float64Array,
  state: Uint8Array | undefined,
): Work<ColumnStatistics> {
  let blanks = 0;
  let errors = 0;
  let min = Infinity;
  let max = -Infinity;
  const sum = newSum();
  const seen = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    const cell = state?.[row] ?? 0;
    if (cell === BLANK) blanks++;
    else if (cell >= FIRST_ERROR) errors++;
    else {
      const value = values[row] ?? 0;
      if (value < min) min = value;
      if (value > max) max = value;
      addTo(sum, value);
      if (seen.size <= mostDistinct) seen.add(value);
    }
    if ((row & between) === between) yield { step, rows: row };
  }
  const count = values.length - blanks - errors;
  const base = {
    key: info.key,
    count: values.length,
    blanks,
    errors,
    distinct: seen.size > mostDistinct ? null : seen.size,
  };
  if (count === 0) return { ...base, bars: [] };
  const total = sumOf(sum);
  return {
    ...base,
    min,
    max,
    sum: total,
    mean: total / count,
    bars: yield* histogram(step, info, values, state, min, max),
  };
}

function* histogram(
  step: string,
  info: ColumnInfo,
  values: Float64Array,
  state: Uint8Array | undefined,
  min: number,
  max: number,
): Work<ColumnStatistics['bars']> {
  const bars = max > min ? mostBars : 1;
  const counts = new Array<number>(bars).fill(0);
  const width = (max - min) / bars;
  for (let row = 0; row < values.length; row++) {
    if ((row & between) === between) yield { step, rows: row };
    if (state?.[row]) continue;
    const bar = width > 0 ? Math.min(bars - 1, Math.floor(((values[row] ?? 0) - min) / width)) : 0;
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const edge = (value: number) =>
    info.type === 'date' ? printIsoDate(Math.floor(value)) : String(Number(value.toPrecision(4)));
  return counts.map((count, bar) => ({
    label: `${edge(min + bar * width)} – ${edge(min + (bar + 1) * width)}`,
    count,
  }));
}

function* ofTexts(
  step: string,
  info: ColumnInfo,
  codes: Int32Array,
  dictionary: readonly string[],
  state: Uint8Array | undefined,
): Work<ColumnStatistics> {
  const counts = new Int32Array(dictionary.length);
  let blanks = 0;
  let errors = 0;
  for (let row = 0; row < codes.length; row++) {
    const cell = state?.[row] ?? 0;
    if (cell === BLANK) blanks++;
    else if (cell >= FIRST_ERROR) errors++;
    else {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    if ((row & between) === between) yield { step, rows: row };
  }
  const { used, most } = yield* mostFrequent(step, counts);
  const bars = most.map((code) => ({ label: dictionary[code] ?? '', count: counts[code] ?? 0 }));
  return {
    key: info.key,
    count: codes.length,
    blanks,
    errors,
    distinct: used > mostDistinct ? null : used,
    bars,
  };
}

/** How many codes are used, and those used most, of equals the one seen first; a million different texts are not sorted for twelve bars. */
function* mostFrequent(step: string, counts: Int32Array): Work<{ used: number; most: readonly number[] }> {
  const most: number[] = [];
  const count = (code: number | undefined) => (code === undefined ? 0 : (counts[code] ?? 0));
  let used = 0;
  let least = 0;
  for (let code = 0; code < counts.length; code++) {
    if ((code & between) === between) yield { step, rows: code };
    const own = counts[code] ?? 0;
    if (own === 0) continue;
    used++;
    if (most.length === mostBars && own <= least) continue;
    const place = most.findIndex((one) => count(one) < own);
    most.splice(place < 0 ? most.length : place, 0, code);
    if (most.length > mostBars) most.pop();
    least = count(most.at(-1));
  }
  return { used, most };
}
