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
  /** Milliseconds between two reports of progress: each is work for whoever hears it. */
  readonly report?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
}

export const cancelled = Symbol('cancelled');

export async function pump<T>(work: Work<T>, host: PumpHost, options: PumpOptions = {}): Promise<T | typeof cancelled> {
  const { slice = 8, report = 50, onProgress, isCancelled } = options;
  let told = host.now();
  let end = told + slice;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const now = host.now();
    if (now < end) continue;
    if (onProgress && now - told >= report) {
      told = now;
      onProgress(next.value);
    }
    await host.pause();
    if (isCancelled?.()) {
      work.return(undefined as never);
      return cancelled;
    }
    end = host.now() + slice;
  }
}
