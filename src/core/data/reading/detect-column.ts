/** What the cells of a column are, told from a sample: the narrowest reading that fits all of them, else text. */
import type { ColumnReading, DateOrder } from './column-reading.ts';
import { currencyOf, dateParts3, readBoolean, readDate, readNumber, readTime } from './read-cell.ts';

const orders: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];
/** A leading zero before another digit marks an identifier: 00123 is no number. */
const identifier = /^0\d/;
/** Longer than a double can hold exactly. */
const tooLong = /^\d{16,}$/;

/** `cells` may hold blanks. A few odd cells (one in fifty) do not turn a column into text: they are listed as wrong instead. */
export function detectColumn(cells: readonly string[]): ColumnReading {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return { type: 'text' };
  const allowed = filled.length < 20 ? 0 : Math.floor(filled.length / 50);
  const fits = (test: (cell: string) => boolean) => {
    let wrong = 0;
    for (const cell of filled) if (!test(cell) && ++wrong > allowed) return false;
    return true;
  };
  if (fits((cell) => !Number.isNaN(readBoolean(cell)))) return { type: 'boolean' };
  const number = detectNumber(filled, fits);
  if (number) return number;
  if (fits((cell) => !Number.isNaN(readTime(cell)))) return { type: 'time' };
  return detectDate(filled, fits) ?? { type: 'text' };
}

type Fits = (test: (cell: string) => boolean) => boolean;

function detectNumber(filled: readonly string[], fits: Fits): ColumnReading | null {
  if (filled.some((cell) => identifier.test(cell) || tooLong.test(cell))) return null;
  const point = fits((cell) => !Number.isNaN(readNumber(cell, { decimal: '.' })));
  const comma = fits((cell) => !Number.isNaN(readNumber(cell, { decimal: ',' })));
  if (!point && !comma) return null;
  // Eight digits that are all days of this century are dates without signs.
  if (filled.every((cell) => /^(?:19|20)\d{6}$/.test(cell) && !Number.isNaN(readDate(cell, 'ymd')))) return null;
  // Both fit where every sign groups three digits: the point is the decimal sign then, unless cells say 1.234,5.
  const decimal = point ? '.' : ',';
  const percent = filled.every((cell) => cell.endsWith('%') || cell.endsWith('％'));
  const currencies = new Set(filled.flatMap((cell) => currencyOf(cell) ?? []));
  const [currency] = currencies;
  return {
    type: 'number',
    ...(decimal === ',' ? { decimal } : {}),
    ...(percent ? { percent } : {}),
    ...(currencies.size === 1 && currency !== undefined ? { currency } : {}),
  };
}

function detectDate(filled: readonly string[], fits: Fits): ColumnReading | null {
  const possible = orders.filter((order) => fits((cell) => !Number.isNaN(readDate(cell, order))));
  const order = possible[0];
  if (order === undefined) return null;
  const timed = filled.some((cell) => !Number.isNaN(dateParts3(cell)?.time ?? NaN));
  // Years that come first leave nothing open, whichever order is asked for.
  const yearFirst = filled.some((cell) => (dateParts3(cell)?.numbers[0] ?? 0) > 31);
  const open = !yearFirst && possible.includes('mdy') && possible.includes('dmy');
  const chosen = yearFirst
    ? 'ymd'
    : possible.includes('ymd') && !possible.includes('mdy') && !possible.includes('dmy')
      ? 'ymd'
      : possible.includes('mdy')
        ? 'mdy'
        : 'dmy';
  return { type: timed ? 'datetime' : 'date', order: chosen, ...(open ? { ambiguous: true } : {}) };
}
