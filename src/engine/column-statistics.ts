/** What a column's header shows: counts, extremes, and up to twelve bars of its distribution. */
import { BLANK, FIRST_ERROR, isNumeric, isText, type Column } from '#core/data/column.ts';
import type { ColumnInfo } from '#core/data/schema.ts';
import { addTo, newSum, sumOf } from '#core/formula/sum.ts';
import { printIsoDate } from '#core/calendar/iso-text.ts';
import type { ColumnStatistics } from './protocol.ts';

const mostBars = 12;
const mostDistinct = 100_000;

export function columnStatistics(info: ColumnInfo, column: Column): ColumnStatistics {
  if (isNumeric(column)) return ofNumbers(info, column.values, column.state);
  if (isText(column)) return ofTexts(info, column.codes, column.dictionary, column.state);
  const blanks = column.cells.filter((cell) => cell === null).length;
  return { key: info.key, count: column.cells.length, blanks, errors: 0, distinct: null, bars: [] };
}

function ofNumbers(info: ColumnInfo, values: Float64Array, state: Uint8Array | undefined): ColumnStatistics {
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
  return { ...base, min, max, sum: total, mean: total / count, bars: histogram(info, values, state, min, max) };
}

function histogram(
  info: ColumnInfo,
  values: Float64Array,
  state: Uint8Array | undefined,
  min: number,
  max: number,
): ColumnStatistics['bars'] {
  const bars = max > min ? mostBars : 1;
  const counts = new Array<number>(bars).fill(0);
  const width = (max - min) / bars;
  for (let row = 0; row < values.length; row++) {
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

function ofTexts(
  info: ColumnInfo,
  codes: Int32Array,
  dictionary: readonly string[],
  state: Uint8Array | undefined,
): ColumnStatistics {
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
  }
  const used = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0);
  const most = used.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, mostBars);
  const bars = most.map((code) => ({ label: dictionary[code] ?? '', count: counts[code] ?? 0 }));
  return {
    key: info.key,
    count: codes.length,
    blanks,
    errors,
    distinct: used.length > mostDistinct ? null : used.length,
    bars,
  };
}
