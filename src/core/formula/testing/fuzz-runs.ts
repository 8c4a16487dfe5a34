/** How many inputs a fuzzer tries. */
import fc from 'fast-check';

/** 2,000 daily; 100,000 under `npm run test:deep`, which is known by the settings that its setup file makes for fast-check. */
export const FUZZ_RUNS = fc.readConfigureGlobal()?.numRuns === undefined ? 2000 : 100_000;

/** Time for one fuzzer, in milliseconds: far more than it needs, so that only a hang reaches it. */
export const FUZZ_TIME = FUZZ_RUNS * 30;

/** Most cells that a formula may read for one row. More is a search inside a search, or another loop without end. */
const MOST_READS = 50_000;

/** Counts what a formula reads and stops the test where it reads on and on. */
export function readCounter(): { readonly count: () => void; readonly reset: () => void } {
  let reads = 0;
  return {
    count() {
      if (++reads > MOST_READS) throw new Error(`The formula read more than ${MOST_READS} cells for one row`);
    },
    reset() {
      reads = 0;
    },
  };
}
