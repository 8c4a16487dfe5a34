/** Roots of functions of one number, for rates of return. */

/** Newton's method with a numeric slope; undefined where it does not settle. */
function newton(f: (x: number) => number, guess: number, lowest: number): number | undefined {
  let x = guess;
  for (let turn = 0; turn < 60; turn++) {
    const y = f(x);
    const h = 1e-6 * Math.max(1, Math.abs(x));
    const slope = (f(x + h) - f(x - h)) / (2 * h);
    const next = x - y / slope;
    if (!Number.isFinite(next) || next <= lowest) return undefined;
    if (Math.abs(next - x) <= 1e-13 * Math.max(1, Math.abs(next))) return next;
    x = next;
  }
  return undefined;
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = f(low) < 0;
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (f(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where rates of return are looked for when Newton's method fails. */
const GRID = [
  -0.999999, -0.99, -0.9, -0.75, -0.5, -0.25, -0.1, 0, 0.05, 0.1, 0.2, 0.35, 0.5, 1, 2, 5, 10, 100, 1e4, 1e6,
];

/** A rate above -1 at which `f` is zero: the one that Newton's method finds from the guess, else the first change of sign. */
export function findRate(f: (rate: number) => number, guess: number): number | undefined {
  const found = newton(f, guess, -1);
  if (found !== undefined) return Math.abs(found) < 1e-12 && f(0) === 0 ? 0 : found;
  for (let i = 1; i < GRID.length; i++) {
    const [low, high] = [GRID[i - 1] as number, GRID[i] as number];
    const [a, b] = [f(low), f(high)];
    if (a === 0) return low;
    if (Number.isFinite(a) && Number.isFinite(b) && a < 0 !== b < 0) return bisect(f, low, high);
  }
  return undefined;
}

/** The place of the largest value of `f` on `[from, to]`: a grid, then golden sections, then the root of the slope. */
export function findMaximum(f: (x: number) => number, from: number, to: number): number {
  const steps = 1000;
  const width = (to - from) / steps;
  let [best, most] = [from, f(from)];
  for (let i = 1; i <= steps; i++) {
    const x = i === steps ? to : from + i * width;
    const y = f(x);
    if (y > most) [best, most] = [x, y];
  }
  if (best === from || best === to || width === 0) return best;
  return polish(f, golden(f, best - width, best + width), width);
}

function golden(f: (x: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let turn = 0; turn < 100 && high - low > 1e-9 * Math.max(1, Math.abs(low)); turn++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (f(left) >= f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** A maximum is flat: values alone place it to half the digits. The slope crosses zero there and places it to nearly all. */
function polish(f: (x: number) => number, x: number, width: number): number {
  const h = width / 8;
  const slope = (at: number) => 8 * (f(at + h) - f(at - h)) - (f(at + 2 * h) - f(at - 2 * h));
  const reach = Math.min(h, 1e-5 * Math.max(1, Math.abs(x)));
  if (!(slope(x - reach) > 0 && slope(x + reach) < 0)) return x;
  return bisect(slope, x - reach, x + reach);
}
