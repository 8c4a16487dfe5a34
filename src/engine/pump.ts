/** Runs work in slices, so that messages (a cancel, another question) are heard between them. */
import type { Progress, Work } from '#core/execute/operation.ts';

export interface PumpHost {
  /** Milliseconds since some start. */
  readonly now: () => number;
  /** Lets the host handle what has arrived. */
  readonly pause: () => Promise<void>;
}

export interface PumpOptions {
  /** Milliseconds of work between two pauses. */
  readonly slice?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
}

export const cancelled = Symbol('cancelled');

export async function pump<T>(work: Work<T>, host: PumpHost, options: PumpOptions = {}): Promise<T | typeof cancelled> {
  const { slice = 8, onProgress, isCancelled } = options;
  let end = host.now() + slice;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    if (host.now() < end) continue;
    onProgress?.(next.value);
    await host.pause();
    if (isCancelled?.()) {
      work.return(undefined as never);
      return cancelled;
    }
    end = host.now() + slice;
  }
}
