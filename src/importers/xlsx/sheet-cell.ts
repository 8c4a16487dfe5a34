/** A cell of a sheet in our terms: dates are serial days as everywhere here, errors are errors, a formula is the value it had when it was saved. */
import { printIsoDate, printIsoDatetime, printIsoTime } from '#core/calendar/iso-text.ts';
import { errors, errorTexts, isError, type ErrorValue } from '#core/data/value.ts';

export interface DayCell {
  readonly serial: number;
}
export type SheetCell = number | string | boolean | null | DayCell | ErrorValue;

const dayMilliseconds = 86_400_000;
/** Serial of 1970-01-01. */
const unixDay = 25_569;

export function isDay(cell: SheetCell): cell is DayCell {
  return typeof cell === 'object' && cell !== null && 'serial' in cell;
}

/** From what the library gives. */
export function sheetCell(value: unknown): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : errors['#NUM!'];
  if (typeof value === 'boolean') return value;
  if (value instanceof Date) {
    const serial = value.getTime() / dayMilliseconds + unixDay;
    return Number.isFinite(serial) ? { serial } : errors['#VALUE!'];
  }
  if (typeof value !== 'string') return null;
  const error = value.startsWith('#') ? errorTexts.find((one) => one === value.trim().toUpperCase()) : undefined;
  return error ? errors[error] : value;
}

/** As CSV would say it, so that one detector knows both: `format` is the cell's number format. */
export function textOfCell(cell: SheetCell, format = ''): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isError(cell)) return cell.error;
  if (isDay(cell)) return textOfDay(cell.serial);
  if (isPercent(format)) return `${Number((cell * 100).toPrecision(15))}%`;
  const sign = currencySign(format);
  return sign ? `${sign}${cell < 0 ? `-${-cell}` : cell}` : String(cell);
}

function textOfDay(serial: number): string {
  if (serial > 0 && serial < 1) return printIsoTime(serial);
  return Number.isInteger(serial) ? printIsoDate(serial) : printIsoDatetime(serial).replace('T', ' ');
}

function isPercent(format: string): boolean {
  return /%/.test(format.replace(/"[^"]*"|\\./g, ''));
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/\[\$(?:CNY|RMB|￥|¥)|"?[¥￥]"?|"?元"?/, '¥'],
  [/\[\$(?:EUR|€)|€/, '€'],
  [/\[\$(?:GBP|£)|£/, '£'],
  [/\[\$(?:INR|₹)|₹/, '₹'],
  [/\[\$(?:KRW|₩)|₩/, '₩'],
  [/\[\$(?:USD|\$)|"\$"|\\\$|(?<!\[)\$/, '$'],
];
function currencySign(format: string): string | undefined {
  return signs.find(([pattern]) => pattern.test(format))?.[1];
}
