/** Reads what people type into a number field: grouped digits, full-width digits, a percent sign, a true minus. `undefined`: not a number. */
export function readNumber(text: string, percent = false): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,_]/g, '')
    .replace(/^[$€£¥￥]/, '')
    .replace(/[−–]/g, '-')
    .replace(/×$/, '');
  const withSign = plain.endsWith('%');
  const digits = withSign ? plain.slice(0, -1) : plain;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return undefined;
  // Shifting the text's exponent keeps 4.35 % at 0.0435; dividing the double would not always.
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const shift = withSign || percent ? -2 : 0;
  const value = Number(`${mantissa}e${Number(exponent) + shift}`);
  return Number.isFinite(value) ? value : undefined;
}
