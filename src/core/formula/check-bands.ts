/** Bands are given by their starts alone, so starts that rise leave neither gaps nor overlaps; ranges with ends are held to the same. */

export type BandFault = { readonly band: number; readonly fault: 'not-a-number' | 'repeated' | 'descending' };

/** Bands must start at rising numbers, each once: then there is neither a gap nor an overlap. `band` counts from 1. */
export function checkBands(from: ArrayLike<number>): BandFault | null {
  for (let i = 0; i < from.length; i++) {
    const start = from[i] as number;
    if (!Number.isFinite(start)) return { band: i + 1, fault: 'not-a-number' };
    const before = i > 0 ? (from[i - 1] as number) : -Infinity;
    if (start <= before) return { band: i + 1, fault: start === before ? 'repeated' : 'descending' };
  }
  return null;
}

/** For tables with both edges: `to` of a band must be the next one's `from`. null or the last one's end: open. */
export function checkRanges(
  ranges: readonly { readonly from: number; readonly to: number | null }[],
): BandFault | { readonly band: number; readonly fault: 'gap' | 'overlap' } | null {
  const fault = checkBands(ranges.map((range) => range.from));
  if (fault) return fault;
  for (const [i, range] of ranges.entries()) {
    const next = ranges[i + 1];
    if (!next) break;
    if (range.to === null || range.to > next.from) return { band: i + 2, fault: 'overlap' };
    if (range.to < next.from) return { band: i + 2, fault: 'gap' };
  }
  return null;
}
