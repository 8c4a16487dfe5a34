// `npm run test:deep` tries every property many more times than the daily run.
import { configureGlobal } from 'fast-check';

configureGlobal({ numRuns: 2000 });
