/** Statistics of lists of numbers. */
import { errors, type Value } from '../../data/value.ts';
import { subtract } from '../arithmetic.ts';
import { fifteenDigits } from '../round.ts';
import { sum } from '../sum.ts';

export function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

export function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

export function median(numbers: readonly number[]): Value {
  if (numbers.length === 0) return errors['#NUM!'];
  return inclusivePercentile(numbers, 0.5);
}

/** The most frequent number, the first of those that tie; `#N/A` where none occurs twice. */
export function mode(numbers: readonly number[]): Value {
  const counts = new Map<number, number>();
  for (const x of numbers) counts.set(fifteenDigits(x), (counts.get(fifteenDigits(x)) ?? 0) + 1);
  let [best, most] = [0, 1];
  for (const [x, count] of counts) if (count > most) [best, most] = [x, count];
  return most > 1 ? best : errors['#N/A'];
}

/** `lost`: 1 for a sample, 0 for a population. Equal numbers vary by nothing, whatever dust their mean has. */
export function variance(numbers: readonly number[], lost: 0 | 1): Value {
  if (numbers.length <= lost) return errors['#DIV/0!'];
  const middle = mean(numbers);
  return sum(numbers.map((x) => subtract(x, middle) ** 2)) / (numbers.length - lost);
}

/** `at` is a zero-based place in the sorted list, between two numbers perhaps. */
function interpolate(ordered: readonly number[], at: number): number {
  const below = Math.floor(at);
  const low = ordered[below] ?? 0;
  const high = ordered[below + 1] ?? low;
  return low + (at - below) * (high - low);
}

/** PERCENTILE.INC, also known as CONT. */
export function inclusivePercentile(numbers: readonly number[], share: number): Value {
  if (numbers.length === 0 || share < 0 || share > 1) return errors['#NUM!'];
  return interpolate(sorted(numbers), fifteenDigits(share * (numbers.length - 1)));
}

export function exclusivePercentile(numbers: readonly number[], share: number): Value {
  const at = fifteenDigits(share * (numbers.length + 1));
  if (numbers.length === 0 || at < 1 || at > numbers.length) return errors['#NUM!'];
  return interpolate(sorted(numbers), at - 1);
}

/** The smallest number that at least `share` of all numbers do not exceed: always one of them. */
export function discretePercentile(numbers: readonly number[], share: number): Value {
  if (numbers.length === 0 || share < 0 || share > 1) return errors['#NUM!'];
  const place = Math.max(1, Math.ceil(fifteenDigits(share * numbers.length)));
  return sorted(numbers)[place - 1] ?? errors['#NUM!'];
}

export interface Spread {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  /** Sums of squares and products of the distances from the means. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

export function spreadOf(x: readonly number[], y: readonly number[]): Spread {
  const [meanX, meanY] = [mean(x), mean(y)];
  return {
    n: x.length,
    meanX,
    meanY,
    xx: sum(x.map((one) => subtract(one, meanX) ** 2)),
    yy: sum(y.map((one) => subtract(one, meanY) ** 2)),
    xy: sum(x.map((one, i) => subtract(one, meanX) * subtract(y[i] ?? 0, meanY))),
  };
}
