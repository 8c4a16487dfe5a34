/** Times that can be compared on a machine with busy neighbours: the rivals take turns, and the lower quartile of their times counts. */

export interface Rival {
  /** Made anew before each turn and not timed: a run that remembers nothing must not pay for forgetting. */
  readonly prepare: () => () => void;
}

export interface MeasureOptions {
  /** Turns that count, for each rival. */
  readonly turns?: number;
  readonly warmUps?: number;
  /** A turn repeats quick work until it has taken this long. */
  readonly leastMilliseconds?: number;
  /** Slow work takes fewer turns, five at least, to be done in about this time. */
  readonly mostMilliseconds?: number;
}

/** A rival whose work needs no preparation. */
export const plain = (work: () => void): Rival => ({ prepare: () => work });

function timeOf(rival: Rival, repeats: number): number {
  const works = Array.from({ length: repeats }, () => rival.prepare());
  const start = performance.now();
  for (const work of works) work();
  return (performance.now() - start) / repeats;
}

export function lowerQuartile(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? NaN;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** Milliseconds of each rival, in their order. */
export function measure(rivals: readonly Rival[], options: MeasureOptions = {}): number[] {
  const { turns = 11, warmUps = 3, leastMilliseconds = 1, mostMilliseconds = 30_000 } = options;
  let round = 0;
  const repeats = rivals.map((rival) => {
    let last = 0;
    for (let i = 0; i < warmUps; i++) last = timeOf(rival, 1);
    const repeat = Math.max(1, Math.min(50, Math.ceil(leastMilliseconds / Math.max(last, 1e-3))));
    round += last * repeat;
    return repeat;
  });
  const taken = Math.max(Math.min(turns, 5), Math.min(turns, Math.floor(mostMilliseconds / round)));
  const times: number[][] = rivals.map(() => []);
  for (let turn = 0; turn < taken; turn++) {
    // Each turn starts with another rival, so that none always follows the same one.
    for (let i = 0; i < rivals.length; i++) {
      const at = (i + turn) % rivals.length;
      times[at]?.push(timeOf(rivals[at] as Rival, repeats[at] ?? 1));
    }
  }
  return times.map(lowerQuartile);
}
