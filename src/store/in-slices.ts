/** Long work on the page, a slice at a time, so that the screen goes on being drawn and heard. */

/** Milliseconds of work between two pauses. */
const slice = 8;

/** To be awaited between small parts of the work: waits for whatever has arrived, once a slice is over, and else for nothing. */
export function breathing(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let end = now() + slice;
  return () => {
    if (now() < end) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => {
      end = now() + slice;
    });
  };
}

/** Runs the work to its end. */
export async function inSlices<T>(work: Generator<unknown, T, void>, now?: () => number): Promise<T> {
  const breathe = breathing(now);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const pause = breathe();
    if (pause) await pause;
  }
}
