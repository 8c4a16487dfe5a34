/** Plain numbers straight from their bytes: most cells of most files. Whatever is not plain goes the long way, through `read-cell.ts`. */

/** Powers of ten that doubles hold exactly: dividing by one of them rounds once, as reading the text would. */
const powers = Float64Array.from({ length: 23 }, (_, n) => 10 ** n);
const exact = 2 ** 53;

const minus = 45;
const plus = 43;
const point = 46;
const comma = 44;
const zero = 48;
const dollar = 36;
const percent = 37;

/**
 * The number that the bytes from `start` to `end` spell: a sign, a dollar, digits grouped in threes, a decimal sign and a percent sign may stand,
 * each once and in this order; NaN where they are anything else. Says the same as `readNumber` wherever it says a number.
 */
export function readDigits(bytes: Uint8Array, start: number, end: number, decimal: '.' | ',', share: boolean): number {
  const decimalSign = decimal === '.' ? point : comma;
  const groupSign = decimal === '.' ? comma : point;
  let at = start;
  let sign = 1;
  let byte = at < end ? (bytes[at] as number) : 0;
  if (byte === minus || byte === plus) {
    if (byte === minus) sign = -1;
    byte = ++at < end ? (bytes[at] as number) : 0;
  }
  if (byte === dollar) at++;
  let whole = end;
  let hundred = share;
  if (end > at && bytes[end - 1] === percent) {
    whole = end - 1;
    hundred = true;
  }
  let mantissa = 0;
  let digits = 0;
  let group = -1;
  let decimals = -1;
  for (; at < whole; at++) {
    byte = bytes[at] as number;
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (byte === decimalSign && decimals < 0 && digits > 0 && (group < 0 || group === 3)) decimals = 0;
    else if (byte === groupSign && decimals < 0 && (group === 3 || (group < 0 && digits > 0 && digits < 4))) group = 0;
    else return NaN;
  }
  if (
    digits === 0 ||
    mantissa > exact ||
    decimals > 22 ||
    decimals === 0 ||
    (decimals < 0 && group >= 0 && group !== 3)
  )
    return NaN;
  const value = decimals > 0 ? mantissa / (powers[decimals] as number) : mantissa;
  return (sign * value) / (hundred ? 100 : 1);
}
