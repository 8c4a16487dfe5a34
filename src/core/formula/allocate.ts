/**
 * Splits an amount in whole minor units so that none is lost: every part first gets the units that are surely its own, those left over go to the
 * largest remainders (Hamilton apportionment), ties to the earlier `tie`. Numbers are taken as their 15-digit decimals and split in whole numbers,
 * so equal remainders are equal. Negative amounts split as their positives do: a reversal gives every part back to the cent.
 */
import { errors, type ErrorValue } from '../data/value.ts';
import { fifteenDigits, round } from './round.ts';

export interface Allocation {
  readonly amount: number;
  readonly weights: readonly number[];
  /**
   * `weights`: shares are weight / sum of weights; the parts add to the amount. `whole`: weights are fractions of the amount and may add to more or
   * less than 1; the parts add to amount × sum of weights. Both rounded to `decimals`.
   */
  readonly of: 'weights' | 'whole';
  /** 2: cents. */
  readonly decimals: number;
  /** Order of two parts (by index) whose remainders are equal; absent: as given. */
  readonly tie?: (a: number, b: number) => number;
}

/** The largest number that 15 digits write: the doubles above it round to infinity. */
const LARGEST = 1.79769313486231e308;
const fits = (x: number) => Math.abs(x) <= LARGEST;

/** The parts, in the order of the weights. `#DIV/0!`: the weights add to zero and the amount does not. `#NUM!`: a number is not finite, or nearly. */
export function allocate(allocation: Allocation): number[] | ErrorValue {
  const { weights, of, decimals } = allocation;
  if (!fits(allocation.amount) || !weights.every(fits)) return errors['#NUM!'];
  const sign = allocation.amount < 0 ? -1 : 1;
  // Of weights, a rounded amount is split; fractions are taken of the amount as it is.
  const amount = Math.abs(of === 'weights' ? round(allocation.amount, decimals) : allocation.amount);
  if (amount === 0) return weights.map(() => 0);
  const parts = splitQuick(amount, allocation) ?? splitExact(amount, allocation);
  if (!parts) return errors['#DIV/0!'];
  return parts.map((part) => (part === 0 ? 0 : (sign * part) / 10 ** decimals));
}

/** The same in doubles, where every number on the way is whole and below 2^53; null where not. */
function splitQuick(amount: number, { weights, of, decimals, tie }: Allocation): number[] | null {
  const minor = of === 'weights' ? decimals : Math.max(decimals, 2);
  const units = wholeTimes(amount, minor);
  if (units === null) return null;
  let total = 0;
  let room = 0;
  const products: number[] = [];
  for (const weight of weights) {
    const whole = wholeTimes(weight, 4);
    if (whole === null) return null;
    total += whole;
    room += Math.abs(units * whole);
    products.push(units * whole);
  }
  const turned = of === 'weights' && total < 0;
  const divisor = of === 'weights' ? Math.abs(total) : 10 ** (4 + minor - decimals);
  if (divisor === 0 || room + divisor > Number.MAX_SAFE_INTEGER) return null;

  let left = 0;
  const rests: number[] = [];
  const parts = products.map((product) => {
    const p = turned ? -product : product;
    let part = Math.floor(p / divisor);
    let rest = p - part * divisor;
    if (rest < 0) [part, rest] = [part - 1, rest + divisor];
    else if (rest >= divisor) [part, rest] = [part + 1, rest - divisor];
    rests.push(rest);
    left += rest;
    return part;
  });
  const floors = parts.reduce((sum, part) => sum + part, 0);
  const more = Math.floor(left / divisor) + (halfGoesUp(left % divisor, divisor, floors) ? 1 : 0);
  giveOut(parts, more, (a, b) => (rests[b] as number) - (rests[a] as number) || (tie?.(a, b) ?? 0) || a - b);
  return parts;
}

/** `x × 10^digits` where that is a whole number, within what 15 digits hold. */
function wholeTimes(x: number, digits: number): number | null {
  const scaled = x * 10 ** digits;
  const whole = Math.round(scaled);
  if (Math.abs(whole) > Number.MAX_SAFE_INTEGER) return null;
  return Math.abs(scaled - whole) <= Math.abs(scaled) * 2 ** -51 ? whole : null;
}

function splitExact(amount: number, { weights, of, decimals, tie }: Allocation): number[] | null {
  const scaledAmount = decimalOf(amount);
  const scaled = weights.map(decimalOf);
  const places = Math.max(0, ...scaled.map((one) => one.places));
  const wholes = scaled.map((one) => one.digits * 10n ** BigInt(places - one.places));
  const total = wholes.reduce((sum, one) => sum + one, 0n);
  if (of === 'weights' && total === 0n) return null;
  const turn = of === 'weights' && total < 0n ? -1n : 1n;
  const down = 10n ** BigInt(scaledAmount.places + (of === 'whole' ? places : 0));
  const divisor = down * (of === 'weights' ? total * turn : 1n);
  const rests: bigint[] = [];
  const parts = wholes.map((whole) => {
    const product = turn * whole * scaledAmount.digits * 10n ** BigInt(decimals);
    const rest = ((product % divisor) + divisor) % divisor;
    rests.push(rest);
    return Number((product - rest) / divisor);
  });
  const left = rests.reduce((sum, rest) => sum + rest, 0n);
  const floors = parts.reduce((sum, part) => sum + part, 0);
  const more = Number(left / divisor) + (halfGoesUp(left % divisor, divisor, floors) ? 1 : 0);
  const order = (a: number, b: number): number => {
    const [left, right] = [rests[a] as bigint, rests[b] as bigint];
    return (left < right ? 1 : left > right ? -1 : 0) || (tie?.(a, b) ?? 0) || a - b;
  };
  giveOut(parts, more, order);
  return parts;
}

/** Rounds the sum of the parts half away from zero. */
function halfGoesUp(rest: number | bigint, divisor: number | bigint, floors: number): boolean {
  const twice = typeof rest === 'bigint' ? rest * 2n : rest * 2;
  return twice > divisor || (twice === divisor && floors >= 0);
}

function giveOut(parts: number[], more: number, order: (a: number, b: number) => number): void {
  const first = parts.map((_, i) => i).sort(order);
  for (const part of first.slice(0, more)) parts[part] = (parts[part] as number) + 1;
}

/** A double as whole digits and decimal places, of its 15-digit value. */
function decimalOf(x: number): { digits: bigint; places: number } {
  const [mantissa = '0', exponent = '0'] = fifteenDigits(x).toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
