/** Rate tables as people copy them out of a spreadsheet: tab-separated, with or without headings, percent signs or upper edges. */
import { readNumber } from '#ui/read-number.ts';
import type { BandRow } from './band-rows.ts';

export interface PastedBands {
  readonly bands: readonly BandRow[];
  /** Lines (from 1) that could not be read. */
  readonly unread: readonly number[];
  /** Lines whose upper edge is not where the next band starts. */
  readonly gaps: readonly number[];
}

interface Read {
  readonly line: number;
  readonly from: Cell;
  readonly to: Cell | undefined;
  readonly rate: Cell;
  readonly label: string | undefined;
}
interface Cell {
  readonly value: number;
  readonly signed: boolean;
}

const open = /^(∞|inf(inity)?|\+|-|—|–|以上|and above|max|无上限|)$/i;
const scales: readonly (readonly [RegExp, number])[] = [
  [/k$/i, 1e3],
  [/m$/i, 1e6],
  [/万$/, 1e4],
  [/亿$/, 1e8],
];

/**
 * Columns are [name] from [to] rate; `0–80%` in one cell is from and to. `percentEdges`: edges are attainments. Numbers without a percent sign are
 * percentages where the column goes beyond what a fraction could mean (edges over 10, rates over 1).
 */
export function readPastedBands(text: string, percentEdges: boolean): PastedBands {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ cells: line.split('\t').map((one) => one.trim()), line: index + 1 }));
  const filled = lines.filter((one) => one.cells.some((cell) => cell !== ''));
  const read: Read[] = [];
  const unread: number[] = [];
  filled.forEach(({ cells, line }, index) => {
    const row = readLine(cells, line);
    if (row) read.push(row);
    else if (index > 0 || filled.length === 1) unread.push(line);
  });
  read.sort((a, b) => a.from.value - b.from.value);
  const edges = [...read.map((one) => one.from), ...read.flatMap((one) => one.to ?? [])];
  const edgeBy = divisor(edges, percentEdges ? 10 : Infinity);
  const rateBy = divisor(
    read.map((one) => one.rate),
    1,
  );
  const scaled = (cell: Cell, by: number) =>
    cell.signed || by === 1 ? cell.value : Number((cell.value / by).toPrecision(15));
  const bands = read.map((one): BandRow => ({
    from: scaled(one.from, edgeBy),
    rate: scaled(one.rate, rateBy),
    ...(one.label === undefined ? {} : { label: one.label }),
  }));
  const gaps = read.flatMap((one, index) => {
    const next = bands[index + 1];
    return one.to && next && Math.abs(scaled(one.to, edgeBy) - Number(next.from)) > 1e-9 ? [one.line] : [];
  });
  return { bands, unread, gaps };
}

function divisor(cells: readonly Cell[], limit: number): number {
  const bare = cells.filter((cell) => !cell.signed);
  return bare.some((cell) => Math.abs(cell.value) > limit) ? 100 : 1;
}

function readLine(cells: readonly string[], line: number): Read | null {
  const named = cells.length > 2 && readEdge(cells[0] ?? '') === null && readRange(cells[0] ?? '') === null;
  const label = named && cells[0] !== '' ? cells[0] : undefined;
  const [first = '', ...rest] = named ? cells.slice(1) : cells;
  const last = rest.findLast((cell) => cell !== '');
  const rate = last === undefined ? null : readCell(last);
  const range = readRange(first);
  const from = range?.from ?? readEdge(first);
  if (!from || !rate) return null;
  const upper = rest.length > 1 && rest[0] !== last ? rest[0] : undefined;
  const to = range ? range.to : upper === undefined || open.test(upper) ? undefined : (readCell(upper) ?? undefined);
  return { line, from, to, rate, label };
}

function readRange(text: string): { readonly from: Cell; readonly to: Cell | undefined } | null {
  const parts = /^(.*\d[^\d]*?)\s*(?:-|–|—|~|～|至|to)\s*([^-–—~～]*)$/i.exec(text);
  if (!parts) return null;
  const from = readCell(parts[1] ?? '');
  const to = readCell(parts[2] ?? '');
  // “0-80%”: the sign at the end is meant for both.
  if (from && to && to.signed && !from.signed) return { from: { value: from.value / 100, signed: true }, to };
  return from && (to || open.test(parts[2] ?? '')) ? { from, to: to ?? undefined } : null;
}

/** A lower edge, also as `≥ 120%`, `120%+` or `120%以上`. */
function readEdge(text: string): Cell | null {
  return readCell(text.replace(/^(>=|≥|>|from|over)\s*/i, '').replace(/\s*(\+|以上|and above)$/i, ''));
}

function readCell(text: string): Cell | null {
  const plain = text.normalize('NFKC').trim();
  const scale = scales.find(([ending]) => ending.test(plain));
  const value = readNumber(scale ? plain.replace(scale[0], '') : plain);
  return value === undefined ? null : { value: value * (scale?.[1] ?? 1), signed: plain.endsWith('%') };
}
