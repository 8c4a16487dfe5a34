/**
 * Decimal rounding as spreadsheets do it: on the 15-significant-digit decimal of the double, half away from zero.
 * The fast paths are taken only where the scaled number is far from the point of decision.
 */

const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** How close a scaled number may come to a decision point before its decimal digits must be looked at. */
function doubt(scaled: number): number {
  return 1e-6 + scaled * 1e-14;
}

function scale(magnitude: number, digits: number): number {
  if (digits >= 0) return digits <= 22 ? magnitude * (POWERS[digits] ?? 1) : Infinity;
  return digits >= -22 ? magnitude / (POWERS[-digits] ?? 1) : 0;
}

function unscale(whole: number, digits: number): number {
  if (digits >= 0 && digits <= 22) return whole / (POWERS[digits] ?? 1);
  if (digits < 0 && digits >= -22) return whole * (POWERS[-digits] ?? 1);
  return Number(`${whole}e${-digits}`);
}

/** A positive number as `mantissa × 10^exponent`, mantissa being a whole number of 15 digits. */
function decimal15(magnitude: number): { mantissa: number; exponent: number } {
  const text = magnitude.toExponential(14);
  const at = text.indexOf('e');
  return { mantissa: Number(text[0] + text.slice(2, at)), exponent: Number(text.slice(at + 1)) - 14 };
}

type Manner = 'half' | 'up' | 'down';

function roundByDigits(magnitude: number, digits: number, manner: Manner): number {
  const { mantissa, exponent } = decimal15(magnitude);
  const dropped = -exponent - digits;
  if (dropped <= 0) return Number(`${mantissa}e${exponent}`);
  if (dropped > 15) return manner === 'up' ? unscale(1, digits) : 0;
  const unit = POWERS[dropped] ?? 1;
  const kept = Math.floor(mantissa / unit);
  const rest = mantissa - kept * unit;
  const more = manner === 'half' ? rest * 2 >= unit : manner === 'up' && rest > 0;
  return unscale(kept + (more ? 1 : 0), digits);
}

function signed(x: number, magnitude: number): number {
  return x < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** ROUND: to `digits` decimals (negative: left of the point), half away from zero. `round(1.005, 2)` is 1.01. */
export function round(x: number, digits: number): number {
  const magnitude = Math.abs(x);
  if (magnitude === 0) return 0;
  const scaled = scale(magnitude, digits);
  const floor = Math.floor(scaled);
  const above = scaled - floor - 0.5;
  if (Math.abs(above) > doubt(scaled)) return signed(x, unscale(Math.floor(scaled + 0.5), digits));
  const near = nearTie(above, scaled);
  if (near !== undefined) return signed(x, unscale(near ? floor + 1 : floor, digits));
  return signed(x, roundByDigits(magnitude, digits, 'half'));
}

/**
 * Whether a scaled number this close to a tie goes up; undefined: only its digits tell. A tie below 10^14 has at most 15 digits, so what lies less than
 * half a unit of the 15th digit under it (5e-16 of it at least, 5e-15 at most) is that tie; scaling has moved the number by 1.2e-16 of itself at most.
 */
function nearTie(above: number, scaled: number): boolean | undefined {
  if (scaled >= 1e14) return undefined;
  if (above >= -3.5e-16 * scaled) return true;
  return above <= -5.2e-15 * scaled ? false : undefined;
}

function roundDirected(x: number, digits: number, manner: 'up' | 'down'): number {
  const magnitude = Math.abs(x);
  if (magnitude === 0) return 0;
  const scaled = scale(magnitude, digits);
  if (Math.abs(scaled - Math.round(scaled)) > doubt(scaled)) {
    return signed(x, unscale(manner === 'up' ? Math.ceil(scaled) : Math.floor(scaled), digits));
  }
  return signed(x, roundByDigits(magnitude, digits, manner));
}

/** ROUNDUP: away from zero. */
export function roundUp(x: number, digits: number): number {
  return roundDirected(x, digits, 'up');
}

/** ROUNDDOWN and TRUNC: towards zero. */
export function roundDown(x: number, digits: number): number {
  return roundDirected(x, digits, 'down');
}

/** The 15-significant-digit value of a double: what a spreadsheet shows and keys compare. */
export function fifteenDigits(x: number): number {
  if (Number.isInteger(x) && Math.abs(x) < 1e15) return x === 0 ? 0 : x;
  const cents = Math.round(x * 100);
  if (cents / 100 === x && Math.abs(cents) < 1e15) return x;
  return fifteenByScale(x) ?? Number(x.toPrecision(15));
}

/** By way of the 15-digit whole number, where it is plain which one it is; undefined where only the digits tell. */
function fifteenByScale(x: number): number | undefined {
  const magnitude = Math.abs(x);
  if (!(magnitude >= 1e-7 && magnitude < 1e15)) return undefined;
  const digits = 14 - Math.floor(Math.log10(magnitude));
  const unit = POWERS[digits];
  if (unit === undefined) return undefined;
  const scaled = magnitude * unit;
  const whole = Math.round(scaled);
  // Scaling moves the number by less than 0.07 of the last digit; a power of ten misjudged by the logarithm shows in the size.
  if (scaled < 1e14 || whole >= 1e15 || Math.abs(scaled - whole) > 0.4) return undefined;
  return x < 0 ? -whole / unit : whole / unit;
}

/** INT: the largest whole number not above the 15-digit value. `floor15((0.1 + 0.7) * 10)` is 8. */
export function floor15(x: number): number {
  const nearest = Math.round(x);
  if (Math.abs(x - nearest) > doubt(Math.abs(x))) return Math.floor(x);
  return Math.floor(fifteenDigits(x));
}

/** The smallest whole number not below the 15-digit value. */
export function ceil15(x: number): number {
  const up = -floor15(-x);
  return up === 0 ? 0 : up;
}
