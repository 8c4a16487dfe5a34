/** Money, percent and units through arithmetic. They never change a value; they say how it is shown and what makes no sense. */
import type { Format } from '../../data/column.ts';
import type { Bilingual } from '../../problem/problem.ts';
import type { BinaryOperator, ExpressionType } from '../expression.ts';

/** What is known of an operand. */
export interface Measured {
  readonly type: ExpressionType;
  readonly format?: Format;
}

/** Two formats that measure the same; decimals do not matter. */
export function sameUnit(a: Format, b: Format): boolean {
  if (a.kind === 'currency') return b.kind === 'currency' && a.currency === b.currency;
  if (a.kind === 'unit') return b.kind === 'unit' && a.unit === b.unit;
  return a.kind === b.kind;
}

/** The unit of an operand, absent for plain numbers: they go with anything. */
function unitOf(measured: Measured): Format | 'date' | undefined {
  if (measured.type === 'date' || measured.type === 'datetime') return 'date';
  return measured.format && measured.format.kind !== 'number' ? measured.format : undefined;
}

/** Whether a unit is known of it. */
export const isMeasured = (measured: Measured): boolean => unitOf(measured) !== undefined;

function sayUnit(unit: Format | 'date'): Bilingual {
  if (unit === 'date') return { en: 'a date', 'zh-CN': '日期' };
  if (unit.kind === 'currency') return { en: `money in ${unit.currency}`, 'zh-CN': `${unit.currency} 金额` };
  if (unit.kind === 'percent') return { en: 'a percentage', 'zh-CN': '百分比' };
  return unit.kind === 'unit' ? { en: unit.unit, 'zh-CN': unit.unit } : { en: 'a number', 'zh-CN': '数值' };
}

const isDays = (unit: Format | 'date') =>
  unit !== 'date' && unit.kind === 'unit' && /^(d|days?|天|日)$/i.test(unit.unit);

/** The two units where adding or comparing them makes no sense; `adds`: days may be added to a date. */
export function unitClash(
  left: Measured,
  right: Measured,
  adds = false,
): { left: Bilingual; right: Bilingual } | undefined {
  const [a, b] = [unitOf(left), unitOf(right)];
  if (!a || !b || (adds && (a === 'date' ? isDays(b) : b === 'date' && isDays(a)))) return undefined;
  if (a === 'date' || b === 'date') return a === b ? undefined : { left: sayUnit(a), right: sayUnit(b) };
  return sameUnit(a, b) ? undefined : { left: sayUnit(a), right: sayUnit(b) };
}

/** The one format of several values, where those that have any agree. */
export function commonFormat(formats: readonly (Format | undefined)[]): Format | undefined {
  const given = formats.filter((format): format is Format => format !== undefined);
  const first = given[0];
  return first && given.every((format) => sameUnit(first, format)) ? first : undefined;
}

const PERCENT: Format = { kind: 'percent' };
const isMoney = (format: Format | undefined) => format?.kind === 'currency' || format?.kind === 'unit';

function product(a: Format | undefined, b: Format | undefined): Format | undefined {
  if (isMoney(a)) return isMoney(b) ? undefined : a;
  if (isMoney(b)) return b;
  return a?.kind === 'percent' && b?.kind === 'percent' ? a : undefined;
}

/** The format of an arithmetic result, where it follows from the operands. */
export function arithmeticFormat(operator: BinaryOperator, left: Measured, right: Measured): Format | undefined {
  const [a, b] = [left.format, right.format];
  switch (operator) {
    case '+':
    case '-':
      if (unitOf(left) === 'date' || unitOf(right) === 'date') return undefined;
      if (a && b) return commonFormat([a, b]);
      return isMoney(a) ? a : isMoney(b) ? b : undefined;
    case '*':
      return product(a, b);
    case '/':
      if (a && b && isMoney(a) && isMoney(b)) return sameUnit(a, b) ? PERCENT : undefined;
      return isMoney(b) ? undefined : isMoney(a) || (a?.kind === 'percent' && !b) ? a : undefined;
    default:
      return undefined;
  }
}

/** A date moved by days stays a date; the distance of two dates is a number. */
export function arithmeticType(operator: BinaryOperator, left: Measured, right: Measured): ExpressionType {
  const moments: readonly ExpressionType[] = ['date', 'datetime'];
  if (operator === '+' || operator === '-') {
    if (moments.includes(left.type) && !moments.includes(right.type)) {
      return left.type === 'date' && right.type === 'time' ? 'datetime' : left.type;
    }
    if (operator === '+' && moments.includes(right.type) && !moments.includes(left.type)) return right.type;
  }
  return 'number';
}
