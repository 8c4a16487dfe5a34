import fc from 'fast-check';

/** How often a property is tried: a few times daily, as often as `npm run test:deep` says there. */
export function runs(daily: number): number {
  return fc.readConfigureGlobal()?.numRuns ?? daily;
}
