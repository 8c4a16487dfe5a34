// `npm run test:deep`: properties without a count of their own run 2,000 times; fuzzers see that this is set and try 100,000 inputs each
// (src/core/formula/testing/fuzz-runs.ts). One of them alone: `DEEP=1 npx vitest run --project unit <file> -t '<title>'`.
import { configureGlobal } from 'fast-check';

configureGlobal({ numRuns: 2000 });
